import type { Db } from "../db.ts";

/** The regions of this installation. */
export async function regionIds(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom("region").select("id").orderBy("id").execute();
  return rows.map((row) => row.id);
}

/** Whether the database answers. */
export async function isReady(db: Db): Promise<boolean> {
  try {
    await db.selectFrom("region").select("id").limit(1).execute();
    return true;
  } catch {
    return false;
  }
}
