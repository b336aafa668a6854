import { useQuery } from "@tanstack/react-query";
import { InputNumber, Table } from "antd";
import { useState } from "react";
import type { Replies } from "../../contract/route.ts";
import { call, routes } from "../api.ts";
import { RateCell } from "../kit/rate-words.tsx";
import { Loaded, Nothing } from "../kit/states.tsx";
import { useToday } from "../shell/session.ts";
import { efficiencyWords as w } from "../words/oversight.ts";
import { zh } from "../words/zh.ts";

type Row = Replies<typeof routes.efficiency.yearly>["rows"][number];
const names = Object.keys(w.rateNames) as (keyof typeof w.rateNames)[];

/** What the yearly commendation rests on (FZ-12): the rates side by side; no order while no weights are set. */
export function Yearly() {
  const [year, setYear] = useState(Number(useToday().slice(0, 4)));
  const yearly = useQuery({
    queryKey: ["yearly", year],
    queryFn: () => call(routes.efficiency.yearly, { query: { year } }),
    placeholderData: (before) => before,
  });
  const weights = yearly.data?.weights ?? null;
  return (
    <div className="stack">
      <label>
        {w.year} <InputNumber min={2000} max={2100} value={year} onChange={(next) => next && setYear(next)} />
      </label>
      <Loaded query={yearly}>
        <p className="second">
          {yearly.data?.article} {weights === null && w.weightsNone}
        </p>
        <Table<Row>
          rowKey={(row) => row.org.id}
          size="small"
          scroll={{ x: true }}
          pagination={false}
          dataSource={yearly.data?.rows ?? []}
          locale={{ emptyText: <Nothing>{w.noYearly}</Nothing> }}
          columns={[
            { title: w.org, key: "org", render: (_, row) => row.org.name },
            ...names.map((name) => ({
              title: weights ? `${w.rateNames[name]} ${weights[name] ?? 0}%` : w.rateNames[name],
              key: name,
              render: (_: unknown, row: Row) => <RateCell rate={row.rates[name]} />,
            })),
            ...(weights
              ? [
                  {
                    title: w.whole,
                    key: "whole",
                    render: (_: unknown, row: Row) => (row.whole === null ? zh.app.none : (row.whole / 10).toFixed(1)),
                  },
                ]
              : []),
          ]}
        />
      </Loaded>
    </div>
  );
}
