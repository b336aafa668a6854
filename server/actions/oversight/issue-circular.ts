import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import type { Staff } from "../../record/oversight/overseer.ts";
import { sendCircular } from "../../record/oversight/send-circular.ts";
import type { Period } from "../../record/oversight/supervision.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { loadWorld } from "../../store/world.ts";

/** Issues a circular for a period (FZ-11-1, FZ-11-2). */
export async function issueCircular(
  house: House,
  pack: Pack,
  order: { readonly region: string; readonly actor: Staff; readonly period: Period },
  onceKey: OnceKey | null,
): Promise<{ readonly id: string }> {
  const { region, actor, period } = order;
  const work = async (tx: Tx) => {
    const world = await loadWorld(tx, region, house);
    return { id: await sendCircular(tx, house, world, pack, { actor, period, now: house.now() }) };
  };
  return writeOnce(house, { region, key: onceKey, request: { circular: period } }, work, () => true);
}
