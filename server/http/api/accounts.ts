import { platformName } from "../../../domain/words/pack/platform.ts";
import type { FastifyInstance } from "fastify";
import { accounts } from "../../../contract/accounts.ts";
import { isFault } from "../../../domain/fields/fault.ts";
import { readTelephone } from "../../../domain/fields/telephone.ts";
import { proposeChange } from "../../actions/office/changes/propose.ts";
import { changePerson, unlock } from "../../actions/office/repair-account.ts";
import { mustBeInPerson, mustHold } from "../caller.ts";
import { hang } from "../door.ts";
import { fault, missing } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { changeRefused } from "./trust/changes.ts";
import { packToday } from "./worklist.ts";

/** Accounts that are mended for others, and what the sign-in page says of where it is. */
export function accountDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, accounts.edit, async ({ params, body, caller, once }) => {
    mustHold(caller, "administrator");
    mustBeInPerson(caller);
    const read = body.phone?.trim() ? readTelephone(body.phone) : null;
    if (read && isFault(read)) throw fault(422, "account.phone");
    const person = { name: body.name.trim(), phone: read?.text ?? null };
    const order = { region, actor: caller.actor, personId: params.id, ...person };
    if (!(await changePerson(house, order, once))) throw missing();
    return { done: true as const };
  });

  hang(app, shop, accounts.repair, async ({ params, body, caller, once }) => {
    mustBeInPerson(caller);
    const { what, check, reason } = body;
    if (what === "unlock") {
      mustHold(caller, "securityOfficer");
      const outcome = await unlock(house, { region, actor: caller.actor, personId: params.id, check, reason }, once);
      if (outcome === "missing") throw missing();
      if (outcome === "own") throw fault(422, "account.own");
      return { waits: null };
    }
    mustHold(caller, "securityOfficer", "administrator");
    if (params.id === caller.personId) throw fault(422, "account.own");
    const world = await worldOf(shop);
    const order = { region, actor: caller.actor, kind: what, personId: params.id, data: { check }, reason };
    const outcome = await proposeChange(house, packToday(shop, world), order, once);
    if ("fault" in outcome) throw changeRefused(outcome, world);
    return { waits: outcome };
  });

  hang(app, shop, accounts.threshold, async () => {
    const world = await worldOf(shop);
    return {
      region: world.region.name,
      platform: platformName(packToday(shop, world), world.region.name),
      adminPhone: world.region.settings.adminPhone ?? null,
    };
  });
}
