import type { House } from "../../house.ts";

/**
 * Whether a message has reached nobody though it could have been seen to. While a channel is not open at all, nothing
 * has failed: the page of what was sent says so once, not every case.
 */
export function isStuck(state: string, channel: string, recipient: string, { ways }: Pick<House, "ways">): boolean {
  if (state === "failed") return true;
  if (state !== "notSent") return false;
  return recipient === "" || (channel === "email" && ways.email) || (channel === "sms" && ways.sms);
}
