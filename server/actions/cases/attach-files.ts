import { createHash } from "node:crypto";
import type { House } from "../../house.ts";
import { attachIn, type FilePlace, type FileTrouble } from "../../record/files/attach.ts";
import { lookThrough, type SentFile } from "../../record/files/look-through.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";

/** Takes files in, and says of each one that was not taken why. */
export async function attachFiles(
  house: House,
  region: string,
  place: FilePlace,
  sent: readonly SentFile[],
  by: unknown,
  onceKey: OnceKey | null,
): Promise<readonly FileTrouble[]> {
  const request = {
    attach: "draft" in place ? place.draft.toString("hex") : place.caseId,
    files: sent.map(({ name, bytes }) => [name, createHash("sha256").update(bytes).digest("hex")]),
  };
  const looked = await lookThrough(house, { region, caseId: "caseId" in place ? place.caseId : null, by }, sent);
  const work = (tx: Tx) => attachIn(tx, house, region, place, looked, by);
  return writeOnce(house, { region, key: onceKey, request }, work, (troubles) => troubles.length === 0);
}
