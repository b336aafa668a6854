import type { FastifyRequest } from "fastify";
import type { House } from "../house.ts";
import { logAccess } from "../store/oversight/access-log.ts";
import type { Caller } from "./caller.ts";
import { Fault } from "./fault.ts";

const codes: readonly string[] = ["right.missing", "act.notYourPost", "session.tokenBarred", "change.own"];

/** Writes down who was refused what for want of a right: the door, what it was about, and from where it was tried. */
export async function noteRefusedRight(
  house: House,
  region: string,
  error: unknown,
  caller: Caller | null,
  request: FastifyRequest,
): Promise<void> {
  if (!caller || !(error instanceof Fault) || !codes.includes(error.code)) return;
  const { via } = caller.bearer;
  await logAccess(house.db, region, {
    id: house.newId(),
    at: house.now(),
    personId: caller.personId,
    orgId: caller.orgId,
    what: "rightRefused",
    caseId: null,
    reason: null,
    detail: {
      door: `${request.method} ${request.routeOptions.url ?? ""}`,
      of: request.params ?? {},
      code: error.code,
      address: request.ip,
      ...(via ? { via } : {}),
    },
  });
}
