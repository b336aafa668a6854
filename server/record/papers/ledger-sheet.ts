import { factOf } from "../../../domain/case/facts.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { valueWords } from "../../../domain/words/formality-words.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { Db } from "../../store/db.ts";
import { ledgerRows } from "../../store/case/ledger.ts";
import type { World } from "../../store/world.ts";
import { redact } from "../mask.ts";
import type { ListedCell } from "./listed-cases.ts";

const words = zh.sheets;

/** The ledger that the regulation wants kept, one line for each of these cases; nothing where it wants none (YT-4.3). */
export async function ledgerSheets(db: Db, world: World, pack: Pack, numbers: readonly string[]) {
  const ledger = pack.formalities.find((formality) => formality.ledger !== undefined);
  if (!ledger) return [];
  const fields = (ledger.ledger ?? []).flatMap(
    (name) => pack.formalities.flatMap((formality) => formality.fields).find((field) => field.name === name) ?? [],
  );
  const lines = await ledgerRows(db, world.region.id, ledger.id, numbers);
  const rows = lines.map(({ number, on, n, state }): readonly ListedCell[] => [
    `${on.slice(0, 4)}-${n}`,
    number,
    { day: on },
    ...fields.map((field) => {
      const value = factOf(state, field.name, null);
      if (value === null) return null;
      if (field.kind === "date" && typeof value === "string") return { day: value };
      return field.kind === "number" && typeof value === "number" ? value : redact(valueWords(field, value, world));
    }),
    state.legs.map((leg) => world.office.orgs.get(leg.orgId)?.shortName ?? leg.orgId).join("、"),
    zh.caseStages[state.stage],
  ]);
  const header = [words.ledgerNumber, words.caseColumns[0] ?? "", words.enteredOn, ...fields.map(({ label }) => label)];
  return [{ name: ledger.label, header: [...header, words.ledgerUnits, words.ledgerStage], rows }];
}
