import { periodicWorks } from "../../../domain/accountability/periodic.ts";
import { articleOf, clauseOf } from "../../../domain/rules/look-up.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { errorWords } from "../../../contract/words.ts";
import { fill } from "../../../domain/words/fill.ts";
import type { PeriodicDesk, WorkFault } from "../../record/periodic/check.ts";
import type { Overseeing } from "../../record/periodic/office.ts";
import type { World } from "../../store/world.ts";
import { readerOf } from "../api/worklist.ts";
import type { StaffCaller } from "../caller.ts";
import { Fault, missing } from "../fault.ts";
import type { Shop } from "../shop.ts";

interface Setting {
  readonly world: World;
  readonly pack: Pack;
  readonly overseen: Overseeing | null;
}

/** One work of the pack before somebody; nothing is there for a measure that does not come round. */
export function deskFor(
  shop: Shop,
  caller: StaffCaller,
  { world, pack, overseen }: Setting,
  measure: string,
): PeriodicDesk {
  const work = periodicWorks(pack).find(({ id }) => id === measure);
  if (!work || !overseen) throw missing();
  const { office } = overseen;
  return { house: shop.house, world, pack, work, office, actor: caller.actor, reader: readerOf(shop, caller) };
}

/** Why nothing was recorded, with the words of the clause behind it. */
export function faultOf({ code, facts, clause }: WorkFault, pack: Pack): Fault {
  const cited = clause === null ? null : clauseOf(pack, clause);
  const rule = cited && {
    id: cited.id,
    article: articleOf(pack, cited.id),
    text: cited.text,
  };
  return new Fault(422, code, fill(errorWords[code], facts), facts, rule);
}
