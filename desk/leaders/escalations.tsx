import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import type { Replies } from "../../contract/route.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { Loaded, Nothing } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { usePost } from "../shell/session.ts";
import { escalationWords as w } from "../words/oversight.ts";
import { SendDialog } from "./send-dialog.tsx";

/** Knotty cases put before the leaders of the own level, and their instructions (FZ-8.8). */
export function EscalationsPage() {
  const { case: first } = useSearch({ strict: false }) as { case?: string };
  const list = useQuery({ queryKey: ["escalations"], queryFn: () => call(routes.escalations.list, {}) });
  const [sending, setSending] = useState(first !== undefined);
  const [instructing, setInstructing] = useState<string | null>(null);
  const dispatcher = usePost("dispatcher");
  const rows = list.data?.rows ?? [];
  return (
    <>
      <div className="between">
        <h1>{w.title}</h1>
        {dispatcher && (
          <Button type="primary" onClick={() => setSending(true)}>
            {w.send}
          </Button>
        )}
      </div>
      <Loaded query={list}>
        {list.data && rows.length === 0 && <Nothing>{w.none}</Nothing>}
        {rows.map((row) => (
          <section key={row.id} className="panel stack" aria-label={row.title}>
            <div className="between">
              <div>
                <h2>
                  {row.title} <span className="second num">{row.number}</span>
                </h2>
                <div className="small">{fill(w.row, { ...row, time: shortTime(row.createdAt as Instant) })}</div>
              </div>
              {dispatcher && <Button onClick={() => setInstructing(row.id)}>{w.record}</Button>}
            </div>
            <p className="read">{row.summary}</p>
            <ul className="steps">
              {row.cases.map((kase) => (
                <li key={kase.id}>
                  <Link className="num" to="/cases/$id" params={{ id: kase.id }}>
                    {kase.number}
                  </Link>{" "}
                  {kase.title}
                </li>
              ))}
            </ul>
            <Instructions given={row.instructions} />
          </section>
        ))}
      </Loaded>
      {sending && list.data && (
        <SendDialog addressees={list.data.addressees} first={first ?? null} onClose={() => setSending(false)} />
      )}
      {instructing && <InstructionDialog id={instructing} onClose={() => setInstructing(null)} />}
    </>
  );
}

type Row = Replies<typeof routes.escalations.list>["rows"][number];

function Instructions({ given }: { readonly given: Row["instructions"] }) {
  return (
    <>
      <b>{w.instruction}：</b>
      {given.length === 0 && <p className="second">{w.noInstruction}</p>}
      {given.map((one) => (
        <div key={`${one.at} ${one.text}`}>
          <p className="read">{one.text}</p>
          <p className="small">{fill(w.recordedBy, { time: shortTime(one.at as Instant), who: one.by })}</p>
          {one.leftOut.length > 0 && (
            <p className="small">
              <b>{fill(w.leftOut, { cases: one.leftOut.join("、") })}</b>
            </p>
          )}
        </div>
      ))}
    </>
  );
}

function InstructionDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [text, setText] = useState("");
  const run = useWrite(routes.escalations.recordInstruction, {
    refresh: ["escalations", "case"],
    said: ({ leftOut }) =>
      leftOut.length === 0
        ? w.recorded
        : fill(w.recordedNotOn, { cases: leftOut.map((one) => fill(w.notOn, one)).join("、") }),
    warns: ({ leftOut }) => leftOut.length > 0,
    onDone: onClose,
  });
  return (
    <Dialog
      title={w.record}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({ params: { id }, body: { text } })}
    >
      <Line label={w.recordText}>
        <Counted autoFocus most={2000} rows={5} value={text} onChange={setText} />
      </Line>
    </Dialog>
  );
}
