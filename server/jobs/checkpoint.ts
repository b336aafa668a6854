import { adoptRows } from "../actions/trust/adopt-rows.ts";
import { handOver } from "../actions/trust/hand-over.ts";
import { writeCheckpoint } from "../actions/trust/write-checkpoint.ts";
import type { House } from "../house.ts";
import { regionIds } from "../store/office/regions.ts";

/** Signs the head of every region's log and hands it to the witness; one that fails does not keep the others. */
export async function checkpointAll(house: House): Promise<void> {
  const failed: unknown[] = [];
  for (const region of await regionIds(house.db)) {
    try {
      await adoptRows(house, region);
      await writeCheckpoint(house, region);
      const witness = house.anchors?.witness ?? null;
      if (witness) await handOver(house, region, witness);
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed.length === 1 ? failed[0] : new AggregateError(failed, failed.join("; "));
}
