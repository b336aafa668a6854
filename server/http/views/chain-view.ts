import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import { noChain, type RepeatChain } from "../../../domain/case/context.ts";
import type { CaseId } from "../../../domain/case/case.ts";
import type { EventData } from "../../../domain/case/event.ts";
import type { House } from "../../house.ts";
import { chainFacts } from "../../store/case/chain.ts";
import type { World } from "../../store/world.ts";

export function importedView({
  source,
  sourceId,
  answer,
  answeredOn,
}: EventData["caseImported"]): CaseDetail["imported"] {
  return { source, sourceId, answer, answeredOn };
}

export async function chainOf(
  house: House,
  world: World,
  chainId: string | null,
  caseId: string,
  rules: readonly string[],
): Promise<RepeatChain> {
  if (chainId === null) return noChain;
  const facts = await chainFacts(house.db, world.region.id, chainId, caseId, rules);
  return { timelyReplies: facts.timelyReplies, lastReply: facts.lastReply as CaseId | null };
}
