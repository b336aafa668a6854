import type { RegionSettings } from "../../store/world.ts";

/** A text as it goes out: short messages begin with the signature that the carrier has registered. */
export function signed(text: string, channel: string, { smsSignature }: RegionSettings): string {
  return channel === "sms" && smsSignature ? `【${smsSignature}】${text}` : text;
}
