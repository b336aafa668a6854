import { Button, Grid, Table } from "antd";
import { useRef, useState } from "react";
import type { SheetKind } from "../../contract/case/sheet-kinds.ts";
import type { CaseRow } from "../../contract/case/case-row.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { DutyLine, dutyWords } from "../duty/duty-line.tsx";
import { ExportDialog } from "../kit/export-dialog.tsx";
import { useKeys } from "../kit/keys.ts";
import { zh } from "../words/zh.ts";
import { useToday } from "../shell/session.ts";
import { NumberCell } from "./number-cell.tsx";
import { useOpenCase } from "./open-step.ts";
import { TurnCell } from "./turn-cell.tsx";
import { useKeepWalk } from "./walk.ts";

const w = zh.work;

interface Props {
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** Where the whole list is handed out, not only this page. */
  readonly exportAddress: (purpose: string, as: SheetKind) => string;
  /** What the list can be taken along as, where there is a choice. */
  readonly exportKinds?: readonly SheetKind[];
  readonly empty: React.ReactNode;
}

/** Who owes what next; null where nothing is owed. */
const owed = (row: CaseRow) => (row.duty ? fill(w.owes, { org: row.duty.owner?.name, title: row.duty.title }) : null);

/** Cases as rows of two lines; every row is one stop for the keyboard, its number a real link. */
export function CaseTable({ rows, total, page, onPage, exportAddress, exportKinds, empty }: Props) {
  const [exporting, setExporting] = useState(false);
  const keepWalk = useKeepWalk();
  const openCase = useOpenCase();
  const today = useToday();
  const screens = Grid.useBreakpoint();
  const box = useRef<HTMLDivElement>(null);
  const open = (row: CaseRow, step: CaseRow["step"] = null) => {
    keepWalk(rows.map(({ id }) => id));
    openCase(row.id, step);
  };
  const move = (step: number) => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>("tr.ant-table-row") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1) });
  const columns = [
    { title: w.number, key: "number", width: 196, render: (_: unknown, row: CaseRow) => <NumberCell row={row} /> },
    {
      title: w.case,
      key: "title",
      render: (_: unknown, row: CaseRow) => (
        <div className="rows2">
          <div className="cut">{row.title}</div>
          {!screens.md && owed(row) && <div>{owed(row)}</div>}
          {!screens.md && <NumberCell row={row} />}
          <div className="small cut">
            {[common.caseStages[row.stage], row.track ? common.tracks[row.track] : null, screens.xl ? null : row.place]
              .filter(Boolean)
              .join(" · ")}
          </div>
        </div>
      ),
    },
    {
      title: w.what,
      key: "what",
      width: 170,
      render: (_: unknown, row: CaseRow) => <TurnCell row={row} onStep={() => open(row, row.step)} />,
    },
    {
      title: w.due,
      key: "due",
      width: 200,
      render: (_: unknown, row: CaseRow) => (row.duty ? <DutyLine duty={row.duty} /> : zh.app.none),
    },
    ...(screens.xl
      ? [
          {
            title: w.channel,
            key: "channel",
            width: 80,
            render: (_: unknown, row: CaseRow) => common.channels[row.channel],
          },
          {
            title: w.place,
            key: "place",
            width: 140,
            render: (_: unknown, row: CaseRow) => (
              <div className="cut" title={row.place ?? ""}>
                {row.place}
              </div>
            ),
          },
        ]
      : []),
  ];
  return (
    <div ref={box}>
      <Table<CaseRow>
        rowKey="id"
        className="cases"
        tableLayout={screens.md ? "fixed" : "auto"}
        rowClassName={(row) => (row.duty ? `row-${dutyWords(row.duty, today).mark}` : "")}
        size="small"
        dataSource={[...rows]}
        columns={
          screens.md
            ? columns
            : columns
                .filter((c) => c.key === "title" || c.key === "due")
                .map(({ title, key, render }) => ({ title, key, render }))
        }
        locale={{ emptyText: empty }}
        onRow={(row) => ({
          tabIndex: 0,
          onClick: () => open(row),
          onKeyDown: (event) => event.key === "Enter" && open(row),
          style: { cursor: "pointer" },
        })}
        pagination={{
          current: page,
          total,
          pageSize: 20,
          onChange: onPage,
          showSizeChanger: false,
          showTotal: (n) => fill(zh.app.total, { n: n.toLocaleString("en-US") }),
        }}
      />
      {rows.length > 0 && (
        <Button className="noprint" onClick={() => setExporting(true)}>
          {zh.app.exportOrPrint}
        </Button>
      )}
      {exporting && (
        <ExportDialog
          ask={zh.app.exportAsk}
          address={exportAddress}
          {...(exportKinds ? { kinds: exportKinds } : {})}
          onClose={() => setExporting(false)}
        />
      )}
    </div>
  );
}
