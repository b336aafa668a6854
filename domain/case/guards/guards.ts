import type { OrgId } from "../../office/org.ts";
import type { ClauseId } from "../../rules/clause.ts";
import type { Guard } from "../../rules/power.ts";
import { type Refusal, refuse } from "../../rules/refusal.ts";
import { auditingBody } from "../bodies.ts";
import type { Case } from "../case.ts";
import { openLegs } from "../legs.ts";
import type { Classification } from "../input.ts";
import type { Asked, Situation } from "../situation.ts";
import {
  addresseesOfOwnLevel,
  bodyForSubject,
  notTheAccused,
  oneLead,
  onlyTo,
  targetsJoined,
  targetsStaffed,
  throughCountyBureau,
  withinArea,
} from "./target-guards.ts";
import { partsLacking } from "../offer/parts-asked.ts";
import { checkFacts } from "./fact-guards.ts";
import { dueDateKnown, windowOpen, timelyRepliesOver } from "./time-guards.ts";

/** The refusal that a guard leads to; null when nothing stands against the act. */
export function check(guard: Guard, situation: Situation): Refusal | null {
  const { kase, leg, ctx, asked } = situation;
  const { clause } = guard;
  switch (guard.is) {
    case "trackIsSet":
      return kase.track || !asked || asked.classification ? null : refuse("track.notSet", clause);
    case "internalNeedsReason":
      return classified(asked, (c) =>
        c.track === "internal" && c.subject === "ordinary" && !c.internalReason
          ? refuse("track.reasonMissing", clause)
          : null,
      );
    case "reasonNeedsNote":
      return classified(asked, (c) =>
        c.internalReason === guard.reason && !c.reasonNote?.trim()
          ? refuse("track.noteMissing", clause, { reason: guard.reason })
          : null,
      );
    case "subjectIsInternal":
      return classified(asked, (c) =>
        c.subject === guard.subject && c.track === "public"
          ? refuse("track.subjectIsInternal", clause, { subject: guard.subject })
          : null,
      );
    case "consentForPublic":
      return classified(asked, (c) =>
        c.track === "public" && kase.choice === "nonPublic" && kase.consentedOn === null
          ? refuse("track.petitionerChoseInternal", clause)
          : null,
      );
    case "choiceIsPetitioners":
      return classified(asked, (c) =>
        c.internalReason === "petitionerChoice" && kase.choice !== "nonPublic"
          ? refuse("track.petitionerDidNotChoose", clause)
          : null,
      );
    case "consentNeeded":
      return kase.choice === "nonPublic" && kase.consentedOn === null ? null : refuse("consent.notNeeded", clause);
    case "changeNeedsNote":
      return classified(asked, (c) =>
        kase.track !== null && kase.track !== c.track && !c.reasonNote?.trim()
          ? refuse("track.noteMissing", clause, { reason: c.track })
          : null,
      );
    case "wholeCaseHere":
      return wholeCaseHere(clause, situation);
    case "bodyForSubject":
      return asked && bodyForSubject(guard, situation);
    case "notTheAccused":
      return asked && notTheAccused(clause, situation);
    case "targetsJoined":
      return asked && targetsJoined(clause, situation);
    case "targetsStaffed":
      return asked && targetsStaffed(clause, situation);
    case "withinArea":
      return asked && withinArea(clause, situation);
    case "onlyTo":
      return asked && onlyTo(guard, situation);
    case "throughCountyBureau":
      return asked && throughCountyBureau(clause, situation);
    case "oneLead":
      return asked && oneLead(clause, situation);
    case "dueDateKnown":
      return dueDateKnown(clause, situation);
    case "windowOpen":
      return windowOpen(guard.duty, clause, situation);
    case "notBarred":
      return leg && kase.barred.includes(leg.orgId) ? refuse("return.barred", clause, { org: leg.orgId }) : null;
    case "onLeadLeg":
      return leg?.role === "lead" ? null : refuse("input.notTheLead", clause);
    case "reasonAndSuggestion":
      if (!asked) return null;
      if (!asked.reason?.trim()) return refuse("return.reasonMissing", clause);
      return asked.suggested ? null : refuse("return.suggestionMissing", clause);
    case "reasonGiven":
      return asked && !asked.reason?.trim() ? refuse("return.reasonMissing", clause) : null;
    case "timelyRepliesOver":
      return timelyRepliesOver(guard.n, clause, ctx);
    case "partsGiven":
    case "partsGivenWhen": {
      const parts = asked ? partsLacking(guard, kase, leg?.id ?? null, asked.parts) : [];
      return parts.length > 0 ? refuse("reply.partMissing", clause, { parts }) : null;
    }
    case "previewSeen":
      return asked && asked.previewed !== true ? refuse("reply.notPreviewed", clause) : null;
    case "approverNotDrafter":
      return ctx.actor.kind === "staff" && leg?.draft?.draftedBy === ctx.actor.personId
        ? refuse("reply.drafterMayNotApprove", clause)
        : null;
    case "withholdAdvised":
      return asked?.withhold && !leg?.draft?.advisesWithholding ? refuse("audit.withholdNotAdvised", clause) : null;
    case "addresseesOfOwnLevel":
      return asked && addresseesOfOwnLevel(guard, situation);
    case "auditedHere":
      return auditedHere(clause, situation);
    case "checklistAnswered": {
      const open = guard.items.filter((item) => asked?.checklist?.[item] === undefined);
      return asked && open.length > 0 ? refuse("audit.checklistOpen", clause, { items: open }) : null;
    }
    case "checklistSays": {
      const noes = guard.items.filter((item) => asked?.checklist?.[item] === false);
      if (!asked) return null;
      if (guard.verdict === "allYes")
        return noes.length > 0 ? refuse("audit.checklistHasNo", clause, { items: noes }) : null;
      return noes.length === 0 ? refuse("audit.checklistHasNoNo", clause) : null;
    }
    default:
      return checkFacts(guard, situation);
  }
}

function classified(asked: Asked | null, test: (c: Classification) => Refusal | null): Refusal | null {
  return asked?.classification ? test(asked.classification) : null;
}

/** The track of a case can only change while no unit works on it, none has answered, and no other bureau has a part. */
function wholeCaseHere(clause: ClauseId, { kase, ctx }: Situation): Refusal | null {
  const answered = kase.matters.some((m) => m.stage === "passed" || m.stage === "delivered");
  const atWork = openLegs(kase).some((l) => l.kind === "unit");
  const { actor } = ctx;
  const elsewhere = actor.kind === "staff" && actor.orgId !== kase.topBureau && !isAllAt(kase, actor.orgId);
  return answered || atWork || elsewhere ? refuse("track.unitAtWork", clause) : null;
}

function isAllAt(kase: Case, orgId: OrgId): boolean {
  return kase.matters.every((m) => openLegs(kase).some((l) => l.id === m.leadLegId && l.orgId === orgId));
}

/** Where the top bureau reserved the audit, the county's auditor has none (FZ-8.4-4). */
function auditedHere(clause: ClauseId, { kase, leg, ctx }: Situation): Refusal | null {
  if (!leg || ctx.actor.kind !== "staff") return null;
  if (ctx.actor.orgId !== auditingBody(kase, leg, ctx)) return refuse("audit.reservedForCity", clause);
  if (kase.finalAudit) {
    return ctx.actor.posts.includes("finalAuditor") ? null : refuse("audit.reservedForCity", clause);
  }
  return ctx.actor.posts.includes("auditor") ? null : refuse("audit.notFlagged", clause);
}
