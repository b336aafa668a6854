import type { House } from "../house.ts";
import { deliverMessage } from "../actions/messages/deliver-message.ts";
import type { Gateways } from "../gateways/gateways.ts";
import type { JobPayloads } from "../store/jobs.ts";

/** Thrown so that the queue tries again later, each time after a longer wait. */
class NotYet extends Error {}

/** Sends one message that an act has called for. */
export async function deliver(house: House, gateways: Gateways, payload: JobPayloads["deliver"], attempt: number) {
  const outcome = await deliverMessage(house, gateways, payload.region, payload.message, attempt);
  // Out of the hours of sending it has been put back with the moment when they begin; that is no attempt.
  if (outcome === "again") throw new NotYet("the gateway cannot be reached");
}
