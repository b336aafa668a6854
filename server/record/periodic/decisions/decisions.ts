import type { PlainDate } from "../../../../domain/calendar/plain-date.ts";
import type { PeriodicWork } from "../../../../domain/accountability/periodic.ts";
import { longDate } from "../../../../domain/words/dates.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { periodicWords as w } from "../../../../domain/words/periodic.ts";
import type { Decision, KeptDecision } from "../../../store/periodic/decisions.ts";
import { type Section, tableSection } from "../section.ts";

type Naming = (org: string) => string;

/** Whether a work of this kind decides who does what: a meeting and an inspection do. */
export function decides({ what }: Pick<PeriodicWork, "what">): boolean {
  return what === "meeting" || what === "inspection";
}

/** What was decided, as the minutes have it; nothing where nothing was. */
export function decisionSections(decisions: readonly Decision[], nameOf: Naming): readonly Section[] {
  if (decisions.length === 0) return [];
  const rows = decisions.map(({ orgId, what, until }, at) => [`${at + 1}`, what, nameOf(orgId), until]);
  return [tableSection("decisions", w.decisionHeader, [1, 6, 3, 2], rows)];
}

/** What was decided before and how it stands: all that is open, and what was done since the period began. */
export function earlierSections(
  earlier: readonly KeptDecision[],
  { from, today }: { readonly from: PlainDate; readonly today: PlainDate },
  nameOf: Naming,
): readonly Section[] {
  const told = earlier.filter(({ on_day }) => on_day === null || on_day >= from);
  if (told.length === 0) return [];
  const rows = told.map((row) => [row.held_on, row.what, nameOf(row.org_id), row.until, standing(row, today)]);
  return [tableSection("earlier", w.earlierHeader, [2, 5, 3, 2, 4], rows)];
}

function standing({ on_day, note, until }: KeptDecision, today: PlainDate): string {
  if (on_day !== null) return fill(w.decisionDone, { on: longDate(on_day as PlainDate), note: note ?? "" });
  return until < today ? w.decisionLate : w.decisionOpen;
}
