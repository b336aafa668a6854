import { useQuery } from "@tanstack/react-query";
import { Button, Radio, Table } from "antd";
import { useState } from "react";
import { addressOf } from "../../contract/client.ts";
import type { Replies } from "../../contract/route.ts";
import type { AppraisalLine } from "../../contract/trust/retention.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { ExportDialog } from "../kit/export-dialog.tsx";
import { Loaded, Nothing } from "../kit/states.tsx";
import { retentionWords as w } from "../words/retention.ts";
import { type Act, ActDialog, AddDialog } from "./act-dialog.tsx";
import { columns } from "./columns.tsx";

type List = Replies<typeof routes.retention.list>;
const size = 50;

/** Cases past their time of keeping, until two persons have decided. */
export function RetentionPage() {
  const [done, setDone] = useState(false);
  const [page, setPage] = useState(1);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [act, setAct] = useState<Act | "add" | null>(null);
  const [exporting, setExporting] = useState(false);
  const list = useQuery({
    queryKey: ["appraisal", done, page],
    queryFn: () => call(routes.retention.list, { query: { done: done ? "true" : "false", page, size } }),
  });
  const rows = list.data?.rows ?? [];
  const chosen = rows.filter(({ id }) => picked.includes(id));
  const show = (over: boolean) => {
    setDone(over);
    setPage(1);
    setPicked([]);
  };
  const close = () => {
    setAct(null);
    setPicked([]);
  };
  return (
    <>
      <h1>{w.title}</h1>
      <p className="second">{w.hint}</p>
      {list.data && <p className="second">{tableWords(list.data)}</p>}
      <div className="row above-table">
        <Radio.Group value={done} onChange={(event) => show(event.target.value as boolean)}>
          <Radio.Button value={false}>{w.open}</Radio.Button>
          <Radio.Button value={true}>{w.over}</Radio.Button>
        </Radio.Group>
        <Acts chosen={chosen} mayPropose={list.data?.mayPropose ?? false} onAct={setAct} />
        <Button disabled={rows.length === 0} onClick={() => setExporting(true)}>
          {w.sheet}
        </Button>
      </div>
      <Loaded query={list}>
        <Table<AppraisalLine>
          rowKey="id"
          size="small"
          scroll={{ x: 1000 }}
          columns={columns}
          dataSource={[...rows]}
          locale={{ emptyText: <Nothing>{done ? w.noneOver : w.none}</Nothing> }}
          pagination={{
            current: page,
            pageSize: size,
            total: list.data?.total ?? 0,
            onChange: setPage,
            showSizeChanger: false,
            hideOnSinglePage: true,
          }}
          {...(done
            ? {}
            : { rowSelection: { selectedRowKeys: [...picked], onChange: (keys) => setPicked(keys as string[]) } })}
        />
      </Loaded>
      {exporting && (
        <ExportDialog
          ask={fill(w.sheetAsk, { list: done ? w.over : w.open, n: list.data?.total ?? 0 })}
          address={(purpose) =>
            addressOf(routes.retention.export, { query: { done: done ? "true" : "false", purpose } })
          }
          onClose={() => setExporting(false)}
        />
      )}
      {act === "add" && <AddDialog onClose={close} />}
      {act !== null && act !== "add" && <ActDialog act={act} lines={chosen} onClose={close} />}
    </>
  );
}

/** What may be done with what was picked; what does not fit all of it is closed. */
function Acts({
  chosen,
  mayPropose,
  onAct,
}: {
  readonly chosen: readonly AppraisalLine[];
  readonly mayPropose: boolean;
  readonly onAct: (act: Act | "add") => void;
}) {
  const all = (fits: (line: AppraisalLine) => boolean) => chosen.length > 0 && chosen.every(fits);
  const listed = all(({ state }) => state === "listed");
  const free = listed && all(({ because, heldWhy }) => because.length === 0 && heldWhy === null);
  const decides = all(({ mayDecide }) => mayDecide);
  return (
    <>
      {chosen.length > 0 && <span>{fill(w.picked, { n: chosen.length })}</span>}
      {mayPropose && (
        <>
          <Button disabled={!free} onClick={() => onAct("erase")}>
            {w.erase}
          </Button>
          <Button disabled={!listed} onClick={() => onAct("keep")}>
            {w.keep}
          </Button>
        </>
      )}
      <Button
        disabled={!all(({ state, heldWhy }) => state !== "agreed" && heldWhy === null)}
        onClick={() => onAct("hold")}
      >
        {w.hold}
      </Button>
      <Button disabled={!(listed && all(({ heldWhy }) => heldWhy !== null))} onClick={() => onAct("release")}>
        {w.release}
      </Button>
      {decides && (
        <>
          <Button type="primary" onClick={() => onAct("agree")}>
            {w.agree}
          </Button>
          <Button onClick={() => onAct("decline")}>{w.decline}</Button>
        </>
      )}
      {mayPropose && <Button onClick={() => onAct("add")}>{w.add}</Button>}
    </>
  );
}

function tableWords({ table }: List): string {
  if (table === null) return w.noTable;
  const classes = table.classes.map(({ label, years }) =>
    fill(years === null ? w.forever : w.years, { label, n: years ?? 0 }),
  );
  return fill(w.table, { basis: table.basis, classes: classes.join("；") });
}
