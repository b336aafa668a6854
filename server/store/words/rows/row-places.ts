import { type RawBuilder, sql } from "kysely";

/** Tables whose rows hold words that somebody wrote of a case, beside its events, state and content. */
export type RowTable =
  | "case"
  | "attachment"
  | "breach"
  | "case_paper"
  | "desk_draft"
  | "escalation"
  | "escalation_instruction"
  | "office_event"
  | "org_notice"
  | "outbox"
  | "outbox_attempt"
  | "paper_service"
  | "staff_notice"
  | "suggestion_choice";

/** What the words of a table are sealed for: those of one table do not open as another's. */
export type RowPurpose = `row:${RowTable}`;

/** Seals the words of rows and opens them again. */
export interface RowSeal {
  seal(purpose: RowPurpose, text: string): Buffer;
  open(purpose: RowPurpose, sealed: Buffer): string;
}

/** A column that holds words. */
export interface WordColumn {
  readonly name: string;
  /** SQL that reads it. */
  readonly read: string;
  readonly json?: true;
  /** What stands there while the words are sealed. */
  readonly left: (words: unknown) => unknown;
}

/** Where the words of a table lie. `t` is the row in all SQL here; all of it is our own. */
export interface RowPlace {
  /** Columns of the key after the region, with the type of each. */
  readonly key: readonly (readonly [name: string, type: string])[];
  readonly columns: readonly WordColumn[];
  /** SQL of a list of the cases that the row speaks of. */
  readonly cases: string;
  /** SQL of the rows of one case, in a form that its indexes serve. */
  readonly ofCase: (region: string, caseId: string) => RawBuilder<unknown>;
  /** SQL: only rows that hold words at all. */
  readonly holds?: string;
  /** A function of region, key, old and new value and words, where the application cannot change rows. */
  readonly call?: string;
}

const nothing = () => "";
const nil = () => null;
const dash = () => "-";

function text(name: string, left: () => unknown = nothing): WordColumn {
  return { name, read: `t.${name}`, left };
}

function data(name: string, left: (words: unknown) => unknown = () => ({})): WordColumn {
  return { name, read: `t.${name}`, json: true, left };
}

/** A notice is found by the number that it names. */
function numberOf(body: unknown): unknown {
  return { number: (body as { readonly number?: unknown } | null)?.number ?? null };
}

const id = [["id", "uuid"]] as const;

/** Rows that carry the id of their case. */
const own = {
  cases: "select t.case_id",
  ofCase: (region: string, caseId: string) => sql`t.region_id = ${region} and t.case_id = ${caseId}::uuid`,
};

/** Rows that carry the id of something that carries the id of its case. */
function through(table: string, key: string) {
  return {
    cases: `select o.case_id from ${table} o where o.region_id = t.region_id and o.id = t.${key}`,
    ofCase: (region: string, caseId: string) => sql`t.region_id = ${region} and t.${sql.raw(key)} in (
      select o.id from ${sql.raw(table)} o where o.region_id = ${region} and o.case_id = ${caseId}::uuid)`,
  };
}

/** Rows of a document about several cases. */
function ofDocument(key: string) {
  return {
    cases: `select o.case_id from escalation_case o where o.region_id = t.region_id and o.escalation_id = t.${key}`,
    ofCase: (region: string, caseId: string) => sql`t.region_id = ${region} and t.${sql.raw(key)} in (
      select o.escalation_id from escalation_case o where o.region_id = ${region} and o.case_id = ${caseId}::uuid)`,
  };
}

const ofBreach = "select b.case_id from breach b where b.region_id = t.region_id and b.id::text = t.data->>'breach'";
const decided = "t.stream = 'accountability' and t.type = 'causeDecided'";

export const rowPlaces: Readonly<Record<RowTable, RowPlace>> = {
  case: {
    key: id,
    columns: [text("place", nil)],
    cases: "select t.id",
    ofCase: (region, caseId) => sql`t.region_id = ${region} and t.id = ${caseId}::uuid`,
    holds: "t.place is not null",
  },
  attachment: { key: id, columns: [text("name")], ...own },
  breach: { key: id, columns: [text("cause_note", dash)], ...own, holds: "t.cause_note is not null" },
  case_paper: { key: id, columns: [text("title"), data("written")], ...own, call: "kept_case_paper" },
  desk_draft: {
    key: [
      ["person_id", "uuid"],
      ["case_id", "uuid"],
      ["act", "text"],
    ],
    columns: [data("data")],
    ...own,
  },
  escalation: { key: id, columns: [text("title"), text("summary")], ...ofDocument("id") },
  escalation_instruction: {
    key: [
      ["escalation_id", "uuid"],
      ["seq", "int"],
    ],
    columns: [text("text")],
    ...ofDocument("escalation_id"),
    call: "kept_escalation_instruction",
  },
  office_event: {
    key: [
      ["stream", "text"],
      ["seq", "int"],
    ],
    columns: [{ name: "note", read: "t.data->>'note'", left: dash }],
    cases: ofBreach,
    ofCase: (region, caseId) => sql`t.region_id = ${region} and t.data->>'breach' in (
      select b.id::text from breach b where b.region_id = ${region} and b.case_id = ${caseId}::uuid)`,
    holds: decided,
    call: "kept_office_event",
  },
  org_notice: {
    key: id,
    columns: [data("body", numberOf)],
    cases: `select k.id from "case" k where k.region_id = t.region_id and k.number = t.body->>'number'
      union all select o.case_id from escalation e join escalation_case o
        on o.region_id = e.region_id and o.escalation_id = e.id
      where e.region_id = t.region_id and e.number = t.body->>'number'`,
    ofCase: (region, caseId) => sql`t.region_id = ${region} and t.body->>'number' in (
      select k.number from "case" k where k.region_id = ${region} and k.id = ${caseId}::uuid
      union all select e.number from escalation_case o join escalation e
        on e.region_id = o.region_id and e.id = o.escalation_id
      where o.region_id = ${region} and o.case_id = ${caseId}::uuid)`,
  },
  outbox: { key: id, columns: [text("body")], ...own },
  outbox_attempt: {
    key: [
      ["outbox_id", "uuid"],
      ["n", "int"],
    ],
    columns: [text("detail", nil)],
    ...through("outbox", "outbox_id"),
    holds: "t.detail is not null",
  },
  paper_service: {
    key: [
      ["paper_id", "uuid"],
      ["seq", "int"],
    ],
    columns: [text("recipient"), text("taken_by", nil), text("mail_number", nil), text("note", nil)],
    ...through("case_paper", "paper_id"),
    call: "kept_paper_service",
  },
  staff_notice: { key: id, columns: [text("body")], ...own },
  suggestion_choice: {
    key: [
      ["case_id", "uuid"],
      ["version", "int"],
    ],
    columns: [text("suggested_why"), text("why", nil)],
    ...own,
    call: "kept_suggestion_choice",
  },
};

export const rowTables = Object.keys(rowPlaces) as readonly RowTable[];
