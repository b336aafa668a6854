import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { attemptsAllowed, deliverMessage } from "../../../server/actions/messages/deliver-message.ts";
import type { Gateways } from "../../../server/gateways/gateways.ts";
import { smtpGateway } from "../../../server/gateways/mail.ts";
import { httpSmsGateway } from "../../../server/gateways/sms.ts";
import { type City, citizen, openCity } from "../../city.ts";
import { openPostOffice, openSmsVendor, type PostOffice, type SmsVendor } from "../../record/post-office.ts";
import { at, file, noticesTo, pass, reply, send } from "../../steps.ts";

let city: City;
let office: PostOffice;
let vendor: SmsVendor;
let gateways: Gateways;
beforeAll(async () => {
  city = await openCity({ ways: { email: true, sms: true } });
  office = await openPostOffice();
  vendor = await openSmsVendor();
  gateways = { mail: smtpGateway(office.url, "12345@huiyin.test"), sms: httpSmsGateway(vendor.url, null) };
});
beforeEach(() => {
  office.refuse = null;
  office.mails.length = 0;
  vendor.answer = 200;
  vendor.sent.length = 0;
});
afterAll(async () => {
  gateways.mail?.close();
  await office.close();
  await vendor.close();
  await city.close();
});

/** Everything that waits is tried once, as the worker would. */
async function tryAll(attempt: number) {
  const { db, region } = city.house;
  const rows = await db.selectFrom("outbox").select("id").where("state", "=", "waiting").execute();
  for (const { id } of rows) await deliverMessage(city.house, gateways, region, id, attempt);
  return rows.length;
}

const by = (replyBy: "sms" | "email", phone: string) => ({
  petitioner: { ...citizen, phone, email: "wen@example.test", replyBy },
});

it("[AC-128] mail and SMS gates down: all acts succeed, messages wait, each goes out once", async () => {
  city.at("2026-03-02 09:00");
  vendor.answer = 503;
  office.refuse = 451;
  const filed = [await file(city, by("sms", "13900004501")), await file(city, by("email", "13900004502"))];
  for (const { id } of filed) {
    await send(city, id, "urban");
    await (await at(city, "urban.clerk")).open(id);
    await pass(city, id, await reply(city, id, "urban"));
  }
  const waiting = await tryAll(1);
  expect(waiting).toBeGreaterThanOrEqual(6);
  expect(await tryAll(2)).toBe(waiting);
  expect(office.mails).toHaveLength(0);
  // Two days later the gates are open again: nothing was given up.
  city.at("2026-03-04 09:00");
  vendor.answer = 200;
  office.refuse = null;
  vendor.sent.length = 0;
  expect(await tryAll(attemptsAllowed - 5)).toBe(waiting);
  expect(await tryAll(attemptsAllowed - 4)).toBe(0);
  const ids = vendor.sent.map(({ body }) => body["id"]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length + office.mails.length).toBe(waiting);
});

it("[AC-106] a failed message shows its cause, its handlers are told, and it goes again by another way or with all others", async () => {
  city.at("2026-03-05 09:00");
  const { id, number } = await file(city, by("sms", "13900004503"));
  await send(city, id, "urban");
  vendor.answer = 400;
  expect(await tryAll(1)).toBe(2);
  const operator = await at(city, "centre.operator");
  const messages = (await operator.open(id)).messages;
  expect(messages.map(({ state }) => state)).toEqual(["failed", "failed"]);
  expect(messages[0]?.attempts).toMatchObject([{ result: "refused", detail: "400 noted" }]);
  for (const login of ["urban.clerk", "bureau.dispatcher"]) {
    const [notice] = await noticesTo(city, login);
    expect(notice?.text).toBe(`${number}有一条短信没有送达，请到“消息发送”重发、换渠道或者人工告知。`);
  }
  const [first] = messages;
  const other = { params: { id: first?.id ?? "" }, body: { channel: "phone" as const } };
  expect(await operator.call(routes.messages.resend, other)).toEqual({ state: "toDo" });
  vendor.answer = 200;
  const list = await operator.call(routes.messages.list, { query: { state: "failed" } });
  expect(list.unsent).toBe(1);
  expect(await operator.call(routes.messages.resendAll, { body: { seen: 1 } })).toEqual({ queued: 1, left: 0 });
  expect(await operator.call(routes.messages.resendAll, { body: { seen: 1 } })).toEqual({ queued: 0, left: 0 });
  vendor.sent.length = 0;
  await tryAll(1);
  expect(vendor.sent).toHaveLength(1);
  expect((await operator.open(id)).messages.map(({ state }) => state).toSorted()).toEqual(["delivered", "toDo"]);
});

it("what was not sent for want of a gate goes out at one press once the gate is there", async () => {
  city.at("2026-03-06 09:00");
  const ways = city.house.ways;
  Object.assign(city.house, { ways: { email: false, sms: false } });
  await file(city, by("sms", "13900004504"));
  expect(await tryAll(1)).toBe(0);
  Object.assign(city.house, { ways });
  const operator = await at(city, "centre.operator");
  expect(await operator.call(routes.messages.resendAll, { body: { seen: 1 } })).toEqual({ queued: 1, left: 0 });
  expect(await tryAll(1)).toBe(1);
  expect(vendor.sent).toHaveLength(1);
});
