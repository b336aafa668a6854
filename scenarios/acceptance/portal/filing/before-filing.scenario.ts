import { afterAll, beforeAll, expect, it } from "vitest";
import { placesOf } from "../../../../demo/places/places.ts";
import { routes } from "../../../../contract/routes.ts";
import { type City, openCity } from "../../../city.ts";
import { at, file, pass, reply, send } from "../../../steps.ts";
import { type Came, Citizen } from "../citizen.ts";

let city: City;

beforeAll(async () => {
  const settings = { demo: true, secondFactor: "optional", ...placesOf("fuzhou-demo") } as const;
  city = await openCity({ settings });
});
afterAll(() => city.close());

const matter = { content: "温泉支路路口的护栏倒了，挡住了行人。", kind: "ordinary", area: "gulou" };
const contact = { name: "温若谷", phone: "13900002222", publicity: "public", replyBy: "web" };

async function told(words: Readonly<Record<string, string>>, citizen = new Citizen(city.url)): Promise<Came> {
  return citizen.send(await citizen.open("/submit"), { ...matter, ...words });
}

async function checked(words: Readonly<Record<string, string>>, who: Readonly<Record<string, string>> = {}) {
  const citizen = new Citizen(city.url);
  return { citizen, page: await citizen.send(await told(words, citizen), { ...contact, ...who }) };
}

/** A question that has a published answer. */
async function answered(content: string, answer: string): Promise<void> {
  const { id } = await file(city, { content });
  await send(city, id, "urban");
  await pass(city, id, await reply(city, id, "urban", answer));
}

it("[AC-8] two characters or the initials of a street find it; the place is repeated in words on the check page", async () => {
  const form = await new Citizen(city.url).open("/submit");
  const offered = [...form.html.matchAll(/<option value="([^"]+)" label="([^"]+)"/g)].map(([, ...row]) =>
    row.join(" "),
  );
  expect(offered).toContain("温泉街道 鼓楼区 wqjd");
  for (const street of ["温泉", "wq", "ＷＱ"]) {
    const { page } = await checked({ street, area: "gulou", place: "路口东侧" });
    expect(page.url.pathname).toBe("/submit/check");
    expect(page.words).toContain("鼓楼区 温泉街道 路口东侧");
  }
  const several = await told({ street: "yz", area: "taijiang" });
  expect(several.words).toContain("是下面哪一个？");
  for (const name of ["台江区 瀛洲街道", "台江区 义洲街道"]) expect(several.words).toContain(name);
  expect(several.html).toContain(matter.content);
  const { page } = await checked({ street: "yz", area: "taijiang", streetPick: "瀛洲街道" });
  expect(page.words).toContain("台江区 瀛洲街道");
  const own = await checked({ street: "仙塔街口", area: "gulou" });
  expect(own.page.words).toContain("鼓楼区 仙塔街口");
});

it("[AC-11] 煤气泄漏 brings up the four numbers before page ②, and 「不是紧急情况，继续」 goes on", async () => {
  const citizen = new Citizen(city.url);
  const page = await told({ content: "楼道里有煤气泄漏的味道，已经一个小时。" }, citizen);
  expect(page.url.pathname).toBe("/submit/urgent");
  const main = /<main[\s\S]*<\/main>/.exec(page.html)?.[0] ?? "";
  for (const number of ["110", "119", "120", "122"]) expect(main).toContain(`href="tel:${number}"`);
  const turned = await citizen.open(page.url.href.replace("/urgent", "/contact"));
  expect(turned.url.pathname).toBe("/submit/urgent");
  const on = await citizen.send(page, {}, "/submit/no-emergency");
  expect([on.url.pathname, on.words.includes("怎么联系您")]).toEqual(["/submit/contact", true]);
  const past = await told({ content: "去年车祸的赔偿款一直没有到账，想问找谁。" });
  expect(past.url.pathname).toBe("/submit/contact");
});

it("[AC-12] a question like a published answer shows it whole with its date before page ②; one press goes on; no open case is shown", async () => {
  await answered("火车站打车，司机不打表，张口要五十元。", "已责成该车停运整改三日。\n请保留车票，拨打监督电话。");
  await answered("我家门口的路灯坏了三天，晚上走路危险。", "路灯已于3月2日修复。");
  await answered("南后街小学入学要哪些材料？晚上也能问吗？", "带户口簿和房产证明，三月一日起报名。");
  await file(city, { content: "出租车不打表的事还没有人管，这是别人没办完的来件。" });
  const citizen = new Citizen(city.url);
  const taxi = await told({ content: "昨天在南站坐出租车不打表，还绕路，请管一管。" }, citizen);
  expect(taxi.url.pathname).toBe("/submit/similar");
  expect(taxi.words).toContain("火车站打车，司机不打表，张口要五十元。");
  expect(taxi.words).toContain("请保留车票，拨打监督电话。");
  expect(taxi.words).toContain("2026年3月2日 周一");
  expect(taxi.words).not.toContain("没办完的来件");
  expect(taxi.words).not.toMatch(/路灯已于|户口簿/);
  const goOn = /<a class="button main" href="([^"]+)">不是，继续提交/.exec(taxi.html)?.[1] ?? "";
  expect((await citizen.open(goOn)).words).toContain("怎么联系您");
  const lamp = await told({
    content: "塔头路从菜市场到小学这一段的路灯坏了三天，晚上很黑，老人和孩子走路都看不清，希望尽快修好。",
  });
  expect(lamp.words).toContain("路灯已于3月2日修复。");
  expect(lamp.words).not.toMatch(/户口簿|停运整改/);
  const solved = await citizen.send(taxi, {}, "/submit/solved");
  expect(solved.words).toContain("这次没有提交");
  expect((await told({ content: "公园的秋千断了一根绳子，孩子差点摔下来。" })).url.pathname).toBe("/submit/contact");
});

it("[AC-14] a matter for another organ shows its name and phone, and 「我仍要提交」 leads to a receipt", async () => {
  const citizen = new Citizen(city.url);
  const page = await told({ content: "对法院的判决不服，想知道上诉的期限。" }, citizen);
  expect(page.url.pathname).toBe("/submit/similar");
  expect(page.words).toContain("可能该找别处");
  expect(page.words).toContain("人民法院");
  expect(page.html).toContain('href="tel:12368"');
  const goOn = /<a class="button main" href="([^"]+)">我仍要提交/.exec(page.html)?.[1] ?? "";
  const check = await citizen.send(await citizen.open(goOn), contact);
  const receipt = await citizen.send(check, {}, "/submit/check");
  expect(receipt.words).toMatch(/已提交.*FZ-\d{8}-\d{6}/);
});

it("[AC-15] 不公开 tells its price before it is chosen; an officer cannot turn it public without recorded consent", async () => {
  const citizen = new Citizen(city.url);
  const page = await told({ content: "有一件不便公开的事：邻居的护栏挡住了我家门。" }, citizen);
  expect(page.words).toContain("选择不公开：转单位内部办理，规定里没有办理期限，结果不上网，单独告诉您。");
  const check = await citizen.send(page, { ...contact, publicity: "nonPublic" });
  expect(check.words).toContain("是否公开 不公开");
  expect(check.words).not.toContain("公开后别人看到的样子");
  await citizen.send(check, {}, "/submit/check");
  const dispatcher = await at(city, "bureau.dispatcher");
  const { rows } = await dispatcher.call(routes.cases.list, { query: { q: "不便公开" } as never });
  const id = rows[0]?.id ?? "";
  const track = { track: "public" } as const;
  const refused = { status: 422, error: { code: "track.petitionerChoseInternal" } };
  await expect(dispatcher.act(id, "classify", track)).rejects.toMatchObject(refused);
  const matters = [{ targets: [{ orgId: "urban", role: "lead" as const }] }];
  await expect(dispatcher.act(id, "dispatch", { classification: track, matters })).rejects.toMatchObject(refused);
  await dispatcher.act(id, "recordConsent", { on: "2026-03-02" as never, how: "电话里同意公开" });
  await dispatcher.act(id, "dispatch", { classification: track, matters });
});

it("[AC-18] title, words, claim and place are shown as the public would see them: numbers, dwelling and names barred", async () => {
  const secrets = {
    title: "护栏倒了请打139.0000.5678",
    content:
      "护栏倒了三天。我的电话 139 00 00 56 78 或１３９００００５６７８，家里(0591)87654321，身份证 110101 19900101 1237，住12号3座501室，温若谷。",
    claim: "修好后打 +86 139-0000-5678 告诉我。",
    place: "东街12号3座501室",
  };
  const { page } = await checked(secrets);
  const preview = page.words.slice(page.words.indexOf("公开后别人看到的样子"), page.words.indexOf("您的信息怎么用"));
  for (const label of ["标题", "内容", "希望怎样解决", "地点"]) expect(preview).toContain(`${label} `);
  expect(preview).toContain("▇▇");
  expect(preview).toContain("护栏倒了三天");
  expect(preview).toContain("我想改一改");
  for (const hidden of ["139", "１３９", "5678", "87654321", "1990", "1237", "501室", "温若谷"]) {
    expect([hidden, preview.includes(hidden)]).toEqual([hidden, false]);
  }
});
