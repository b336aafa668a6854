import { dayOf, type PlainDate } from "../../calendar/plain-date.ts";
import { inOffice, orgOf } from "../../office/office.ts";
import type { OrgId, Post } from "../../office/org.ts";
import { inputMissing, refuse } from "../../rules/refusal.ts";
import type { Case, Leg } from "../case.ts";
import type { Chapter, Ruling } from "./chapter.ts";
import { type Context, today } from "../context.ts";
import { type Deed, deed, type Responsible } from "../event.ts";
import type { Inputs, MatterTargets } from "../input.ts";
import { classification } from "./intake.ts";

type DispatchAct = "dispatch" | "dispatchOn" | "flagFinalAudit";

/** Down the tree: from the top bureau to units and county bureaux, and from those to their units (FZ-4, 7, 8.6, 8.7). */
export const dispatch: Chapter<DispatchAct> = {
  dispatch: (input, kase, _leg, ctx) => {
    const refused = matterRefusal(input.matters, kase, today(ctx));
    if (refused) return refused;
    if (input.classification && kase.legs.some((leg) => leg.kind === "unit" && leg.stage !== "recalled")) {
      return refuse("track.unitAtWork", null);
    }
    const classified = input.classification ? [classification(input.classification, kase)] : [];
    return [...classified, ...openMatters(input.matters, kase, ctx)];
  },
  dispatchOn: (input, kase, leg, ctx) => [
    ...(leg.stage === "bureauReturnAsked"
      ? [deed("returnRefused", { legId: leg.id, reason: null, deemed: false })]
      : []),
    ...open(input, leg.matterId, leg.orgId, leg, kase.legs.length, kase, ctx),
  ],
  flagFinalAudit: (input: Inputs["flagFinalAudit"], kase) =>
    kase.matters.every((m) => m.stage === "passed" || m.stage === "delivered")
      ? refuse("flag.tooLate", null)
      : [deed("finalAuditFlagged", input)],
};

function matterRefusal(matters: readonly MatterTargets[], kase: Case, on: PlainDate): Ruling | null {
  if (matters.length === 0) return refuse("dispatch.noTarget", null);
  if (kase.joinedTo) return refuse("join.isJoined", null);
  const split = matters.length + kase.matters.filter((m) => m.stage !== "unassigned").length > 1;
  for (const { matterId, title, by } of matters) {
    if (by && by < on) return inputMissing("by");
    const known = kase.matters.find((m) => m.id === matterId);
    if (matterId !== null && !known) return refuse("dispatch.matterUnknown", null, { matter: matterId });
    if (known && known.stage !== "unassigned") return refuse("dispatch.matterInHand", null, { matter: known.id });
    if (split && !title?.trim() && !known?.title) return inputMissing("title");
  }
  return null;
}

function openMatters(matters: readonly MatterTargets[], kase: Case, ctx: Context): readonly Deed[] {
  let opened = kase.legs.length;
  let matterCount = kase.matters.length;
  const unnamed = kase.matters.filter(
    (m) => m.stage === "unassigned" && !matters.some((asked) => asked.matterId === m.id),
  );
  return matters.flatMap((asked) => {
    const matterId = asked.matterId ?? unnamed.shift()?.id ?? `m${++matterCount}`;
    const title = asked.title?.trim();
    const named = title ? [deed("matterNamed", { matterId, title, text: asked.text })] : [];
    const legs = open(asked, matterId, kase.topBureau as OrgId, null, opened, kase, ctx);
    opened += legs.length;
    return [...named, ...legs];
  });
}

export function open(
  { targets, note, by }: Pick<MatterTargets, "targets" | "note" | "by">,
  matterId: string,
  sender: OrgId,
  parent: Leg | null,
  opened: number,
  kase: Case,
  ctx: Omit<Context, "actor">,
): readonly Deed[] {
  const leadFirst = [...targets].sort((a, b) => Number(b.role === "lead") - Number(a.role === "lead"));
  return leadFirst.map(({ orgId, role }, i) => {
    const kind = orgOf(ctx.office, orgId).kind === "petitionBureau" ? "bureau" : "unit";
    return deed("legOpened", {
      legId: `l${opened + i + 1}`,
      matterId,
      kind,
      role,
      orgId,
      sender,
      parentId: parent?.id ?? null,
      note,
      responsible: responsibleAt(orgId, kase, ctx),
      ...(by ? { by } : {}),
    });
  });
}

const answering: readonly Post[] = ["clerk", "leaderInCharge", "dispatcher", "auditor", "finalAuditor", "operator"];

/** Who answers for an organisation's steps on a day, stand-ins among them; not who has no part in the case (FZ-10-1, FZ-10-2). */
export function responsibleAt(
  orgId: OrgId,
  { recused }: Case,
  ctx: Omit<Context, "actor">,
  on = dayOf(ctx.now),
): readonly Responsible[] {
  return inOffice(ctx.office, orgId, on)
    .filter((h) => answering.includes(h.post) && !recused.includes(h.personId))
    .map(({ personId, post }) => ({ personId, post }));
}
