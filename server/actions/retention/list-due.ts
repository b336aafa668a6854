import { addDays, dayOf } from "../../../domain/calendar/plain-date.ts";
import { classOf, timeOver } from "../../../domain/case/retention/classes.ts";
import type { House } from "../../house.ts";
import { addToList, endedBefore } from "../../store/retention/appraisal.ts";
import { loadWorld } from "../../store/world.ts";

/**
 * Lists the cases of a region whose time of keeping is over; gives how many. Where the region has no table of its own
 * (C-63), the system knows no time and lists nothing.
 */
export async function listDue(house: House, region: string, stop?: AbortSignal): Promise<number> {
  const table = (await loadWorld(house.db, region, house)).region.settings.retention;
  if (!table) return 0;
  const today = dayOf(house.now());
  let listed = 0;
  for await (const batch of endedBefore(house.db, region, today)) {
    stop?.throwIfAborted();
    for (const ended of batch) {
      const found = classOf(table, ended);
      const over = found && timeOver(ended.endedOn, found.years);
      if (!found || !over || over >= today) continue;
      const line = {
        caseId: ended.id,
        code: found.code,
        basis: `${table.basis}：${found.label}`,
        dueOn: addDays(over, 1),
        by: null,
      };
      if (await addToList(house.db, region, line, house.now())) listed += 1;
    }
  }
  return listed;
}
