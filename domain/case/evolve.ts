import { happeningsOf } from "./happenings.ts";
import type { Case, Matter } from "./case.ts";
import { legOf } from "./legs.ts";
import type { CaseEvent } from "./event.ts";
import { servedKey, timesServed } from "./served.ts";
import {
  closed,
  onLeg,
  onMatter,
  named,
  settle,
  recalled,
  returnRefused,
  passed,
  opened,
  reopened,
  told,
  withdrawn,
} from "./alter.ts";

/** The case after one more event. Total over the event types: a new one does not compile until it has its line. */
export function evolve(kase: Case, event: CaseEvent): Case {
  const next = settle(apply(kase, event));
  return { ...next, version: kase.version + 1, happenings: [...next.happenings, ...happeningsOf(kase, event)] };
}

/** The case after several events. */
export function evolveAll(kase: Case, events: readonly CaseEvent[]): Case {
  return events.reduce(evolve, kase);
}

function apply(kase: Case, event: CaseEvent): Case {
  switch (event.type) {
    case "caseReceived": {
      const { contentHash: _, packSha256: __, ...facts } = event.data;
      const matter: Matter = {
        id: "m1",
        title: null,
        stage: "unassigned",
        told: false,
        leadLegId: null,
        publication: "none",
      };
      return { ...kase, ...facts, stage: "received", matters: [matter] };
    }
    case "caseImported": {
      const { packId, channel, receivedAt, intake, topBureau, choice, subject } = event.data;
      const matter: Matter = {
        id: "m1",
        title: null,
        stage: "delivered",
        told: true,
        leadLegId: null,
        publication: "none",
      };
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
      return { ...kase, stage: event.data.outcome ?? "refused", ground: event.data.ground };
    case "repeatLinked":
      return { ...kase, repeatOf: event.data.previous };
    case "joined":
      return { ...kase, joinedTo: event.data.to };
    case "separated":
      return { ...kase, joinedTo: null };
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
      return recalled(kase, event.data.legId, true);
    case "legRecalled":
      return recalled(kase, event.data.legId, false);
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
    case "replyReopened":
      return reopened(kase, event.data.legId);
    case "auditPassed":
      return passed(kase, event.data.legId);
    case "published":
      return onMatter(kase, event.data.matterId, { publication: "published" });
    case "withheld":
      return onMatter(kase, event.data.matterId, { publication: "withheld" });
    case "takenDown":
      return onMatter(kase, event.data.matterId, { publication: "takenDown" });
    case "delivered": {
      const { notice, legId } = event.data;
      const leg = legOf(kase, legId);
      const key = servedKey(notice, legId, timesServed(kase.served, notice, legId));
      const served = { ...kase, served: [...kase.served, key] };
      return event.data.feedback && leg ? told(served, leg.matterId) : served;
    }
    case "dutyBreached": {
      const breached = { ...kase, breached: [...kase.breached, event.data.dutyId] };
      const { legId, kind } = event.data;
      const marks = kind === "lapsedUnhandled" || kind === "lateHandling";
      return legId !== null && marks ? onLeg(breached, legId, () => ({ overdue: kind })) : breached;
    }
    case "breachWithdrawn":
      return withdrawn(kase, event.data);
    case "termLapsed":
      return { ...kase, lapsed: [...(kase.lapsed ?? []), event.data.dutyId] };
    case "overdueChanged":
      return onLeg(kase, event.data.legId, () => ({ overdue: event.data.kind }));
    case "rated":
      return { ...kase, rated: true };
    case "escalated":
      return { ...kase, escalations: [...kase.escalations, event.data.escalationId] };
    case "referenceClosed":
      return closed(kase, event.data.legId);
    case "recused":
      return { ...kase, recused: [...kase.recused, event.data.personId] };
    case "urgencyMarked":
      return { ...kase, urgent: event.data.urgent };
    case "reportAsked":
      return { ...kase, reportOwed: event.data.owed };
    case "resultReported":
      return { ...kase, reported: [...(kase.reported ?? []), event.data.legId] };
    case "secrecyAsked":
      return { ...kase, choice: "nonPublic", consentedOn: null };
    case "archived":
      return { ...kase, stage: "archived" };
    case "formalityDone":
    case "termExtended":
    case "leaderDirected":
    case "corrected":
    case "noted":
    case "supplemented":
    case "instructionRecorded":
      return kase;
  }
}
