import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { Actor } from "../../../domain/case/case.ts";
import { packInForce } from "../../../domain/rules/in-force.ts";
import { zh } from "../../../domain/words/zh.ts";
import { csvSheet } from "../../gateways/sheets/csv-sheet.ts";
import { workbook } from "../../gateways/sheets/workbook.ts";
import type { House } from "../../house.ts";
import { ledgerSheets } from "../../record/papers/ledger-sheet.ts";
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
  as: "xlsx" | "csv" = "xlsx",
): Promise<Buffer> {
  const { rows, count, taken } = await listCases(house, world, actor, listed);
  const list = { name: words.cases, header: words.caseColumns, rows };
  if (as === "csv") return csvSheet(list);
  const pack = packInForce(house.packs, world.region.jurisdiction, dayOf(house.now()));
  const numbers = listed.rows.map((row) => row.number);
  return workbook([
    list,
    ...(pack ? await ledgerSheets(house.db, world, pack, numbers) : []),
    {
      name: words.legend,
      header: [words.item, words.meaning],
      rows: [
        [words.count, count],
        [words.export, taken],
        [words.pack, pack?.id ?? ""],
        ...words.caseColumns.map((column, n) => [column, words.caseMeanings[n] ?? ""]),
      ],
    },
  ]);
}
