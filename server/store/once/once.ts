import { createHash } from "node:crypto";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import { canonical } from "../chain.ts";
import { type Db, json, type Tx } from "../db.ts";

/** Marks one intention of one actor: a repeated press or a retried request carries the same key. */
export interface OnceKey {
  readonly actor: string;
  readonly key: string;
}

/** The key was used before for something else; `reply`: what came of that. */
export class OnceKeyReused extends Error {
  readonly reply: unknown;

  constructor(reply: unknown = null) {
    super("key used before");
    this.reply = reply;
  }
}

/**
 * Does `work` once for a key and gives the same answer to every repetition. A second request that comes while the
 * first is still at work waits for it at the primary key. Answers that `keep` does not want are not remembered.
 */
export async function once<T>(
  tx: Tx,
  region: string,
  onceKey: OnceKey | null,
  request: unknown,
  now: Instant,
  work: () => Promise<T>,
  keep: (answer: T) => boolean,
): Promise<T> {
  if (onceKey === null) return work();
  const requestHash = createHash("sha256").update(canonical(request)).digest();
  const place = { region_id: region, actor: onceKey.actor, key: onceKey.key };
  const claimed = await tx
    .insertInto("once_only")
    .values({ ...place, request_hash: requestHash, created_at: now })
    .onConflict((oc) => oc.columns(["region_id", "actor", "key"]).doNothing())
    .executeTakeFirst();
  const own = tx
    .selectFrom("once_only")
    .select(["request_hash", "reply"])
    .where("region_id", "=", region)
    .where("actor", "=", onceKey.actor)
    .where("key", "=", onceKey.key);
  if (claimed.numInsertedOrUpdatedRows !== 1n) {
    const known = await own.executeTakeFirstOrThrow();
    if (!known.request_hash.equals(requestHash)) throw new OnceKeyReused(known.reply);
    return known.reply as T;
  }
  const answer = await work();
  if (keep(answer)) {
    await tx
      .updateTable("once_only")
      .set({ reply: json(answer) })
      .where("region_id", "=", region)
      .where("actor", "=", onceKey.actor)
      .where("key", "=", onceKey.key)
      .execute();
  } else {
    await tx
      .deleteFrom("once_only")
      .where("region_id", "=", region)
      .where("actor", "=", onceKey.actor)
      .where("key", "=", onceKey.key)
      .execute();
  }
  return answer;
}

/** The answer that was given for a key; null when there is none. */
export async function rememberedAnswer(db: Db, region: string, { actor, key }: OnceKey): Promise<unknown> {
  const row = await db
    .selectFrom("once_only")
    .select("reply")
    .where("region_id", "=", region)
    .where("actor", "=", actor)
    .where("key", "=", key)
    .executeTakeFirst();
  return row?.reply ?? null;
}

/** Forgets the keys of before `until`. */
export async function forgetOnceKeys(tx: Tx, until: Instant): Promise<void> {
  await tx.deleteFrom("once_only").where("created_at", "<", until).execute();
}
