import { type Db, json, type Tx } from "../db.ts";
import type { RegionSettings } from "../world.ts";

/** The regions of this installation. */
export async function regionIds(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom("region").select("id").orderBy("id").execute();
  return rows.map((row) => row.id);
}

/** A region as a house of several tells them apart. */
export interface RegionRow {
  readonly id: string;
  readonly name: string;
  readonly settings: RegionSettings;
}

/** Names and settings of all regions, in the order of their ids. */
export async function regionRows(db: Db | Tx): Promise<readonly RegionRow[]> {
  const rows = await db.selectFrom("region").select(["id", "name", "settings"]).orderBy("id").execute();
  return rows.map((row) => ({ ...row, settings: row.settings as RegionSettings }));
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

/** Writes the settings of a region anew. */
export async function writeSettings(tx: Tx, region: string, settings: RegionSettings): Promise<void> {
  await tx
    .updateTable("region")
    .set({ settings: json(settings) })
    .where("id", "=", region)
    .execute();
}
