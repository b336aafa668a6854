import type { FastifyInstance } from "fastify";
import { tokens } from "../../../contract/tokens.ts";
import { createToken, withdrawToken } from "../../actions/office/keep-tokens.ts";
import { tokens as listTokens } from "../../store/office/tokens.ts";
import { mustHold } from "../caller.ts";
import { hang } from "../door.ts";
import { missing } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { orgName } from "../views/duty-view.ts";
import { personName } from "../views/timeline-view.ts";

/** Tokens for other systems, kept by the administrator. */
export function tokenDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, tokens.list, async ({ caller }) => {
    mustHold(caller, "administrator");
    const world = await worldOf(shop);
    const rows = await listTokens(house.db, region);
    return {
      rows: rows.map((row) => ({
        id: row.id,
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
    mustHold(caller, "administrator");
    const outcome = await createToken(house, { region, actor: caller.actor, ...body }, once);
    if (outcome === "missing") throw missing();
    return outcome;
  });

  hang(app, shop, tokens.revoke, async ({ params, caller, once }) => {
    mustHold(caller, "administrator");
    if (!(await withdrawToken(house, region, caller.actor, params.id, once))) throw missing();
    return { done: true as const };
  });
}
