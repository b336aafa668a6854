import { useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useState } from "react";
import { addressOf } from "../../contract/client.ts";
import { fill } from "../../domain/words/fill.ts";
import { figureWords } from "../../domain/words/statistics.ts";
import { call, routes } from "../api.ts";
import { ExportDialog } from "../kit/export-dialog.tsx";
import { Loaded } from "../kit/states.tsx";
import { statisticsWords as w } from "../words/statistics.ts";
import { CountedTable } from "./counted-table.tsx";
import { type Drill, drillQuery, type StatisticsFilter } from "./drill.ts";

interface Props {
  readonly filter: StatisticsFilter;
  readonly drill: Drill;
  readonly onClose: () => void;
}

/** The cases behind one number. */
export function DrillDialog({ filter, drill, onClose }: Props) {
  const [page, setPage] = useState(1);
  const [exporting, setExporting] = useState(false);
  const query = drillQuery(filter, drill);
  const list = useQuery({
    queryKey: ["statistics", "cases", query, page],
    queryFn: () => call(routes.statistics.cases, { query: { ...query, page } }),
    placeholderData: (before) => before,
  });
  const { name, formula } = figureWords[drill.figure];
  const said = fill(w.list, { figure: name, n: list.data?.total ?? "" });
  const where = drill.tag?.name ?? drill.group?.name ?? (drill.stretch && `${drill.stretch.from}—${drill.stretch.to}`);
  return (
    <Modal
      open
      width={880}
      title={where ? fill(w.inGroup, { list: said, group: where }) : said}
      onCancel={onClose}
      footer={<Button onClick={() => setExporting(true)}>{w.export}</Button>}
    >
      <p className="small">{formula}</p>
      <Loaded query={list}>
        {list.data && <CountedTable list={list.data} page={page} onPage={setPage} empty={w.noCases} />}
      </Loaded>
      {exporting && (
        <ExportDialog
          ask={w.exportAsk}
          address={(purpose) => addressOf(routes.statistics.exportCases, { query: { ...query, purpose } })}
          onClose={() => setExporting(false)}
        />
      )}
    </Modal>
  );
}
