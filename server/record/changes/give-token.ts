import { randomBytes } from "node:crypto";
import { dayOf, instant } from "../../../domain/calendar/plain-date.ts";
import { inOffice } from "../../../domain/office/office.ts";
import { keepsRights, type Staff } from "../oversight/registry-change.ts";
import { tokenHash } from "../token-hash.ts";
import { appendOfficeEvent, signedBy } from "../../store/office/office-events.ts";
import { addToken } from "../../store/office/tokens.ts";
import { CannotMake, type ChangeData, type ChangeFault, type ChangeRoom, type Maker } from "./change.ts";

/** Lets another system work as a person in an organisation. */
export const giveToken: Maker<"token"> = {
  check: async (room, actor: Staff, order) => (keepsRights(actor) ? unfit(room, order) : { fault: "right.missing" }),
  make: async (room, by, order) => {
    const wrong = unfit(room, order);
    if (wrong) throw new CannotMake(wrong);
    const made = await makeToken(room, by.actor, order, { proposedBy: by.proposedBy, change: by.change });
    return { secret: made.token, notices: [] };
  },
};

/** The person must hold a post there: a token gives no right that they do not have. */
export function unfit({ house, world, personId }: ChangeRoom, { orgId }: ChangeData["token"]): ChangeFault | null {
  const held = inOffice(world.office, orgId, dayOf(house.now()));
  return held.some((h) => h.personId === personId) ? null : { fault: "notFound" };
}

/** Makes a token and writes it down; without `by` it is a person's own, made by themselves. */
export async function makeToken(
  { tx, house, world, personId }: ChangeRoom,
  actor: Staff,
  { name, orgId, days }: ChangeData["token"],
  by: { readonly proposedBy: string; readonly change: string } | null,
) {
  const region = world.region.id;
  const now = house.now();
  const token = `hy_${randomBytes(32).toString("base64url")}`;
  const id = house.newId();
  const expiresAt = instant(new Date(Date.parse(now) + days * 86_400_000).toISOString());
  await addToken(tx, {
    region_id: region,
    id,
    token_hash: tokenHash(token),
    name,
    person_id: personId,
    org_id: orgId,
    created_at: now,
    expires_at: expiresAt,
    proposed_by: by?.proposedBy ?? null,
    agreed_by: by ? actor.personId : null,
  });
  await appendOfficeEvent(tx, region, "rights", {
    type: "tokenCreated",
    at: now,
    actor: signedBy(actor),
    data: { token: id, name, personId, orgId, expiresAt, ...by },
  });
  return { id, token, expiresAt };
}
