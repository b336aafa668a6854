import type { Counts } from "../../../domain/accountability/figures.ts";
import type { PeriodicWork } from "../../../domain/accountability/periodic.ts";
import { dayOf, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import { measureOf } from "../../../domain/rules/measure.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import type { Reader } from "../../store/case/sight.ts";
import { type Answered, answeredCases } from "../../store/periodic/call-backs.ts";
import { type Alike, alikeCases, breachesNamed, type Numbered, numbersOf } from "../../store/periodic/gathered.ts";
import { decisionsOf, type KeptDecision } from "../../store/periodic/decisions.ts";
import type { World } from "../../store/world.ts";
import { groupName } from "../oversight/statistics-names.ts";
import { countedOf, type StatisticsQuestion, statisticsOf } from "../oversight/statistics.ts";
import { overseen } from "../oversight/supervision.ts";
import { decides } from "./decisions/decisions.ts";
import { type ContentFigures, contentFigures } from "./content-figures.ts";

/** Counts of a body or a category, by its name. */
export interface NamedCounts {
  readonly key: string;
  readonly name: string;
  readonly counts: Counts;
}

/** Everything that is known of a period before anybody puts it into words. */
export interface Gathered {
  readonly whole: Counts;
  readonly units: readonly NamedCounts[];
  readonly categories: readonly NamedCounts[];
  readonly contents: ReadonlyMap<string, ContentFigures>;
  /** The cases behind the figures of each body. */
  readonly numbers: readonly Numbered[];
  readonly breaches: readonly Numbered[];
  readonly alike: readonly Alike[];
  readonly answered: readonly Answered[];
  readonly asksRatings: boolean;
  /** What works of the same measure decided before. */
  readonly earlier: readonly KeptDecision[];
  readonly from: PlainDate;
  readonly today: PlainDate;
}

/** What is behind the figures of a body and may be said of it. */
const evidence = ["dispatched", "closedInTime", "closedLate", "overdueNow", "reworks", "satisfied", "notSatisfied"];

/** For whom, of which days. */
export interface Span {
  readonly officeId: OrgId;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Gathers what a period holds; what is sealed is left out, since the result goes to many bodies. */
export async function gather(
  house: House,
  world: World,
  pack: Pack,
  work: PeriodicWork,
  span: Span,
  reader: Reader,
): Promise<Gathered> {
  const nobody: Reader = { region: world.region.id, orgId: span.officeId, posts: [] };
  const question: StatisticsQuestion = { ...span, reader: nobody, orgs: overseen(world, span.officeId) };
  const of = countedOf(house, pack, question);
  const named = (groups: ReadonlyMap<string, Counts>, by: "unit" | "category"): readonly NamedCounts[] =>
    [...groups].map(([key, counts]) => ({ key, name: groupName(by, key, pack, world), counts }));
  const units = await statisticsOf(house, pack, question, "unit", []);
  const categories = await statisticsOf(house, pack, question, "category", []);
  const waiting = measureOf(pack.measures, "causeDecides")?.of ?? [];
  return {
    whole: units.whole,
    units: named(units.groups, "unit"),
    categories: named(categories.groups, "category"),
    contents: await contentFigures(house.db, of, pack, work.contents),
    numbers: await numbersOf(house.db, of, evidence),
    breaches: await breachesNamed(house.db, of, waiting),
    alike: await alikeCases(house.db, of, 2),
    answered: work.what === "callBacks" ? await answeredCases(house.db, of, reader, work.carriedOutBy) : [],
    asksRatings: pack.settings.ratings.value !== null,
    earlier: decides(work)
      ? (await decisionsOf(house.db, world.region.id, span.officeId)).filter(({ measure }) => measure === work.id)
      : [],
    from: span.from,
    today: dayOf(house.now()),
  };
}
