import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { addressOf } from "../../contract/client.ts";
import { call, routes } from "../api.ts";
import { ExportDialog } from "../kit/export-dialog.tsx";
import { Loaded } from "../kit/states.tsx";
import { statisticsWords as w } from "../words/statistics.ts";
import { CountedTable } from "./counted-table.tsx";
import type { StatisticsFilter } from "./drill.ts";

/** What petitioners said of the answers, the dissatisfied first. */
export function Ratings({ filter: { from, to, org } }: { readonly filter: StatisticsFilter }) {
  const [page, setPage] = useState(1);
  const [exporting, setExporting] = useState(false);
  const query = { from, to, org };
  const list = useQuery({
    queryKey: ["statistics", "ratings", query, page],
    queryFn: () => call(routes.statistics.ratings, { query: { ...query, page } }),
    placeholderData: (before) => before,
  });
  return (
    <div className="stack">
      <div className="between">
        <p className="second">{w.worstFirst}</p>
        <Button onClick={() => setExporting(true)}>{w.export}</Button>
      </div>
      <Loaded query={list}>
        {list.data && <CountedTable ratings list={list.data} page={page} onPage={setPage} empty={w.noRatings} />}
      </Loaded>
      {exporting && (
        <ExportDialog
          ask={w.exportAsk}
          address={(purpose) => addressOf(routes.statistics.exportRatings, { query: { ...query, purpose } })}
          onClose={() => setExporting(false)}
        />
      )}
    </div>
  );
}
