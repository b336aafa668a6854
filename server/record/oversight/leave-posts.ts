import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { OrgId, PersonId, Post } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import type { Tx } from "../../store/db.ts";
import { endHolding, holdingsOf, openHoldingsOf } from "../../store/office/registry.ts";
import type { World } from "../../store/world.ts";
import { changed, isMember, nameOf, type Staff } from "./registry-change.ts";

/**
 * Ends the posts that a person still holds as of today, and tells the bodies that must know. A post that the regulation
 * requires and nobody else holds is not ended: it stays in the registry until a successor is named (FZ-10-1), though
 * the person can no longer sign in and the post counts as vacant.
 */
export async function leavePosts(
  tx: Tx,
  house: House,
  { world, pack }: { readonly world: World; readonly pack: Pack },
  actor: Staff,
  personId: PersonId,
): Promise<void> {
  const region = world.region.id;
  const today = dayOf(house.now());
  const required = pack.settings.requiredPosts.value.map(({ post }) => post);
  for (const one of await openHoldingsOf(tx, region, personId, today)) {
    const orgId = one.org_id as OrgId;
    const post = one.post as Post;
    const others = (await holdingsOf(tx, region, orgId)).filter(
      (h) => h.active && h.person_id !== personId && h.post === post && (h.valid_to === null || h.valid_to > today),
    );
    if (required.includes(post) && isMember(world.office, orgId) && others.length === 0) continue;
    await endHolding(tx, region, orgId, one.id, today);
    await changed(tx, house, world, pack, actor, "ended", {
      orgId,
      post,
      old: nameOf(world, personId),
      next: null,
      from: today,
      standIn: one.stands_in_for !== null,
      beside: others.map((h) => h.name),
    });
  }
}
