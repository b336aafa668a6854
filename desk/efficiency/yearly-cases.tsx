import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Modal, Table } from "antd";
import type { Replies } from "../../contract/route.ts";
import type { Rate } from "../../domain/accountability/rates.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { RateName } from "../../domain/rules/measure.ts";
import { rowDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { RateCell, rateText } from "../kit/rate-words.tsx";
import { Loaded } from "../kit/states.tsx";
import { useToday } from "../shell/session.ts";
import { efficiencyWords } from "../words/oversight.ts";
import { statisticsWords, yearlyCasesWords as w } from "../words/statistics.ts";

/** Which rate of which body in which year is opened. */
export interface YearlyDrill {
  readonly org: { readonly id: string; readonly name: string };
  readonly name: RateName;
  readonly year: number;
}

interface RateProps {
  readonly rate: Rate;
  readonly of: YearlyDrill;
  readonly onOpen: (drill: YearlyDrill) => void;
}

/** A yearly rate that opens the cases it is made of. */
export function YearlyRate({ rate, of, onOpen }: RateProps) {
  if (rate.of === 0) return <RateCell rate={rate} />;
  const value = rateText(rate);
  const name = fill(w.open, { org: of.org.name, rate: efficiencyWords.rateNames[of.name], value, n: rate.of });
  return (
    <Button type="link" className="num figure" aria-label={name} onClick={() => onOpen(of)}>
      {value}
    </Button>
  );
}

type Row = Replies<typeof routes.efficiency.yearlyCases>["rows"][number];

/** The cases behind one yearly rate, and which of them reached it. */
export function YearlyCases({ org, name, year, onClose }: YearlyDrill & { readonly onClose: () => void }) {
  const today = useToday() as PlainDate;
  const cases = useQuery({
    queryKey: ["yearly", "cases", org.id, name, year],
    queryFn: () => call(routes.efficiency.yearlyCases, { query: { org: org.id, rate: name, year } }),
  });
  const rows = cases.data?.rows ?? [];
  return (
    <Modal
      open
      width={720}
      footer={null}
      title={fill(w.title, { org: org.name, rate: efficiencyWords.rateNames[name], n: rows.length })}
      onCancel={onClose}
    >
      <Loaded query={cases}>
        <Table<Row>
          rowKey={(row) => `${row.number}/${row.on}/${row.met}`}
          size="small"
          dataSource={[...rows]}
          pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
          columns={[
            {
              title: statisticsWords.number,
              key: "number",
              render: (_, row) =>
                row.id === null ? (
                  row.number
                ) : (
                  <Link className="num nowrap" to="/cases/$id" params={{ id: row.id }}>
                    {row.number}
                  </Link>
                ),
            },
            {
              title: statisticsWords.on,
              key: "on",
              render: (_, row) => <span className="nowrap">{rowDate(row.on as PlainDate, today)}</span>,
            },
            { title: w.counted, key: "met", render: (_, row) => (row.met ? w.met : w.missed) },
          ]}
        />
      </Loaded>
    </Modal>
  );
}
