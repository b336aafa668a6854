import { Button, Dropdown, Tag } from "antd";
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
  return (
    <div className="rows2">
      <div>
        {stateText(row)}
        {row.maybeTwice && <Tag>{w.maybeTwice}</Tag>}
      </div>
      {row.attempts.length > 1 && <div className="small">{fill(w.tries, { n: row.attempts.length })}</div>}
      {row.attempts.slice(-1).map((attempt) => (
        <div className="small" key={attempt.at}>
          {fill(w.attempts, { time: shortTime(attempt.at as Instant), result: attemptText(attempt) })}
        </div>
      ))}
    </div>
  );
}

/** How a message stands: why it was not sent, when it is to go out, or the state by its name. */
export function stateText(row: Pick<MessageRow, "state" | "sendAfter" | "recipient" | "channel">): string {
  const states: Readonly<Record<string, string>> = zh.case.messageStates;
  if (row.sendAfter !== null) return fill(w.sendAfter, { time: shortTime(row.sendAfter as Instant) });
  return row.state === "notSent" ? whyNotSent(row) : (states[row.state] ?? row.state);
}

/** Why a message was not even tried: nobody to send it to, or no way. */
export function whyNotSent({ recipient, channel }: Pick<MessageRow, "recipient" | "channel">): string {
  const missing: Readonly<Record<string, string>> = w.cause.address;
  const noAddress = recipient === "" ? missing[channel] : undefined;
  return noAddress ?? fill(w.cause.way, { channel: common.channels[channel] });
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
  const unsent = row.state === "notSent" || row.state === "failed";
  const others = [
    ...(byHand(row) && onTask ? [{ key: "byHand", label: w.byHand }] : []),
    ...ways
      .filter((way) => way !== row.channel)
      .map((way) => ({ key: way, label: fill(w.change, { way: common.channels[way] }) })),
  ];
  const press = ({ key }: { readonly key: string }) => (key === "byHand" ? onTask?.() : onSend(key as Channel));
  return (
    <div className="row">
      {row.state === "toDo" && onTask && (
        <Button type="primary" onClick={onTask}>
          {w.result}
        </Button>
      )}
      {unsent && <Button onClick={() => onSend(null)}>{w.resend}</Button>}
      <Dropdown menu={{ items: others, onClick: press }} trigger={["click"]}>
        <Button>{w.more}</Button>
      </Dropdown>
    </div>
  );
}
