import type { FastifyInstance } from "fastify";
import { announcements } from "../../../contract/own/announcements.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { announcementId, announcementState, announcers } from "../../../domain/telling/announcements.ts";
import { announce, withdrawAnnouncement } from "../../actions/announcing/announce.ts";
import type { StaffCaller } from "../caller.ts";
import { hang } from "../door.ts";
import { fault, missing } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";

/** What the office tells everybody on the portal. */
export function announcementDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, announcements.list, async ({ caller }) => {
    const today = dayOf(house.now());
    const rows = ((await worldOf(shop)).region.settings.notices ?? []).map((one) => ({
      id: announcementId(one),
      title: one.title,
      text: one.text,
      on: one.on,
      until: one.until ?? null,
      state: announcementState(one, today),
    }));
    return { mayWrite: mayAnnounce(caller), rows: rows.toSorted((one, other) => (one.on < other.on ? 1 : -1)) };
  });

  hang(app, shop, announcements.write, async ({ body, caller, once }) => {
    if (!mayAnnounce(caller)) throw fault(403, "right.missing");
    if (body.until !== null && body.until < body.on) throw fault(422, "announcement.days");
    const outcome = await announce(house, region, caller.actor, body, once);
    if ("id" in outcome) return outcome;
    if ("personal" in outcome) throw fault(422, "announcement.personal", { words: outcome.personal });
    if ("doubtful" in outcome) throw fault(422, "announcement.doubtful", { words: outcome.doubtful });
    throw fault(422, "announcement.tooMany", { n: outcome.tooMany });
  });

  hang(app, shop, announcements.withdraw, async ({ params, body, caller, once }) => {
    if (!mayAnnounce(caller)) throw fault(403, "right.missing");
    const order = { id: params.id, reason: body.reason };
    if (!(await withdrawAnnouncement(house, region, caller.actor, order, once))) throw missing();
    return { done: true as const };
  });
}

function mayAnnounce({ posts }: StaffCaller): boolean {
  return posts.some((post) => announcers.includes(post));
}
