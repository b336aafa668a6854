import { answerJoinedCases } from "../actions/joining/answer-joined.ts";
import type { House } from "../house.ts";
import type { JobPayloads } from "../store/jobs.ts";

/** Gives the answer of a case to those that are handled together with it. */
export function answerJoined(house: House, { region, caseId }: JobPayloads["answerJoined"]): Promise<void> {
  return answerJoinedCases(house, region, caseId);
}
