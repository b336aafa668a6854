import jsqr from "jsqr";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { type City, openCity } from "../../city.ts";
import { at } from "../../steps.ts";
import { type Came, Citizen, formOf } from "./citizen.ts";

let city: City;

beforeAll(async () => {
  city = await openCity({}, { RATE_LIMITS: "on" });
});
afterAll(() => city.close());

const matter = { content: "温泉支路路口的井盖松了，车一过就响。", kind: "ordinary", area: "gulou" };
const contact = { name: "温若谷", phone: "13900002222", publicity: "public", replyBy: "web" };

async function told(citizen: Citizen, words: Readonly<Record<string, string>> = {}): Promise<Came> {
  return citizen.send(await citizen.open("/submit"), { ...matter, ...words });
}

async function checked(citizen: Citizen, words: Readonly<Record<string, string>> = {}): Promise<Came> {
  return citizen.send(await told(citizen, words), contact);
}

/** How many cases hold these words. */
async function casesWith(words: string): Promise<number> {
  const { call } = await at(city, "bureau.dispatcher");
  return (await call(routes.cases.list, { query: { q: words } as never })).rows.length;
}

it("[AC-19] two windows have two drafts and two receipts; pressed twice, reloaded or gone back there is one case", async () => {
  const citizen = new Citizen(city.url);
  const one = await checked(citizen, { content: "第一扇窗：温泉支路的井盖松了。" });
  const two = await checked(citizen, { content: "第二扇窗：古田路的护栏倒在路边。" });
  expect(one.words).toContain("第一扇窗");
  const first = await citizen.send(one);
  const second = await citizen.send(two);
  const numbers = [first, second].map(({ html }) => /FZ-\d{8}-\d{6}/.exec(html)?.[0]);
  expect(new Set(numbers).size).toBe(2);
  expect([await casesWith("第一扇窗"), await casesWith("第二扇窗")]).toEqual([1, 1]);
  for (const again of [
    await citizen.send(one),
    await citizen.open(first.url.href),
    await citizen.open(one.url.href),
    await citizen.open(one.url.href.replace("/check", "/contact")),
    await citizen.open(one.url.href.replace("/submit/check", "/submit")),
  ]) {
    expect(again.words).toContain("这件事已经提交");
    expect(again.words).toContain(`编号尾号 ${numbers[0]?.slice(-6)}`);
  }
  expect(await casesWith("第一扇窗")).toBe(1);
});

it("a check page whose draft was changed in another window says so and shows it again", async () => {
  const citizen = new Citizen(city.url);
  const page = await checked(citizen, { content: "华林路的公交站牌歪了，快要倒了。" });
  const other = await citizen.open(page.url.href.replace("/submit/check", "/submit"));
  await citizen.send(other, { content: "华林路的公交站牌歪了，昨天已经砸到人行道。" });
  const again = await citizen.send(page);
  expect(again.words).toContain("您在另一个窗口改过这份内容");
  expect(again.words).toContain("昨天已经砸到人行道");
  expect(await casesWith("华林路")).toBe(0);
  expect((await citizen.send(again, {}, "/submit/check")).words).toContain("已提交");
});

it("[AC-127 partly] a browser that lost its cookie on any page keeps every word and goes on at the next press", async () => {
  const citizen = new Citizen(city.url);
  const page = await citizen.open("/submit");
  citizen.forget();
  const first = await citizen.send(page, { ...matter, content: "丢了记号也要留住：五四路的树枝挡住信号灯。" });
  expect(first.words).toContain("内容还在，请再按一次提交");
  const second = await citizen.send(first);
  expect(second.words).toContain("怎么联系您");
  citizen.forget();
  const third = await citizen.send(second, contact);
  expect(third.words).toContain("内容还在，请再按一次提交");
  expect(formOf(third.html, "/submit/contact").fields["name"]).toBe("温若谷");
  const fourth = await citizen.send(third);
  citizen.forget();
  const fifth = await citizen.send(fourth);
  expect(fifth.words).toContain("内容还在，请再按一次提交");
  expect(fifth.words).toContain("丢了记号也要留住");
  expect(await casesWith("丢了记号")).toBe(0);
  expect((await citizen.send(fifth)).words).toContain("已提交");
  expect(await casesWith("丢了记号")).toBe(1);
});

it("a browser that keeps no cookie, or comes after a day, is told so before it matters", async () => {
  const citizen = new Citizen(city.url);
  const page = await citizen.open("/submit");
  citizen.forget();
  const first = await citizen.send(page, matter);
  citizen.forget();
  const second = await citizen.send(first);
  expect(second.words).toContain("浏览器没有保存 Cookie");
  expect(formOf(second.html, "/submit").fields["content"]).toBe(matter.content);
  const late = new Citizen(city.url);
  const contactPage = await told(late);
  city.at("2026-03-03 10:00");
  const lost = await late.send(contactPage, contact);
  expect(lost.url.pathname).toBe("/submit");
  expect(lost.words).toContain("没有找到您先前写的内容");
  expect(lost.words).toContain("什么都没有提交");
  const again = await late.send(lost, matter);
  expect(again.words).toContain("请核对，然后提交");
  late.forget();
  expect((await late.open(again.url.href)).words).toContain("没有找到您先前写的内容");
});

it("[AC-123 partly] large type works from a page that is older than its cookie", async () => {
  const citizen = new Citizen(city.url);
  const page = await citizen.open("/how");
  citizen.forget();
  const large = await citizen.send(page, {}, "/large");
  expect([large.status, large.url.pathname]).toEqual([200, "/how"]);
  expect(large.html).toContain('class="large"');
  const normal = await citizen.send(large, {}, "/large");
  expect(normal.html).not.toContain('class="large"');
});

it("whoever presses too often keeps the form", async () => {
  const citizen = new Citizen(city.url);
  let page = await citizen.open("/submit");
  for (let n = 0; n < 31; n += 1) page = await citizen.send(page, { content: "短" });
  const stopped = await citizen.send(page, { content: "按得太快也要留住的字" }, "/submit");
  expect(stopped.status).toBe(429);
  expect(stopped.words).toContain("您写的都还在");
  expect(formOf(stopped.html, "/submit").fields["content"]).toBe("按得太快也要留住的字");
});

it("[AC-20] the receipt shows number, code, who comes next and by when; its square and its picture work", async () => {
  city.at("2026-03-04 10:00");
  const citizen = new Citizen(city.url);
  const receipt = await citizen.send(await checked(citizen, { content: "回执要能用：杨桥路的路灯不亮。" }));
  const number = /FZ-\d{8}-\d{6}/.exec(receipt.html)?.[0] ?? "";
  expect(receipt.words).toMatch(/查询码 \d{4} \d{3} \d{3}/);
  expect(receipt.words).toContain("最晚 2026年3月5日 周四 24:00 前转给办理单位。依据《办法》第七条");
  expect(receipt.words).toContain("请打12345");
  expect(receipt.words).toContain("再提交一件");
  const square = /class="qr" src="data:image\/png;base64,([^"]+)"/.exec(receipt.html)?.[1] ?? "";
  const stranger = new Citizen(city.url);
  const opened = await stranger.open(read(Buffer.from(square, "base64")));
  expect(opened.url.pathname).toBe("/my-case");
  expect(opened.words).toContain(number);
  const address = /<img class="picture" src="([^"]+)"/.exec(receipt.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect((await stranger.open(address)).status, "the picture shows the code to no other browser").toBe(404);
  const picture = await citizen.fetch(address);
  expect(picture.headers.get("content-type")).toBe("image/png");
  expect(picture.headers.get("cache-control")).toContain("no-store");
  expect(new URL(read(Buffer.from(await picture.arrayBuffer()))).pathname).toMatch(/^\/q\//);
  expect((await fetch(`${city.url}/receipt/picture?k=other`)).status).toBe(404);
});

/** What the square in a picture says. */
function read(png: Buffer): string {
  const { data, width, height } = PNG.sync.read(png);
  return jsqr.default(new Uint8ClampedArray(data), width, height)?.data ?? "";
}
