import { sql } from "kysely";
import type { Db, Tx } from "../db.ts";
import { countsFor, type Told } from "../case/sight.ts";
import { countsAsDue } from "./kept.ts";
import { openedRows } from "../words/rows/kept-rows.ts";
import type { RowSeal } from "../words/rows/row-places.ts";

/** How often a rule was kept, by organisation: met ÷ (ended + overdue and open), so that what lies open counts too. */
export async function keptByOrg(
  db: Db | Tx,
  told: Told,
  filter: { readonly orgs: readonly string[]; readonly from: string; readonly to: string; readonly today: string },
) {
  if (filter.orgs.length === 0) return [];
  return db
    .selectFrom("duty")
    .select(["owner_org", "rule"])
    .select([
      sql<number>`count(*) filter (where state = 'met')`.as("met"),
      sql<number>`count(*) filter (where ${countsAsDue(filter.today)})`.as("of"),
    ])
    .where("region_id", "=", told.reader.region)
    .where(countsFor(told, "duty.case_id"))
    .where("kind", "=", "duty")
    .where("owner_org", "in", filter.orgs)
    .where("due_on", ">=", filter.from)
    .where("due_on", "<=", filter.to)
    .groupBy(["owner_org", "rule"])
    .execute();
}

/** Breaches of some organisations in a period, with the number of the case. */
export async function listBreaches(
  db: Db | Tx,
  seal: RowSeal,
  told: Told,
  filter: {
    readonly orgs: readonly string[];
    readonly from: string;
    readonly to: string;
    readonly kind: string | null;
    readonly rule: string | null;
    /** For a list on a screen; what is counted is read whole. */
    readonly atMost?: number;
  },
) {
  if (filter.orgs.length === 0) return [];
  const rows = await db
    .selectFrom("breach")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "breach.region_id").onRef("case.id", "=", "breach.case_id"),
    )
    .selectAll("breach")
    .select("case.number")
    .where("breach.region_id", "=", told.reader.region)
    .where(countsFor(told, "breach.case_id"))
    .where("breach.org_id", "in", filter.orgs)
    .where("breach.on_day", ">=", filter.from)
    .where("breach.on_day", "<=", filter.to)
    .where("breach.withdrawn_at", "is", null)
    .$if(filter.kind !== null, (qb) => qb.where("breach.kind", "=", filter.kind as string))
    .$if(filter.rule !== null, (qb) => qb.where("breach.rule", "=", filter.rule as string))
    .orderBy("breach.on_day", "desc")
    .orderBy("breach.id", "desc")
    .$if(filter.atMost !== undefined, (qb) => qb.limit(filter.atMost as number))
    .execute();
  return openedRows(seal, "breach", rows);
}

/**
 * What a circular of a period names: breaches of the period as they are, but those of kinds that wait for a verdict in
 * the period in which their cause was found to be human, however long ago the term was missed (FZ-11.2-1).
 */
export async function breachesToName(
  db: Db | Tx,
  told: Told,
  filter: {
    readonly orgs: readonly string[];
    readonly from: string;
    readonly to: string;
    readonly waiting: readonly string[];
  },
) {
  if (filter.orgs.length === 0) return [];
  const { from, to, waiting } = filter;
  return db
    .selectFrom("breach")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "breach.region_id").onRef("case.id", "=", "breach.case_id"),
    )
    .select(["breach.kind", "breach.rule", "breach.org_id", "breach.on_day", "breach.responsible", "case.number"])
    .where("breach.region_id", "=", told.reader.region)
    .where(countsFor(told, "breach.case_id"))
    .where("breach.org_id", "in", filter.orgs)
    .where(namedIn({ from, to, waiting }))
    .orderBy("breach.on_day", "desc")
    .orderBy("breach.id", "desc")
    .execute();
}

/** A breach that a circular of these days names. */
export function namedIn(days: { readonly from: string; readonly to: string; readonly waiting: readonly string[] }) {
  const { from, to, waiting } = days;
  return sql<boolean>`breach.withdrawn_at is null and case when breach.kind = any(${waiting}::text[])
    then breach.cause = 'human' and (breach.cause_at at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date
    else breach.on_day between ${from}::date and ${to}::date end`;
}

/** The assisting units of a case's leg: shown beside the lead's breach, never charged (FZ-11.2-2). */
export async function assistantsOf(db: Db | Tx, region: string, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  return db
    .selectFrom("leg")
    .select(["case_id", "matter_id", "org_id"])
    .where("region_id", "=", region)
    .where("case_id", "in", caseIds)
    .where("role", "=", "assist")
    .execute();
}

/** Cases that units received in a period. */
export async function receivedByOrg(db: Db | Tx, told: Told, orgs: readonly string[], from: string, to: string) {
  if (orgs.length === 0) return [];
  return db
    .selectFrom("leg")
    .select("org_id")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("region_id", "=", told.reader.region)
    .where(countsFor(told, "leg.case_id"))
    .where("org_id", "in", orgs)
    .where("kind", "=", "unit")
    .where(sql<boolean>`(opened_at at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date`)
    .groupBy("org_id")
    .execute();
}

/** Replies passed in a year, and those among them that the first audit passed. */
export async function firstPasses(db: Db | Tx, told: Told, orgs: readonly string[], from: string, to: string) {
  if (orgs.length === 0) return [];
  return db
    .selectFrom("leg")
    .select("org_id")
    .select([sql<number>`count(*)`.as("of"), sql<number>`count(*) filter (where not reworked)`.as("met")])
    .where("region_id", "=", told.reader.region)
    .where(countsFor(told, "leg.case_id"))
    .where("org_id", "in", orgs)
    .where("kind", "=", "unit")
    .where("role", "=", "lead")
    .where("passed_at", "is not", null)
    .where(sql<boolean>`(passed_at at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date`)
    .groupBy("org_id")
    .execute();
}

/** Ratings given in a period, and those that count as satisfied, by the unit that answered. */
export async function ratingsByOrg(
  db: Db | Tx,
  told: Told,
  orgs: readonly string[],
  grades: readonly string[],
  from: string,
  to: string,
) {
  if (orgs.length === 0) return [];
  return db
    .selectFrom("case_event")
    .innerJoin("leg", (join) =>
      join.onRef("leg.region_id", "=", "case_event.region_id").onRef("leg.case_id", "=", "case_event.case_id"),
    )
    .select("leg.org_id")
    .select([
      // A case with two answers of one unit has been rated once.
      sql<number>`count(distinct case_event.case_id)`.as("of"),
      sql<number>`count(distinct case_event.case_id) filter (where case_event.data->>'grade' = any(${grades}::text[]))`.as(
        "met",
      ),
    ])
    .where("case_event.region_id", "=", told.reader.region)
    .where(countsFor(told, "case_event.case_id"))
    .where("case_event.type", "=", "rated")
    .where("leg.role", "=", "lead")
    .where("leg.kind", "=", "unit")
    .where("leg.stage", "=", "passed")
    .where("leg.org_id", "in", orgs)
    .where(sql<boolean>`(case_event.at at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date`)
    .groupBy("leg.org_id")
    .execute();
}
