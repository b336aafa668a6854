import type { House } from "../../house.ts";
import { tickFiles } from "../../store/case/files.ts";

/** Ticks the files of a case that go to the petitioner with the answer. */
export async function sendFiles(house: House, region: string, caseId: string, files: readonly string[]): Promise<void> {
  await house.db.transaction().execute((tx) => tickFiles(tx, region, caseId, files));
}
