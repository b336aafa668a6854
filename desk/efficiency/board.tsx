import { useQuery } from "@tanstack/react-query";
import { Button, Table } from "antd";
import { useState } from "react";
import { addressOf } from "../../contract/client.ts";
import type { BreachRow } from "../../contract/efficiency.ts";
import type { Replies } from "../../contract/route.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { ExportDialog } from "../kit/export-dialog.tsx";
import type { Period } from "../kit/period.tsx";
import { RateLink } from "../kit/rate-words.tsx";
import { Loaded, Nothing } from "../kit/states.tsx";
import { efficiencyWords as w } from "../words/oversight.ts";
import { CountedDialog, type CountedOf } from "./counted-dialog.tsx";
import type { OnlyThese } from "./breaches.tsx";

type Row = Replies<typeof routes.efficiency.board>["rows"][number];
const steps = Object.keys(w.steps) as (keyof typeof w.steps)[];
const counts = ["misses", "lapsed", "lateHandling", "late", "urgedAgain"] as const;
const kindOf = {
  misses: "missedViewing",
  lapsed: "lapsedUnhandled",
  lateHandling: "lateHandling",
  late: "late",
  urgedAgain: "urgedAgain",
} as const;
/** Columns that stand only where there is something in them. */
const ifAny: readonly string[] = ["late", "urgedAgain"];

/** Unit × step: how often the step was in time, with the fraction; misses as counts. */
export function Board({ period, onOpen }: { readonly period: Period; readonly onOpen: (only: OnlyThese) => void }) {
  const [exporting, setExporting] = useState(false);
  const [opened, setOpened] = useState<Pick<CountedOf, "org" | "step"> | null>(null);
  const board = useQuery({
    queryKey: ["board", period],
    queryFn: () => call(routes.efficiency.board, { query: period }),
    placeholderData: (before) => before,
  });
  const rows = board.data?.rows ?? [];
  const counted = steps.filter((step) => rows.length === 0 || rows.some((row) => row[step].of > 0));
  const found = counts.filter((count) => !ifAny.includes(count) || rows.some((row) => row[count] > 0));
  return (
    <Loaded query={board}>
      <Table<Row>
        rowKey={(row) => row.org.id}
        size="small"
        scroll={{ x: "max-content" }}
        dataSource={rows}
        pagination={false}
        locale={{ emptyText: <Nothing>{w.noBoard}</Nothing> }}
        columns={[
          { title: w.org, key: "org", fixed: "left", render: (_, row) => row.org.name },
          ...counted.map((step) => ({
            title: w.steps[step],
            key: step,
            render: (_: unknown, row: Row) => (
              <RateLink
                rate={row[step]}
                label={`${row.org.name} ${w.steps[step]}`}
                onOpen={() => setOpened({ org: row.org, step })}
              />
            ),
          })),
          {
            title: w.overdueNow,
            key: "overdue",
            render: (_: unknown, row: Row) =>
              row.overdue === 0 ? (
                <span className="num">0</span>
              ) : (
                <button
                  type="button"
                  className="link num strong"
                  aria-label={`${row.org.name} ${w.overdueNow} ${row.overdue}`}
                  onClick={() => setOpened({ org: row.org, step: "overdue" })}
                >
                  {row.overdue}
                </button>
              ),
          },
          ...found.map((count) => ({
            title: common.breachKinds[kindOf[count]],
            key: count,
            render: (_: unknown, row: Row) => (
              <Count n={row[count]} org={row.org} kind={kindOf[count]} onOpen={onOpen} />
            ),
          })),
        ]}
      />
      <div className="between" style={{ marginTop: 12 }}>
        <span className="small">{w.formula}</span>
        <Button onClick={() => setExporting(true)}>{w.export}</Button>
      </div>
      {opened && <CountedDialog {...opened} period={period} onClose={() => setOpened(null)} />}
      {exporting && (
        <ExportDialog
          ask={w.exportAsk}
          address={(purpose) => addressOf(routes.efficiency.export, { query: { ...period, purpose } })}
          onClose={() => setExporting(false)}
        />
      )}
    </Loaded>
  );
}

interface CountProps {
  readonly n: number;
  readonly org: Row["org"];
  readonly kind: BreachRow["kind"];
  readonly onOpen: (only: OnlyThese) => void;
}

/** A figure that opens exactly the rows it counts. */
function Count({ n, org, kind, onOpen }: CountProps) {
  if (n === 0) return <span className="num">0</span>;
  const name = fill(w.openCount, { org: org.name, kind: common.breachKinds[kind], n });
  return (
    <button type="button" className="link num strong" aria-label={name} onClick={() => onOpen({ org, kind })}>
      {n}
    </button>
  );
}
