import type { WorkCalendar } from "../calendar/work-calendar.ts";
import type { Instant } from "../calendar/plain-date.ts";
import { type Office, orgOf } from "../office/office.ts";
import type { Duty } from "../duty/duty.ts";
import { reckon } from "../duty/reckon.ts";
import type { Happening, Timeline } from "../duty/timeline.ts";
import type { Pack } from "../rules/pack.ts";
import type { Condition } from "../rules/power.ts";
import type { Track } from "../rules/vocabulary.ts";
import { auditingBody, bodyOf } from "./bodies.ts";
import type { Case } from "./case.ts";
import { legOf } from "./legs.ts";

/**
 * Whether a condition of a rule holds for a case: as it stands, or, when a happening is given, as it stood for what
 * that happening began. A term never appears or vanishes because the track is changed later.
 */
export function holds(condition: Condition, kase: Case, happening: Happening | null, office: Office): boolean {
  const leg = legOf(kase, happening?.legId ?? null);
  switch (condition.is) {
    case "track":
      return trackFor(kase, happening) === condition.value;
    case "subject":
      return kase.subject === condition.value;
    case "channelNot":
      return kase.channel !== condition.value;
    case "role":
      return leg?.role === condition.value;
    case "finalAudit":
      return finalAuditFor(kase, happening) === condition.value;
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

/** The track that was set when the happening came, or the first one set after it; else the one that is to be expected. */
function trackFor(kase: Case, happening: Happening | null): Track {
  const place = happening ? kase.happenings.indexOf(happening) : -1;
  const set = place < 0 ? kase.trackLog.at(-1) : (kase.trackLog.findLast((t) => t.after <= place) ?? kase.trackLog[0]);
  return set?.track ?? trackToBe(kase);
}

/** A report about officials, and what its petitioner does not want public, is internal before anyone sorts it (FZ-6.1, FZ-6.4). */
function trackToBe(kase: Case): Track {
  const closed = kase.choice === "nonPublic" && kase.consentedOn === null;
  return closed || kase.subject !== "ordinary" ? "internal" : "public";
}

/** An audit that was over before the top bureau reserved it was not the top bureau's (FZ-8.4-4). */
function finalAuditFor(kase: Case, happening: Happening | null): boolean {
  if (!kase.finalAudit || kase.finalAuditSince === null || happening === null) return kase.finalAudit;
  const verdict = kase.happenings
    .slice(kase.happenings.indexOf(happening) + 1)
    .find((h) => h.legId === happening.legId && (h.moment === "reply.passed" || h.moment === "reply.returned"));
  return verdict === undefined || verdict.at > kase.finalAuditSince;
}

/** A case as the reckoning of duties asks it. */
export function timelineOf(kase: Case, office: Office): Timeline {
  return {
    happenings: kase.happenings,
    holds: (condition, happening) => holds(condition, kase, happening, office),
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
