import { endOfDay, type Instant, type PlainDate } from "../calendar/plain-date.ts";
import type { DutyRule } from "../rules/pack.ts";
import type { Duty } from "./duty.ts";
import { inTime } from "./limit.ts";
import type { Happening, Timeline } from "./timeline.ts";

/** The windows on whose closing, and the terms on whose end, another rule begins. */
export function awaitedTerms(rules: readonly DutyRule[]): readonly DutyRule[] {
  const awaited = new Set(rules.map((rule) => rule.start));
  return rules.filter(({ id, kind }) => (kind === "window" && awaited.has(`over.${id}`)) || awaited.has(`end.${id}`));
}

/**
 * The course of a case together with the ends of terms, `end.<id>`, and the closing of the windows that nobody used, `over.<id>`. Time alone closes one
 * at 0:00 after its last day, whatever comes later; a window without a last day stays open until what the rule names
 * under `closedBy` happens. Nothing is stored: the same case at the same `now` gives the same closings.
 */
export function withClosings(
  timeline: Timeline,
  awaited: readonly Duty[],
  rules: readonly DutyRule[],
  now: Instant,
): Timeline {
  const ends = awaited.flatMap((duty) => termEnd(duty, now));
  const windows = awaited.filter(({ kind }) => kind === "window");
  const closings = [...ends, ...windows.flatMap((window) => closing(window, timeline, rules, now))];
  const happenings = closings.reduce(insert, timeline.happenings);
  return { ...timeline, happenings };
}

/**
 * A term is over when its last moment is, whatever came of it; one that fell away has no end. Its end lies on its last
 * day, so that the day after it is the first that counts of what begins then.
 */
function termEnd({ rule, due, dueAt, state, legId, matterId }: Duty, now: Instant): readonly Happening[] {
  if (due === null || state === "cancelled" || inTime(now, { due, dueAt })) return [];
  return [{ moment: `end.${rule}`, at: dueAt ?? lastMoment(due), legId, matterId }];
}

function lastMoment(day: PlainDate): Instant {
  return new Date(Date.parse(endOfDay(day)) - 1).toISOString() as Instant;
}

function closing(window: Duty, timeline: Timeline, rules: readonly DutyRule[], now: Instant): readonly Happening[] {
  const at = lapsedAt(window, now) ?? closedAt(window, timeline, rules);
  const { legId, matterId } = window;
  return at === null ? [] : [{ moment: `over.${window.rule}`, at, legId, matterId }];
}

function lapsedAt({ due, dueAt, endedAt }: Duty, now: Instant): Instant | null {
  return due !== null && !inTime(endedAt ?? now, { due, dueAt }) ? (dueAt ?? endOfDay(due)) : null;
}

function closedAt(window: Duty, { happenings }: Timeline, rules: readonly DutyRule[]): Instant | null {
  const by = rules.find((rule) => rule.id === window.rule)?.closedBy;
  const ends = happenings.some((h) => h.moment === by && h.at === window.endedAt && isOn(h, window));
  return ends ? window.endedAt : null;
}

function isOn(happening: Happening, window: Duty): boolean {
  return happening.legId === null || happening.legId === window.legId;
}

/** Keeps the order of time; at the same instant the closing comes after what brought it about. */
function insert(all: readonly Happening[], closing: Happening): readonly Happening[] {
  const later = all.findIndex((h) => h.at > closing.at);
  return later < 0 ? [...all, closing] : [...all.slice(0, later), closing, ...all.slice(later)];
}
