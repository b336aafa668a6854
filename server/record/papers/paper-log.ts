import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import type { Tx } from "../../store/db.ts";
import { appendOfficeEvent, signedBy } from "../../store/office/office-events.ts";

/** Writes into the chained log that a paper was made or served: ids and hashes, none of its words. */
export function notePaper(
  tx: Tx,
  house: House,
  region: string,
  actor: Extract<Actor, { kind: "staff" }>,
  type: "paperMade" | "paperServed",
  data: unknown,
): Promise<void> {
  return appendOfficeEvent(tx, region, "papers", { type, at: house.now(), actor: signedBy(actor), data });
}
