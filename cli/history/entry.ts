import type { Instant } from "../../domain/calendar/plain-date.ts";
import type { Columns, Field } from "./columns.ts";
import type { Row } from "./files/row.ts";
import { isDamaged, isInexact, plainText } from "./plain-text.ts";
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
    | "tooWide"
    | "tooNarrow"
    | "cutOff"
    | "damaged"
    | "inexact"
    | "noId"
    | "noContent"
    | "tooLong"
    | "noTime"
    | "toCome"
    | "badAnswerTime"
    | "noAnswerTime"
    | "answeredBefore"
    | "twiceInFile"
    | "otherWords"
    | "otherAnswer"
    | "noRegulation"
    | "refused"
    | "notStored"
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
  if (row.over) return bad(row, "tooWide", { n: row.over });
  const received = readTime(cell.raw("receivedAt"));
  if (!received && cell.cut("receivedAt")) return bad(row, "tooNarrow", { n: row.under });
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

/** Reads rows as entries, as of a moment: what would come in after it is bad, and so is an answer without its time. */
export function entryReader(now: Instant): (row: Row, columns: Columns) => Entry | BadRow {
  return (row, columns) => {
    const cell = reader(row, columns);
    if (!cell) return bad(row, "unreadable");
    if (row.over) return bad(row, "tooWide", { n: row.over });
    const inexact = textFields.find((field) => isInexact(cell.raw(field)));
    if (inexact) return bad(row, "inexact", { column: columns[inexact], value: cell.text(inexact) });
    const damaged = textFields.find((field) => isDamaged(cell.text(field)));
    if (damaged) return bad(row, "damaged", { column: columns[damaged] });
    const id = cell.text("id");
    const title = cell.text("title");
    const content = cell.text("content") || title;
    if ((id === "" && cell.cut("id")) || (content === "" && cell.cut("content"))) {
      return bad(row, "tooNarrow", { n: row.under });
    }
    if (id === "") return bad(row, "noId");
    if (content === "") return bad(row, "noContent");
    const long = textFields.find((field) => cell.text(field).length > longestText);
    if (long) return bad(row, "tooLong", { column: columns[long], n: cell.text(long).length, most: longestText });
    const dates = readDates(row, columns);
    if ("reason" in dates) return dates;
    const late = [dates.received, dates.answered].find((time) => time && time.at > now);
    if (late) return bad(row, "toCome", { value: late.day });
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
  };
}

/** Longer than any cell of a spreadsheet; a text beyond it is a file that has gone wrong. */
const longestText = 40_000;
const textFields = ["id", "title", "content", "answer", "name", "phone", "place"] as const satisfies readonly Field[];

function reader(row: Row, columns: Columns) {
  const { cells } = row;
  if (cells === null) return null;
  const raw = (field: Field) => (columns[field] === undefined ? null : (cells[columns[field]] ?? null));
  /** The line ends before this column. */
  const cut = (field: Field) => {
    const at = Object.keys(cells).indexOf(columns[field] ?? "");
    return at >= 0 && at >= Object.keys(cells).length - (row.under ?? 0);
  };
  return { raw, text: (field: Field) => plainText(raw(field)), cut };
}

function bad({ line }: Row, reason: BadRow["reason"], facts: BadRow["facts"] = {}): BadRow {
  return { line, reason, facts };
}
