import type { House } from "../../server/house.ts";
import { madeAt } from "./head.ts";

/**
 * The house as it stood when a backup was made: its clock is of that moment, since days that are over since then cannot be
 * signed in it, and what is known outside of the log is of today.
 */
export async function asOfBackup(house: House, path: string): Promise<House> {
  const at = await madeAt(path);
  const { anchors: _, ...inside } = house;
  return { ...inside, now: () => at ?? inside.now() };
}
