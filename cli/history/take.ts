import { createHash } from "node:crypto";
import { importCase, knownImports } from "../../server/actions/cases/import-case.ts";
import type { House } from "../../server/house.ts";
import type { BadRow, Entry } from "./entry.ts";

/** Where the rows go, and under which name they come. */
export interface Target {
  readonly region: string;
  readonly source: string;
}

/** What became of the rows of a file. */
export interface Tally {
  imported: number;
  history: number;
  total: number;
  /** Lines whose request was here already, with the same words. */
  readonly known: number[];
  readonly bad: BadRow[];
  /** Each number of the file with the first line that has it, and what stands there. */
  readonly seen: Map<string, { readonly line: number; readonly words: string }>;
}

export function emptyTally(): Tally {
  return { imported: 0, history: 0, total: 0, known: [], bad: [], seen: new Map() };
}

const atOnce = 8;

/** Takes some rows in, each whole or not at all; a row that cannot be taken is named and stops no other. */
export async function take(house: House, target: Target, batch: readonly Entry[], tally: Tally): Promise<void> {
  const { region, source } = target;
  const once = batch.filter((entry) => firstOfItsNumber(entry, tally));
  const known = await knownImports(house, region, source, once);
  const waiting = once.filter((entry) => {
    const before = known.get(entry.id);
    if (!before) return true;
    if (before.is === "same") tally.known.push(entry.line);
    else tally.bad.push({ line: entry.line, reason: before.is, facts: { number: before.number } });
    return false;
  });
  const worker = async () => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) await takeOne(house, target, entry, tally);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** A number that stands in the file twice is taken once; with other words the second time, that row is a bad one. */
function firstOfItsNumber(entry: Entry, tally: Tally): boolean {
  const words = createHash("sha256")
    .update(`${entry.content}\u0000${entry.answer ?? ""}`)
    .digest("base64");
  const first = tally.seen.get(entry.id);
  if (!first) {
    tally.seen.set(entry.id, { line: entry.line, words });
    return true;
  }
  if (first.words === words) tally.known.push(entry.line);
  else tally.bad.push({ line: entry.line, reason: "twiceInFile", facts: { other: first.line } });
  return false;
}

async function takeOne(house: House, { region, source }: Target, entry: Entry, tally: Tally): Promise<void> {
  const { title, content, place, name, phone, received, answer, answered } = entry;
  const person = { organisation: null, email: null, address: null, onBehalf: null, people: 1, representatives: [] };
  const outcome = await importCase(house, {
    filing: {
      region,
      channel: "web",
      receivedAt: received.at,
      subject: "ordinary",
      choice: "public",
      title,
      content,
      claim: null,
      areaId: null,
      place,
      urgent: false,
      petitioner: { kind: "person", ...person, name, phone, replyBy: "web" },
      draft: null,
      source: { name: source, id: entry.id },
    },
    answer: answer !== null && answered ? { text: answer, on: answered.day } : null,
  });
  if (outcome.is === "imported") {
    tally.imported += 1;
    if (answer !== null) tally.history += 1;
  } else if (outcome.is === "known") tally.known.push(entry.line);
  else {
    const facts = outcome.is === "notStored" ? { detail: outcome.detail } : { value: received.day };
    tally.bad.push({ line: entry.line, reason: outcome.is, facts });
  }
}
