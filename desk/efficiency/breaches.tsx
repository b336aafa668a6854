import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Select, Table, Tag } from "antd";
import { useState } from "react";
import { addressOf } from "../../contract/client.ts";
import type { BreachRow } from "../../contract/efficiency.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { breachKinds } from "../../domain/rules/vocabulary.ts";
import { rowDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import type { Period } from "../kit/period.tsx";
import { ExportDialog } from "../kit/export-dialog.tsx";
import { Loaded, Nothing } from "../kit/states.tsx";
import { useToday } from "../shell/session.ts";
import { efficiencyWords as w } from "../words/oversight.ts";
import { zh } from "../words/zh.ts";
import { CauseDialog } from "./cause-dialog.tsx";
import { PrincipalDialog } from "./principal-dialog.tsx";

/** The unit and the kind that somebody has come to see. */
export interface OnlyThese {
  readonly org: BreachRow["org"];
  readonly kind: BreachRow["kind"];
}

/** Every term that was missed: who was in office that day, why, and what follows. */
export function Breaches({ period, only }: { readonly period: Period; readonly only: OnlyThese | null }) {
  const [kind, setKind] = useState(only?.kind);
  const [org, setOrg] = useState(only?.org);
  const [deciding, setDeciding] = useState<BreachRow | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [opening, setOpening] = useState(false);
  const [exporting, setExporting] = useState(false);
  const asked = { ...period, ...(kind ? { kind } : {}), ...(org ? { org: org.id } : {}) };
  const list = useQuery({
    queryKey: ["breaches", period, kind, org?.id],
    queryFn: () => call(routes.efficiency.breaches, { query: asked }),
    placeholderData: (before) => before,
  });
  const rows = list.data?.rows ?? [];
  const today = useToday() as PlainDate;
  const picked = rows.filter((row) => chosen.includes(row.id));
  return (
    <Loaded query={list}>
      <div className="row" style={{ marginBottom: 8 }}>
        <Select
          allowClear
          placeholder={w.allKinds}
          aria-label={w.kind}
          style={{ width: 180 }}
          value={kind}
          onChange={setKind}
          options={breachKinds.map((value) => ({ value, label: common.breachKinds[value] }))}
        />
        {org && (
          <Tag closable onClose={() => setOrg(undefined)}>
            {fill(w.ofOrg, { org: org.name })}
          </Tag>
        )}
        <Button
          disabled={picked.length === 0 || new Set(picked.map((r) => r.org.id)).size > 1}
          onClick={() => setOpening(true)}
        >
          {w.principal}
        </Button>
        {rows.length > 0 && <Button onClick={() => setExporting(true)}>{zh.app.export}</Button>}
      </div>
      <Table<BreachRow>
        rowKey="id"
        size="small"
        scroll={{ x: true }}
        dataSource={rows}
        locale={{ emptyText: <Nothing>{w.noBreaches}</Nothing> }}
        rowSelection={{
          selectedRowKeys: [...chosen],
          onChange: (keys) => setChosen(keys.map(String)),
          getCheckboxProps: (row) => ({ disabled: !row.registryGap, "aria-label": row.number }) as object,
        }}
        pagination={{ pageSize: 20, showSizeChanger: false, showTotal: (n) => fill(zh.app.total, { n }) }}
        columns={[
          {
            title: w.on,
            key: "on",
            width: 120,
            render: (_, row) => <span className="nowrap">{rowDate(row.on as PlainDate, today)}</span>,
          },
          { title: w.org, key: "org", width: 120, render: (_, row) => <span className="nowrap">{row.org.name}</span> },
          {
            title: w.case,
            key: "case",
            width: 180,
            render: (_, row) => (
              <Link className="num nowrap" to="/cases/$id" params={{ id: row.caseId }}>
                {row.number}
              </Link>
            ),
          },
          {
            title: w.step,
            key: "step",
            render: (_, row) => (
              <div className="rows2">
                <div>
                  {common.breachKinds[row.kind]} · {row.step}
                </div>
                <div className="small">{row.article}</div>
              </div>
            ),
          },
          { title: w.responsible, key: "who", render: (_, row) => <Who row={row} /> },
          { title: w.cause, key: "cause", render: (_, row) => <Cause row={row} onDecide={() => setDeciding(row)} /> },
        ]}
      />
      {exporting && (
        <ExportDialog
          ask={w.exportAsk}
          address={(purpose) => addressOf(routes.boardCases.exportBreaches, { query: { ...asked, purpose } })}
          onClose={() => setExporting(false)}
        />
      )}
      {deciding && <CauseDialog row={deciding} onClose={() => setDeciding(null)} />}
      {opening && <PrincipalDialog rows={picked} onClose={() => setOpening(false)} />}
    </Loaded>
  );
}

const names = (people: BreachRow["responsible"]) => people.map((p) => `${p.name}（${p.post}）`).join("、");

function Who({ row }: { readonly row: BreachRow }) {
  return (
    <div className="rows2">
      <div>{row.registryGap ? w.gap : names(row.responsible)}</div>
      {row.registryGap && <div className="small">{names(row.principal)}</div>}
      {row.assistants.length > 0 && <div className="small">{fill(w.assistants, { orgs: row.assistants })}</div>}
    </div>
  );
}

function Cause({ row, onDecide }: { readonly row: BreachRow; readonly onDecide: () => void }) {
  if (!row.needsCause) return <span className="second">{w.noCause}</span>;
  if (row.cause === null) return <Button onClick={onDecide}>{w.decideCause}</Button>;
  return (
    <div className="rows2">
      <div>
        {w.causes[row.cause]}
        {row.sanctions.length > 0 && ` → ${row.sanctions.join("、")}`}
      </div>
      <div className="small">{row.causeNote}</div>
    </div>
  );
}
