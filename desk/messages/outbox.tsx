import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { Alert, Button, Segmented, Table } from "antd";
import { useState } from "react";
import type { MessageRow } from "../../contract/messages.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { ErrorBox, Loaded, Nothing } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { usePost } from "../shell/session.ts";
import { messagesWords as w } from "../words/office.ts";
import { ByHandDialog } from "./by-hand-dialog.tsx";
import { ResendAllDialog } from "./resend-all-dialog.tsx";
import { TaskDialog } from "./task-dialog.tsx";
import { byHand, MessageText, RowActs, StateCell } from "./message-row.tsx";

const states = Object.keys(w.states) as (keyof typeof w.states)[];

/** The messages of one case, where its page has sent somebody here. */
export interface MessagesAddress {
  readonly case?: string;
}

/** What went out, what could not, and the calls that somebody has to make. */
export function OutboxPage() {
  const { case: caseId } = useSearch({ from: "/app/messages" }) as MessagesAddress;
  const [state, setState] = useState<keyof typeof w.states>(caseId ? "all" : "open");
  const [page, setPage] = useState(1);
  const [task, setTask] = useState<MessageRow | null>(null);
  const sends = usePost("operator", "dispatcher", "bureauHead");
  const calls = usePost("operator", "bureauHead");
  const list = useQuery({
    queryKey: ["messages", state, page, caseId],
    queryFn: () => call(routes.messages.list, { query: { state, page, ...(caseId ? { case: caseId } : {}) } }),
    placeholderData: (before) => before,
  });
  const resend = useWrite(routes.messages.resend, {
    refresh: ["messages", "counts"],
    said: (reply) => w.resent[reply.state],
    warns: (reply) => reply.state === "notSent",
  });
  const [sendingAll, setSendingAll] = useState(false);
  const unsent = list.data?.unsent ?? 0;
  const closed = list.data ? (["email", "sms"] as const).filter((way) => !list.data.ways[way]) : [];
  return (
    <>
      <h1>{w.title}</h1>
      {closed.length > 0 && (
        <Alert type="info" showIcon title={fill(w.noWays, { ways: closed.map((way) => w.ways[way]) })} />
      )}
      <div className="row" style={{ margin: "12px 0" }}>
        <Segmented
          value={state}
          onChange={(next) => {
            setState(next);
            setPage(1);
          }}
          options={states.map((value) => ({ value, label: w.states[value] }))}
        />
        {sends && unsent > 0 && <Button onClick={() => setSendingAll(true)}>{fill(w.resendAll, { n: unsent })}</Button>}
      </div>
      {caseId && (
        <p>
          {w.onlyCase} <Link to="/messages">{w.allCases}</Link>
        </p>
      )}
      <ErrorBox error={resend.error} />
      <Loaded query={list}>
        <Table<MessageRow>
          rowKey="id"
          size="small"
          scroll={{ x: true }}
          dataSource={list.data?.rows ?? []}
          locale={{ emptyText: <Nothing>{w.none}</Nothing> }}
          pagination={{
            current: page,
            total: list.data?.total ?? 0,
            pageSize: 20,
            showSizeChanger: false,
            onChange: setPage,
          }}
          columns={[
            { title: w.time, key: "time", width: 110, render: (_, row) => shortTime(row.createdAt as Instant) },
            {
              title: w.case,
              key: "case",
              width: 180,
              render: (_, row) => (
                <div className="rows2">
                  {row.caseId && (
                    <Link className="num" to="/cases/$id" params={{ id: row.caseId }}>
                      {row.number}
                    </Link>
                  )}
                  <div className="small">{row.notice}</div>
                </div>
              ),
            },
            {
              title: w.channel,
              key: "to",
              width: 150,
              render: (_, row) => (
                <div className="rows2">
                  <div>{common.channels[row.channel]}</div>
                  <div className="small num">{row.recipient}</div>
                </div>
              ),
            },
            { title: w.text, key: "text", render: (_, row) => <MessageText row={row} /> },
            { title: w.state, key: "state", width: 150, render: (_, row) => <StateCell row={row} /> },
            ...(sends
              ? [
                  {
                    title: w.acts,
                    key: "acts",
                    width: 210,
                    render: (_: unknown, row: MessageRow) => (
                      <RowActs
                        row={row}
                        onTask={calls ? () => setTask(row) : null}
                        onSend={(channel) => resend.mutate({ params: { id: row.id }, body: { channel } })}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Loaded>
      {sendingAll && <ResendAllDialog unsent={unsent} onClose={() => setSendingAll(false)} />}
      {task && byHand(task) && <ByHandDialog row={task} onClose={() => setTask(null)} />}
      {task && !byHand(task) && <TaskDialog row={task} onClose={() => setTask(null)} />}
    </>
  );
}
