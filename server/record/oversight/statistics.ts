import { noCounts } from "../../../domain/accountability/statistics.ts";
import { countNames, type CountName, type Counts, type Grouping } from "../../../domain/accountability/figures.ts";
import type { Stretch } from "../../../domain/accountability/stretches.ts";
import { rulesOfStep } from "../../../domain/accountability/steps.ts";
import { dayOf, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { isWithin } from "../../../domain/office/office.ts";
import type { Org, OrgId, Post } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { sealedGrounds } from "../../../domain/case/sight.ts";
import { openStages } from "../../../domain/rules/vocabulary.ts";
import type { House } from "../../house.ts";
import type { Reader } from "../../store/case/sight.ts";
import type { Counted } from "../../store/oversight/counted-parts.ts";
import { type CountRow, countThings } from "../../store/oversight/statistics.ts";
import type { World } from "../../store/world.ts";
import { overseen } from "./supervision.ts";

/** Who reads the figures of their whole area, and who those of their own body. */
export const areaPosts: readonly Post[] = ["efficiencyOfficer", "bureauHead", "officeLeader", "governmentLeader"];
export const bodyPosts: readonly Post[] = ["principalLeader", "leaderInCharge"];

/** The bodies whose figures somebody may read; narrowed to one body and what stands below it. */
export function countedBodies(
  world: World,
  who: { readonly orgId: OrgId; readonly posts: readonly Post[] },
  only: OrgId | null,
): readonly Org[] {
  const whole = who.posts.some((post) => areaPosts.includes(post));
  const own = world.office.orgs.get(who.orgId);
  const all = whole ? overseen(world, who.orgId) : own ? [own] : [];
  return only === null ? all : all.filter((org) => isWithin(world.office, org.id, only));
}

/** What the statistics of a period are asked for. */
export interface StatisticsQuestion {
  readonly reader: Reader;
  readonly orgs: readonly Org[];
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Formalities that are reminders, by id: to be reminded again is a finding. */
function remindersOf(pack: Pack): readonly string[] {
  return pack.formalities
    .filter(({ effects }) => effects.some((effect) => effect.is === "finding" && effect.kind === "urgedAgain"))
    .map(({ id }) => id);
}

/** The day on which a month of statistics begins (HZ-6.4.3-2). */
export function monthStartOf(pack: Pack): number {
  return pack.settings.statisticalMonth.value?.startDay ?? 1;
}

/** The same as the store is asked: with what of the regulation in force the counting needs. */
export function countedOf(house: House, pack: Pack, { reader, orgs, from, to }: StatisticsQuestion): Counted {
  const ratings = pack.settings.ratings.value;
  return {
    reader,
    orgs: orgs.map((org) => org.id),
    from,
    to,
    today: dayOf(house.now()),
    openStages,
    replyRules: rulesOfStep(pack, "reply"),
    grades: (ratings ?? []).filter((grade) => grade.counts).map((grade) => grade.code),
    asks: ratings !== null,
    reminders: remindersOf(pack),
    sealedGrounds: sealedGrounds(house.packs),
  };
}

/** Figures in all, by group and by stretch, and what became of cases that were not taken up. */
export interface Statistics {
  readonly whole: Counts;
  readonly groups: ReadonlyMap<string, Counts>;
  readonly stretches: readonly (Stretch & { readonly counts: Counts })[];
  readonly outcomes: readonly { readonly name: "refused" | "otherOutcome"; readonly tag: string; readonly n: number }[];
}

/** Counts what a question asks for. */
export async function statisticsOf(
  house: House,
  pack: Pack,
  question: StatisticsQuestion,
  by: Grouping,
  stretches: readonly Stretch[],
): Promise<Statistics> {
  const rows = await countThings(house.db, countedOf(house, pack, question), countNames, by, stretches);
  const of = (kind: CountRow["of"]) => rows.filter((row) => row.of === kind);
  const groups = Map.groupBy(of("group"), (row) => row.at);
  const parts = Map.groupBy(of("stretch"), (row) => row.at);
  return {
    whole: countsIn(of("whole")),
    groups: new Map([...groups].map(([group, own]) => [group, countsIn(own)])),
    stretches: stretches.map((stretch, n) => ({ ...stretch, counts: countsIn(parts.get(`${n + 1}`) ?? []) })),
    outcomes: of("tag").flatMap(({ name, at, n }) =>
      name === "refused" || name === "otherOutcome" ? [{ name, tag: at, n }] : [],
    ),
  };
}

function countsIn(rows: readonly CountRow[]): Counts {
  return {
    ...noCounts,
    ...(Object.fromEntries(rows.map(({ name, n }) => [name, n])) as Partial<Record<CountName, number>>),
  };
}
