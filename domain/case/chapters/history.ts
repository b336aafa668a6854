import type { Instant } from "../../calendar/plain-date.ts";
import type { Case } from "../case.ts";
import type { Done } from "../decide.ts";
import type { CaseEvent, EventData } from "../event.ts";
import { evolve } from "../evolve.ts";

/**
 * Takes in a case that another system has answered. No regulation gives anybody this act: it is the record of a
 * removal from house to house, signed by the system, and no duty begins with it.
 */
export function importHistory(facts: EventData["caseImported"], before: Case, now: Instant): Done {
  const event: CaseEvent = { type: "caseImported", at: now, by: { kind: "system" }, data: facts };
  return { events: [event], kase: evolve(before, event) };
}
