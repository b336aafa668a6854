import { type Owed, owedOf, periodStartOf, type PeriodicWork } from "../../../domain/accountability/periodic.ts";
import type { Stretch } from "../../../domain/accountability/stretches.ts";
import { dayOf, type Instant, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { Db } from "../../store/db.ts";
import { circularsOf } from "../../store/oversight/proposals.ts";
import { firstCaseAt, type worksOf } from "../../store/periodic/works.ts";

export type KeptWork = Awaited<ReturnType<typeof worksOf>>[number];

/** How a work stands: when it was last done, and what is owed of it; null where no interval is named. */
export interface Standing {
  readonly last: (Stretch & { readonly on: PlainDate; readonly number: string | null }) | null;
  readonly owed: Owed | null;
}

/**
 * The first day on which periodic work was owed here: the regulation was in force, and the region at work with its
 * first case. Nothing is held against a region for the years before it began.
 */
export async function begunOn(db: Db, region: string, pack: Pack, today: PlainDate): Promise<PlainDate> {
  const first = await firstCaseAt(db, region);
  const atWork = first === null ? today : dayOf(first as Instant);
  return atWork > pack.effectiveFrom ? atWork : pack.effectiveFrom;
}

/** Circulars that an office issued without a document of their own. */
export async function circularsIssued(db: Db, region: string, office: string) {
  const rows = await circularsOf(db, region, [office]);
  return rows.map((row) => ({
    from: row.period_from as PlainDate,
    to: row.period_to as PlainDate,
    on: dayOf((row.issued_at ?? row.created_at) as Instant),
    number: null,
  }));
}

type Circulars = Awaited<ReturnType<typeof circularsIssued>>;

/** How one work of the pack stands today. */
export function standingOf(
  work: PeriodicWork,
  kept: readonly KeptWork[],
  circulars: Circulars,
  { pack, begun, today }: { readonly pack: Pack; readonly begun: PlainDate; readonly today: PlainDate },
): Standing {
  const own = kept
    .filter(({ measure }) => measure === work.id)
    .map((row) => ({
      from: row.period_from as PlainDate,
      to: row.period_to as PlainDate,
      on: row.held_on as PlainDate,
      number: row.number,
    }));
  const done = [...own, ...(work.what === "circular" ? circulars : [])].toSorted((a, b) => b.on.localeCompare(a.on));
  const interval = { monthStart: periodStartOf(pack), begun, today };
  return {
    last: done[0] ?? null,
    owed: work.months === null ? null : owedOf({ months: work.months, ...interval }, done),
  };
}
