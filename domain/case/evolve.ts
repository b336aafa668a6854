import { type Case, type Leg, legOf, type Matter } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import { happeningsOf } from "./happenings.ts";

/** The case after one more event. Total over the event types: a new one does not compile until it has its line. */
export function evolve(kase: Case, event: CaseEvent): Case {
  const next = settle(apply(kase, event));
  return { ...next, version: kase.version + 1, happenings: [...kase.happenings, ...happeningsOf(kase, event)] };
}

/** The case after several events. */
export function evolveAll(kase: Case, events: readonly CaseEvent[]): Case {
  return events.reduce(evolve, kase);
}

function apply(kase: Case, event: CaseEvent): Case {
  switch (event.type) {
    case "caseReceived": {
      const { contentHash: _, ...facts } = event.data;
      const matter: Matter = { id: "m1", title: null, stage: "unassigned", leadLegId: null, publication: "none" };
      return { ...kase, ...facts, stage: "received", matters: [matter] };
    }
    case "caseImported": {
      const { packId, channel, receivedAt, intake, topBureau, choice, subject } = event.data;
      const matter: Matter = { id: "m1", title: null, stage: "delivered", leadLegId: null, publication: "none" };
      const facts = { packId, channel, receivedAt, intake, topBureau, choice, subject };
      return { ...kase, ...facts, stage: "answered", matters: [matter] };
    }
    case "handedOver":
      return { ...kase, stage: "registered", topBureau: event.data.to };
    case "classified": {
      const { track, internalReason, subject, accused, complex } = event.data;
      const stage = kase.stage === "registered" ? "classified" : kase.stage;
      const set = { track, at: event.at, after: kase.happenings.length };
      const trackLog = kase.track === track ? kase.trackLog : [...kase.trackLog, set];
      return { ...kase, stage, track, trackLog, internalReason, subject, accused, complex };
    }
    case "consentRecorded":
      return { ...kase, consentedOn: event.data.on };
    case "refused":
      return { ...kase, stage: "refused", ground: event.data.ground };
    case "repeatLinked":
      return { ...kase, repeatOf: event.data.previous };
    case "repeatDeclined":
      return { ...kase, stage: "notDispatched" };
    case "matterNamed":
      return named(kase, event.data.matterId, event.data.title);
    case "legOpened":
      return opened(kase, event);
    case "finalAuditFlagged":
      return { ...kase, finalAudit: true, finalAuditSince: kase.finalAuditSince ?? event.at };
    case "viewed":
      return onLeg(kase, event.data.legId, (leg) => ({
        viewedAt: event.at,
        stage: leg.stage === "dispatched" ? "viewed" : leg.stage,
        resume: leg.resume === "dispatched" ? "viewed" : leg.resume,
      }));
    case "submittedToLeader":
      return onLeg(kase, event.data.legId, (leg) => ({
        submittedToLeaderAt: event.at,
        stage: leg.stage === "viewed" ? "handling" : leg.stage,
        resume: leg.resume === "viewed" ? "handling" : leg.resume,
      }));
    case "inputAsked":
      return onLeg(kase, event.data.legId, (leg) => ({ inputsOpen: leg.inputsOpen + 1 }));
    case "inputGiven":
      return onLeg(kase, event.data.legId, () => ({ inputsOpen: 0 }));
    case "returnAsked":
      return onLeg(kase, event.data.legId, (leg) => ({
        stage: leg.kind === "bureau" ? "bureauReturnAsked" : "returnAsked",
        resume: leg.stage,
        returnRequest: {
          askedAt: event.at,
          reason: event.data.reason,
          suggested: event.data.suggested,
          state: "asked",
        },
      }));
    case "returnAccepted":
      return recalled(kase, event.data.legId);
    case "returnRefused":
      return returnRefused(kase, event.data.legId, event.data.deemed);
    case "replyDrafted":
      return onLeg(kase, event.data.legId, () => ({
        stage: "drafted",
        draft: {
          version: event.data.version,
          draftedBy: event.by.kind === "staff" ? event.by.personId : null,
          advisesWithholding: event.data.advisesWithholding,
        },
      }));
    case "draftRejected":
      return onLeg(kase, event.data.legId, (leg) => ({ stage: leg.inRework ? "rework" : "handling" }));
    case "replySubmitted":
      return onLeg(kase, event.data.legId, () => ({ stage: "underAudit" }));
    case "reworkOrdered":
      return onLeg(kase, event.data.legId, () => ({ stage: "rework", inRework: true }));
    case "auditPassed":
      return passed(kase, event.data.legId);
    case "published":
      return onMatter(kase, event.data.matterId, { publication: "published" });
    case "withheld":
      return onMatter(kase, event.data.matterId, { publication: "withheld" });
    case "takenDown":
      return onMatter(kase, event.data.matterId, { publication: "takenDown" });
    case "delivered": {
      const leg = legOf(kase, event.data.legId);
      const served = { ...kase, served: [...kase.served, `${event.data.notice}/${event.data.legId ?? "case"}`] };
      return event.data.feedback && leg ? onMatter(served, leg.matterId, { stage: "delivered" }) : served;
    }
    case "dutyBreached": {
      const breached = { ...kase, breached: [...kase.breached, event.data.dutyId] };
      const { legId, kind } = event.data;
      const marks = kind === "lapsedUnhandled" || kind === "lateHandling";
      return legId !== null && marks ? onLeg(breached, legId, () => ({ overdue: kind })) : breached;
    }
    case "overdueChanged":
      return onLeg(kase, event.data.legId, () => ({ overdue: event.data.kind }));
    case "rated":
      return { ...kase, rated: true };
    case "escalated":
      return { ...kase, escalations: [...kase.escalations, event.data.escalationId] };
    case "leaderDirected":
    case "corrected":
    case "noted":
    case "supplemented":
    case "instructionRecorded":
      return kase;
  }
}

/** The stage of the whole follows from its matters once they are in hand. */
function settle(kase: Case): Case {
  if (kase.stage !== "inHand" && kase.stage !== "answering") return kase;
  if (kase.matters.every((m) => m.stage === "delivered")) return { ...kase, stage: "answered" };
  const passed = kase.matters.every((m) => m.stage === "passed" || m.stage === "delivered");
  return passed ? { ...kase, stage: "answering" } : kase;
}

function onLeg(kase: Case, legId: string, change: (leg: Leg) => Partial<Leg>): Case {
  return { ...kase, legs: kase.legs.map((leg) => (leg.id === legId ? { ...leg, ...change(leg) } : leg)) };
}

function onMatter(kase: Case, matterId: string, change: Partial<Matter>): Case {
  return { ...kase, matters: kase.matters.map((m) => (m.id === matterId ? { ...m, ...change } : m)) };
}

function named(kase: Case, matterId: string, title: string): Case {
  if (kase.matters.some((m) => m.id === matterId)) return onMatter(kase, matterId, { title });
  const matter: Matter = { id: matterId, title, stage: "unassigned", leadLegId: null, publication: "none" };
  return { ...kase, matters: [...kase.matters, matter] };
}

function opened(kase: Case, event: Extract<CaseEvent, { type: "legOpened" }>): Case {
  const { note: _, responsible: __, legId, ...data } = event.data;
  const leg: Leg = {
    ...data,
    id: legId,
    stage: data.kind === "bureau" ? "atBureau" : "dispatched",
    resume: null,
    openedAt: event.at,
    viewedAt: null,
    submittedToLeaderAt: null,
    returnRequest: null,
    draft: null,
    inRework: false,
    inputsOpen: 0,
    overdue: null,
  };
  const handedOn = data.parentId ? onLeg(kase, data.parentId, () => ({ stage: "passedOn" })) : kase;
  const withLeg = { ...handedOn, stage: "inHand" as const, legs: [...handedOn.legs, leg] };
  return data.role === "lead" ? onMatter(withLeg, data.matterId, { stage: "inHand", leadLegId: leg.id }) : withLeg;
}

/** A leg taken back takes its assisting legs with it; the body that had sent it has the matter again. */
function recalled(kase: Case, legId: string): Case {
  const leg = legOf(kase, legId);
  if (!leg) return kase;
  const together = kase.legs.filter(
    (l) => l.matterId === leg.matterId && l.parentId === leg.parentId && l.kind === "unit",
  );
  const ids = new Set(leg.role === "lead" ? [leg.id, ...together.map((l) => l.id)] : [leg.id]);
  const legs = kase.legs.map((l) => {
    if (l.id === legId && l.returnRequest)
      return { ...l, stage: "recalled" as const, returnRequest: { ...l.returnRequest, state: "accepted" as const } };
    return ids.has(l.id) && l.stage !== "passed" ? { ...l, stage: "recalled" as const } : l;
  });
  const back = { ...kase, legs };
  if (leg.role === "assist") return back;
  if (leg.parentId)
    return onMatter(
      onLeg(back, leg.parentId, () => ({ stage: "atBureau" })),
      leg.matterId,
      { leadLegId: leg.parentId },
    );
  return onMatter(back, leg.matterId, { stage: "unassigned", leadLegId: null });
}

function returnRefused(kase: Case, legId: string, deemed: boolean): Case {
  const leg = legOf(kase, legId);
  if (!leg) return kase;
  const after = onLeg(kase, legId, (l) => ({
    stage: l.resume ?? l.stage,
    resume: null,
    returnRequest: l.returnRequest && { ...l.returnRequest, state: deemed ? "deemedRefused" : "refused" },
  }));
  return { ...after, barred: [...after.barred, leg.orgId] };
}

/** Passing the lead's reply ends the assistants' legs and the county bureau's with it. */
function passed(kase: Case, legId: string): Case {
  const leg = legOf(kase, legId);
  if (!leg) return kase;
  const legs = kase.legs.map((l) =>
    l.matterId === leg.matterId && l.stage !== "recalled" ? { ...l, stage: "passed" as const } : l,
  );
  return onMatter({ ...kase, legs }, leg.matterId, { stage: "passed" });
}
