import type { House } from "../../house.ts";
import { addedTriggers, widenedRights } from "../../store/trust/schema.ts";
import { fault, type Tell } from "./fault.ts";

/** What the owner may have given away: rights of the application over the log, and triggers that act by themselves. */
export async function verifySchema(house: House, tell: Tell): Promise<void> {
  for (const { name, rights } of await widenedRights(house.db)) {
    tell(fault("rightsWidened", name, { expected: "", found: rights }));
  }
  for (const name of await addedTriggers(house.db)) tell(fault("triggerAdded", name));
}
