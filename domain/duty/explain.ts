import type { Stretch } from "../calendar/clock.ts";
import type { Instant, PlainDate } from "../calendar/plain-date.ts";
import type { CountedDay, Term } from "../calendar/term.ts";
import type { Pack } from "../rules/pack.ts";
import { clauseOf, dutyRule } from "../rules/look-up.ts";
import type { ClauseId } from "../rules/clause.ts";
import type { Moment } from "../rules/vocabulary.ts";
import type { Duty } from "./duty.ts";

/** Why a date is what it is; the citizen, the handler and the auditor are shown the same. */
export interface Explanation {
  readonly clause: ClauseId;
  readonly article: string;
  readonly text: string;
  readonly title: string;
  readonly start: Moment;
  readonly startedOn: PlainDate;
  /** Null where the regulation names no term. */
  readonly term: Term | null;
  readonly due: PlainDate | null;
  /** The moment at which a term by the clock is over; null where it ends with the day. */
  readonly dueAt: Instant | null;
  /** The day by which it ought to be done already. */
  readonly target: PlainDate | null;
  /** The last day before the term was extended; null while it was not. */
  readonly extendedFrom: PlainDate | null;
  /** Every day on the way: counted with its number, or off with its reason. */
  readonly days: readonly CountedDay[];
  /** Of a term by the clock: the stretches that count and those that do not. */
  readonly stretches: readonly Stretch[];
  /** The year whose calendar is missing, if that is why there is no date. */
  readonly gap: number | null;
  readonly paused: boolean;
  readonly reconstructed: boolean;
}

/** Explains a duty's last day, or why it has none. */
export function explain(duty: Duty, pack: Pack): Explanation {
  const rule = dutyRule(pack, duty.rule);
  const clause = clauseOf(pack, rule.clause);
  return {
    clause: clause.id,
    article: clause.article,
    text: clause.text,
    title: rule.title,
    start: rule.start,
    startedOn: duty.startedOn,
    term: duty.term,
    due: duty.due,
    dueAt: duty.dueAt,
    target: duty.target,
    extendedFrom: duty.extendedFrom,
    days: duty.count?.days ?? [],
    stretches: duty.count?.stretches ?? [],
    gap: duty.gap,
    paused: duty.state === "paused",
    reconstructed: rule.reconstructed === true,
  };
}
