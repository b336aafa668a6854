import { Button, Grid, Table } from "antd";
import { useRef, useState } from "react";
import type { SheetKind } from "../../contract/case/sheet-kinds.ts";
import type { CaseRow } from "../../contract/case/case-row.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { DutyLine, dutyWords } from "../duty/duty-line.tsx";
import { ExportDialog } from "../kit/export-dialog.tsx";
import { useKeys } from "../kit/keys.ts";
import { listWords } from "../words/lists.ts";
import { zh } from "../words/zh.ts";
import { useToday } from "../shell/session.ts";
import { NumberCell } from "./number-cell.tsx";
import { useOpenCase } from "./open-step.ts";
import { Peek } from "./peek.tsx";
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
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [peeked, setPeeked] = useState<string | null>(null);
  const picked = rows.filter(({ id }) => chosen.has(id));
  const peek = rows.find(({ id }) => id === peeked);
  const open = (row: CaseRow, step: CaseRow["step"] = null) => {
    keepWalk((picked.some(({ id }) => id === row.id) ? picked : rows).map(({ id }) => id));
    openCase(row.id, step);
  };
  const move = (step: number) => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>("tr.ant-table-row") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus();
  };
  /** The row that has the focus; the keys are its own, never those of a button inside it. */
  const here = () => {
    const at = document.activeElement;
    return at instanceof HTMLElement && at.matches("tr.ant-table-row") ? (at.dataset["rowKey"] ?? null) : null;
  };
  const turn = (id: string | null) => {
    if (id === null) return;
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  useKeys({ x: () => turn(here()) });
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
      {picked.length > 0 && (
        <div className="row chosen-bar" role="status">
          <b>{fill(listWords.chosen, { n: picked.length })}</b>
          <Button size="small" onClick={() => picked[0] && open(picked[0])}>
            {listWords.walkChosen}
          </Button>
          <Button size="small" onClick={() => setChosen(new Set())}>
            {listWords.letGo}
          </Button>
        </div>
      )}
      <Table<CaseRow>
        rowKey="id"
        className="cases"
        tableLayout={screens.md ? "fixed" : "auto"}
        rowClassName={(row) =>
          [row.duty ? `row-${dutyWords(row.duty, today).mark}` : "", chosen.has(row.id) ? "chosen" : ""].join(" ")
        }
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
          "aria-selected": chosen.has(row.id),
          onFocus: () => peek && setPeeked(row.id),
          onKeyDown: (event) => {
            if (event.target !== event.currentTarget) return;
            if (event.key === "Enter") open(row);
            if (event.key === "Escape") setPeeked(null);
            if (event.key !== " ") return;
            event.preventDefault();
            setPeeked(peeked === row.id ? null : row.id);
          },
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
      {peek && <Peek row={peek} onOpen={() => open(peek)} onClose={() => setPeeked(null)} />}
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
