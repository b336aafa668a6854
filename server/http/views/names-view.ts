import type { SessionInfo } from "../../../contract/session.ts";
import type { Pack } from "../../../domain/rules/pack.ts";

/** The regulation's own words as the desk takes them over; none without a regulation in force. */
export function namesOf(pack: Pack | null): SessionInfo["names"] {
  return Object.fromEntries(Object.entries(pack?.names ?? {}).map(([part, words]) => [part, { ...words }]));
}
