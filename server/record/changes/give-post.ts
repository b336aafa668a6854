import { postsOffered } from "../../../domain/accountability/posts-offered.ts";
import { addDays } from "../../../domain/calendar/plain-date.ts";
import { isSeat, otherSeat } from "../../../domain/office/seats.ts";
import { changed, nameOf, type Staff } from "../oversight/registry-change.ts";
import { appendOfficeEvent, signedBy } from "../../store/office/office-events.ts";
import { addHolding, endHolding, holdingsOf } from "../../store/office/registry.ts";
import { besides, mayFill } from "../oversight/registry-rights.ts";
import { CannotMake, type ChangeData, type ChangeFault, type ChangeRoom, type MadeBy, type Maker } from "./change.ts";

type Order = ChangeData["holding"];

/** Puts a person into a post, in place of another where one is named; the bodies that must know are told. */
export const givePost: Maker<"holding"> = {
  check: async (room, actor: Staff, order) =>
    mayFill(actor, order.orgId, order.post) ? unfit(room, order) : { fault: "right.missing", orgId: order.orgId },
  make: async (room, by, order) => {
    const wrong = unfit(room, order);
    if (wrong) throw new CannotMake(wrong);
    const { tx, house, world, pack, personId } = room;
    const region = world.region.id;
    const { orgId, post, from, to } = order;
    const others = besides(await holdingsOf(tx, region, orgId), post, from, order.replaces);
    const before = order.replaces ? await endHolding(tx, region, orgId, order.replaces, addDays(from, -1)) : null;
    if (order.replaces && !before) throw new CannotMake({ fault: "registry.datesWrong", orgId });
    const row = { region_id: region, id: house.newId(), person_id: personId, org_id: orgId, post };
    await addHolding(tx, { ...row, valid_from: from, valid_to: to, stands_in_for: order.standsInFor });
    const change = {
      orgId,
      post,
      old: before ? nameOf(world, before.person_id) : null,
      next: nameOf(world, personId),
      from,
      standIn: order.standsInFor !== null,
      beside: order.standsInFor === null ? others : [nameOf(world, order.standsInFor)],
    };
    await note(room, by, order);
    return { secret: null, notices: await changed(tx, house, world, pack, by.actor, "appointed", change) };
  },
};

function unfit({ pack, world, personId }: ChangeRoom, { orgId, post, from, to }: Order): ChangeFault | null {
  const org = world.office.orgs.get(orgId);
  if (!org || !world.people.has(personId)) return { fault: "notFound" };
  if (to !== null && to < from) return { fault: "registry.datesWrong", orgId };
  if (!postsOffered(org.kind, pack).includes(post)) return { fault: "registry.noSuchPost", post, orgId };
  const other = isSeat(post) ? otherSeat(world.office, personId, post, from, to) : null;
  return other ? { fault: "registry.oneSeat", post, other, orgId } : null;
}

function note({ tx, house, world, personId }: ChangeRoom, by: MadeBy, { orgId, post, from, to }: Order): Promise<void> {
  return appendOfficeEvent(tx, world.region.id, "rights", {
    type: "postGiven",
    at: house.now(),
    actor: signedBy(by.actor),
    data: { id: personId, orgId, post, from, to, change: by.change, proposedBy: by.proposedBy, reason: by.reason },
  });
}
