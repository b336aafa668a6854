import type { CaseId } from "../../../domain/case/case.ts";
import type { NamedCase } from "../../../domain/case/context.ts";
import { caseNumberIn } from "../../../domain/fields/case-number.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { openStages } from "../../../domain/rules/vocabulary.ts";
import { rootOf } from "../../store/comparing/joined.ts";
import { maySee } from "../../store/case/sight.ts";
import { caseByNumber } from "../../store/comparing/case-by-number.ts";
import { readCase } from "../../store/case/load.ts";
import type { Tx } from "../../store/db.ts";
import type { House } from "../../house.ts";
import type { Order } from "../perform.ts";

/**
 * The case that an order to join names by its number, or the one that this is joined to itself: under way, readable
 * for whoever acts, and not handled with the case at hand. Null where there is none, or nothing is to be joined.
 */
export async function namedToJoin(
  tx: Tx,
  house: Pick<House, "keys">,
  { command, region, caseId, actor }: Order,
  pack: Pack,
): Promise<NamedCase | null> {
  if (command.act !== "carryOut" || actor.kind !== "staff") return null;
  const formality = pack.formalities.find(({ id }) => id === command.input.formality);
  const effect = formality?.effects.find(({ is }) => is === "join");
  const typed = effect?.is === "join" ? command.input.values[effect.to] : undefined;
  if (typeof typed !== "string") return null;
  const number = caseNumberIn(typed);
  if (number === null || !("whole" in number)) return null;
  const named = await caseByNumber(tx, region, number.whole);
  const root = named && (await rootOf(tx, region, named.id, caseId));
  if (!root || !(await maySee(tx, region, root, actor))) return null;
  const stored = await readCase(tx, house.keys, region, root);
  if (!stored || !(openStages as readonly string[]).includes(stored.kase.stage)) return null;
  return { id: root as CaseId, number: stored.number };
}
