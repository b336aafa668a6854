import type { Actor } from "../../../domain/case/case.ts";
import { longTime } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";
import { type SheetCell, workbook } from "../../gateways/sheets/workbook.ts";
import type { House } from "../../house.ts";
import { logExport } from "../../record/log-export.ts";
import type { World } from "../../store/world.ts";

const words = zh.sheets;

/** A whole list that goes out: how the log names it, which conditions it had, and each column with its meaning. */
export interface ListExport {
  readonly what: string;
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly purpose: string;
  readonly name: string;
  readonly columns: readonly (readonly [title: string, meaning: string])[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** How many the list has; more than the rows when it is too long for a workbook. */
  readonly total: number;
}

/** A list as a workbook with a sheet that says what the columns mean; written down before it goes out. */
export async function exportList(
  house: House,
  world: World,
  actor: Extract<Actor, { kind: "staff" }>,
  { what, conditions, purpose, name, columns, rows, total }: ListExport,
): Promise<Buffer> {
  const at = house.now();
  await logExport(house, world.region.id, actor, { at, purpose, detail: { what, ...conditions, rows: rows.length } });
  const person = world.people.get(actor.personId) ?? "";
  const count = fill(words.countText, { n: rows.length, total });
  return workbook([
    { name, header: columns.map(([title]) => title), rows },
    {
      name: words.legend,
      header: [words.item, words.meaning],
      rows: [
        [words.count, count],
        [words.export, fill(words.exportText, { person, at: longTime(at), purpose })],
        ...columns.map(([title, meaning]) => [title, meaning]),
      ],
    },
  ]);
}
