import { cleanWords } from "../../domain/words/clean.ts";
import type { Columns, Field } from "./columns.ts";
import type { Row } from "./rows.ts";
import { type OldTime, readTime } from "./times.ts";

/** A request as an old system kept it. */
export interface Entry extends Dates {
  readonly id: string;
  readonly title: string | null;
  readonly content: string;
  readonly answer: string | null;
  readonly name: string;
  readonly phone: string | null;
  readonly place: string | null;
}

/** Why a row cannot be taken, as a word of the catalogue with what it names. */
export interface BadRow {
  readonly line: number;
  readonly reason:
    | "unreadable"
    | "noId"
    | "noContent"
    | "noTime"
    | "badAnswerTime"
    | "noAnswerTime"
    | "answeredBefore"
    | "noRegulation"
    | "refused"
    | "calendarGap";
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The two days that decide whether an answer was in time. */
export interface Dates {
  readonly line: number;
  readonly received: OldTime;
  readonly answered: OldTime | null;
}

/** When a row's request came in and was answered; an answer from before the request makes it a bad one. */
export function readDates(row: Row, columns: Columns): Dates | BadRow {
  const { line } = row;
  const cell = reader(row, columns);
  if (!cell) return bad(row, "unreadable");
  const received = readTime(cell.raw("receivedAt"));
  if (!received) return bad(row, "noTime", { value: cell.text("receivedAt") });
  const value = cell.text("answeredAt");
  if (value === "") return { line, received, answered: null };
  const answered = readTime(cell.raw("answeredAt"));
  if (!answered) return bad(row, "badAnswerTime", { value });
  if (answered.day < received.day) {
    return bad(row, "answeredBefore", { answered: answered.day, received: received.day });
  }
  return { line, received, answered };
}

/** A row as an entry; an answer without its time makes it a bad one. */
export function readEntry(row: Row, columns: Columns): Entry | BadRow {
  const cell = reader(row, columns);
  if (!cell) return bad(row, "unreadable");
  const id = cell.text("id");
  if (id === "") return bad(row, "noId");
  const title = cell.text("title");
  const content = cell.text("content") || title;
  if (content === "") return bad(row, "noContent");
  const dates = readDates(row, columns);
  if ("reason" in dates) return dates;
  const answer = cell.text("answer") || null;
  if (answer !== null && !dates.answered) return bad(row, "noAnswerTime");
  return {
    ...dates,
    id,
    title: title || null,
    content,
    answer,
    name: cell.text("name"),
    phone: cell.text("phone") || null,
    place: cell.text("place") || null,
  };
}

function reader({ cells }: Row, columns: Columns) {
  if (cells === null) return null;
  const raw = (field: Field) => (columns[field] === undefined ? null : (cells[columns[field]] ?? null));
  return { raw, text: (field: Field) => plainText(raw(field)) };
}

function bad({ line }: Row, reason: BadRow["reason"], facts: BadRow["facts"] = {}): BadRow {
  return { line, reason, facts };
}

/** Words as they were written, without what a web page or a control character left in them. */
function plainText(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text =
    value instanceof Date
      ? value.toISOString()
      : typeof value === "object"
        ? JSON.stringify(value)
        : `${value as string}`;
  return cleanWords(text.replace(/<br\s*\/?>/gi, "\n").replace(/&nbsp;|\u00a0/gi, " ")).trim();
}
