import { useQuery } from "@tanstack/react-query";
import { Button, Popconfirm, Table } from "antd";
import { useState } from "react";
import type { OfficeChange } from "../../contract/trust/changes.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { ErrorBox, Loaded, Nothing } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { changesWords as w } from "../words/trust.ts";
import { zh } from "../words/zh.ts";
import { changeText } from "./change-text.ts";
import { DecideDialog } from "./decide-dialog.tsx";

interface Deciding {
  readonly change: OfficeChange;
  readonly agree: boolean;
}

/** What one person has proposed and another must agree to: those that wait first. */
export function ChangesPage() {
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const list = useQuery({ queryKey: ["changes"], queryFn: () => call(routes.changes.list, {}) });
  const withdraw = useWrite(routes.changes.withdraw, { refresh: ["changes", "counts"], said: w.withdrawn });
  return (
    <>
      <h1>{w.title}</h1>
      <p className="second">{w.hint}</p>
      <ErrorBox error={withdraw.error} />
      <Loaded query={list}>
        <Table<OfficeChange>
          rowKey="id"
          size="small"
          scroll={{ x: "max-content" }}
          dataSource={list.data?.rows ?? []}
          locale={{ emptyText: <Nothing>{w.none}</Nothing> }}
          pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
          columns={[
            { title: w.what, key: "what", render: (_, row) => <What row={row} /> },
            { title: w.person, key: "person", render: (_, row) => row.person },
            { title: w.reason, key: "reason", render: (_, row) => row.reason || zh.app.none },
            {
              title: w.proposed,
              key: "proposed",
              render: (_, row) => (
                <>
                  <div>{fill(w.by, { name: row.proposedBy, org: row.proposedOrg })}</div>
                  <div className="small">{shortTime(row.proposedAt as Instant)}</div>
                </>
              ),
            },
            { title: w.state, key: "state", render: (_, row) => <State row={row} /> },
            {
              title: w.acts,
              key: "acts",
              render: (_, row) => (
                <div className="row">
                  {row.mayDecide && (
                    <>
                      <Button type="primary" onClick={() => setDeciding({ change: row, agree: true })}>
                        {w.agree}
                      </Button>
                      <Button onClick={() => setDeciding({ change: row, agree: false })}>{w.decline}</Button>
                    </>
                  )}
                  {row.mayWithdraw && (
                    <Popconfirm
                      getPopupContainer={(button) => button.parentElement ?? document.body}
                      title={w.withdraw}
                      description={w.withdrawAsk}
                      okText={w.withdraw}
                      cancelText={zh.app.cancel}
                      onConfirm={() => withdraw.mutate({ params: { id: row.id } })}
                    >
                      <Button>{w.withdraw}</Button>
                    </Popconfirm>
                  )}
                </div>
              ),
            },
          ]}
        />
      </Loaded>
      {deciding && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}

function What({ row }: { readonly row: OfficeChange }) {
  return (
    <>
      <div>{w.kinds[row.kind as keyof typeof w.kinds]}</div>
      <div className="small">{changeText(row)}</div>
    </>
  );
}

function State({ row }: { readonly row: OfficeChange }) {
  if (row.state === "waiting") {
    return <>{fill(w.waits, { seat: common.posts[row.seat], time: shortTime(row.expiresAt as Instant) })}</>;
  }
  const state = w.states[row.state] ?? row.state;
  if (row.decidedBy === null || row.decidedAt === null) return <>{state}</>;
  return (
    <>
      <div>{fill(w.decided, { state, name: row.decidedBy, time: shortTime(row.decidedAt as Instant) })}</div>
      {row.decision && <div className="small">{row.decision}</div>}
    </>
  );
}
