import { useQuery } from "@tanstack/react-query";
import { Button, Input, Table } from "antd";
import { useState } from "react";
import { addressOf } from "../../contract/client.ts";
import type { Replies } from "../../contract/route.ts";
import { call, routes } from "../api.ts";
import { Dialog, Line } from "../kit/dialog.tsx";
import type { Period } from "../kit/period.tsx";
import { RateCell } from "../kit/rate-words.tsx";
import { Loaded, Nothing } from "../kit/states.tsx";
import { efficiencyWords as w } from "../words/oversight.ts";

type Row = Replies<typeof routes.efficiency.board>["rows"][number];
const steps = Object.keys(w.steps) as (keyof typeof w.steps)[];
const counts = ["misses", "lapsed", "lateHandling"] as const;

/** Unit × step: how often the step was in time, with the fraction; misses as counts. */
export function Board({ period }: { readonly period: Period }) {
  const [exporting, setExporting] = useState(false);
  const board = useQuery({
    queryKey: ["board", period],
    queryFn: () => call(routes.efficiency.board, { query: period }),
    placeholderData: (before) => before,
  });
  return (
    <Loaded query={board}>
      <Table<Row>
        rowKey={(row) => row.org.id}
        size="small"
        scroll={{ x: true }}
        dataSource={board.data?.rows ?? []}
        pagination={false}
        locale={{ emptyText: <Nothing>{w.noBoard}</Nothing> }}
        columns={[
          { title: w.org, key: "org", fixed: "left", render: (_, row) => row.org.name },
          ...steps.map((step) => ({
            title: w.steps[step],
            key: step,
            render: (_: unknown, row: Row) => <RateCell rate={row[step]} />,
          })),
          ...counts.map((count) => ({
            title: w[count],
            key: count,
            render: (_: unknown, row: Row) => (
              <span className={row[count] > 0 ? "num strong" : "num"}>{row[count]}</span>
            ),
          })),
        ]}
      />
      <div className="between" style={{ marginTop: 12 }}>
        <span className="small">{w.formula}</span>
        <Button onClick={() => setExporting(true)}>{w.export}</Button>
      </div>
      {exporting && <ExportDialog period={period} onClose={() => setExporting(false)} />}
    </Loaded>
  );
}

function ExportDialog({ period, onClose }: { readonly period: Period; readonly onClose: () => void }) {
  const [purpose, setPurpose] = useState("");
  return (
    <Dialog
      title={w.export}
      onClose={onClose}
      busy={false}
      error={null}
      disabled={purpose.trim() === ""}
      onSubmit={() => {
        window.location.assign(addressOf(routes.efficiency.export, { query: { ...period, purpose } }));
        onClose();
      }}
    >
      <p>{w.exportAsk}</p>
      <Line label={w.purpose}>
        <Input autoFocus maxLength={100} value={purpose} onChange={({ target }) => setPurpose(target.value)} />
      </Line>
    </Dialog>
  );
}
