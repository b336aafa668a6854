import type { House } from "../../house.ts";
import { signed } from "../../record/telling/signed.ts";
import { forgetPhoneMessage, readPhoneCheck } from "../../store/once/phone-checks.ts";
import { loadWorld } from "../../store/world.ts";
import type { Gateways } from "../../gateways/gateways.ts";
import type { PhoneMessage } from "../../record/telling/phone-message.ts";

/** Sends the code of a telephone's check; `again` while it is good and the gateway cannot be reached. */
export async function sendCode(
  house: House,
  { sms, voice }: Gateways,
  region: string,
  lookup: Buffer,
): Promise<"done" | "again"> {
  const check = await readPhoneCheck(house.db, region, lookup);
  if (!check?.message_sealed || check.expires_at <= house.now()) return "done";
  const { id, to, text, way } = JSON.parse(house.keys.open("phoneCheck", check.message_sealed)) as PhoneMessage;
  const words = { id, to, text };
  const { settings } = (await loadWorld(house.db, region, house)).region;
  const sent =
    way === "voice" ? await voice?.call(words) : await sms?.send({ ...words, text: signed(text, "sms", settings) });
  if (!sent || sent.result === "unreachable" || sent.result === "unanswered") return "again";
  await forgetPhoneMessage(house.db, region, lookup);
  return "done";
}
