import type { PlainDate } from "../../calendar/plain-date.ts";
import type { OrgId } from "../../office/org.ts";
import { powersFor } from "../../rules/look-up.ts";
import { type Refusal, refuse } from "../../rules/refusal.ts";
import type { Case, Leg } from "../case.ts";
import type { Context } from "../context.ts";
import { type CaseEvent, deed } from "../event.ts";
import { evolve } from "../evolve.ts";
import { check } from "../guards/guards.ts";
import { legOf } from "../legs.ts";
import { matches } from "../permit.ts";
import type { Asked } from "../situation.ts";
import type { Ruling } from "./chapter.ts";
import { open } from "./dispatch.ts";

interface Move {
  readonly reason: string;
  /** Where the leg goes instead; left out where it only comes back. */
  readonly to?: string | undefined;
  /** The last day that the sender sets. */
  readonly by?: string | undefined;
}

/** The leg comes back to its sender, and goes to another organisation where one is named. */
export function takenBack(leg: Leg, { reason, to, by }: Move, kase: Case, ctx: Context): Ruling {
  const back = deed("legRecalled", { legId: leg.id, reason });
  if (!to) return [back];
  if (to === leg.orgId) return refuse("dispatch.sameUnit", null, { org: to });
  const after = evolve(kase, { ...back, at: ctx.now, by: { kind: "system" } } as CaseEvent);
  const target = { orgId: to as OrgId, role: leg.role };
  const sending = { targets: [target], note: reason, ...(by ? { by: by as PlainDate } : {}) };
  const parent = legOf(after, leg.parentId);
  const refused = sendingRefused({ ...sending, matterId: leg.matterId, title: null, text: null }, after, parent, ctx);
  return refused ?? [back, ...open(sending, leg.matterId, leg.sender, parent, kase.legs.length, after, ctx)];
}

/** What the pack's own power to send says against it: the guards of dispatching hold for sending elsewhere as well. */
function sendingRefused(
  sending: NonNullable<Asked["matters"]>[number],
  kase: Case,
  parent: Leg | null,
  ctx: Context,
): Refusal | null {
  const asked: Asked = parent ? { targets: sending.targets, by: sending.by ?? null } : { matters: [sending] };
  const powers = powersFor(ctx.pack, parent ? "dispatchOn" : "dispatch").filter((power) =>
    power.by.some((holder) => matches(holder, ctx.actor, kase, parent, ctx)),
  );
  const against = powers.map(
    (power) => power.guards.map((guard) => check(guard, { kase, leg: parent, ctx, asked })).find((r) => r) ?? null,
  );
  if (against.includes(null)) return null;
  return against[0] ?? refuse("act.notYourPost", null, { act: "dispatch", needs: [] });
}
