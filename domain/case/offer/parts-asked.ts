import type { Case } from "../case.ts";
import { factOf, isOneOf } from "../facts.ts";
import { distinctParts, partsOf, powersFor } from "../../rules/look-up.ts";
import type { Pack } from "../../rules/pack.ts";
import type { Guard, ReplyPart } from "../../rules/power.ts";

/** The named parts that a reply to this case must have as it stands: because it is complex, or because a fact says so. */
export function partsAsked(kase: Case, pack: Pack): readonly ReplyPart[] {
  const guards = powersFor(pack, "draftReply").flatMap((power) => power.guards);
  const legs = [null, ...kase.legs.map((leg) => leg.id)];
  return distinctParts(guards.flatMap((guard) => partsOwed(guard, kase, legs)));
}

/** The parts that one guard asks of a reply now; none where its occasion is not there, on any of these legs. */
export function partsOwed(guard: Guard, kase: Case, legs: readonly (string | null)[]): readonly ReplyPart[] {
  if (guard.is === "partsGiven" && !kase.complex) return [];
  if (guard.is === "partsGivenWhen" && guard.when !== null) {
    const { name, oneOf } = guard.when;
    if (!legs.some((leg) => isOneOf(factOf(kase, name, leg), oneOf))) return [];
  }
  return partsOf(guard);
}

/** The labels of those of them that the reply lacks. */
export function partsLacking(
  guard: Guard,
  kase: Case,
  leg: string | null,
  given: Readonly<Record<string, string>> | undefined,
): readonly string[] {
  return partsOwed(guard, kase, [leg]).flatMap(({ code, label }) => (given?.[code]?.trim() ? [] : [label]));
}
