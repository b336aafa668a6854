import { fill } from "../../../domain/words/fill.ts";
import { ownMessages } from "../../../domain/words/own-messages.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { House } from "../../house.ts";
import type { Tx } from "../../store/db.ts";
import type { World } from "../../store/world.ts";
import { maskPhone } from "../mask.ts";
import { putOut } from "./put-out.ts";
import { phoneOf } from "./region-phone.ts";

const hidden = "••••••••••";

/** Sends a new query code to the telephone of its case; what lists show of the text has no code in it. */
export async function sendNewCode(
  tx: Tx,
  house: House,
  world: World,
  of: { readonly caseId: string; readonly number: string; readonly phone: string; readonly code: string },
): Promise<void> {
  const region = world.region.id;
  const text = (code: string) =>
    fill(ownMessages.newCode.text, { code, tail: of.number.slice(-6), phone: phoneOf(world.region) });
  const id = house.newId();
  await putOut(tx, house.keys, region, [
    {
      id,
      case_id: of.caseId,
      notice: "newCode",
      leg_id: null,
      channel: "sms",
      recipient_sealed: house.keys.seal("recipient", of.phone),
      recipient_masked: maskPhone(of.phone),
      subject: fill(zh.mail.subject, { platform: world.region.name, number: of.number }),
      body: text(hidden),
      body_sealed: house.keys.seal("message", text(of.code)),
      state: "waiting",
      feedback: false,
      created_at: house.now(),
    },
  ]);
}
