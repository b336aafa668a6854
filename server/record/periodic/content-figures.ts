import type { Pack } from "../../../domain/rules/pack.ts";
import type { Db } from "../../store/db.ts";
import type { Counted } from "../../store/oversight/counted-parts.ts";
import { casesStating } from "../../store/periodic/gathered.ts";

/** How many cases stand under one of the contents that a regulation names. */
export interface ContentFigures {
  readonly n: number;
  readonly open: number;
  readonly late: number;
}

/** Figures for those contents that are choices of a formality's field: what regulations call the kinds of cases. */
export async function contentFigures(
  db: Db,
  of: Counted,
  pack: Pack,
  contents: readonly string[],
): Promise<ReadonlyMap<string, ContentFigures>> {
  const fields = pack.formalities.flatMap(({ fields: own }) => own);
  const choices = fields.flatMap(({ name, choices: own = [] }) => own.map((choice) => ({ field: name, ...choice })));
  const meant = contents.flatMap((label) => choices.find((choice) => choice.label === label) ?? []);
  const found = new Map<string, ContentFigures>();
  for (const [field, labels] of Map.groupBy(meant, (choice) => choice.field)) {
    const rows = await casesStating(db, of, field);
    for (const { label, value } of labels) {
      found.set(label, rows.find((row) => row.value === value) ?? { n: 0, open: 0, late: 0 });
    }
  }
  return found;
}
