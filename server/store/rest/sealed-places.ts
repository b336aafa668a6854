import { type RowPurpose, rowPlaces, rowTables } from "../words/rows/row-places.ts";

/** A column, or a part of one, that holds sealed values. All SQL here is our own; nothing of it comes from outside. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  readonly purpose:
    | "petitioner"
    | "staffPhone"
    | "secondFactor"
    | "recipient"
    | "message"
    | "phoneCheck"
    | "draft"
    | "file"
    | "words"
    | "event"
    | "state"
    | "answer"
    | RowPurpose;
  /** Columns of the key after the region. */
  readonly key: readonly string[];
  /** SQL of the sealed bytes; null where the row holds none. */
  readonly value: string;
  /** SQL that says whether the value is sealed at all; older files are not. */
  readonly sealed: string;
  /** SQL of the assignment; `$` stands for the new bytes. */
  readonly set: string;
  /** Instead of an update: a function of region, key, old and new value, for rows that the application cannot change. */
  readonly call?: string;
  /** How many rows are read at a time. */
  readonly atOnce: number;
}

function column(table: string, key: string, name: string, purpose: SealedPlace["purpose"]): SealedPlace {
  return { table, column: name, purpose, key: [key], value: name, sealed: "true", set: `${name} = $`, atOnce: 200 };
}

/** The words of the rows beside sealed cases. */
const ofRows = rowTables.map((table): SealedPlace => {
  const { key, call } = rowPlaces[table];
  const place = { ...column(table, "", "words_sealed", `row:${table}`), key: key.map(([name]) => name) };
  return call === undefined ? place : { ...place, call };
});

/** Text of a remembered answer that holds a sealed value: the answer itself, or its part `sealed`. */
const answer = `(case jsonb_typeof(reply) when 'string' then reply #>> '{}' when 'object' then reply->>'sealed' end)`;

/** Everything that is sealed in the database. A test holds that no column named `…sealed` is missing here. */
export const sealedPlaces: readonly SealedPlace[] = [
  column("petitioner", "case_id", "sealed", "petitioner"),
  column("person", "id", "phone_sealed", "staffPhone"),
  column("account", "id", "totp_sealed", "secondFactor"),
  column("account", "id", "totp_offered", "secondFactor"),
  column("outbox", "id", "recipient_sealed", "recipient"),
  column("outbox", "id", "body_sealed", "message"),
  column("phone_check", "phone_lookup", "message_sealed", "phoneCheck"),
  column("portal_draft", "token_hash", "sealed", "draft"),
  { ...column("case_content", "case_id", "sealed", "words"), call: "sealed_words" },
  { ...column("case_event", "case_id", "sealed", "event"), key: ["case_id", "seq"], call: "resealed_event" },
  column("case", "id", "state_sealed", "state"),
  ...ofRows,
  {
    table: "once_only",
    column: "reply",
    purpose: "answer",
    key: ["actor", "key"],
    // Only answers with the mark are known to be sealed; those from before open with the base key, which always stays.
    value: `(case when ${answer} ~ '^SFlT[A-Za-z0-9+/]+=*$' then decode(${answer}, 'base64') end)`,
    sealed: "true",
    set: `reply = case jsonb_typeof(reply) when 'string' then to_jsonb(replace(encode($, 'base64'), E'\\n', ''))
      else jsonb_set(reply, '{sealed}', to_jsonb(replace(encode($, 'base64'), E'\\n', ''))) end`,
    atOnce: 200,
  },
  {
    table: "file_content",
    column: "bytes",
    purpose: "file",
    key: ["sha256"],
    value: "bytes",
    sealed: "sealed",
    set: "bytes = $, sealed = true",
    // Files have up to ten megabytes each.
    atOnce: 4,
  },
];
