import { sendStaffNotice } from "../actions/own/tell-staff.ts";
import type { Gateways } from "../gateways/gateways.ts";
import type { House } from "../house.ts";
import type { JobPayloads } from "../store/jobs.ts";

/** Thrown so that the queue tries again later, each time after a longer wait. */
class NotYet extends Error {}

/** Tells somebody of the office by short message or mail. */
export async function tellStaff(house: House, gateways: Gateways, payload: JobPayloads["tellStaff"], attempt: number) {
  const outcome = await sendStaffNotice(house, gateways, payload.region, payload.notice, attempt);
  if (outcome !== "done") throw new NotYet("the gateway cannot be reached, or it is night");
}
