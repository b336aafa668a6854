import type { SessionInfo } from "../../../contract/session.ts";
import type { Pack } from "../../../domain/rules/pack.ts";

/** The regulation's own words as the desk takes them over; none without a regulation in force. */
export function namesOf(pack: Pack | null): SessionInfo["names"] {
  if (!pack) return {};
  const { petitioner, case: request } = pack.terms;
  const parts = Object.entries(pack.names ?? {}).map(([part, words]) => [part, { ...words }] as const);
  return { ...Object.fromEntries(parts), terms: { petitioner, case: request } };
}
