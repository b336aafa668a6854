import type { DutyLine } from "../../../contract/case/duty.ts";
import { dayOf, type Instant, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { workingDaysAfter } from "../../../domain/calendar/term.ts";
import { type Duty, owedStates } from "../../../domain/duty/duty.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import type { DutyRule, Pack } from "../../../domain/rules/pack.ts";
import { articleOf } from "../../../domain/rules/look-up.ts";
import type { World } from "../../store/world.ts";

/** A duty as lists have it: a row of the database or an answer of the engine. */
export interface DutyFacts {
  readonly id: string;
  readonly rule: string;
  readonly kind: "duty" | "window";
  readonly legId: string | null;
  readonly owner: string | null;
  readonly ownerPost: string | null;
  readonly due: string | null;
  readonly dueAt: string | null;
  readonly target: string | null;
  readonly dueWithin: string | null;
  readonly state: DutyLine["state"];
  readonly endedOn: string | null;
  readonly overdueSince: string | null;
  readonly flagged: boolean;
  readonly gap: number | null;
}

/** The line that tells how a duty stands today. */
export function dutyLine(duty: DutyFacts, pack: Pack, world: World, now: Instant): DutyLine | null {
  const rule = pack.duties.find((r) => r.id === duty.rule);
  if (!rule) return null;
  const today = dayOf(now);
  const day = (duty.due ?? duty.dueWithin) as PlainDate | null;
  const calendar = world.calendar(now);
  const open = owedStates.includes(duty.state);
  const byClock = duty.dueAt !== null;
  const left = !byClock && day !== null && open && today <= day ? count(workingDaysAfter(calendar, today, day)) : null;
  const since = duty.endedOn === null ? today : (duty.endedOn as PlainDate);
  const over =
    !byClock && day !== null && since > day && duty.state !== "cancelled"
      ? count(workingDaysAfter(calendar, day, since))
      : null;
  return {
    id: duty.id,
    rule: duty.rule,
    title: rule.title,
    kind: duty.kind,
    legId: duty.legId,
    owner: duty.owner ? { id: duty.owner, name: orgName(world, duty.owner) } : null,
    ownerPost: duty.ownerPost,
    due: duty.due,
    dueAt: duty.dueAt,
    target: duty.target,
    dueWithin: duty.dueWithin,
    left,
    over,
    minutes: open && duty.dueAt !== null ? minutesUntil(duty.dueAt, now) : null,
    soon: byClock || (left !== null && left <= soonDays(rule)),
    state: duty.state,
    endedOn: duty.endedOn,
    overdueSince: duty.overdueSince,
    flagged: duty.flagged,
    gap: duty.gap,
    clause: rule.clause,
    article: articleOf(pack, rule.clause),
  };
}

/** The engine's duty in the shape of lists. */
export function factsOf(duty: Duty, dueWithin: string | null): DutyFacts {
  return { ...duty, dueWithin };
}

/** Near the end: two working days, or half of a short term. */
function soonDays(rule: DutyRule): number {
  const n = rule.limit?.n ?? 0;
  return n > 0 && n <= 3 ? Math.floor(n / 2) : 2;
}

/** Whole minutes that are left, rounded down; negative once the moment is over. */
export function minutesUntil(dueAt: string, now: Instant): number {
  return Math.floor((Date.parse(dueAt) - Date.parse(now)) / 60_000);
}

function count(days: number | { readonly gap: number }): number | null {
  return typeof days === "number" ? days : null;
}

/** The short name of an organisation; its id where the tree no longer knows it. */
export function orgName(world: World, id: string): string {
  return world.office.orgs.get(id as OrgId)?.shortName ?? id;
}
