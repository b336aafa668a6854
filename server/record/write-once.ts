import type { House } from "../house.ts";
import type { Tx } from "../store/db.ts";
import { type OnceKey, once } from "../store/once/once.ts";
import { inTransaction } from "../store/transaction.ts";

/** An intention: whose key it carries, and what makes it the same one. Secrets never belong into `request`. */
export interface Intention {
  readonly region: string;
  readonly key: OnceKey | null;
  readonly request: unknown;
}

/**
 * Does `work` in one transaction, and only once for a key: a repetition is given the first answer. Answers that `keep`
 * does not want leave no trace, so that the same person may try again.
 */
export function writeOnce<T>(
  house: House,
  intention: Intention,
  work: (tx: Tx) => Promise<T>,
  keep: (answer: T) => boolean,
): Promise<T> {
  const { region, key, request } = intention;
  return inTransaction(house.db, (tx) => once(tx, region, key, request, house.now(), () => work(tx), keep));
}
