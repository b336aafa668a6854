import type { WorkCalendar } from "../calendar/work-calendar.ts";
import { dayOf, type Instant } from "../calendar/plain-date.ts";
import { type Office, orgOf } from "../office/office.ts";
import type { OrgId, Post } from "../office/org.ts";
import type { Duty } from "../duty/duty.ts";
import { reckon } from "../duty/reckon.ts";
import type { Happening, Timeline } from "../duty/timeline.ts";
import type { Pack } from "../rules/pack.ts";
import type { Condition } from "../rules/power.ts";
import type { Body, Moment, Track } from "../rules/vocabulary.ts";
import { auditingBody, bodyOf, type World } from "./bodies.ts";
import type { Case, Leg } from "./case.ts";
import { factOf, isOneOf, timesDone } from "./facts.ts";
import { legOf } from "./legs.ts";

/**
 * Whether a condition of a rule holds for a case: as it stands, or, when a happening is given, as it stood for what
 * that happening began. A term never appears or vanishes because the track is changed later.
 */
export function holds(condition: Condition, kase: Case, happening: Happening | null, world: World): boolean {
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
      const body = leg ? auditingBody(kase, leg, world) : null;
      return body !== null && orgOf(world.office, body).level === condition.value;
    }
    case "ground":
      return kase.ground === condition.value;
    case "groundNot":
      return kase.ground !== condition.value;
    case "channel":
      return condition.oneOf.includes(kase.channel);
    case "choice":
      return kase.choice === condition.value;
    case "fact": {
      const until = condition.asOf === "then" ? happening : null;
      return isOneOf(factOf(kase, condition.name, leg?.id ?? null, until), condition.oneOf);
    }
    case "value":
      return isOneOf(happening?.values?.[condition.name], condition.oneOf);
    case "done":
      return timesDone(kase, condition.formality, leg?.id ?? null).length > 0;
    case "level": {
      const body = bodyOf(condition.body, kase, leg?.id ?? null, world);
      return body !== null && condition.oneOf.includes(orgOf(world.office, body).level);
    }
    case "kind": {
      const body = bodyOf(condition.body, kase, leg?.id ?? null, world);
      return body !== null && condition.oneOf.includes(orgOf(world.office, body).kind);
    }
    case "sentByPeer":
      return (leg !== null && sentByPeer(leg, world)) === condition.value;
    case "sameBody": {
      const [one, other] = condition.bodies.map((body) => bodyOf(body, kase, leg?.id ?? null, world));
      return one !== null && one === other;
    }
    case "times":
      return within(timesSince(condition.moment, condition.since, kase, happening), condition);
    case "number": {
      const until = condition.asOf === "then" ? happening : null;
      const stated = factOf(kase, condition.name, leg?.id ?? null, until);
      return typeof stated === "string" && within(Number(stated), condition);
    }
    case "day":
      return liesSo(condition, kase, happening);
    case "not":
      return !holds(condition.of, kase, happening, world);
    case "any":
      return condition.of.some((one) => holds(one, kase, happening, world));
  }
}

function within(n: number, { atLeast, atMost }: { readonly atLeast?: number; readonly atMost?: number }): boolean {
  return (atLeast === undefined || n >= atLeast) && (atMost === undefined || n <= atMost);
}

/** How often a moment has come on the leg or on the case, up to what happened, that included. */
function timesSince(moment: Moment, since: Moment | undefined, kase: Case, happening: Happening | null): number {
  const legId = happening?.legId ?? null;
  const place = happening ? kase.happenings.indexOf(happening) : -1;
  const past = place < 0 ? kase.happenings : kase.happenings.slice(0, place + 1);
  const here = past.filter((h) => legId === null || h.legId === null || h.legId === legId);
  const from = since === undefined ? -1 : here.findLastIndex((h) => h.moment === since);
  return here.slice(from + 1).filter((h) => h.moment === moment).length;
}

function liesSo(
  { name, lies, than, asOf }: Extract<Condition, { is: "day" }>,
  kase: Case,
  happening: Happening | null,
): boolean {
  const until = asOf === "then" ? happening : null;
  const legId = happening?.legId ?? null;
  const day = factOf(kase, name, legId, until);
  const other = ((): unknown => {
    if (than === "filing") return dayOf(kase.receivedAt);
    if (than === "happening") return happening && dayOf(happening.at);
    return factOf(kase, than.name, legId, until);
  })();
  if (typeof day !== "string" || typeof other !== "string") return false;
  return lies === "before" ? day < other : day >= other;
}

function sentByPeer(leg: Leg, { office }: World): boolean {
  return orgOf(office, leg.sender).level === orgOf(office, leg.orgId).level;
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

function ownerOf(body: Body, kase: Case, start: Happening, world: World, post: Post | null): OrgId | null {
  const named = body.startsWith("fact:") ? namedBy(body.slice("fact:".length), kase, start, world) : null;
  return named ?? bodyOf(body, kase, start.legId, world, post);
}

function namedBy(name: string, kase: Case, start: Happening, { office }: World): OrgId | null {
  const org = factOf(kase, name, start.legId, start);
  return typeof org === "string" && office.orgs.has(org as OrgId) ? (org as OrgId) : null;
}

/** A case as the reckoning of duties asks it. */
export function timelineOf(kase: Case, world: World): Timeline {
  return {
    happenings: kase.happenings,
    holds: (condition, happening) => holds(condition, kase, happening, world),
    bodyOf: (body, start, post) => ownerOf(body, kase, start, world, post),
    stated: (name, happening) => factOf(kase, name, happening.legId, happening),
  };
}

/** All duties and windows of a case at `now`. */
export function dutiesOf(
  kase: Case,
  world: { readonly pack: Pack; readonly calendar: WorkCalendar; readonly office: Office; readonly now: Instant },
): readonly Duty[] {
  return reckon(world.pack.duties, timelineOf(kase, world), world.calendar, world.now);
}
