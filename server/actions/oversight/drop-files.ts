import { instant } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { deleteForgottenFiles, fileReferences } from "../../store/once/forgotten-files.ts";

/** Whoever drops a file may bring it in again; for so long its bytes are kept. */
const graceMillis = 3_600_000;
const atOnce = 200;
/** What is left after so many rounds is deleted by the next job. */
const mostRounds = 100;

/** Deletes the bytes of files that belong to nothing any more: dropped by a citizen, or of a draft that is over. */
export async function dropForgottenFiles(house: House, stop?: AbortSignal): Promise<number> {
  const until = instant(new Date(Date.parse(house.now()) - graceMillis).toISOString());
  const references = await fileReferences(house.db);
  let deleted = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    stop?.throwIfAborted();
    const now = await deleteForgottenFiles(house.db, references, until, atOnce);
    deleted += now;
    if (now < atOnce) break;
  }
  return deleted;
}
