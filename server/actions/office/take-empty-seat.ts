import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { OrgId, PersonId } from "../../../domain/office/org.ts";
import { holdersOf, otherSeat, type Seat } from "../../../domain/office/seats.ts";
import type { House } from "../../house.ts";
import { accountByLogin } from "../../store/office/accounts.ts";
import { lockRegion } from "../../store/office/office-changes.ts";
import { appendOfficeEvent } from "../../store/office/office-events.ts";
import { addHolding } from "../../store/office/registry.ts";
import { loadWorld, touchRegion } from "../../store/world.ts";

export type EmptySeatOutcome = "done" | "noLogin" | "noOrg" | "taken" | "otherSeat";

/**
 * Sets somebody on a seat that nobody holds: how a house that had only an administrator comes to three, and the way out
 * when the last holder is gone. Who has the server does it, from the command line; a seat that is held is given by two
 * persons at the desk.
 */
export function takeEmptySeat(
  house: House,
  region: string,
  order: { readonly seat: Seat; readonly login: string; readonly orgId: string },
): Promise<EmptySeatOutcome> {
  const { seat, login } = order;
  const orgId = order.orgId as OrgId;
  return house.db.transaction().execute(async (tx) => {
    await lockRegion(tx, region);
    const world = await loadWorld(tx, region, tx);
    const today = dayOf(house.now());
    const account = await accountByLogin(tx, region, login);
    if (!account?.active) return "noLogin";
    const org = world.office.orgs.get(orgId);
    if (!org || org.kind === "area") return "noOrg";
    if (holdersOf(world.office, seat, today).length > 0) return "taken";
    const personId = account.person_id as PersonId;
    if (otherSeat(world.office, personId, seat, today, null)) return "otherSeat";
    const row = { region_id: region, id: house.newId(), person_id: personId, org_id: orgId, post: seat };
    await addHolding(tx, { ...row, valid_from: today, valid_to: null, stands_in_for: null });
    await appendOfficeEvent(tx, region, "rights", {
      type: "postGiven",
      at: house.now(),
      actor: { personId: null, orgId: null },
      data: { id: personId, orgId, post: seat, from: today, to: null },
    });
    await touchRegion(tx, region);
    return "done";
  });
}
