import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Via } from "../../../domain/case/case.ts";
import { firstHash, linkHash } from "../chain.ts";
import { json, type Tx } from "../db.ts";
import { countedOn } from "../trust/counted-on.ts";
import { keptNote } from "../words/rows/office-note.ts";
import type { RowSeal } from "../words/rows/row-places.ts";

/** Acts that concern no single case. Each stream is a chain of its own. */
export type OfficeStream =
  | "registry"
  | "calendar"
  | "accountability"
  | "rights"
  | "papers"
  | "retention"
  | "regulation";

/** Who acted, as it is written into the log. */
export interface OfficeActor {
  readonly personId: string | null;
  readonly orgId: string | null;
  /** The token through which it was done, where it was not the person at the desk. */
  readonly via?: Via;
}

/** A member of staff as the log names them. */
export function signedBy(actor: OfficeActor): OfficeActor {
  const { personId, orgId, via } = actor;
  return via ? { personId, orgId, via } : { personId, orgId };
}

/**
 * Appends to a stream; the lock on the region lets one writer at a time take the next place. `seal`: the note of the event
 * speaks of a sealed case; the hash is that of the whole data either way.
 */
export async function appendOfficeEvent(
  tx: Tx,
  region: string,
  stream: OfficeStream,
  event: { readonly type: string; readonly at: Instant; readonly actor: OfficeActor; readonly data: unknown },
  seal: RowSeal | null = null,
): Promise<void> {
  const own = tx.selectFrom("region").select("id").where("id", "=", region).forNoKeyUpdate();
  await own.executeTakeFirstOrThrow();
  const last = await tx
    .selectFrom("office_event")
    .select(["seq", "hash"])
    .where("region_id", "=", region)
    .where("stream", "=", stream)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  const previous = last?.hash ?? firstHash;
  const hash = linkHash(previous, {
    region,
    stream,
    seq,
    type: event.type,
    at: event.at,
    actor: event.actor,
    data: event.data,
  });
  const kept = keptNote(seal, event.data);
  await tx
    .insertInto("office_event")
    .values({
      region_id: region,
      stream,
      seq,
      type: event.type,
      at: event.at,
      actor: json(event.actor),
      data: json(kept.data),
      words_sealed: kept.sealed,
      previous_hash: previous,
      hash,
      counted_on: countedOn(region, event.at),
    })
    .execute();
}

/** The first event of a type in a stream; null when there is none. */
export async function officeEventOf(tx: Tx, region: string, stream: OfficeStream, type: string) {
  const row = await tx
    .selectFrom("office_event")
    .select(["at", "data"])
    .where("region_id", "=", region)
    .where("stream", "=", stream)
    .where("type", "=", type)
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
