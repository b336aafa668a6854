import { Button, Select } from "antd";
import type { MessageRow } from "../../contract/messages.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import type { Channel } from "../../domain/rules/vocabulary.ts";
import { shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { messagesWords as w } from "../words/office.ts";
import { zh } from "../words/zh.ts";

const ways: readonly Channel[] = ["phone", "sms", "email", "letter"];

export function MessageText({ row }: { readonly row: MessageRow }) {
  return (
    <div className="rows2">
      <div className="read">{row.body}</div>
      {row.channel === "sms" && <div className="small">{fill(w.parts, { n: row.parts })}</div>}
    </div>
  );
}

export function StateCell({ row }: { readonly row: MessageRow }) {
  const states: Readonly<Record<string, string>> = zh.case.messageStates;
  return (
    <div className="rows2">
      <div>{states[row.state] ?? row.state}</div>
      {row.attempts.map((attempt) => (
        <div className="small" key={attempt.at}>
          {fill(w.attempts, { time: shortTime(attempt.at as Instant), result: attemptText(attempt) })}
        </div>
      ))}
    </div>
  );
}

/** What came of an attempt, in words. */
export function attemptText(attempt: MessageRow["attempts"][number]): string {
  const results: Readonly<Record<string, string>> = w.results;
  return fill(results[attempt.result] ?? attempt.result, { detail: attempt.detail ?? "" });
}

/** What no gateway took away, and may have gone out from a telephone or mailbox of the house's own. */
export function byHand({ state, recipient }: MessageRow): boolean {
  return (state === "notSent" || state === "failed") && recipient !== "";
}

interface RowActsProps {
  readonly row: MessageRow;
  /** Null for who tells nobody: that is the service centre's (FZ-9-3). */
  readonly onTask: (() => void) | null;
  readonly onSend: (channel: Channel | null) => void;
}

export function RowActs({ row, onTask, onSend }: RowActsProps) {
  if (row.state === "delivered" || row.state === "replaced") return null;
  return (
    <div className="row">
      {row.state === "toDo" && onTask && (
        <Button type="primary" onClick={onTask}>
          {w.result}
        </Button>
      )}
      {byHand(row) && onTask && <Button onClick={onTask}>{w.byHand}</Button>}
      {(row.state === "notSent" || row.state === "failed") && <Button onClick={() => onSend(null)}>{w.resend}</Button>}
      <Select<Channel | null>
        value={null}
        style={{ width: 110 }}
        aria-label={w.change}
        onChange={(channel) => channel && onSend(channel)}
        options={[
          { value: null, label: w.change },
          ...ways.filter((way) => way !== row.channel).map((way) => ({ value: way, label: common.channels[way] })),
        ]}
      />
    </div>
  );
}
