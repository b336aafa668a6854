import type { FastifyInstance } from "fastify";
import { type CountedRow, statistics } from "../../../contract/statistics.ts";
import {
  type CountName,
  type FigureName,
  type FigurePart,
  type Grouping,
  namesOf,
} from "../../../domain/accountability/figures.ts";
import { monthAround, stretchesOf } from "../../../domain/accountability/stretches.ts";
import { targetsOf } from "../../../domain/accountability/targets.ts";
import { zh } from "../../../domain/words/zh.ts";
import { dayOf, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { exportCounted } from "../../actions/oversight/export-counted.ts";
import { exportStatistics } from "../../actions/oversight/export-statistics.ts";
import { indicatorsOf } from "../../record/oversight/indicators.ts";
import { bodyName, groupName, tagName, groupingFacts } from "../../record/oversight/statistics-names.ts";
import {
  areaPosts,
  bodyPosts,
  countedBodies,
  countedOf,
  monthStartOf,
  type StatisticsQuestion,
  statisticsOf,
} from "../../record/oversight/statistics.ts";
import { type CountedCase, listCounted, worstFirst } from "../../store/oversight/counted-cases.ts";
import type { World } from "../../store/world.ts";
import { mustHold, type StaffCaller } from "../caller.ts";
import { hang } from "../door.ts";
import { missing } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { packToday, readerOf, sendSheet, toldOf } from "./worklist.ts";

interface Asked {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly org?: OrgId | undefined;
}

/** Figures of an area or a body, and the cases behind every one of them. */
export function statisticsDoors(app: FastifyInstance, shop: Shop): void {
  const { house } = shop;
  const setting = async (caller: StaffCaller, asked: Asked) => {
    mustHold(caller, ...areaPosts, ...bodyPosts);
    const world = await worldOf(shop);
    const all = countedBodies(world, caller, null);
    const orgs = asked.org === undefined ? all : countedBodies(world, caller, asked.org);
    if (orgs.length === 0) throw missing();
    const question: StatisticsQuestion = { reader: readerOf(shop, caller), orgs, from: asked.from, to: asked.to };
    return { world, pack: packToday(shop, world), all, question };
  };
  const list = async (pack: Pack, question: StatisticsQuestion, asked: Side & Page) =>
    listCounted(house.db, countedOf(house, pack, question), { ...sideOf(asked), ...pageOf(asked) });

  hang(app, shop, statistics.figures, async ({ query, caller }) => {
    const { world, pack, all, question } = await setting(caller, query);
    const monthStart = query.monthStart ?? monthStartOf(pack);
    const cut = stretchesOf(query, query.each, monthStart);
    const found = await statisticsOf(house, pack, question, query.by, cut ?? []);
    return {
      basis: pack.title,
      monthStart,
      month: monthAround(dayOf(house.now()), monthStart),
      bodies: all.map((org) => ({ id: org.id, name: org.shortName })),
      indicators: await indicatorsOf(house.db, toldOf(shop, caller), pack, question.orgs, {
        from: query.from,
        to: query.to,
        today: dayOf(house.now()),
      }),
      asksRatings: pack.settings.ratings.value !== null,
      targets: [...targetsOf(pack)],
      facts: [...groupingFacts(pack)],
      countsReminders: countedOf(house, pack, question).reminders.length > 0,
      whole: { ...found.whole },
      groups: [...found.groups].map(([key, counts]) => ({
        key,
        name: groupName(query.by, key, pack, world),
        counts: { ...counts },
      })),
      course: cut && found.stretches.map((stretch) => ({ ...stretch, counts: { ...stretch.counts } })),
      outcomes: found.outcomes.map(({ name, tag, n }) => ({
        figure: name,
        tag,
        name: tagName(tag, [pack, ...house.packs]),
        n,
      })),
    };
  });

  hang(app, shop, statistics.cases, async ({ query, caller }) => {
    const { world, pack, question } = await setting(caller, query);
    const found = await list(pack, question, query);
    return { ...found, rows: found.rows.map((row) => countedRow(row, [pack, ...house.packs], world)) };
  });

  hang(app, shop, statistics.ratings, async ({ query, caller }) => {
    const { world, pack, question } = await setting(caller, query);
    const order = worstFirst((pack.settings.ratings.value ?? []).map((grade) => grade.code));
    const listing = { ...sideOf({ figure: "satisfaction", part: "of", by: "unit" }), ...pageOf(query) };
    const found = await listCounted(house.db, countedOf(house, pack, question), listing, order);
    return { ...found, rows: found.rows.map((row) => countedRow(row, [pack, ...house.packs], world)) };
  });

  hang(app, shop, statistics.export, async ({ query, caller, reply }) => {
    const { world, pack, question } = await setting(caller, query);
    const file = await exportStatistics(house, world, pack, caller.actor, {
      ...query,
      question,
      monthStart: query.monthStart ?? monthStartOf(pack),
    });
    return sendSheet(reply, zh.sheets.files.statistics, dayOf(house.now()), file);
  });

  hang(app, shop, statistics.exportCases, async ({ query, caller, reply }) => {
    const { world, pack, question } = await setting(caller, query);
    const asked = { question, side: sideOf(query), as: "cases", purpose: query.purpose } as const;
    const file = await exportCounted(house, world, pack, caller.actor, asked);
    return sendSheet(reply, zh.sheets.files.statisticsCases, dayOf(house.now()), file);
  });

  hang(app, shop, statistics.exportRatings, async ({ query, caller, reply }) => {
    const { world, pack, question } = await setting(caller, query);
    const side = sideOf({ figure: "satisfaction", part: "of", by: "unit" });
    const asked = { question, side, as: "ratings", purpose: query.purpose } as const;
    const file = await exportCounted(house, world, pack, caller.actor, asked);
    return sendSheet(reply, zh.sheets.files.ratings, dayOf(house.now()), file);
  });
}

interface Side {
  readonly figure: FigureName;
  readonly part: FigurePart;
  readonly by: Grouping;
  readonly group?: string | undefined;
  readonly tag?: string | undefined;
}

interface Page {
  readonly page: number;
  readonly size: number;
}

function sideOf({ figure, part, by, group, tag }: Side) {
  return { names: namesOf(figure, part), by, group: group ?? null, tag: tag ?? null };
}

function pageOf({ page, size }: Page) {
  return { limit: size, offset: (page - 1) * size };
}

function countedRow(row: CountedCase, packs: readonly Pack[], world: World): CountedRow {
  const { name, tag, orgs, ...rest } = row;
  return {
    ...rest,
    as: name as CountName,
    tag: tag === "" ? null : tagName(tag, packs),
    orgs: orgs.map((id) => bodyName(world, id)),
  };
}
