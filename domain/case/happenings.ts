import type { PlainDate } from "../calendar/plain-date.ts";
import type { Happening } from "../duty/timeline.ts";
import type { Moment } from "../rules/vocabulary.ts";
import type { Case, Leg } from "./case.ts";
import { legOf, openLegs } from "./legs.ts";
import type { CaseEvent } from "./event.ts";

/** The moments, in the words of the clauses, that an event brings about. `before` is the case as it was. */
export function happeningsOf(before: Case, event: CaseEvent): readonly Happening[] {
  const on = (
    moment: Moment,
    legId: string | null = null,
    matterId: string | null = null,
    by?: PlainDate,
  ): Happening => ({
    moment,
    at: event.at,
    legId,
    matterId,
    ...(by ? { by } : {}),
  });
  const matterOf = (legId: string) => legOf(before, legId)?.matterId ?? null;
  switch (event.type) {
    case "caseReceived":
      return [{ ...on("intake.received"), at: event.data.receivedAt }];
    case "handedOver":
      return [on("topBureau.received")];
    case "refused":
      return [on(event.data.outcome ? `case.${event.data.outcome}` : "case.refused")];
    case "repeatDeclined":
      return [on("case.notDispatched")];
    case "joined":
      return unassigned(before).map((id) => on("matter.dispatched", null, id));
    case "separated":
      return unassigned(before).map((id) => on("matter.unassigned", null, id));
    case "legOpened":
      return opened(event, on);
    case "formalityDone":
      return [carriedOut(event, on)];
    case "termExtended":
      return [{ ...on("term.extended", event.data.legId), days: event.data.days }];
    case "dutyBreached":
      return [{ ...on("term.lapsed", event.data.legId), values: { rule: event.data.rule } }];
    case "referenceClosed":
      return closed(before, event.data.legId).map((leg) => on("leg.ended", leg.id));
    case "replyReopened":
      return [on("reply.returned", event.data.legId)];
    case "published":
      return [on("reply.published", leadOf(before, event.data.matterId), event.data.matterId)];
    case "archived":
      return [on("case.archived")];
    case "rated":
      return before.matters.map((m) => ({
        ...on("petitioner.rated", m.leadLegId, m.id),
        values: { grade: event.data.grade },
      }));
    case "viewed":
      return [on("unit.viewed", event.data.legId)];
    case "submittedToLeader":
      return [on("unit.submittedToLeader", event.data.legId)];
    case "inputAsked":
      return [on("input.asked", event.data.legId, null, event.data.by)];
    case "inputGiven":
      return [on("input.given", event.data.legId)];
    case "returnAsked":
      return [
        on(ofBureau(before, event.data.legId) ? "countyReturn.requested" : "unitReturn.requested", event.data.legId),
      ];
    case "returnRefused":
      return [on(ofBureau(before, event.data.legId) ? "countyReturn.refused" : "unitReturn.refused", event.data.legId)];
    case "returnAccepted":
      return [
        on(ofBureau(before, event.data.legId) ? "countyReturn.accepted" : "unitReturn.accepted", event.data.legId),
        ...takenBack(before, event.data.legId, on),
      ];
    case "legRecalled":
      return takenBack(before, event.data.legId, on);
    case "replyDrafted":
      return [on("reply.drafted", event.data.legId)];
    case "draftRejected":
      return [on("reply.draftRejected", event.data.legId)];
    case "replySubmitted":
      return [on("reply.submitted", event.data.legId)];
    case "reworkOrdered":
      return [on("reply.returned", event.data.legId)];
    case "auditPassed":
      return [
        on("reply.passed", event.data.legId, matterOf(event.data.legId)),
        ...assistants(before, matterOf(event.data.legId)).map((leg) => on("leg.ended", leg.id)),
      ];
    case "delivered":
      return [
        on(
          event.data.feedback ? "feedback.delivered" : "notice.served",
          event.data.legId,
          matterOf(event.data.legId ?? ""),
        ),
        on(`told.${event.data.notice}`, event.data.legId),
      ];
    default:
      return [];
  }
}

/** Matters that nobody has in hand: their sending is settled while the case is joined to another. */
function unassigned(kase: Case): readonly string[] {
  return kase.matters.filter((m) => m.stage === "unassigned").map((m) => m.id);
}

/** A formality in the words of the timeline, with who did it and what it says. */
function carriedOut(event: Extract<CaseEvent, { type: "formalityDone" }>, on: On): Happening {
  const { formality, legId, values } = event.data;
  const who = event.by.kind === "staff" ? { orgId: event.by.orgId, personId: event.by.personId } : {};
  return { ...on(`done.${formality}`, legId), ...who, values };
}

function leadOf(kase: Case, matterId: string): string | null {
  return kase.matters.find((m) => m.id === matterId)?.leadLegId ?? null;
}

function ofBureau(kase: Case, legId: string): boolean {
  return legOf(kase, legId)?.kind === "bureau";
}

type On = (moment: Moment, legId?: string | null, matterId?: string | null) => Happening;

function opened(event: Extract<CaseEvent, { type: "legOpened" }>, on: On): readonly Happening[] {
  const { legId, matterId, kind, role, parentId } = event.data;
  const { by } = event.data;
  const received = {
    ...on(kind === "bureau" ? "countyBureau.received" : "unit.received", legId, matterId),
    ...(by ? { by } : {}),
  };
  if (role === "assist") return [received];
  const sent =
    parentId === null ? on("matter.dispatched", null, matterId) : on("countyBureau.dispatched", parentId, matterId);
  return [sent, received];
}

function takenBack(before: Case, legId: string, on: On): readonly Happening[] {
  const leg = legOf(before, legId);
  if (!leg) return [];
  const ended = [leg, ...(leg.role === "lead" ? companions(before, legId) : [])].map((l) => on("leg.ended", l.id));
  if (leg.role === "assist") return ended;
  const back = leg.parentId ? on("countyBureau.unassigned", leg.parentId) : on("matter.unassigned", null, leg.matterId);
  return [...ended, back];
}

/** A leg that is over without an answer, and with a lead's the legs that assist it. */
function closed(before: Case, legId: string): readonly Leg[] {
  const leg = legOf(before, legId);
  if (!leg) return [];
  return leg.role === "lead" ? [leg, ...assistants(before, leg.matterId)] : [leg];
}

/** The assisting legs of a matter that are still open, whoever opened them. */
function assistants(kase: Case, matterId: string | null): readonly Leg[] {
  return openLegs(kase).filter((leg) => leg.role === "assist" && leg.matterId === matterId);
}

/** The assisting legs that were opened together with a lead leg and are still open. */
function companions(kase: Case, legId: string): readonly Leg[] {
  const lead = legOf(kase, legId);
  return openLegs(kase).filter(
    (leg) =>
      leg.id !== legId && leg.role === "assist" && leg.matterId === lead?.matterId && leg.parentId === lead.parentId,
  );
}
