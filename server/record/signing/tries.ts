import { type Instant, instant } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { inTurn } from "./in-turn.ts";
import { clearTries, type Counter, giveTryBack, takeTry } from "../../store/office/signing/tries.ts";

/** How often a secret may be missed, and how long the wait is then. */
export const missesAllowed = 5;
/** How often all the browsers and addresses together that an account does not know may miss. */
export const strangersAllowed = 20;
export const lockMinutes = 30;

const lockMillis = lockMinutes * 60_000;

/** Since when misses still count. */
export function countedSince(now: Instant): Instant {
  return instant(new Date(Date.parse(now) - lockMillis).toISOString());
}

/** When the wait ends that a counter filled at `last` brings. */
export function waitEnds(last: Instant): Instant {
  return instant(new Date(Date.parse(last) + lockMillis).toISOString());
}

/** What came of looking at a secret; `half`: right so far, and the try stays taken until the rest is right too. */
export type Look = "right" | "half" | "wrong";

export type Tried =
  | { readonly was: "right" | "half" }
  | { readonly was: "wrong"; readonly left: number }
  /** Nothing was looked at: no try was left; `over`: how many came after the last one. */
  | { readonly was: "over"; readonly minutes: number; readonly over: number };

/**
 * Takes a try of each counter, and only then looks at the secret. The first counter is the attempt's own and begins anew
 * when the secret was right; the others are shared and are given one try back.
 */
export function tryOnce(
  house: House,
  region: string,
  counters: readonly [Counter, ...Counter[]],
  look: () => Promise<Look>,
): Promise<Tried> {
  return inTurn(`${region} ${counters[0].who.toString("base64")}`, async () => {
    const taken = await takeAll(house, region, counters);
    if ("was" in taken) return taken;
    const was = await look();
    if (was === "right") {
      for (const [n, { who }] of counters.entries()) {
        await (n === 0 ? clearTries(house.db, region, who) : giveTryBack(house.db, region, who));
      }
    }
    return was === "wrong" ? { was, left: taken.left } : { was };
  });
}

async function takeAll(
  house: House,
  region: string,
  counters: readonly Counter[],
): Promise<Tried | { readonly left: number }> {
  const now = house.now();
  let left = Number.POSITIVE_INFINITY;
  for (const counter of counters) {
    const { misses, last_at } = await takeTry(house.db, region, counter, now, countedSince(now));
    if (misses > counter.allowed) {
      const millis = Date.parse(last_at) + lockMillis - Date.parse(now);
      return { was: "over", minutes: Math.max(1, Math.ceil(millis / 60_000)), over: misses - counter.allowed };
    }
    left = Math.min(left, counter.allowed - misses);
  }
  return { left };
}
