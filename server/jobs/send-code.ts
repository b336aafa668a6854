import { sendCode } from "../actions/codes/send-code.ts";
import type { Gateways } from "../gateways/gateways.ts";
import type { House } from "../house.ts";
import type { JobPayloads } from "../store/jobs.ts";

/** Thrown so that the queue tries again soon; the code itself says when that is too late. */
class NotYet extends Error {}

/** Sends the code by which a telephone is checked. */
export async function sendPhoneCode(house: House, gateways: Gateways, payload: JobPayloads["sendCode"]): Promise<void> {
  const outcome = await sendCode(house, gateways, payload.region, Buffer.from(payload.phone, "hex"));
  if (outcome === "again") throw new NotYet("the gateway cannot be reached");
}
