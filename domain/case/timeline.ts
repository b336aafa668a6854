import type { WorkCalendar } from "../calendar/work-calendar.ts";
import type { Instant } from "../calendar/plain-date.ts";
import { type Office, orgOf } from "../office/office.ts";
import type { Duty } from "../duty/duty.ts";
import { reckon } from "../duty/reckon.ts";
import type { Timeline } from "../duty/timeline.ts";
import type { Condition, Pack } from "../rules/pack.ts";
import { auditingBody, bodyOf } from "./bodies.ts";
import { type Case, type Leg, legOf } from "./case.ts";

/** Whether a condition of a rule holds for a case and, where it speaks of one, a leg. */
export function holds(condition: Condition, kase: Case, leg: Leg | null, office: Office): boolean {
  switch (condition.is) {
    case "track":
      return trackToBe(kase) === condition.value;
    case "subject":
      return kase.subject === condition.value;
    case "channelNot":
      return kase.channel !== condition.value;
    case "role":
      return leg?.role === condition.value;
    case "finalAudit":
      return kase.finalAudit === condition.value;
    case "auditedAt": {
      const body = leg ? auditingBody(kase, leg, office) : null;
      return body !== null && orgOf(office, body).level === condition.value;
    }
    case "ground":
      return kase.ground === condition.value;
    case "groundNot":
      return kase.ground !== condition.value;
  }
}

/** The track as it will be: a petitioner who chose non-public handling is internal before anyone classifies (FZ-6.4). */
function trackToBe(kase: Case): Case["track"] {
  if (kase.track) return kase.track;
  return kase.choice === "nonPublic" && kase.consentedOn === null ? "internal" : "public";
}

/** A case as the reckoning of duties asks it. */
export function timelineOf(kase: Case, office: Office): Timeline {
  return {
    happenings: kase.happenings,
    holds: (condition, legId) => holds(condition, kase, legOf(kase, legId), office),
    bodyOf: (body, legId) => bodyOf(body, kase, legId, office),
  };
}

/** All duties and windows of a case at `now`. */
export function dutiesOf(
  kase: Case,
  world: { readonly pack: Pack; readonly calendar: WorkCalendar; readonly office: Office; readonly now: Instant },
): readonly Duty[] {
  return reckon(world.pack.duties, timelineOf(kase, world.office), world.calendar, world.now);
}
