import { dayOf, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { orgOf } from "../../../domain/office/office.ts";
import { type OrgId, type Post, unitKinds } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { holdingsOf, setMembership } from "../../store/office/registry.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { loadWorld, touchRegion } from "../../store/world.ts";
import { type Staff, noteRegistry } from "../../record/oversight/registry-change.ts";

export type MembershipOutcome = "done" | "right.missing" | { readonly missing: readonly Post[] };

/** Takes a unit into the system or out of it; one without the required persons cannot join (FZ-8.1-1, FZ-10-1). */
export async function changeMembership(
  house: House,
  pack: Pack,
  order: {
    readonly region: string;
    readonly actor: Staff;
    readonly orgId: OrgId;
    readonly joinedOn: PlainDate | null;
    readonly leftOn: PlainDate | null;
  },
  onceKey: OnceKey | null,
): Promise<MembershipOutcome> {
  if (!order.actor.posts.includes("administrator")) return "right.missing";
  const { region, orgId, joinedOn, leftOn } = order;
  const work = async (tx: Tx): Promise<MembershipOutcome> => {
    const world = await loadWorld(tx, order.region, house);
    const org = orgOf(world.office, order.orgId);
    if (order.joinedOn !== null && unitKinds.includes(org.kind)) {
      const on = order.joinedOn > dayOf(house.now()) ? order.joinedOn : dayOf(house.now());
      const held = (await holdingsOf(tx, region, orgId)).filter(
        (h) => h.active && h.valid_from <= on && (h.valid_to === null || on <= h.valid_to),
      );
      const missing = pack.settings.requiredPosts.value.filter(({ post }) => !held.some((h) => h.post === post));
      if (missing.length > 0) return { missing: missing.map((m) => m.post) };
    }
    await setMembership(tx, order.region, order.orgId, order.joinedOn, order.leftOn);
    await noteRegistry(tx, house, order.region, order.actor, "membershipChanged", {
      orgId: order.orgId,
      joinedOn: order.joinedOn,
      leftOn: order.leftOn,
    });
    await touchRegion(tx, order.region);
    return "done";
  };
  const request = { membership: orgId, joinedOn, leftOn };
  return writeOnce(house, { region, key: onceKey, request }, work, (outcome) => outcome === "done");
}
