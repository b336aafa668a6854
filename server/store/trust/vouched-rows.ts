import type { DB } from "../schema.gen.ts";

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
  account: of<"account">(
    ["id"],
    ["person_id", "login", "password_hash", "totp_sealed", "must_change", "disabled_at", "password_since"],
  ),
  api_token: of<"api_token">(
    ["id"],
    ["token_hash", "name", "person_id", "org_id", "created_at", "expires_at", "revoked_at", "proposed_by", "agreed_by"],
  ),
  appraisal: of<"appraisal">(
    ["case_id"],
    [
      ...(["class", "basis", "due_on", "listed_at", "listed_by", "state", "held_why", "held_by", "held_at"] as const),
      ...(["proposal", "proposed_by", "proposed_at", "reason", "decided_by", "decided_at", "decision"] as const),
    ],
  ),
  attachment: of<"attachment">(
    ["id"],
    [
      "case_id",
      "purpose",
      "name",
      "type",
      "size",
      "sha256",
      "for_petitioner",
      "uploaded_at",
      "uploaded_by",
      "words_sealed",
    ],
  ),
  breach: of<"breach">(
    ["id"],
    [
      ...(["case_id", "duty_id", "rule", "kind", "leg_id", "org_id", "on_day", "responsible"] as const),
      ...(["registry_gap", "cause", "cause_note", "cause_by", "cause_at", "withdrawn_at"] as const),
      ...(["withdrawn_why", "words_sealed"] as const),
    ],
  ),
  calendar_version: of<"calendar_version">(
    ["id"],
    ["region_id", "year", "effective_from", "source", "holidays", "make_up_days", "loaded_at"],
  ),
  case: of<"case">(
    ["id"],
    [
      ...(["number", "version", "stage", "track", "subject", "channel", "pack_id", "received_at"] as const),
      ...(["title", "area_id", "place", "category", "urgent", "final_audit", "state", "code_hash"] as const),
      ...(["repeat_of", "chain_id", "joined_to", "source", "source_id", "title_given", "erased_at"] as const),
      ...(["state_sealed", "words_sealed"] as const),
    ],
  ),
  case_content: of<"case_content">(["case_id"], ["content", "claim", "sealed"]),
  case_event: of<"case_event">(["case_id", "seq"], ["hash", "counted_on"]),
  case_paper: of<"case_paper">(
    ["id"],
    [
      ...(["case_id", "leg_id", "kind", "title", "organ_id", "word", "year", "n", "number"] as const),
      ...(["case_version", "written", "docx_sha256", "pdf_sha256", "masked_docx_sha256"] as const),
      ...(["masked_pdf_sha256", "made_at", "made_by", "words_sealed"] as const),
    ],
  ),
  case_search: of<"case_search">(["case_id"], ["search_text"]),
  case_sight: of<"case_sight">(["case_id", "org_id", "post"], ["sees"]),
  circular: of<"circular">(
    ["id"],
    ["office_id", "kind", "period_from", "period_to", "body", "issued_at", "issued_by", "created_at"],
  ),
  pack_text: of<"pack_text">(["pack_id", "n"], ["sha256", "how", "reason", "since_at"]),
  day_root: of<"day_root">(
    ["day"],
    ["events", "root", "previous_root", "signature", "public_key", "signed_at", "sm2_signature"],
  ),
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
      "due_at",
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
      "words_sealed",
    ],
  ),
  escalation_case: of<"escalation_case">(["escalation_id", "case_id"], ["case_id"]),
  escalation_instruction: of<"escalation_instruction">(
    ["escalation_id", "seq"],
    ["text", "at", "by", "left_out", "words_sealed"],
  ),
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
    ["to_org", "from_org", "as_kind", "topic", "body", "created_at", "read_at", "read_by", "words_sealed"],
  ),
  outbox: of<"outbox">(
    ["id"],
    [
      ...(["case_id", "notice", "leg_id", "channel", "recipient_sealed", "recipient_masked", "subject"] as const),
      ...(["body", "state", "feedback", "created_at", "settled_at", "words_sealed"] as const),
    ],
  ),
  outbox_attempt: of<"outbox_attempt">(["outbox_id", "n"], ["at", "result", "detail", "words_sealed"]),
  paper_service: of<"paper_service">(
    ["paper_id", "seq"],
    [
      "recipient",
      "mode",
      "on_day",
      "result",
      "taken_by",
      "mail_number",
      "note",
      "recorded_at",
      "recorded_by",
      "words_sealed",
    ],
  ),
  periodic_decision: of<"periodic_decision">(["id"], ["work_id", "n", "org_id", "what", "until"]),
  periodic_decision_done: of<"periodic_decision_done">(["decision_id"], ["on_day", "note", "at", "person_id"]),
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
      ...(["case_id", "matter_id", "title", "question", "answer", "org_id", "days_used", "answered_on"] as const),
      ...(["published_at", "taken_down_at", "search_text"] as const),
    ],
  ),
  queue_check: of<"queue_check">(["org_id", "day"], ["person_id", "first_at"]),
  region: of<"region">(["id"], ["name", "jurisdiction", "settings"]),
  sm2_key: of<"sm2_key">(["print"], ["public_key", "after_day", "after_size", "begun_at"]),
  source_check: of<"source_check">(["id"], ["org_id", "source", "at", "person_id", "found"]),
  suggestion_choice: of<"suggestion_choice">(
    ["case_id", "version"],
    ["at", "person_id", "org_id", "suggested", "suggested_why", "chosen", "why", "words_sealed"],
  ),
  vouched_part: of<"vouched_part">(["part"], ["since_at"]),
} as const satisfies Partial<Record<keyof DB, Vouched>>;
