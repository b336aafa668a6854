import type { DB } from "../schema.gen.ts";

/** The mark of a row that was removed. */
export const removed = "-";

/** Of which columns of a table the hash is made, and by which a row is known. */
export interface Vouched {
  readonly key: readonly string[];
  readonly columns: readonly string[];
}

function of<T extends keyof DB>(
  key: readonly (keyof DB[T] & string)[],
  columns: readonly (keyof DB[T] & string)[],
): Vouched {
  return { key, columns };
}

/**
 * What every write vouches for. Columns that change without an act (locks, last uses) are left out. A table may be added:
 * its old rows are vouched for by the next checkpoint. A column may be added to a list only if it is null in all rows that
 * were written before; otherwise those rows would count as changed.
 */
export const vouched = {
  access_log: of<"access_log">(["id"], ["at", "person_id", "org_id", "what", "case_id", "reason", "detail"]),
  account: of<"account">(["id"], ["person_id", "login", "password_hash", "totp_sealed", "must_change", "disabled_at"]),
  api_token: of<"api_token">(
    ["id"],
    ["token_hash", "name", "person_id", "org_id", "created_at", "expires_at", "revoked_at", "proposed_by", "agreed_by"],
  ),
  attachment: of<"attachment">(
    ["id"],
    ["case_id", "purpose", "name", "type", "size", "sha256", "for_petitioner", "uploaded_at", "uploaded_by"],
  ),
  breach: of<"breach">(
    ["id"],
    [
      "case_id",
      "duty_id",
      "rule",
      "kind",
      "leg_id",
      "org_id",
      "on_day",
      "responsible",
      "registry_gap",
      "cause",
      "cause_note",
      "cause_by",
      "cause_at",
      "withdrawn_at",
      "withdrawn_why",
    ],
  ),
  case: of<"case">(
    ["id"],
    [
      "number",
      "version",
      "stage",
      "track",
      "subject",
      "channel",
      "pack_id",
      "received_at",
      "title",
      "area_id",
      "place",
      "category",
      "urgent",
      "final_audit",
      "state",
      "code_hash",
      "repeat_of",
      "chain_id",
      "joined_to",
      "source",
      "source_id",
    ],
  ),
  case_content: of<"case_content">(["case_id"], ["content", "claim", "title_given"]),
  case_event: of<"case_event">(["case_id", "seq"], ["hash", "counted_on"]),
  case_paper: of<"case_paper">(
    ["id"],
    [
      "case_id",
      "leg_id",
      "kind",
      "title",
      "organ_id",
      "word",
      "year",
      "n",
      "number",
      "case_version",
      "written",
      "docx_sha256",
      "pdf_sha256",
      "masked_docx_sha256",
      "masked_pdf_sha256",
      "made_at",
      "made_by",
    ],
  ),
  case_search: of<"case_search">(["case_id"], ["search_text"]),
  case_sight: of<"case_sight">(["case_id", "org_id", "post"], ["sees"]),
  circular: of<"circular">(
    ["id"],
    ["office_id", "kind", "period_from", "period_to", "body", "issued_at", "issued_by", "created_at"],
  ),
  day_root: of<"day_root">(["day"], ["events", "root", "previous_root", "signature", "public_key", "signed_at"]),
  duty: of<"duty">(
    ["case_id", "duty_id"],
    [
      "rule",
      "kind",
      "leg_id",
      "owner_org",
      "owner_post",
      "started_at",
      "started_on",
      "due_on",
      "state",
      "ended_on",
      "overdue_since",
      "flagged",
      "gap",
    ],
  ),
  escalation: of<"escalation">(
    ["id"],
    [
      "number",
      "from_org",
      "to_org",
      "to_person",
      "copy_org",
      "copy_person",
      "title",
      "summary",
      "created_at",
      "created_by",
    ],
  ),
  escalation_case: of<"escalation_case">(["escalation_id", "case_id"], ["case_id"]),
  escalation_instruction: of<"escalation_instruction">(["escalation_id", "seq"], ["text", "at", "by", "left_out"]),
  holding: of<"holding">(["id"], ["person_id", "org_id", "post", "valid_from", "valid_to", "stands_in_for"]),
  leg: of<"leg">(
    ["case_id", "leg_id"],
    ["matter_id", "org_id", "kind", "role", "stage", "opened_at", "viewed_at", "overdue", "reworked", "passed_at"],
  ),
  office_event: of<"office_event">(["stream", "seq"], ["hash", "counted_on"]),
  org: of<"org">(
    ["id"],
    [
      "parent_id",
      "superior_id",
      "kind",
      "level",
      "name",
      "short_name",
      "initials",
      "duties",
      "phone",
      "address",
      "joined_on",
      "left_on",
    ],
  ),
  office_change: of<"office_change">(
    ["id"],
    [
      "kind",
      "person_id",
      "data",
      "reason",
      "proposed_by",
      "proposed_org",
      "proposed_at",
      "seat",
      "expires_at",
      "state",
      "decided_by",
      "decided_at",
      "decision",
    ],
  ),
  org_notice: of<"org_notice">(
    ["id"],
    ["to_org", "from_org", "as_kind", "topic", "body", "created_at", "read_at", "read_by"],
  ),
  outbox: of<"outbox">(
    ["id"],
    [
      "case_id",
      "notice",
      "leg_id",
      "channel",
      "recipient_sealed",
      "recipient_masked",
      "subject",
      "body",
      "state",
      "feedback",
      "created_at",
      "settled_at",
    ],
  ),
  outbox_attempt: of<"outbox_attempt">(["outbox_id", "n"], ["at", "result", "detail"]),
  paper_service: of<"paper_service">(
    ["paper_id", "seq"],
    ["recipient", "mode", "on_day", "result", "taken_by", "mail_number", "note", "recorded_at", "recorded_by"],
  ),
  periodic_work: of<"periodic_work">(
    ["id"],
    [
      "kind",
      "office_id",
      "pack_id",
      "measure",
      "n",
      "number",
      "title",
      "year",
      "held_on",
      "period_from",
      "period_to",
      "material",
      "remarks",
      "with_whom",
      "docx_sha256",
      "pdf_sha256",
      "recorded_at",
      "recorded_by",
    ],
  ),
  person: of<"person">(["id"], ["name", "phone", "phone_sealed", "email", "active"]),
  petitioner: of<"petitioner">(
    ["case_id"],
    ["kind", "name_masked", "phone_masked", "reply_by", "people", "sealed", "phone_lookup", "email_lookup", "lookups"],
  ),
  proposal: of<"proposal">(
    ["id"],
    [
      "org_id",
      "office_id",
      "sanction",
      "measure",
      "on_day",
      "month",
      "evidence",
      "people",
      "state",
      "decided_by",
      "decided_at",
      "note",
    ],
  ),
  publication: of<"publication">(
    ["id"],
    [
      "case_id",
      "matter_id",
      "title",
      "question",
      "answer",
      "org_id",
      "days_used",
      "answered_on",
      "published_at",
      "taken_down_at",
      "search_text",
    ],
  ),
  queue_check: of<"queue_check">(["org_id", "day"], ["person_id", "first_at"]),
  region: of<"region">(["id"], ["name", "jurisdiction", "settings"]),
  source_check: of<"source_check">(["id"], ["org_id", "source", "at", "person_id", "found"]),
  suggestion_choice: of<"suggestion_choice">(
    ["case_id", "version"],
    ["at", "person_id", "org_id", "suggested", "suggested_why", "chosen", "why"],
  ),
  vouched_part: of<"vouched_part">(["part"], ["since_at"]),
} as const satisfies Partial<Record<keyof DB, Vouched>>;

export type VouchedTable = keyof typeof vouched;

export const vouchedTables = Object.keys(vouched) as readonly VouchedTable[];

export function isVouched(table: string): table is VouchedTable {
  return Object.hasOwn(vouched, table);
}

/** SQL of the region that a row belongs to. */
export function regionOf(table: VouchedTable): string {
  return `"${table}"."${table === "region" ? "id" : "region_id"}"`;
}

/** SQL of the name of a row within its table and region. */
export function keyOf(table: VouchedTable): string {
  return `concat_ws('/', ${vouched[table].key.map((column) => `"${table}"."${column}"`).join(", ")})`;
}

/** SQL of what the hash is made of: the columns as JSON with sorted keys, without nulls, times in UTC. */
export function textOf(table: VouchedTable): string {
  const fields = vouched[table].columns.map((column) => `'${column}', ${valueOf(table, column)}`);
  return `jsonb_strip_nulls(jsonb_build_object(${fields.join(", ")}))::text`;
}

/** SQL of the SHA-256 of a row, in hexadecimal. */
export function hashOf(table: VouchedTable): string {
  return `encode(sha256(convert_to(${textOf(table)}, 'UTF8')), 'hex')`;
}

function valueOf(table: VouchedTable, column: string): string {
  const plain = `"${table}"."${column}"`;
  const instant = column === "at" || column.endsWith("_at");
  return instant ? `(${plain} at time zone 'UTC')` : plain;
}
