import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import { keepsRights, noteRight, type Staff } from "../../record/oversight/registry-change.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { lockRegion } from "../../store/office/office-changes.ts";
import { sessionStands } from "../../store/office/sessions.ts";
import { revokeToken } from "../../store/office/tokens.ts";
import { loadWorld } from "../../store/world.ts";
import { makeToken, unfit } from "../../record/changes/give-token.ts";

/** Gives another system a token that works as the person who asks, shown once. One for somebody else takes two persons. */
export async function createOwnToken(
  house: House,
  pack: Pack,
  order: {
    readonly region: string;
    readonly actor: Staff;
    readonly name: string;
    readonly orgId: OrgId;
    readonly days: number;
  },
  session: Buffer,
  onceKey: OnceKey | null,
): Promise<{ readonly id: string; readonly token: string; readonly expiresAt: Instant } | "missing"> {
  const { region, actor, ...data } = order;
  const { personId } = actor;
  const world = await loadWorld(house.db, region, house);
  const work = async (tx: Tx) => {
    const room = { tx, house, pack, world, personId };
    // Behind a reset that has ended the session: its token would outlive it.
    await lockRegion(tx, region);
    if (unfit(room, data) || !(await sessionStands(tx, region, session))) return null;
    const { id, token, expiresAt } = await makeToken(room, actor, data, null);
    return { id, sealed: house.keys.seal("answer", token).toString("base64"), expiresAt };
  };
  const request = { token: data.name, personId, orgId: data.orgId, days: data.days };
  const made = await writeOnce(house, { region, key: onceKey, request }, work, (answer) => answer !== null);
  if (!made) return "missing";
  return {
    id: made.id,
    token: house.keys.open("answer", Buffer.from(made.sealed, "base64")),
    expiresAt: made.expiresAt,
  };
}

/** Ends a token at once: one's own, or as the keeper of rights anybody's. False when none is there to end. */
export async function withdrawToken(
  house: House,
  region: string,
  actor: Staff,
  id: string,
  onceKey: OnceKey | null,
): Promise<boolean> {
  const own = keepsRights(actor) ? null : actor.personId;
  const work = async (tx: Tx) => {
    await lockRegion(tx, region);
    const ended = await revokeToken(tx, region, id, house.now(), own);
    if (!ended) return false;
    const data = { token: id, name: ended.name, personId: ended.person_id };
    await noteRight(tx, house, region, actor, "tokenRevoked", data);
    return true;
  };
  return writeOnce(house, { region, key: onceKey, request: { revoke: id } }, work, (done) => done);
}
