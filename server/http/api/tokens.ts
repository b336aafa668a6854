import type { FastifyInstance } from "fastify";
import { tokens } from "../../../contract/tokens.ts";
import { proposeChange } from "../../actions/office/changes/propose.ts";
import { createOwnToken, withdrawToken } from "../../actions/office/keep-tokens.ts";
import { keepsRights } from "../../record/oversight/registry-change.ts";
import { tokens as listTokens } from "../../store/office/tokens.ts";
import { mustBeInPerson, mustHold } from "../caller.ts";
import { hang } from "../door.ts";
import { missing } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { orgName } from "../views/duty-view.ts";
import { personName } from "../views/timeline-view.ts";
import { changeRefused } from "./trust/changes.ts";
import { packToday } from "./worklist.ts";

/** Tokens for other systems: everybody's own, and those that two persons give in the name of somebody else. */
export function tokenDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, tokens.list, async ({ caller }) => {
    const world = await worldOf(shop);
    const rows = await listTokens(house.db, region, keepsRights(caller.actor) ? null : caller.personId);
    return {
      rows: rows.map((row) => ({
        id: row.id,
        own: row.person_id === caller.personId,
        lastUsedAt: row.last_used_at,
        name: row.name,
        person: personName(world, row.person_id),
        org: orgName(world, row.org_id),
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        revokedAt: row.revoked_at,
      })),
    };
  });

  hang(app, shop, tokens.create, async ({ body, caller, once }) => {
    const { hash } = mustBeInPerson(caller);
    const world = await worldOf(shop);
    const pack = packToday(shop, world);
    const { personId, reason, ...data } = body;
    if (personId === caller.personId) {
      const made = await createOwnToken(house, pack, { region, actor: caller.actor, ...data }, hash, once);
      if (made === "missing") throw missing();
      return { ...made, waits: null };
    }
    mustHold(caller, "securityOfficer", "administrator");
    const order = { region, actor: caller.actor, kind: "token", personId, data, reason } as const;
    const waits = await proposeChange(house, pack, order, once);
    if ("fault" in waits) throw changeRefused(waits, world);
    return { id: null, token: null, expiresAt: null, waits };
  });

  hang(app, shop, tokens.revoke, async ({ params, caller, once }) => {
    mustBeInPerson(caller);
    if (!(await withdrawToken(house, region, caller.actor, params.id, once))) throw missing();
    return { done: true as const };
  });
}
