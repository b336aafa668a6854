import type { FastifyRequest } from "fastify";
import type { CaseId } from "../../../../domain/case/case.ts";
import type { Command } from "../../../../domain/case/input.ts";
import { actOnCase } from "../../../actions/cases/act-on-case.ts";
import { missing, refusalSentence } from "../../fault.ts";
import { type Shop, worldOf } from "../../shop.ts";
import { openedCase } from "../visit.ts";

/** The case of this browser; without one, the way leads back to number and code. */
export function mine(shop: Shop, request: FastifyRequest): CaseId {
  const caseId = openedCase(shop, request);
  if (!caseId) throw missing();
  return caseId as CaseId;
}

export function onceKeyOf(caseId: string, key: string | undefined) {
  return key ? { actor: `case:${caseId}`, key: key.slice(0, 100) } : null;
}

/** Does an act as the petitioner; what stands against it comes back as a sentence. */
export async function actAsPetitioner(
  shop: Shop,
  caseId: string,
  command: Command,
  key: string | undefined,
): Promise<string | null> {
  const { house, region } = shop;
  const order = { region, caseId, command, actor: { kind: "petitioner" as const }, seenVersion: null };
  const outcome = await actOnCase(house, order, onceKeyOf(caseId, key));
  if ("refused" in outcome) return refusalSentence(outcome.refused, (await worldOf(shop)).office);
  if ("missing" in outcome) throw missing();
  return null;
}
