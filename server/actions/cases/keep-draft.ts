import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { saveDeskDraft } from "../../store/once/drafts.ts";
import type { OnceKey } from "../../store/once/once.ts";

/** Keeps what somebody is writing. One that arrives a second time does not come over what was written since. */
export function keepDraft(
  house: House,
  place: Parameters<typeof saveDeskDraft>[2],
  data: unknown,
  onceKey: OnceKey | null,
): Promise<Instant> {
  const work = async (tx: Tx) => {
    const savedAt = house.now();
    await saveDeskDraft(tx, house.keys, place, data, savedAt);
    return savedAt;
  };
  const request = { draft: place.caseId, act: place.act, data };
  return writeOnce(house, { region: place.region, key: onceKey, request }, work, () => true);
}
