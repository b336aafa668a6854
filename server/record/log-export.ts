import type { Instant } from "../../domain/calendar/plain-date.ts";
import type { Actor } from "../../domain/case/case.ts";
import type { House } from "../house.ts";
import { logAccess } from "../store/oversight/access-log.ts";

/** What goes out, and to what purpose; of one case where it is one. */
export interface Export {
  readonly at: Instant;
  readonly purpose: string;
  readonly caseId?: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Writes down that somebody takes something out of the house, before it goes out. */
export async function logExport(
  house: House,
  region: string,
  actor: Extract<Actor, { kind: "staff" }>,
  { at, purpose, caseId, detail }: Export,
): Promise<void> {
  await logAccess(house.db, region, {
    id: house.newId(),
    at,
    personId: actor.personId,
    orgId: actor.orgId,
    via: actor.via,
    what: "export",
    caseId: caseId ?? null,
    reason: purpose,
    detail,
  });
}
