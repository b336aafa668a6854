import { staffTelling } from "../../../domain/words/telling/staff.ts";
import { fill } from "../../../domain/words/fill.ts";
import type { Gateways } from "../../gateways/gateways.ts";
import type { SendResult } from "../../gateways/mail.ts";
import type { House } from "../../house.ts";
import { packOf } from "../../record/perform.ts";
import { plannedFor } from "../../record/telling/planned.ts";
import { signed } from "../../record/telling/signed.ts";
import { readCase } from "../../store/case/load.ts";
import { settleStaffNotice, takeStaffNotice } from "../../store/telling/staff-notices.ts";
import { reachOf } from "../../store/telling/wishes.ts";
import { inTransaction } from "../../store/transaction.ts";
import { loadWorld } from "../../store/world.ts";

/** So many attempts are made; what a gateway has not taken by then is not sent, the bell and the lists have it anyway. */
export const tellingAttempts = 8;

/**
 * Sends one short message or mail to somebody of the office, to where they are reached now. `later`: out of the hours of
 * sending. A repeated attempt carries the same id.
 */
export async function sendStaffNotice(
  house: House,
  gateways: Gateways,
  region: string,
  id: string,
  attempt: number,
): Promise<"done" | "again" | "later"> {
  const world = await loadWorld(house.db, region, house);
  const notice = await inTransaction(house.db, (tx) => takeStaffNotice(tx, house.keys, region, id));
  if (notice?.state !== "waiting") return "done";
  if (plannedFor(world.region, house.now()) > house.now()) return "later";
  const reach = await reachOf(house.db, region, notice.person_id);
  const to = !reach?.active ? null : notice.way === "sms" ? reach.phone : reach.email;
  const stored = await readCase(house.db, house.keys, region, notice.case_id);
  const settle = (state: string) =>
    inTransaction(house.db, (tx) => settleStaffNotice(tx, region, id, state, house.now()));
  if (to === null || !stored || !(notice.way === "sms" ? gateways.sms : gateways.mail)) {
    await settle("notSent");
    return "done";
  }
  const { platform } = packOf(house, stored.kase, world).terms;
  const subject = fill(staffTelling.subject, { platform, tail: stored.number.slice(-6) });
  const text = signed(notice.body, notice.way, world.region.settings);
  const sent = await send(gateways, notice.way, { id, to, subject, text });
  if (sent.result === "sent" || sent.result === "refused") {
    await settle(sent.result === "sent" ? "sent" : "failed");
    return "done";
  }
  if (attempt < tellingAttempts) return "again";
  await settle("failed");
  return "done";
}

async function send(
  { mail, sms }: Gateways,
  way: string,
  message: { readonly id: string; readonly to: string; readonly subject: string; readonly text: string },
): Promise<SendResult> {
  const { id, to, text } = message;
  if (way === "email" && mail) return mail.send({ ...message, messageId: `<${id}@huiyin>` });
  if (way === "sms" && sms) return sms.send({ id, to, text });
  return { result: "unreachable", detail: "no gateway" };
}
