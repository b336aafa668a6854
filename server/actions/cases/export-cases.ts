import type { Actor } from "../../../domain/case/case.ts";
import { zh } from "../../../domain/words/zh.ts";
import { workbook } from "../../gateways/sheets.ts";
import type { House } from "../../house.ts";
import { type CaseExport, listCases } from "../../record/papers/listed-cases.ts";
import type { World } from "../../store/world.ts";

const words = zh.sheets;

/** So many cases go into one workbook; more are said to be left out. */
export const exportedAtMost = 20_000;

/** A whole list of cases as a workbook without personal data; every export is written down before it goes out. */
export async function exportCases(
  house: House,
  world: World,
  actor: Extract<Actor, { kind: "staff" }>,
  listed: CaseExport,
): Promise<Buffer> {
  const { rows, count, taken } = await listCases(house, world, actor, listed);
  return workbook([
    { name: words.cases, header: words.caseColumns, rows },
    {
      name: words.legend,
      header: [words.item, words.meaning],
      rows: [
        [words.count, count],
        [words.export, taken],
      ],
    },
  ]);
}
