import type { Case } from "../case.ts";
import { factOf, isOneOf } from "../facts.ts";
import { powersFor } from "../../rules/look-up.ts";
import type { Pack } from "../../rules/pack.ts";
import type { ReplyPart } from "../../rules/power.ts";

/** The named parts that a reply to this case must have as it stands: because it is complex, or because a fact says so. */
export function partsAsked(kase: Case, pack: Pack): readonly ReplyPart[] {
  const guards = powersFor(pack, "draftReply").flatMap((power) => power.guards);
  const parts = guards.flatMap((guard) => {
    if (guard.is === "partsGiven") return kase.complex ? guard.parts : [];
    if (guard.is !== "partsGivenWhen") return [];
    const { when } = guard;
    const legs = [null, ...kase.legs.map((leg) => leg.id)];
    const asked = when === null || legs.some((leg) => isOneOf(factOf(kase, when.name, leg), when.oneOf));
    return asked ? guard.parts : [];
  });
  return parts.filter((part, i) => parts.findIndex((other) => other.code === part.code) === i);
}
