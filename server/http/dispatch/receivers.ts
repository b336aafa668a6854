import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { Context } from "../../../domain/case/context.ts";
import { closedReceivers, type Sending } from "../../../domain/case/offer/receivers.ts";
import { holds } from "../../../domain/case/timeline.ts";
import { endingOf } from "../../../domain/duty/limit.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import { explainRefusal } from "../../../domain/rules/explain.ts";
import { articleOf, replyRules } from "../../../domain/rules/look-up.ts";
import type { Refusal } from "../../../domain/rules/refusal.ts";
import { termWords } from "../../../domain/words/entry-words.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";
import { refusalSentence } from "../fault.ts";

/** Nodes that may not be chosen, with the reason that stands beside them in the tree. */
export function closedNodes(sending: Sending, ctx: Context): { id: string; message: string }[] {
  return [...closedReceivers(sending, ctx)].map(([id, refusal]) => ({ id, message: inTheTree(id, refusal, ctx) }));
}

/** Short words where the tree has its own, because the node's name stands before them. */
function inTheTree(id: OrgId, refusal: Refusal, ctx: Context): string {
  const w = zh.dispatch;
  const { facts } = refusal;
  const org = ctx.office.orgs.get(id);
  const name = (other: unknown) => ctx.office.orgs.get(other as OrgId)?.shortName ?? zh.orgKinds.petitionBureau;
  switch (refusal.code) {
    case "dispatch.accusedUnit":
      return w.accused;
    case "dispatch.outsideArea":
      return w.outside;
    case "dispatch.notAUnit":
      return w.notAUnit;
    case "dispatch.throughCountyBureau": {
      const article = refusal.clause ? articleOf(ctx.pack, refusal.clause) : "";
      return fill(w.throughCounty, { bureau: name(facts["offered"]), article });
    }
    case "dispatch.targetNotJoined":
      return org?.leftOn && org.leftOn < dayOf(ctx.now) ? fill(w.left, { on: org.leftOn }) : w.notJoined;
    default:
      return refusalSentence(explainRefusal(refusal, ctx.pack), ctx.office);
  }
}

/** The term that begins with the receipt by the unit, and both its days. */
export function dueToCome({ kase, classification }: Sending, ctx: Context) {
  const track = classification?.track ?? kase.track ?? "public";
  const sorted = { ...kase, track, trackLog: [], ...(classification && { subject: classification.subject }) };
  const fromReceipt = replyRules(ctx.pack).filter((rule) => rule.start === "unit.received");
  const rule =
    fromReceipt.find((r) => r.when.every((c) => c.is === "role" || holds(c, sorted, null, ctx))) ??
    fromReceipt.find((r) => r.when.every((c) => c.is !== "track" || c.value === track));
  const mayTakeDay = fromReceipt.some((r) => r.by !== undefined);
  if (!rule?.limit) return { due: null, dueAt: null, target: null, term: zh.dispatch.noTerm, gap: null, mayTakeDay };
  const article = articleOf(ctx.pack, rule.clause);
  const counted = endingOf(rule.limit, ctx.now, ctx.calendar);
  const aimed = rule.target ? endingOf(rule.target, ctx.now, ctx.calendar) : null;
  const term = fill(zh.dispatch.term, { article, term: termWords(rule.limit) });
  const target = aimed && "due" in aimed ? aimed.due : null;
  return "due" in counted
    ? { due: counted.due, dueAt: counted.dueAt, target, term, gap: null, mayTakeDay }
    : { due: null, dueAt: null, target: null, term, gap: "gap" in counted ? counted.gap : null, mayTakeDay };
}
