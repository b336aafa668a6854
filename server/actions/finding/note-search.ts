import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import { maskEmail, maskName, maskPhone } from "../../record/mask.ts";
import { logAccess } from "../../store/oversight/access-log.ts";

/** Writes down that somebody has looked for a person, by what, and how many cases they were shown. */
export async function noteSearch(
  house: House,
  region: string,
  actor: Extract<Actor, { kind: "staff" }>,
  typed: string,
  found: number,
): Promise<void> {
  await logAccess(house.db, region, {
    id: house.newId(),
    at: house.now(),
    personId: actor.personId,
    orgId: actor.orgId,
    via: actor.via,
    what: "search",
    caseId: null,
    reason: null,
    detail: { by: masked(typed.trim()), found },
  });
}

function masked(text: string): string {
  if (text.includes("@")) return maskEmail(text);
  return /\d/.test(text) ? maskPhone(text) : maskName(text);
}
