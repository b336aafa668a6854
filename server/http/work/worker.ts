import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { inOffice } from "../../../domain/office/office.ts";
import type { Worker } from "../../store/work/worklist.ts";
import type { StaffCaller } from "../caller.ts";
import type { Shop } from "../shop.ts";

/**
 * The caller as whoever works: the posts that are the person's own, and those that they stand in for. Who holds nothing
 * but another's post does that one's work as their own.
 */
export function workerOf(shop: Shop, caller: StaffCaller): Worker {
  const held = inOffice(caller.world.office, caller.orgId, dayOf(shop.house.now())).filter(
    (holding) => holding.personId === caller.personId,
  );
  const posts = (lent: boolean) => [
    ...new Set(held.filter((h) => (h.standsInFor !== null) === lent).map((h) => h.post)),
  ];
  const [own, lent] = [posts(false), posts(true)];
  const more = lent.filter((post) => !own.includes(post));
  const { orgId, personId } = caller;
  return {
    region: shop.region,
    orgId,
    personId,
    posts: caller.posts,
    own: own.length > 0 ? own : lent,
    lent: more,
  };
}
