import type { CaseEvent } from "../event.ts";
import type { Pack } from "../../rules/pack.ts";

/** Entries of events that hold a code, an id, a day or a hash, and never what somebody has written or who somebody is. */
const plain: ReadonlySet<string> = new Set(
  [
    "packId channel receivedAt intake topBureau choice subject accused contentHash source answeredOn to track",
    "internalReason previousTrack on ground outcome previous number lastReply matterId legId kind role orgId sender",
    "parentId personId post by auditing notice dutyId rule escalationId copyTo formality grade verdict judgement",
    "field suggested",
  ].flatMap((names) => names.split(" ")),
);
const kinds: ReadonlySet<string> = new Set(["choice", "choices", "date", "number", "yesNo", "person", "org"]);

/**
 * What remains of an event when its case's time of keeping is over: what happened, when, by whom of the staff, and by
 * which codes; every word that somebody wrote is gone. What decisions and figures look at is all there.
 */
export function wordless(event: CaseEvent, pack: Pack): CaseEvent {
  const data = stripped(event.data, event.type) as Record<string, unknown>;
  if (event.type === "formalityDone") {
    const fields = pack.formalities.find(({ id }) => id === event.data.formality)?.fields ?? [];
    const coded = fields.filter(({ kind }) => kinds.has(kind)).map(({ name }) => name);
    data["values"] = Object.fromEntries(
      Object.entries(event.data.values).map(([name, value]) => [name, coded.includes(name) ? value : blank(value)]),
    );
  }
  return { ...event, data } as CaseEvent;
}

function stripped(value: unknown, type: CaseEvent["type"]): unknown {
  if (Array.isArray(value)) return value.map((one) => (typeof one === "string" ? "" : stripped(one, type)));
  if (value === null || typeof value !== "object") return value;
  // A correction holds what was written before and what stands there now, be it a name or a number.
  const kept = (name: string) =>
    type === "corrected" ? name === "field" : plain.has(name) || (name === "why" && type === "withheld");
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      name,
      typeof entry === "string" ? (kept(name) ? entry : "") : stripped(entry, type),
    ]),
  );
}

function blank(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  return typeof value === "string" ? "" : value;
}
