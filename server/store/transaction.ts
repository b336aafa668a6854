import { isCollision } from "./away.ts";
import type { Db, Tx } from "./db.ts";

/**
 * Does `work` in one transaction. Where it ran into another one (a deadlock, a serialisation failure) the database has
 * undone all of it, and it is done once more. A lost connection is not tried again: its commit may have been the last
 * thing that was heard.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(work);
  } catch (error) {
    if (!isCollision(error)) throw error;
    return db.transaction().execute(work);
  }
}
