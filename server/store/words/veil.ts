/** Seals what the office writes of cases and opens it again. */
export interface OfficeSeal {
  seal(purpose: "event" | "state", text: string): Buffer;
  open(purpose: "event" | "state", sealed: Buffer): string;
}

/** Facts of a sealed case as they are stored: what queries need, and the whole. */
export interface Veiled {
  readonly plain: unknown;
  readonly sealed: Buffer;
}

/** Stands in the plain column where words were. */
const mark = "-";
/** Names of parts that hold what somebody wrote, whatever it looks like. */
const written: ReadonlySet<string> = new Set([
  "text",
  "note",
  "reason",
  "reasonNote",
  "title",
  "comment",
  "how",
  "what",
  "who",
  "why",
  "answer",
  "result",
  "internalOpinion",
  "adviceReason",
  "parts",
  "fields",
  "source",
  "sourceId",
  "from",
]);
/** Names of parts that hold ids and codes, whatever they look like: queries and other columns rest on them. */
const named: ReadonlySet<string> = new Set([
  "id",
  "orgId",
  "sender",
  "intake",
  "topBureau",
  "accused",
  "legId",
  "matterId",
  "contentHash",
  "packId",
  "ground",
]);
const code = /^[\w.:+/-]{1,80}$/;
const idOrTime =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?)$/;
/** A telephone or another number of a person. */
const longNumber = /\d{7}/;

/** The facts with only ids, codes, dates, figures and their shape; nothing that somebody wrote. */
export function veiled(facts: unknown): unknown {
  return veil(facts, "", false);
}

function veil(value: unknown, name: string, words: boolean): unknown {
  const inWords = words || written.has(name);
  if (Array.isArray(value)) return value.map((one) => veil(one, name, inWords));
  if (value !== null && typeof value === "object") {
    // What was corrected: the new value is somebody's word whatever it looks like, elsewhere `to` is the id of a body.
    const correction = Object.hasOwn(value, "field") && Object.hasOwn(value, "from");
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, veil(one, key, inWords || (correction && key === "to"))]),
    );
  }
  if (typeof value !== "string") return value;
  if (!inWords && (named.has(name) || idOrTime.test(value))) return value;
  return inWords || !code.test(value) || longNumber.test(value) ? mark : value;
}

export function veilWith(seal: OfficeSeal, purpose: "event" | "state", facts: unknown): Veiled {
  return { plain: veiled(facts), sealed: seal.seal(purpose, JSON.stringify(facts)) };
}

/** How facts are opened that may be sealed. */
export type OpenFacts = (
  purpose: "event" | "state" | "office",
  stored: { readonly plain: unknown; readonly sealed: Buffer | null },
) => unknown;

/** The whole facts: those of a sealed case opened, others as they stand. */
export function unveiled(
  seal: OfficeSeal,
  purpose: "event" | "state",
  stored: { readonly plain: unknown; readonly sealed: Buffer | null },
): unknown {
  return stored.sealed ? JSON.parse(seal.open(purpose, stored.sealed)) : stored.plain;
}
