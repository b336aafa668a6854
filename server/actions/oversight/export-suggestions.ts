import type { Actor } from "../../../domain/case/case.ts";
import { longTime } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { statisticsSheets, suggestionSheets as words } from "../../../domain/words/statistics.ts";
import { workbook } from "../../gateways/sheets/workbook.ts";
import type { House } from "../../house.ts";
import { redact } from "../../record/mask.ts";
import { correctedSuggestions, type Days } from "../../record/oversight/corrected-suggestions.ts";
import { logExport } from "../../record/log-export.ts";
import type { Reader } from "../../store/case/sight.ts";
import type { World } from "../../store/world.ts";

/** The list of corrected proposals as a workbook; written down with its purpose, without personal data. */
export async function exportSuggestions(
  house: House,
  world: World,
  { reader, actor }: { readonly reader: Reader; readonly actor: Extract<Actor, { kind: "staff" }> },
  { purpose, ...days }: Days & { readonly purpose: string },
): Promise<Buffer> {
  const at = house.now();
  const { rows, of, met } = await correctedSuggestions(house, world, reader, days);
  await logExport(house, world.region.id, actor, {
    at,
    purpose,
    detail: { what: "suggestions.corrected", ...days, rows: rows.length },
  });
  const person = world.people.get(actor.personId) ?? "";
  return workbook([
    {
      name: words.sheet,
      header: words.columns,
      rows: rows.map((row) => [
        row.number,
        { moment: row.at },
        row.by,
        row.suggested,
        row.suggestedWhy,
        row.chosen,
        row.why === null ? null : redact(row.why),
      ]),
    },
    {
      name: statisticsSheets.legend,
      header: [statisticsSheets.item, statisticsSheets.meaning],
      rows: [
        [statisticsSheets.period, fill(statisticsSheets.periodText, { ...days })],
        [words.taken, { share: { met, of } }],
        [words.taken, fill(words.takenText, { met, of })],
        [statisticsSheets.export, fill(statisticsSheets.exportText, { person, at: longTime(at), purpose })],
      ],
    },
  ]);
}
