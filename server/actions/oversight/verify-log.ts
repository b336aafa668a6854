import { createHash } from "node:crypto";
import { addDays, dayOf, type PlainDate, startOfDay } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { firstHash, linkHash } from "../../store/chain.ts";
import { brokenCases, type LoggedEvent, readLog } from "../../store/oversight/log.ts";
import { dayRoot, eventDays, rootToSign, signedDays } from "../../store/oversight/roots.ts";

/** A place where the log is not what it was. */
export interface LogFault {
  readonly what: "eventChanged" | "chainBroken" | "eventsMissing" | "dayChanged" | "signatureWrong" | "dayMissing";
  readonly stream: string;
  readonly seq: number | null;
}

export interface LogReport {
  readonly region: string;
  readonly events: number;
  readonly streams: number;
  readonly days: number;
  readonly faults: readonly LogFault[];
}

/** Reads the whole log of a region and finds every event that was changed, moved or taken away. */
export async function verifyLog(house: House, region: string, onEvents: (n: number) => void): Promise<LogReport> {
  const faults: LogFault[] = [];
  let events = 0;
  let streams = 0;
  let stream = "";
  let seq = 0;
  let previous: Buffer = firstHash;
  for await (const batch of readLog(house.db, region)) {
    for (const event of batch) {
      if (event.stream !== stream) {
        streams += 1;
        stream = event.stream;
        seq = 0;
        previous = firstHash;
      }
      const what = faultOf(event, region, seq, previous);
      if (what) faults.push({ what, stream, seq: event.seq });
      seq = event.seq;
      previous = event.hash;
    }
    events += batch.length;
    onEvents(events);
  }
  for (const id of await brokenCases(house.db, region)) faults.push({ what: "eventsMissing", stream: id, seq: null });
  const days = await verifyDays(house, region, faults);
  return { region, events, streams, days, faults };
}

function faultOf(event: LoggedEvent, region: string, seq: number, previous: Buffer): LogFault["what"] | null {
  if (event.seq !== seq + 1) return "eventsMissing";
  if (!event.previousHash.equals(previous)) return "chainBroken";
  const { stream, type, at, actor, data } = event;
  const expected = linkHash(previous, { region, stream, seq: event.seq, type, at, actor, data });
  return event.hash.equals(expected) ? null : "eventChanged";
}

async function verifyDays(house: House, region: string, faults: LogFault[]): Promise<number> {
  const days = await signedDays(house.db, region);
  let previous: Buffer = firstHash;
  let before: PlainDate | null = null;
  for (const row of days) {
    const day = row.day as PlainDate;
    if (before !== null && addDays(before, 1) !== day) faults.push({ what: "dayMissing", stream: day, seq: null });
    const { root, events } = await dayRoot(house.db, region, startOfDay(day), startOfDay(addDays(day, 1)));
    if (!root.equals(row.root) || events !== row.events) faults.push({ what: "dayChanged", stream: day, seq: null });
    const signed = rootToSign(row.previous_root, day, row.root);
    const chained = row.previous_root.equals(previous);
    if (!chained || !house.keys.verifyRoot(signed, row.signature)) {
      faults.push({ what: "signatureWrong", stream: day, seq: null });
    }
    previous = signed;
    before = day;
  }
  // Yesterday may still wait for its signature; what lies further back has been signed, or the signature was taken away.
  const from = before === null ? null : startOfDay(addDays(before, 1));
  const until = startOfDay(addDays(dayOf(house.now()), -1));
  for (const day of await eventDays(house.db, region, from, until)) {
    faults.push({ what: "dayMissing", stream: day, seq: null });
  }
  return days.length;
}

/**
 * Everything that the stand-alone checker needs, line by line: the key, the events, the signed days, and a signature
 * over all these lines, without which the end could be cut off unseen.
 */
export async function* exportLog(house: House, region: string): AsyncGenerator<object> {
  const whole = createHash("sha256");
  for await (const row of exportedRows(house, region)) {
    whole.update(`${JSON.stringify(row)}\n`);
    yield row;
  }
  const toSign = createHash("sha256").update("huiyin audit export").update(whole.digest()).digest();
  yield { kind: "end", signature: house.keys.signRoot(toSign).toString("hex") };
}

async function* exportedRows(house: House, region: string): AsyncGenerator<object> {
  yield { kind: "log", region, publicKey: house.keys.publicKey, on: dayOf(house.now()) };
  for await (const batch of readLog(house.db, region)) {
    for (const { previousHash, hash, ...event } of batch) {
      yield { kind: "event", ...event, previousHash: previousHash.toString("hex"), hash: hash.toString("hex") };
    }
  }
  for (const row of await signedDays(house.db, region)) {
    yield {
      kind: "day",
      day: row.day,
      events: row.events,
      root: row.root.toString("hex"),
      previousRoot: row.previous_root.toString("hex"),
      signature: row.signature.toString("hex"),
    };
  }
}
