import { type RawBuilder, sql } from "kysely";
import type { Told } from "../case/sight.ts";

/** Which things are counted, and what of the regulation the counting needs. */
export interface Counted extends Told {
  readonly orgs: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly today: string;
  /** Stages at which a case still wants something. */
  readonly openStages: readonly string[];
  /** Rules that time an answer. */
  readonly replyRules: readonly string[];
  /** Grades that count as satisfied, and whether anybody is asked at all. */
  readonly grades: readonly string[];
  readonly asks: boolean;
  /** Formalities that are reminders. */
  readonly reminders: readonly string[];
}

/** The civil day of a moment. */
export function dayIn(column: string): RawBuilder<unknown> {
  return sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date`;
}

/** A moment that falls in the period, said so that an index can find it. */
export function inPeriod(column: string, { from, to }: Pick<Counted, "from" | "to">): RawBuilder<unknown> {
  const moment = sql.ref(column);
  return sql`${moment} >= (${from}::date)::timestamp at time zone 'Asia/Shanghai'
    and ${moment} < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
}

/** Rows of one source, and the names that they can count under; every row of a name comes from one source alone. */
export interface Branch {
  readonly names: readonly string[];
  readonly rows: RawBuilder<unknown>;
}
