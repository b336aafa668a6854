import { createHash } from "node:crypto";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import { type Case, type CaseId, unfiled } from "../../../domain/case/case.ts";
import type { CaseEvent } from "../../../domain/case/event.ts";
import { evolveAll } from "../../../domain/case/evolve.ts";
import type { PackId } from "../../../domain/rules/pack.ts";
import { NotAuthentic } from "../../gateways/keys/sealer.ts";
import type { House } from "../../house.ts";
import { canonical } from "../../store/chain.ts";
import { type CaseAsStored, storedCases } from "../../store/trust/cases.ts";
import { openWords } from "../../store/words/sealed-words.ts";
import { fault, type Tell } from "./fault.ts";
import { openedFacts } from "./opened-facts.ts";

/** Every case against its own events: words, state, and the columns that lists and searches read. Gives how many. */
export async function verifyCases(house: House, region: string, tell: Tell): Promise<number> {
  let cases = 0;
  for await (const batch of storedCases(house.db, openedFacts(house), region)) {
    for (const stored of batch) verifyCase({ ...stored, content: wordsOf(house, stored) }, tell);
    cases += batch.length;
  }
  return cases;
}

/** The words, those of a sealed case opened; what does not open any more is none of them. */
function wordsOf({ keys }: House, { content, sealed }: CaseAsStored): string | null {
  if (!sealed) return content;
  try {
    return openWords(keys, sealed).content;
  } catch (error) {
    if (error instanceof NotAuthentic) return "";
    throw error;
  }
}

function verifyCase({ row, events, content }: CaseAsStored, tell: Tell): void {
  const first = events[0];
  if (first?.type === "caseReceived" || first?.type === "caseImported") {
    const expected = first.data.contentHash;
    const found = content === null ? expected : createHash("sha256").update(content).digest("hex");
    if (found !== expected) tell(fault("wordsChanged", row.id, { seq: 1, expected, found }));
  }
  const kase = folded(row.id, row.packId, row.updatedAt, events);
  if (kase === null) return;
  const expected = facts(kase, row.urgent);
  for (const [name, value] of Object.entries(expected)) {
    const found = row.facts[name];
    if (plain(found) !== plain(value)) tell(fault("caseDiffers", row.id, differing(name, value, found)));
  }
  verifyBreaches(row.id, events, kase, row.breaches, tell);
  verifyPublications(row.id, events, row.publications, tell);
}

/** The case as its events make it; null where they make none, which the chain tells already. */
function folded(id: string, packId: string, now: Instant, events: readonly CaseEvent[]): Case | null {
  try {
    return evolveAll(unfiled(id as CaseId, packId as PackId, now), events);
  } catch {
    return null;
  }
}

function facts(kase: Case, urgent: boolean): Readonly<Record<string, unknown>> {
  const { version, stage, track, subject, channel, packId, receivedAt, finalAudit, repeatOf } = kase;
  const columns = { version, stage, track, subject, channel, packId, receivedAt, finalAudit, repeatOf };
  return { state: kase, ...columns, joinedTo: kase.joinedTo ?? null, urgent: kase.urgent ?? urgent };
}

/** JSON without what is null: facts that came with a later version are absent in what was stored before. */
export function plain(value: unknown): string {
  return canonical(withoutNulls(JSON.parse(JSON.stringify(value ?? null))));
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, v]) => v !== null);
  return Object.fromEntries(entries.map(([key, v]) => [key, withoutNulls(v)]));
}

/** Of a whole case only the parts that differ are named. */
function differing(name: string, expected: unknown, found: unknown) {
  if (name !== "state") return { expected: `${name}: ${String(expected)}`, found: `${name}: ${String(found)}` };
  const [a, b] = [expected, found ?? {}] as [Record<string, unknown>, Record<string, unknown>];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => plain(a[key]) !== plain(b[key]));
  const of = (side: Record<string, unknown>) => keys.map((key) => `${key}: ${short(plain(side[key]))}`).join("; ");
  return { expected: of(a), found: of(b) };
}

const shown = 120;

function short(text: string): string {
  return text.length <= shown ? text : `${text.slice(0, shown)}…`;
}

/** Breaches as booked by the events, those that were withdrawn marked so. */
function verifyBreaches(
  id: string,
  events: readonly CaseEvent[],
  kase: Case,
  rows: CaseAsStored["row"]["breaches"],
  tell: Tell,
): void {
  const booked = new Set(
    events.flatMap((e) => (e.type === "dutyBreached" && e.data.kind !== "deemedRefusal" ? [e.data.dutyId] : [])),
  );
  const expected = [...booked].map((duty) => `${duty} ${kase.breached.includes(duty) ? "counts" : "withdrawn"}`);
  const found = rows.map((row) => `${row.duty} ${row.withdrawn ? "withdrawn" : "counts"}`);
  const [a, b] = [expected.toSorted().join(", "), found.toSorted().join(", ")];
  if (a !== b) tell(fault("breachDiffers", id, { expected: a, found: b }));
}

/** What stands before the public is what was published and not taken down. */
function verifyPublications(
  id: string,
  events: readonly CaseEvent[],
  rows: CaseAsStored["row"]["publications"],
  tell: Tell,
): void {
  const listed = new Map<string, boolean>();
  for (const event of events) {
    if (event.type === "published") listed.set(event.data.matterId, true);
    if (event.type === "takenDown") listed.set(event.data.matterId, false);
  }
  const expected = [...listed].filter(([, shownNow]) => shownNow).map(([matter]) => matter);
  const found = rows.filter((row) => !row.takenDown).map((row) => row.matter);
  const [a, b] = [expected.toSorted().join(", "), found.toSorted().join(", ")];
  if (a !== b) tell(fault("publicationDiffers", id, { expected: a, found: b }));
}
