import type { House } from "../house.ts";
import { sweepIn } from "./perform.ts";
import { inTransaction } from "../store/transaction.ts";

/**
 * Writes down what time alone has done to these cases, each in a transaction of its own; gives the number that changed.
 * One that cannot be swept does not hold up the others: they are done first, then it is named. Once `stop` is given it
 * throws before the next case, so that the house can close; what is left is done by whoever comes next.
 */
export async function sweepEach(
  house: House,
  region: string,
  cases: readonly string[],
  stop?: AbortSignal,
): Promise<number> {
  let changed = 0;
  const failed: Error[] = [];
  for (const caseId of cases) {
    stop?.throwIfAborted();
    try {
      if (await inTransaction(house.db, (tx) => sweepIn(tx, house, region, caseId))) changed += 1;
    } catch (cause) {
      failed.push(new Error(`case ${caseId}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause }));
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, failed.map((error) => error.message).join("; "));
  return changed;
}
