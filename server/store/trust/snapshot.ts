import type { Db } from "../db.ts";

/** The database as it is at one moment, for reading only, while others go on writing. */
export async function openSnapshot(db: Db): Promise<{ readonly db: Db; close(): Promise<void> }> {
  const tx = await db.startTransaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute();
  return {
    db: tx,
    close: async () => {
      await tx.rollback().execute();
    },
  };
}
