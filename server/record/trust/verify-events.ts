import type { House } from "../../house.ts";
import { firstHash, linkHash } from "../../store/chain.ts";
import { brokenCases, type LoggedEvent, readLog } from "../../store/oversight/log.ts";
import { ErasedCases } from "./erased-cases.ts";
import { fault, type LogFault, type Tell } from "./fault.ts";
import { openedFacts } from "./opened-facts.ts";

/** Every chain: its places without a gap, each event whole and tied to the one before. */
export async function verifyEvents(
  house: House,
  region: string,
  tell: Tell,
  onEvents: (n: number) => void,
): Promise<{ readonly events: number; readonly streams: number }> {
  let events = 0;
  let streams = 0;
  let stream = "";
  let seq = 0;
  let previous: Buffer = firstHash;
  const erased = new ErasedCases(tell);
  for await (const batch of readLog(house.db, openedFacts(house), region)) {
    for (const event of batch) {
      if (event.stream !== stream) {
        streams += 1;
        erased.begin(event.stream);
        stream = event.stream;
        seq = 0;
        previous = firstHash;
      }
      const found = faultOf(event, region, seq, previous);
      erased.take(event, found);
      seq = event.seq;
      previous = event.hash;
    }
    events += batch.length;
    onEvents(events);
  }
  erased.end();
  for (const { id, version, last } of await brokenCases(house.db, region)) {
    tell(fault("eventsMissing", id, { expected: version, found: last }));
  }
  return { events, streams };
}

function faultOf(event: LoggedEvent, region: string, seq: number, previous: Buffer): LogFault | null {
  const { stream, type, at, actor, data } = event;
  if (event.seq !== seq + 1) {
    return fault("eventsMissing", stream, { seq: event.seq, expected: seq + 1, found: event.seq });
  }
  if (!event.previousHash.equals(previous)) {
    return fault("chainBroken", stream, { seq: event.seq, expected: previous, found: event.previousHash });
  }
  const expected = linkHash(previous, { region, stream, seq: event.seq, type, at, actor, data });
  if (event.hash.equals(expected)) return null;
  return fault("eventChanged", stream, { seq: event.seq, expected: event.hash, found: expected });
}
