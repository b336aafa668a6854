import type { House } from "../house.ts";
import { type ActOutcome, actIn, type Order } from "../record/perform.ts";
import { type OnceKey, once } from "../store/once/once.ts";

/** Does one lawful act on a case, once for each key, or says why not. */
export async function actOnCase(house: House, order: Order, onceKey: OnceKey | null): Promise<ActOutcome> {
  return house.db.transaction().execute((tx) =>
    once(
      tx,
      order.region,
      onceKey,
      { caseId: order.caseId, command: order.command },
      house.now(),
      () => actIn(tx, house, order),
      (outcome) => "done" in outcome,
    ),
  );
}
