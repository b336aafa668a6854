import type { PlainDate } from "../calendar/plain-date.ts";
import type { DayTerm } from "../calendar/term.ts";
import { type CalendarGap, isGap, type WorkCalendar } from "../calendar/work-calendar.ts";
import { judgePast } from "../duty/past.ts";
import type { OrgId } from "../office/org.ts";

/** A duty to answer as it was lived: who owed it, from when, and when it was met. */
export interface LivedReply {
  readonly orgId: OrgId;
  readonly received: PlainDate;
  /** Null while there is no answer. */
  readonly answered: PlainDate | null;
  /** Whether it is late under the term in force. */
  readonly late: boolean;
}

/** How an organisation's answers stand under the term in force and under another one. */
export interface WhatIfRow {
  readonly orgId: OrgId;
  readonly total: number;
  readonly late: number;
  readonly wouldBeLate: number;
}

/**
 * Judges lived answers by another term, organisation by organisation, the most late ones first. An answer still
 * missing is judged as of `today`. A year without a calendar is no guess.
 */
export function whatIf(
  replies: readonly LivedReply[],
  term: DayTerm,
  calendar: WorkCalendar,
  today: PlainDate,
): readonly WhatIfRow[] | CalendarGap {
  const rows = new Map<OrgId, { total: number; late: number; wouldBeLate: number }>();
  for (const { orgId, received, answered, late } of replies) {
    const past = judgePast(received, answered ?? today, term, calendar);
    if (isGap(past)) return past;
    const row = rows.get(orgId) ?? { total: 0, late: 0, wouldBeLate: 0 };
    rows.set(orgId, {
      total: row.total + 1,
      late: row.late + Number(late),
      wouldBeLate: row.wouldBeLate + Number(!past.inTime),
    });
  }
  const list = [...rows].map(([orgId, row]) => ({ orgId, ...row }));
  return list.toSorted((a, b) => b.wouldBeLate - a.wouldBeLate || a.orgId.localeCompare(b.orgId));
}
