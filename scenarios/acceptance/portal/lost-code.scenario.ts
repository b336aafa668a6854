import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { deliverMessage } from "../../../server/actions/messages/deliver-message.ts";
import type { Gateways } from "../../../server/gateways/gateways.ts";
import { sendCode } from "../../../server/actions/codes/send-code.ts";
import { httpSmsGateway } from "../../../server/gateways/sms.ts";
import { httpVoiceGateway } from "../../../server/gateways/voice.ts";
import { phoneLookup } from "../../../server/record/petitioner.ts";
import { type City, citizen, openCity } from "../../city.ts";
import { openSmsVendor, type SmsVendor } from "../../record/post-office.ts";
import { at, file, refusal, register, send } from "../../steps.ts";
import { visitor } from "./visitor.ts";

let city: City;
let vendor: SmsVendor;
let gateways: Gateways;
beforeAll(async () => {
  city = await openCity({ ways: { email: true, sms: true, voice: true } });
  vendor = await openSmsVendor();
  gateways = { mail: null, sms: httpSmsGateway(vendor.url, null), voice: httpVoiceGateway(vendor.url, null) };
});
beforeEach(() => {
  vendor.sent.length = 0;
});
afterAll(async () => {
  await vendor.close();
  await city.close();
});

/** What the worker sends to a number now; the text as it came to the vendor. */
async function sent(phone: string) {
  await sendCode(city.house, gateways, city.house.region, phoneLookup(city.house.keys, phone));
  return vendor.sent.at(-1)?.body ?? null;
}

const digits = (text: string | undefined) => text?.replace(/\s/g, "").match(/\d{6}/)?.[0] ?? "";
const of = (phone: string) => ({ petitioner: { ...citizen, phone } });
const follow = (number: string, code: string) => city.call(routes.publicDoors.follow, { body: { number, code } });

it("[AC-25] 忘了查询码 gives a new code by SMS; the old one does not open any more", async () => {
  city.at("2026-03-02 09:00");
  const phone = "13900004401";
  const { id, number, code } = await file(city, of(phone));
  const person = visitor(city.url);
  expect((await person.get("/follow")).html).toContain('href="/follow/lost"');
  await person.get("/follow/lost");
  expect((await person.post("/follow/lost", { phone: "１３９ 0000-4401", way: "sms" })).path).toBe("/follow/lost/code");
  const message = await sent(phone);
  expect(message?.to).toBe("+8613900004401");
  expect(message?.text).toMatch(/^校验码\d{6}，10分钟内有效。工作人员不会向您索要校验码。$/);
  const right = digits(message?.text);
  const wrong = right === "111111" ? "222222" : "111111";
  const missed = await person.post("/follow/lost/code", { code: wrong });
  expect(missed.html).toContain("校验码不对，还可以试 4 次");
  const list = await person.post("/follow/lost/code", { code: ` ${right.slice(0, 3)} ${right.slice(3)} ` });
  expect(list.path).toBe("/my-cases");
  expect(list.html).toContain(number);
  const renewed = await person.post("/my-cases/case", { id, what: "code" });
  expect(renewed.html).toContain(`尾号 ${number.slice(-6)} 的新查询码已用短信发到 139****4401，旧码已失效。`);
  const row = await city.house.db
    .selectFrom("outbox")
    .select("id")
    .where("case_id", "=", id)
    .where("notice", "=", "newCode")
    .executeTakeFirstOrThrow();
  await deliverMessage(city.house, gateways, city.house.region, row.id, 1);
  const fresh = /查询码是(\d{10})（来件尾号\d{6}），旧码已失效/.exec(vendor.sent.at(-1)?.body["text"] ?? "")?.[1] ?? "";
  await expect(follow(number, code)).rejects.toMatchObject(refusal(404, "follow.mismatch"));
  expect((await follow(number, fresh)).number).toBe(number);
  const read = (await (await at(city, "centre.operator")).open(id)).reads;
  expect(read).toContainEqual(expect.objectContaining({ what: "newCode", reason: "byPhone" }));
});

it("[AC-25] the code also comes by voice, again after a minute, and five wrong ones end it", async () => {
  city.at("2026-03-02 10:00");
  const phone = "13900004402";
  await file(city, of(phone));
  const person = visitor(city.url);
  await person.get("/follow/lost");
  const asked = await person.post("/follow/lost", { phone, way: "voice" });
  expect(asked.html).toContain("139****4402");
  const first = await sent(phone);
  expect(first?.text).toMatch(/^校验码\d \d \d \d \d \d，/);
  expect((await person.post("/follow/lost/again", { way: "sms" })).html).toContain("60 秒后可以再获取一次");
  city.at("2026-03-02 10:01");
  expect((await person.post("/follow/lost/again", { way: "sms" })).status).toBe(200);
  const right = digits((await sent(phone))?.text);
  const wrong = right === "111111" ? "222222" : "111111";
  for (const left of [4, 3, 2, 1]) {
    expect((await person.post("/follow/lost/code", { code: wrong })).html).toContain(`还可以试 ${left} 次`);
  }
  expect((await person.post("/follow/lost/code", { code: wrong })).html).toContain("校验码过期了，请重新获取");
  expect((await person.post("/follow/lost/code", { code: right })).html).toContain("校验码过期了，请重新获取");
  city.at("2026-03-02 10:12");
  expect((await person.post("/follow/lost/again", { way: "sms" })).status).toBe(200);
  const late = digits((await sent(phone))?.text);
  city.at("2026-03-02 10:23");
  expect((await person.post("/follow/lost/code", { code: late })).html).toContain("校验码过期了，请重新获取");
});

it("a number without a case is answered alike and sent nothing; the same number may ask five times an hour", async () => {
  city.at("2026-03-02 12:00");
  const person = visitor(city.url);
  await person.get("/follow/lost");
  for (const minute of [0, 2, 4, 6, 8]) {
    city.at(`2026-03-02 12:0${minute}`);
    const asked = await person.post("/follow/lost", { phone: "13900009999", way: "sms" });
    expect(asked.path).toBe("/follow/lost/code");
    expect(await sent("13900009999")).toBeNull();
    await person.get("/follow/lost");
  }
  city.at("2026-03-02 12:10");
  const sixth = await person.post("/follow/lost", { phone: "13900009999", way: "sms" });
  expect(sixth.html).toContain("请在 50 分钟后再试");
  expect(sixth.html).toContain('value="13900009999"');
  for (const [typed, said] of [
    ["", "请填写手机号"],
    ["139000", "手机号是 11 位数字，请再核对一遍"],
    ["0591-87654321", "固定电话收不到短信，请拨打12345"],
  ] as const) {
    const refused = await person.post("/follow/lost", { phone: typed, way: "sms" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(said);
  }
});

it("[AC-26] 我的来件 lists the cases of that telephone with state and next date, newest first, and nobody else's", async () => {
  city.at("2026-03-03 09:00");
  const phone = "13900004403";
  const mine = of(phone);
  const first = await file(city, { ...mine, content: "榕树下的石凳断了一条腿，请换一张。" });
  city.at("2026-03-03 10:00");
  const second = await register(city, {
    petitioner: { ...citizen, phone, replyBy: "phone" },
    content: "河边护栏松动，请加固。",
  });
  await file(city, { ...of("13900004404"), content: "别人家的事情，和前面的号码无关。" });
  city.at("2026-03-03 11:00");
  const words = "反映某干部收受财物，请核查。";
  const secret = await file(city, { ...mine, content: words, subject: "discipline" });
  await send(city, first.id, "urban");
  const person = visitor(city.url);
  await person.get("/follow/lost");
  await person.post("/follow/lost", { phone, way: "sms" });
  const list = await person.post("/follow/lost/code", { code: digits((await sent(phone))?.text) });
  const order = [secret.number, second.number, first.number].map((number) => list.html.indexOf(number));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
  expect(list.html).toContain("139****4403 的来件，共 3 件");
  expect(list.html).toContain("榕树下的石凳断了一条腿");
  expect(list.html).toMatch(/最晚 2026年3月17日 周二 24:00 前：市城管局/);
  expect(list.html).not.toContain("别人家");
  expect(list.html).not.toContain("收受财物");
  expect((await person.post("/my-cases/case", { id: secret.id, what: "open" })).status).toBe(404);
  await person.get("/my-cases");
  const opened = await person.post("/my-cases/case", { id: first.id, what: "open" });
  expect(opened.path).toBe("/my-case");
  expect(opened.html).toContain("榕树下的石凳断了一条腿");
  await person.post("/my-case/leave");
  expect((await person.get("/my-cases")).path).toBe("/follow/lost");
  expect((await person.get("/my-case")).path).toBe("/follow");
});

it("[AC-26] another's case is not opened by its address, and twenty stand on a page", async () => {
  city.at("2026-03-04 09:00");
  const phone = "13900004405";
  for (let n = 0; n < 21; n += 1) await file(city, { ...of(phone), content: `第${n + 1}盏路灯不亮，请修。` });
  const other = await file(city, of("13900004406"));
  const person = visitor(city.url);
  await person.get("/follow/lost");
  await person.post("/follow/lost", { phone, way: "sms" });
  const list = await person.post("/follow/lost/code", { code: digits((await sent(phone))?.text) });
  expect(list.html.match(/<li>/g)).toHaveLength(20);
  expect(list.html).toContain("第 1 页，共 2 页");
  expect((await person.get("/my-cases?page=2")).html.match(/<li>/g)).toHaveLength(1);
  expect((await person.post("/my-cases/case", { id: other.id, what: "open" })).status).toBe(404);
});

it("where no message can be sent the page says whom to call", async () => {
  const quiet = await openCity();
  const page = await visitor(quiet.url).get("/follow/lost");
  expect(page.html).toContain("请拨打12345，由工作人员核对身份后，给您新的查询码。");
  expect(page.html).not.toContain('<button class="main"');
  await quiet.close();
});
