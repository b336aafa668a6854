import type { House } from "../../house.ts";
import { type ActOutcome, actIn, type Order } from "../../record/perform.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { OnceKey } from "../../store/once/once.ts";

/** Does one lawful act on a case, once for each key, or says why not. */
export async function actOnCase(house: House, order: Order, onceKey: OnceKey | null): Promise<ActOutcome> {
  const { region, caseId, command } = order;
  return writeOnce(
    house,
    { region, key: onceKey, request: { caseId, command } },
    (tx) => actIn(tx, house, order),
    (outcome) => "done" in outcome,
  );
}
