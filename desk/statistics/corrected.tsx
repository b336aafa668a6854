import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Table } from "antd";
import { useState } from "react";
import type { CorrectionRow } from "../../contract/case/suggestions.ts";
import { addressOf } from "../../contract/client.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { ExportDialog } from "../kit/export-dialog.tsx";
import { rateText } from "../kit/rate-words.tsx";
import { Loaded, Nothing } from "../kit/states.tsx";
import { statisticsWords } from "../words/statistics.ts";
import type { StatisticsFilter } from "./drill.ts";

const w = statisticsWords.corrected;

/** The dispatches that went elsewhere than proposed: from these somebody sees how the proposals have to be improved. */
export function Corrected({ filter: { from, to } }: { readonly filter: StatisticsFilter }) {
  const [exporting, setExporting] = useState(false);
  const list = useQuery({
    queryKey: ["statistics", "corrected", from, to],
    queryFn: () => call(routes.suggestions.corrected, { query: { from, to } }),
    placeholderData: (before) => before,
  });
  const { met = 0, of = 0, rows = [] } = list.data ?? {};
  return (
    <div className="stack">
      <div className="between">
        <p>
          {fill(w.taken, { rate: rateText({ met, of }) })} <span className="second">{w.formula}</span>
        </p>
        <Button onClick={() => setExporting(true)}>{statisticsWords.export}</Button>
      </div>
      <Loaded query={list}>
        <Table<CorrectionRow>
          rowKey={(row) => `${row.caseId}/${row.at}`}
          size="small"
          scroll={{ x: true }}
          dataSource={[...rows]}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: <Nothing>{w.none}</Nothing> }}
          columns={[
            {
              title: w.number,
              key: "number",
              render: (_, row) => (
                <Link className="num" to="/cases/$id" params={{ id: row.caseId }}>
                  {row.number}
                </Link>
              ),
            },
            { title: w.at, key: "at", render: (_, row) => shortTime(row.at as Instant) },
            { title: w.by, key: "by", dataIndex: "by" },
            {
              title: w.suggested,
              key: "suggested",
              render: (_, row) => (
                <div className="rows2">
                  <div>{row.suggested}</div>
                  <div className="small">{row.suggestedWhy}</div>
                </div>
              ),
            },
            { title: w.chosen, key: "chosen", dataIndex: "chosen" },
            { title: w.why, key: "why", render: (_, row) => row.why ?? <span className="second">{w.noWhy}</span> },
          ]}
        />
      </Loaded>
      {exporting && (
        <ExportDialog
          ask={statisticsWords.exportAsk}
          address={(purpose) => addressOf(routes.suggestions.exportCorrected, { query: { from, to, purpose } })}
          onClose={() => setExporting(false)}
        />
      )}
    </div>
  );
}
