import { randomBytes } from "node:crypto";
import { dayOf, type Instant, instant } from "../../../domain/calendar/plain-date.ts";
import type { Actor } from "../../../domain/case/case.ts";
import { inOffice } from "../../../domain/office/office.ts";
import type { OrgId, PersonId } from "../../../domain/office/org.ts";
import type { House } from "../../house.ts";
import { tokenHash } from "../../record/token-hash.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { appendOfficeEvent } from "../../store/office/office-events.ts";
import { addToken, revokeToken } from "../../store/office/tokens.ts";
import { loadWorld } from "../../store/world.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

/** Gives another system a token that works as a person in an organisation, shown once. */
export async function createToken(
  house: House,
  order: {
    readonly region: string;
    readonly actor: Staff;
    readonly name: string;
    readonly personId: PersonId;
    readonly orgId: OrgId;
    readonly days: number;
  },
  onceKey: OnceKey | null,
): Promise<{ readonly id: string; readonly token: string; readonly expiresAt: Instant } | "missing"> {
  const { region, personId, orgId } = order;
  const now = house.now();
  const world = await loadWorld(house.db, region, house);
  if (!inOffice(world.office, orgId, dayOf(now)).some((h) => h.personId === personId)) return "missing";
  const work = async (tx: Tx) => {
    const token = `hy_${randomBytes(32).toString("base64url")}`;
    const id = house.newId();
    const expiresAt = instant(new Date(Date.parse(now) + order.days * 86_400_000).toISOString());
    await addToken(tx, {
      region_id: region,
      id,
      token_hash: tokenHash(token),
      name: order.name,
      person_id: personId,
      org_id: orgId,
      created_at: now,
      expires_at: expiresAt,
    });
    await log(tx, house, region, order.actor, "tokenCreated", { id, name: order.name, personId, orgId, expiresAt });
    return { id, sealed: house.keys.seal(token).toString("base64"), expiresAt };
  };
  const request = { token: order.name, personId, orgId, days: order.days };
  const made = await writeOnce(house, { region, key: onceKey, request }, work, () => true);
  return { id: made.id, token: house.keys.open(Buffer.from(made.sealed, "base64")), expiresAt: made.expiresAt };
}

/** Takes a token back at once; false when none is there to take. */
export async function withdrawToken(
  house: House,
  region: string,
  actor: Staff,
  id: string,
  onceKey: OnceKey | null,
): Promise<boolean> {
  const work = async (tx: Tx) => {
    if (!(await revokeToken(tx, region, id, house.now()))) return false;
    await log(tx, house, region, actor, "tokenRevoked", { id });
    return true;
  };
  return writeOnce(house, { region, key: onceKey, request: { revoke: id } }, work, (done) => done);
}

function log(
  tx: Parameters<typeof appendOfficeEvent>[0],
  house: House,
  region: string,
  actor: Staff,
  type: string,
  data: unknown,
) {
  return appendOfficeEvent(tx, region, "rights", {
    type,
    at: house.now(),
    actor: { personId: actor.personId, orgId: actor.orgId },
    data,
  });
}
