import type { OrgId } from "../../office/org.ts";
import { powersFor } from "../../rules/look-up.ts";
import type { Guard } from "../../rules/power.ts";
import type { Refusal } from "../../rules/refusal.ts";
import type { Case, Leg } from "../case.ts";
import type { Context } from "../context.ts";
import { check } from "../guards/guards.ts";
import type { Classification } from "../input.ts";
import { permit } from "../permit.ts";

/** The act of sending a case down, from the top bureau or from a county bureau's leg. */
export interface Sending {
  readonly act: "dispatch" | "dispatchOn";
  readonly kase: Case;
  readonly leg: Leg | null;
  /** How the case is about to be sorted in the same act; null where it is sorted already. */
  readonly classification: Classification | null;
}

/** The guards that look at who is to receive. */
const receiverGuards: readonly Guard["is"][] = [
  "bodyForSubject",
  "notTheAccused",
  "targetsJoined",
  "targetsStaffed",
  "withinArea",
  "onlyTo",
  "throughCountyBureau",
  "namedOnlyAfter",
];

function powersOf({ act, kase, leg }: Sending, ctx: Context): readonly { readonly guards: readonly Guard[] }[] {
  const own = permit(act, kase, leg, ctx);
  return "code" in own ? powersFor(ctx.pack, act) : own;
}

/**
 * Why each organisation cannot receive the case, by the very guards that the act itself is checked by; who may receive
 * is not in the map. Areas are no organisations that anything could be sent to.
 */
export function closedReceivers(sending: Sending, ctx: Context): ReadonlyMap<OrgId, Refusal> {
  const powers = powersOf(sending, ctx).map(({ guards }) =>
    guards.filter((guard) => receiverGuards.includes(guard.is)),
  );
  const closed = new Map<OrgId, Refusal>();
  for (const org of ctx.office.orgs.values()) {
    if (org.kind === "area") continue;
    const target = { orgId: org.id, role: "lead" as const };
    const matter = { matterId: null, title: null, text: null, note: null, targets: [target] };
    const { kase, leg, classification } = sending;
    const situation = { kase, leg, ctx, asked: { classification, matters: [matter] } };
    const against = powers.map(
      (guards) => guards.map((guard) => check(guard, situation)).find((r) => r !== null) ?? null,
    );
    const refusal = against.includes(null) ? null : against[0];
    if (refusal) closed.set(org.id, refusal);
  }
  return closed;
}

/** Whether the sender has to say by which day the receiver must be done. */
export function asksLastDay(sending: Sending, ctx: Context): boolean {
  const { kase, leg, classification } = sending;
  const matter = { matterId: null, title: null, text: null, note: null, targets: [], by: null };
  const situation = { kase, leg, ctx, asked: { classification, matters: [matter] } };
  return powersOf(sending, ctx).some(({ guards }) =>
    guards.some((guard) => guard.is === "lastDayGiven" && check(guard, situation) !== null),
  );
}
