import type { KeptWork, PeriodicDecision, PeriodicWorkLine } from "../../../contract/periodic.ts";
import { isNumbered, type PeriodicWork } from "../../../domain/accountability/periodic.ts";
import type { Org } from "../../../domain/office/org.ts";
import { bodyName } from "../../record/oversight/statistics-names.ts";
import { decides } from "../../record/periodic/decisions/decisions.ts";
import { attendance } from "../../record/periodic/office.ts";
import { type circularsIssued, type KeptWork as Row, standingOf } from "../../record/periodic/standing.ts";
import { articleOf, nameOf } from "../../record/periodic/titles.ts";
import type { KeptDecision } from "../../store/periodic/decisions.ts";
import type { World } from "../../store/world.ts";
import { personName } from "../views/timeline-view.ts";

interface Done {
  readonly rows: readonly Row[];
  readonly circulars: Awaited<ReturnType<typeof circularsIssued>>;
  readonly office: Org;
}

/** A work with when it was done last and falls due next. */
export function workLine(
  work: PeriodicWork,
  { rows, circulars, office }: Done,
  at: Parameters<typeof standingOf>[3],
  world: World,
): PeriodicWorkLine {
  const { id, what, words, months, contents } = work;
  const { last, owed } = standingOf(work, rows, circulars, at);
  return {
    id,
    what,
    title: nameOf(work),
    words,
    months,
    contents: [...contents],
    article: articleOf(work, at.pack),
    with: attendance(world, office, work).map(({ kind, bodies }) => ({
      kind,
      bodies: bodies.map((org) => ({ id: org.id, name: org.shortName })),
    })),
    numbered: isNumbered(work),
    decides: decides(work),
    last,
    next: owed?.next ?? null,
    missing: [...(owed?.missing ?? [])],
  };
}

/** A work that was done, as lists have it. */
export function keptLine(row: Row, world: World): KeptWork {
  return {
    id: row.id,
    measure: row.measure,
    what: row.kind as KeptWork["what"],
    title: row.title,
    number: row.number,
    from: row.period_from,
    to: row.period_to,
    heldOn: row.held_on,
    with: (row.with_whom as readonly string[]).map((org) => bodyName(world, org)),
    recordedAt: row.recorded_at,
    recordedBy: personName(world, row.recorded_by),
  };
}

/** Something that was decided, and what came of it. */
export function decisionLine(row: KeptDecision, world: World): PeriodicDecision {
  const { id, title, held_on: heldOn, org_id: org, what, until, on_day: on, note, person_id: by } = row;
  const done = on === null ? null : { on, note: note ?? "", by: by === null ? "" : personName(world, by) };
  return { id, title, heldOn, org: bodyName(world, org), what, until, done };
}
