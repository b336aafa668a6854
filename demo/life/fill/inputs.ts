import { addDays, dayOf } from "../../../domain/calendar/plain-date.ts";
import type { Command, Inputs } from "../../../domain/case/input.ts";
import type { LawfulAct } from "../../../domain/case/lawful.ts";
import { auditItems } from "../../../domain/rules/look-up.ts";
import type { Act } from "../../../domain/rules/vocabulary.ts";
import { sayings } from "../words/sayings.ts";
import type { Scene } from "../scene.ts";
import { carrying, refusals, replies, returning } from "./answering.ts";
import { classificationOf, dispatches, dispatchesOn } from "./sending.ts";

/** What could be said with an act, the likeliest first. An act without an entry is not for staff to choose here. */
const fillers: { readonly [A in Act]?: (scene: Scene, what: LawfulAct) => readonly Inputs[A][] } = {
  handOver: () => [{}],
  view: () => [{}],
  approveReply: () => [{}],
  classify: (scene) => [classificationOf(scene)],
  dispatch: dispatches,
  dispatchOn: dispatchesOn,
  refuse: refusals,
  recordConsent: ({ ctx, luck }) => [{ on: dayOf(ctx.now), how: luck.of(sayings.consents) }],
  flagFinalAudit: ({ luck }) => [{ reason: luck.of(sayings.flags) }],
  takeDown: ({ kase, luck }) =>
    kase.matters
      .filter((matter) => matter.publication === "published")
      .map(({ id }) => ({ matterId: id, reason: luck.of(sayings.takeDowns) })),
  note: ({ luck }) => [{ text: luck.of(sayings.notes) }],
  submitToLeader: () => [{ note: null }],
  direct: ({ luck }) => [{ note: luck.of(sayings.directions) }],
  askInput: ({ kase, leg, ctx, luck }) =>
    kase.legs
      .filter((l) => l.role === "assist" && l.matterId === leg?.matterId && l.stage !== "recalled")
      .map((l) => ({ assistLegId: l.id, by: addDays(dayOf(ctx.now), 3), text: luck.of(sayings.asked) })),
  giveInput: ({ luck }) => [{ text: luck.of(sayings.inputs) }],
  askReturn: returning,
  askBureauReturn: returning,
  acceptReturn: ({ luck }) => [{ note: luck.of(sayings.returnAccepted) }],
  acceptBureauReturn: ({ luck }) => [{ note: luck.of(sayings.returnAccepted) }],
  refuseReturn: ({ luck }) => [{ reason: luck.of(sayings.returnRefused) }],
  refuseBureauReturn: ({ luck }) => [{ reason: luck.of(sayings.returnRefused) }],
  draftReply: replies,
  rejectDraft: ({ luck }) => [{ reason: luck.of(sayings.rejections) }],
  failAudit: ({ ctx, luck }) => {
    const items = auditItems(ctx.pack);
    const wrong = items.length > 0 ? luck.of(items) : null;
    return [{ checklist: answers(items, (item) => item !== wrong), reason: luck.of(sayings.faults) }];
  },
  passAudit: ({ ctx, leg, luck }) => [
    {
      checklist: answers(auditItems(ctx.pack), () => true),
      withhold: leg?.draft?.advisesWithholding === true,
      reason: leg?.draft?.advisesWithholding ? luck.of(sayings.withheld) : null,
    },
  ],
  carryOut: carrying,
  carryOutOnLeg: carrying,
};

/** The orders that somebody might give for an act that stands open to them. */
export function ordersFor(what: LawfulAct, scene: Scene): readonly Command[] {
  const filler = fillers[what.act] as ((scene: Scene, what: LawfulAct) => readonly object[]) | undefined;
  return (filler?.(scene, what) ?? []).map(
    (input) => ({ act: what.act, legId: what.legId, input }) as unknown as Command,
  );
}

/** Whether staff of the demo ever choose the act. */
export function canFill(act: Act): boolean {
  return fillers[act] !== undefined;
}

function answers(items: readonly string[], yes: (item: string) => boolean): Readonly<Record<string, boolean>> {
  return Object.fromEntries(items.map((item) => [item, yes(item)]));
}
