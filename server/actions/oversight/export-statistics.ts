import { amount, rateOf } from "../../../domain/accountability/statistics.ts";
import { type Counts, figureNames, type Grouping, isShare } from "../../../domain/accountability/figures.ts";
import { stretchesOf, type StretchLength } from "../../../domain/accountability/stretches.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { Actor } from "../../../domain/case/case.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { longTime } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { figureWords, statisticsSheets as words } from "../../../domain/words/statistics.ts";
import { type SheetCell, workbook } from "../../gateways/sheets/workbook.ts";
import type { House } from "../../house.ts";
import { indicatorsOf } from "../../record/oversight/indicators.ts";
import { groupingName, groupName, tagName } from "../../record/oversight/statistics-names.ts";
import { countedOf, type StatisticsQuestion, statisticsOf } from "../../record/oversight/statistics.ts";
import { logExport } from "../../record/log-export.ts";
import type { World } from "../../store/world.ts";

interface Asked {
  readonly question: StatisticsQuestion;
  readonly by: Grouping;
  readonly each: StretchLength;
  readonly monthStart: number;
  readonly purpose: string;
}

/** The tables of the statistics as a workbook: every share with its two numbers, and what each figure means. */
export async function exportStatistics(
  house: House,
  world: World,
  pack: Pack,
  actor: Extract<Actor, { kind: "staff" }>,
  { question, by, each, monthStart, purpose }: Asked,
): Promise<Buffer> {
  const { from, to, orgs } = question;
  const at = house.now();
  const found = await statisticsOf(house, pack, question, by, stretchesOf(question, each, monthStart) ?? []);
  await logExport(house, world.region.id, actor, {
    at,
    purpose,
    detail: { what: "statistics", from, to, by, each, bodies: orgs.length },
  });
  const person = world.people.get(actor.personId) ?? "";
  const assessed = await indicatorsOf(house.db, countedOf(house, pack, question), pack, orgs, {
    from,
    to,
    today: dayOf(at),
  });
  return workbook([
    {
      name: words.groups,
      header: [groupingName(by, pack), ...figureColumns],
      rows: [
        ...[...found.groups].map(([key, counts]) => [groupName(by, key, pack, world), ...figureCells(counts)]),
        [words.whole, ...figureCells(found.whole)],
      ],
    },
    {
      name: words.course,
      header: [words.from, words.to, ...figureColumns],
      rows: found.stretches.map((stretch) => [
        { day: stretch.from },
        { day: stretch.to },
        ...figureCells(stretch.counts),
      ]),
    },
    {
      name: words.outcomes,
      header: [words.outcome, words.reason, words.amount],
      rows: found.outcomes.map(({ name, tag, n }) => [figureWords[name].name, tagName(tag, [pack, ...house.packs]), n]),
    },
    ...indicatorSheet(assessed),
    {
      name: words.legend,
      header: [words.item, words.meaning],
      rows: [
        [words.basis, `${pack.title}（${pack.id}）`],
        [words.period, fill(words.periodText, { from, to })],
        [words.bodies, orgs.map((org) => org.shortName).join("、")],
        ...figureNames.map((name) => [figureWords[name].name, figureWords[name].formula]),
        [words.export, fill(words.exportText, { person, at: longTime(at), purpose })],
      ],
    },
  ]);
}

/** What each body is assessed by, where the regulation assesses by anything. */
function indicatorSheet(assessed: Awaited<ReturnType<typeof indicatorsOf>>) {
  if (!assessed) return [];
  const { names, rows } = assessed;
  const header = names.flatMap((name) => [fill(words.met, { name }), fill(words.of, { name }), name]);
  const cells = rows.map(({ org, rates }): readonly SheetCell[] => [
    org.name,
    ...rates.flatMap((rate): readonly SheetCell[] => [rate.met, rate.of, { share: rate }]),
  ]);
  return [{ name: words.indicators, header: [words.body, ...header], rows: cells }];
}

const figureColumns = figureNames.flatMap((name) => {
  const said = figureWords[name].name;
  return isShare(name) ? [fill(words.met, { name: said }), fill(words.of, { name: said }), said] : [said];
});

function figureCells(counts: Counts): readonly SheetCell[] {
  return figureNames.flatMap((name) => {
    if (!isShare(name)) return [amount(counts, name)];
    const rate = rateOf(counts, name);
    return [rate.met, rate.of, { share: rate }];
  });
}
