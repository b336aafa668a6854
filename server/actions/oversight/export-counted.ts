import type { CountName } from "../../../domain/accountability/figures.ts";
import type { Actor } from "../../../domain/case/case.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { longTime } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { countWords, statisticsSheets as words } from "../../../domain/words/statistics.ts";
import { zh } from "../../../domain/words/zh.ts";
import { type SheetCell, workbook } from "../../gateways/sheets/workbook.ts";
import type { House } from "../../house.ts";
import { redact } from "../../record/mask.ts";
import { bodyName, tagName } from "../../record/oversight/statistics-names.ts";
import { countedOf, type StatisticsQuestion } from "../../record/oversight/statistics.ts";
import { logExport } from "../../record/log-export.ts";
import { type CountedCase, listCounted, type Listing, worstFirst } from "../../store/oversight/counted-cases.ts";
import type { World } from "../../store/world.ts";

/** So many go into one workbook; more are said to be left out. */
const exportedAtMost = 20_000;

interface Asked {
  readonly question: StatisticsQuestion;
  readonly side: Omit<Listing, "limit" | "offset">;
  /** Ratings stand with the worst first, and with what was written beside them. */
  readonly as: "cases" | "ratings";
  readonly purpose: string;
}

/** The cases that make one figure, or the ratings of a period, as a workbook without personal data. */
export async function exportCounted(
  house: House,
  world: World,
  pack: Pack,
  actor: Extract<Actor, { kind: "staff" }>,
  { question, side, as, purpose }: Asked,
): Promise<Buffer> {
  const at = house.now();
  const { from, to } = question;
  const order = worstFirst((pack.settings.ratings.value ?? []).map((grade) => grade.code));
  const listing = { ...side, limit: exportedAtMost, offset: 0 };
  const counted = countedOf(house, pack, question);
  const found = await listCounted(house.db, counted, listing, ...(as === "ratings" ? ([order] as const) : []));
  await logExport(house, world.region.id, actor, {
    at,
    purpose,
    detail: { what: `statistics.${as}`, from, to, ...side, rows: found.rows.length },
  });
  const person = world.people.get(actor.personId) ?? "";
  const facts = { total: found.total, n: found.rows.length, hidden: found.hidden };
  return workbook([
    {
      name: words[as],
      header: as === "cases" ? words.caseColumns : words.ratingColumns,
      rows: found.rows.map((row) =>
        as === "cases" ? caseCells(row, world) : ratingCells(row, world, [pack, ...house.packs]),
      ),
    },
    {
      name: words.legend,
      header: [words.item, words.meaning],
      rows: [
        [words.basis, `${pack.title}（${pack.id}）`],
        [words.period, fill(words.periodText, { from, to })],
        [words.count, fill(words.countText, facts)],
        [words.export, fill(words.exportText, { person, at: longTime(at), purpose })],
      ],
    },
  ]);
}

type Cells = readonly SheetCell[];

function caseCells(row: CountedCase, world: World): Cells {
  const { number, stage, channel, on, name } = row;
  return [
    number,
    titleOf(row),
    zh.caseStages[stage],
    zh.channels[channel],
    bodies(row, world),
    { day: on },
    countWords[name as CountName],
  ];
}

function ratingCells(row: CountedCase, world: World, packs: readonly Pack[]): Cells {
  const comment = row.comment === null ? null : redact(row.comment);
  return [row.number, titleOf(row), bodies(row, world), { day: row.on }, tagName(row.tag, packs), comment];
}

function titleOf({ title }: CountedCase): string | null {
  return title === null ? null : redact(title);
}

function bodies({ orgs }: CountedCase, world: World): string {
  return orgs.map((id) => bodyName(world, id)).join("、");
}
