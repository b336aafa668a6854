import type { House } from "../../house.ts";
import { causesThatDiffer, filesOf, papersThatDiffer } from "../../store/trust/acts.ts";
import { openedFile } from "./opened-file.ts";
import { fault, type Tell } from "./fault.ts";

/** What an event of the office says of a paper or a cause, and every file against its hash. */
export async function verifyActs(house: House, region: string, tell: Tell): Promise<void> {
  for (const { id, seq, expected, found } of await papersThatDiffer(house.db, region)) {
    tell(fault("paperDiffers", `case_paper/${id}`, { seq, expected, found }));
  }
  for (const { id, seq, expected, found } of await causesThatDiffer(house.db, region)) {
    tell(fault("breachDiffers", `breach/${id}`, { seq, expected, found }));
  }
  for (const { name, expected, found } of await filesOf(house.db, region, openedFile(house), true)) {
    tell(fault(found === null ? "fileMissing" : "fileChanged", name, { expected, found }));
  }
}
