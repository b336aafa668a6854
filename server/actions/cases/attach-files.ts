import type { House } from "../../house.ts";
import { attachIn, type FilePlace, type FileTrouble, type SentFile } from "../../record/files/attach.ts";

/** Takes files in, and says of each one that was not taken why. */
export function attachFiles(
  house: House,
  region: string,
  place: FilePlace,
  sent: readonly SentFile[],
  by: unknown,
): Promise<readonly FileTrouble[]> {
  return house.db.transaction().execute((tx) => attachIn(tx, house, region, place, sent, by));
}
