import type { FastifyInstance } from "fastify";
import { acts, type StaffAct } from "../../../contract/case/acts.ts";
import type { Command } from "../../../domain/case/input.ts";
import { actOnCase } from "../../actions/cases/act-on-case.ts";
import type { ActOutcome } from "../../record/perform.ts";
import { hang } from "../door.ts";
import { missing, refused } from "../fault.ts";
import { firstProposed, keepChosen } from "../dispatch/proposed.ts";
import { demandOwnAnswer } from "../replies/own-answer.ts";
import { withSeen } from "../replies/seen.ts";
import { type Shop, worldOf } from "../shop.ts";

/** One door for each lawful act upon a case. */
export function actDoors(app: FastifyInstance, shop: Shop): void {
  for (const act of Object.keys(acts) as StaffAct[]) {
    hang(app, shop, acts[act], async ({ params, body, caller, once }) => {
      const asked = { act, legId: body.legId, input: body.input } as Command;
      const command = withSeen(shop.house, params.id, asked);
      await demandOwnAnswer(shop, params.id, caller.actor, command);
      const order = {
        region: shop.region,
        caseId: params.id,
        command,
        actor: caller.actor,
        seenVersion: body.seenVersion,
      };
      const proposed = await firstProposed(shop, params.id, caller.actor, command);
      const done = await settled(shop, await actOnCase(shop.house, order, once));
      await keepChosen(shop, { caseId: params.id, caller, command, version: done.version }, proposed);
      return done;
    });
  }
}

/** An outcome as a reply; a refusal becomes the fault that says so. */
export async function settled(shop: Shop, outcome: ActOutcome) {
  if ("missing" in outcome) throw missing();
  if ("refused" in outcome) throw refused(outcome.refused, (await worldOf(shop)).office);
  return { ...outcome.done, events: [...outcome.done.events] };
}
