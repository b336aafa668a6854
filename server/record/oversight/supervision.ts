import { standsInCircular } from "../../../domain/accountability/circular.ts";
import { type Rate, type Rates, weighted } from "../../../domain/accountability/rates.ts";
import { rulesOfStep, type Step, steps } from "../../../domain/accountability/steps.ts";
import { dayOf, type Instant, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { areaOf, isWithin } from "../../../domain/office/office.ts";
import { type Org, type OrgId, type Post, unitKinds } from "../../../domain/office/org.ts";
import type { Responsible } from "../../../domain/case/event.ts";
import type { ClauseId } from "../../../domain/rules/clause.ts";
import { measureOf, type RateName } from "../../../domain/rules/measure.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { BreachKind } from "../../../domain/rules/vocabulary.ts";
import { articleOf, clauseOf } from "../../../domain/rules/look-up.ts";
import type { Db, Tx } from "../../store/db.ts";
import {
  breachesToName,
  firstPasses,
  keptByOrg,
  ratingsByOrg,
  receivedByOrg,
} from "../../store/oversight/efficiency.ts";
import type { Told } from "../../store/case/sight.ts";
import type { World } from "../../store/world.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";

/** What an efficiency office oversees: every body of its own area and below (FZ-11-1, FZ-11-2). */
export function overseen(world: World, officeId: OrgId): readonly Org[] {
  const area = areaOf(world.office, officeId);
  return [...world.office.orgs.values()].filter(
    (org) => org.kind !== "area" && isWithin(world.office, org.id, area.id),
  );
}

export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const none: Rate = { met: 0, of: 0 };

/** How often each body kept each step's term in a period. */
export async function boardOf(
  db: Db | Tx,
  told: Told,
  pack: Pack,
  orgs: readonly Org[],
  period: Period,
  now: Instant,
): Promise<ReadonlyMap<OrgId, Readonly<Record<Step, Rate>>>> {
  const ids = orgs.map((org) => org.id);
  const rows = await keptByOrg(db, told, { orgs: ids, ...period, today: dayOf(now) });
  return new Map(
    ids.map((id) => {
      const own = rows.filter((row) => row.owner_org === id);
      const rates = steps.map((step) => {
        const rules = rulesOfStep(pack, step);
        const counted = own.filter((row) => rules.includes(row.rule));
        return [step, { met: sum(counted, "met"), of: sum(counted, "of") }] as const;
      });
      return [id, Object.fromEntries(rates) as Record<Step, Rate>] as const;
    }),
  );
}

function sum(rows: readonly { readonly met: number; readonly of: number }[], what: "met" | "of"): number {
  return rows.reduce((n, row) => n + row[what], 0);
}

/** Kinds of breaches that have a column of their own in a circular. */
const columns: readonly string[] = ["missedViewing", "lapsedUnhandled", "lateHandling"];

/** The clause that a circular rests on: the one that sets its period, else the one by which a finding leads to it. */
function circularClause(pack: Pack): ClauseId {
  const miss = measureOf(pack.measures, "firstMiss");
  const named = miss?.leadsTo === "circular" ? miss.clause : undefined;
  return measureOf(pack.measures, "circularPeriod")?.clause ?? named ?? (pack.clauses[0]?.id as ClauseId);
}

/** One breach in the words of a circular: its cause, the clause that names the consequence, and who answered for it. */
function finding(row: Awaited<ReturnType<typeof breachesToName>>[number], pack: Pack, world: World) {
  const miss = measureOf(pack.measures, "firstMiss");
  const breach = pack.duties.find((rule) => rule.id === row.rule)?.breach;
  const clause = miss?.of === row.kind ? miss.clause : breach?.clause;
  const people = row.responsible as readonly Responsible[];
  return {
    number: row.number,
    on: row.on_day,
    cause: zh.breachKinds[row.kind as BreachKind],
    article: clause ? articleOf(pack, clause) : "",
    people: people.map((p) => `${world.people.get(p.personId) ?? p.personId}（${zh.posts[p.post]}）`),
  };
}

/** A circular as an efficiency office would issue it for a period. It goes to many bodies, so that no sealed case counts in it. */
export async function circularBody(
  db: Db | Tx,
  world: World,
  pack: Pack,
  { officeId, sealedGrounds }: { readonly officeId: OrgId; readonly sealedGrounds: readonly string[] },
  period: Period,
  now: Instant,
) {
  const everybody: Told = { reader: { region: world.region.id, orgId: officeId, posts: [] }, sealedGrounds };
  const units = overseen(world, officeId).filter((org) => unitKinds.includes(org.kind));
  const ids = units.map((org) => org.id);
  const board = await boardOf(db, everybody, pack, units, period, now);
  const received = await receivedByOrg(db, everybody, ids, period.from, period.to);
  const waiting = measureOf(pack.measures, "causeDecides")?.of ?? [];
  const breaches = await breachesToName(db, everybody, { orgs: ids, ...period, waiting });
  const clause = clauseOf(pack, circularClause(pack));
  const rows = units.map((org) => {
    const own = breaches.filter((b) => b.org_id === org.id);
    const named = (kind: BreachKind) =>
      own.filter((b) => b.kind === kind).map((b) => ({ number: b.number, on: b.on_day }));
    return {
      org: { id: org.id, name: org.shortName },
      received: received.find((row) => row.org_id === org.id)?.n ?? 0,
      viewed: board.get(org.id)?.view ?? none,
      replied: board.get(org.id)?.reply ?? none,
      misses: named("missedViewing"),
      lapsed: named("lapsedUnhandled"),
      late: named("lateHandling"),
      findings: own.filter(({ kind }) => !columns.includes(kind)).map((row) => finding(row, pack, world)),
    };
  });
  const area = areaOf(world.office, officeId);
  return {
    title: fill(zh.circular.title, { area: area.name, case: pack.terms.case, circular: pack.terms.circular }),
    basis: articleOf(pack, clause.id),
    from: period.from,
    to: period.to,
    totals: {
      received: rows.reduce((n, row) => n + row.received, 0),
      replied: { met: rows.reduce((n, r) => n + r.replied.met, 0), of: rows.reduce((n, r) => n + r.replied.of, 0) },
    },
    units: rows.filter(standsInCircular),
  };
}

/** The four rates of a year for each unit, and their weighted whole where weights are set (FZ-12). */
export async function yearlyRates(db: Db | Tx, world: World, pack: Pack, told: Told, year: number, now: Instant) {
  const units = overseen(world, told.reader.orgId as OrgId).filter((org) => unitKinds.includes(org.kind));
  const ids = units.map((org) => org.id);
  const period = { from: `${year}-01-01` as PlainDate, to: `${year}-12-31` as PlainDate };
  const board = await boardOf(db, told, pack, units, period, now);
  const passes = await firstPasses(db, told, ids, period.from, period.to);
  const grades = (pack.settings.ratings.value ?? []).filter((r) => r.counts).map((r) => r.code);
  const ratings = await ratingsByOrg(db, told, ids, grades, period.from, period.to);
  const rule = measureOf(pack.measures, "commendation");
  const weights =
    (world.region.settings.weights as Readonly<Record<RateName, number>> | undefined) ?? rule?.weights ?? null;
  const rateOf = (rows: readonly { org_id: string; met: number; of: number }[], id: string): Rate => {
    const row = rows.find((r) => r.org_id === id);
    return row ? { met: row.met, of: row.of } : none;
  };
  return {
    article: rule ? articleOf(pack, rule.clause) : "",
    reward: rule?.reward ?? null,
    weights,
    rows: units.map((org) => {
      const rates: Rates = {
        viewedInTime: board.get(org.id)?.view ?? none,
        repliedInTime: board.get(org.id)?.reply ?? none,
        passedFirstAudit: rateOf(passes, org.id),
        satisfied: rateOf(ratings, org.id),
      };
      const persons = rule?.persons ? inCharge(world, org.id, rule.persons, period) : [];
      return { org: { id: org.id, name: org.shortName }, persons, rates, whole: weighted(rates, weights) };
    }),
  };
}

/** Who held the post at any time in the period, each once. */
function inCharge(world: World, org: OrgId, post: Post, { from, to }: Period): string[] {
  const held = (world.office.holdings.get(org) ?? []).filter(
    (holding) => holding.post === post && holding.from <= to && (holding.to === null || holding.to >= from),
  );
  return [...new Set(held.map(({ personId }) => world.people.get(personId) ?? ""))].filter((name) => name !== "");
}
