import type { House } from "../../../house.ts";
import { expireChanges } from "../../../store/office/office-changes.ts";
import { appendOfficeEvent } from "../../../store/office/office-events.ts";

/** Ends the proposals that nobody has decided on in time, and writes that down. */
export async function expireProposals(house: House, region: string): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    const now = house.now();
    for (const { id, kind, person_id } of await expireChanges(tx, region, now)) {
      await appendOfficeEvent(tx, region, "rights", {
        type: "changeExpired",
        at: now,
        actor: { personId: null, orgId: null },
        data: { change: id, kind, personId: person_id },
      });
    }
  });
}
