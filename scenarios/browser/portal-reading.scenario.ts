import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { type City, openCity } from "../city.ts";
import { at, file, legAt, pass, reply, send } from "../steps.ts";
import { openBrowser } from "./browser.ts";
import { citizenPage, errorsBeside, follow, press, readable, tellContact, tellMatter } from "./portal-page.ts";

let city: City;
let browser: Browser;

beforeAll(async () => {
  [city, browser] = await Promise.all([openCity(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

const words = (page: Page) => page.locator("main").innerText();

it("[FZ-3.8] words of danger lead to the telephones at once, before any name is asked", async () => {
  const page = await citizenPage(browser);
  await page.goto(`${city.url}/submit`);
  await tellMatter(page, "楼下餐馆后厨着火了，浓烟很大，楼上还有老人。");
  await press(page, "下一步");
  await page.getByRole("heading", { name: "先确认一下" }).waitFor();
  for (const number of ["110", "119", "120", "122"]) {
    expect(await page.locator(`main a[href="tel:${number}"]`).isVisible()).toBe(true);
  }
  await readable(page);
  await page.goto(`${city.url}/submit/contact`);
  expect(new URL(page.url()).pathname).toBe("/submit/urgent");
  await press(page, "不是紧急情况，继续");
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("怎么联系您");
});

it("large type stays on every page, and at 320 pixels nothing lies beyond the window", async () => {
  const page = await citizenPage(browser, { width: 320 });
  await page.goto(city.url);
  const size = () => page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") as Promise<number>;
  const normal = await size();
  await page.getByRole("button", { name: "大字版" }).first().click();
  expect(await size()).toBeGreaterThan(normal * 1.3);
  for (const path of ["/", "/submit", "/follow", "/answers", "/how", "/privacy", "/accessibility", "/api", "/gone"]) {
    await page.goto(`${city.url}${path}`);
    expect(await size(), path).toBeGreaterThan(normal * 1.3);
    await readable(page);
  }
  await page.getByRole("button", { name: "普通版" }).first().click();
  expect(await size()).toBe(normal);
});

it("on the page of the way, who, until when and the article of each step stand apart", async () => {
  const page = await citizenPage(browser);
  await page.goto(`${city.url}/how`);
  const lines = await page.locator("ol.how p.meta").allInnerTexts();
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(line).toMatch(/^.*[^　]　依据：《办法》第.条/);
});

it("[FZ-2-1] [AC-122] filing and following need no mouse: Tab, Space, Enter and letters are enough, the focus is always seen, errors are read on arrival", async () => {
  const page = await citizenPage(browser, { javaScript: true });
  await page.goto(`${city.url}/submit`);
  await tabTo(page, "下一步");
  await page.keyboard.press("Enter");
  // A reader of screens begins with what has the focus.
  const box = page.locator('[role="alert"]:focus');
  await box.waitFor();
  expect(await box.innerText()).toContain("请写一写发生了什么事");
  await tabTo(page, "请写一写发生了什么事");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("江滨路健身步道的灯有三盏不亮，晚上看不清台阶。");
  // From the first of the answers, Up goes round to the last.
  await tabTo(page, "咨询、求助");
  await page.keyboard.press("ArrowUp");
  await tabTo(page, "事情在哪里？");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, "下一步");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "怎么联系您" }).waitFor();
  await tabTo(page, "姓名");
  await page.keyboard.insertText("温若谷");
  await tabTo(page, "手机号");
  await page.keyboard.insertText("13900002222");
  await tabTo(page, "可以公开");
  await page.keyboard.press("Space");
  await tabTo(page, "短信");
  await page.keyboard.press("Space");
  await tabTo(page, "下一步");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "请核对，然后提交" }).waitFor();
  await tabTo(page, "提交", "main button");
  await page.keyboard.press("Space");
  await page.getByRole("heading", { name: "已提交" }).waitFor();
  const [number = "", code = ""] = await page.locator(".codes").allInnerTexts();
  await tabTo(page, "查进展");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "查我的来件" }).waitFor();
  await tabTo(page, "编号");
  await page.keyboard.insertText(number);
  await tabTo(page, "查询码");
  await page.keyboard.insertText(code);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "已收到" }).waitFor();
});

it("[FZ-2-3] published answers are found by words, unit and month however it is written, and no page lies beyond the last", async () => {
  const page = await citizenPage(browser);
  await page.goto(`${city.url}/answers`);
  expect(await words(page)).toContain("还没有公开的答复。");
  await readable(page);
  await publishes("白马河边的垃圾桶少，请多放几个。", "已在白马河边增设垃圾桶十二个。");
  await publishes("乌山路井盖松动，车过有响声。", "乌山路井盖已经加固。");
  for (const month of ["2026-03", "2026-3", "2026/03", "2026.3", "2026年3月", "202603", "２０２６年３月"]) {
    await page.goto(`${city.url}/answers?month=${encodeURIComponent(month)}`);
    expect([month, await page.getByRole("status").innerText()]).toEqual([month, "共 2 条"]);
    expect(await page.getByLabel("月份").inputValue()).toBe("2026-03");
  }
  expect(await page.getByLabel("月份").locator("option").allInnerTexts()).toEqual(["全部月份", "2026年3月"]);
  expect(await page.getByLabel("单位").locator("option").allInnerTexts()).toEqual(["全部单位", "市城管局"]);
  await page.goto(`${city.url}/answers?month=${encodeURIComponent("三月份")}`);
  expect(await errorsBeside(page)).toEqual({ month: "月份请写成 2026-03" });
  await readable(page);
  await page.goto(`${city.url}/answers?page=99`);
  expect(await page.getByRole("status").innerText()).toBe("共 2 条");
  await page.getByLabel("搜索").fill("井盖");
  await press(page, "查找");
  expect(await page.getByRole("status").innerText()).toBe("共 1 条");
  await page.getByRole("link", { name: /井盖/ }).click();
  expect(await words(page)).toContain("乌山路井盖已经加固。");
  await readable(page);
  await page.goto(`${city.url}/answers?q=${encodeURIComponent("大象")}`);
  expect(await words(page)).toContain("没有找到“大象”。");
  await page.goto(`${city.url}/answers?q=${encodeURIComponent("象")}`);
  expect(await errorsBeside(page)).toEqual({ q: "请至少输入两个字" });
});

it("[FZ-2-3] what looks like a script or a tag is shown as the text it is, to the citizen and to everybody", async () => {
  const evil = `<script>document.title="坏了"</script><img src=x onerror="document.title='坏了'">`;
  const page = await citizenPage(browser, { javaScript: true });
  await page.goto(`${city.url}/submit`);
  await tellMatter(page, `福新路路牌上写着${evil}，请改正。`);
  await press(page, "下一步");
  await tellContact(page, `温${evil}`.slice(0, 40));
  await press(page, "下一步");
  expect(await words(page)).toContain(evil);
  await press(page, "提交");
  const [number = "", code = ""] = await page.locator(".codes").allInnerTexts();
  await follow(page, city.url, number, code);
  expect(await words(page)).toContain(evil);
  await publishes(`古田路公告栏上也有${evil}，请改正。`, `已改正：${evil}`);
  await page.goto(`${city.url}/answers?q=${encodeURIComponent("公告栏")}`);
  await page.getByRole("link", { name: /公告栏/ }).click();
  expect(await words(page)).toContain(`已改正：${evil}`);
  expect(await page.title()).not.toBe("坏了");
  expect(await page.locator("main script, main img").count()).toBe(0);
});

it("[FZ-8.4-1 FZ-9-1] while a reply is audited, the case is in the auditing bureau's hands from the day it was handed in", async () => {
  city.at("2026-03-02 09:00");
  const { id, number, code } = await file(city, { content: "茶亭公园的秋千坏了一个星期，孩子们玩不了。" });
  await send(city, id, "urban");
  const page = await citizenPage(browser);
  await follow(page, city.url, number, code);
  expect(await boxOf(page)).toMatchObject({ 现在在谁手里: "市城管局", 从什么时候: "2026年3月2日 周一" });
  city.at("2026-03-05 16:00");
  await reply(city, id, "urban", "秋千已换新。");
  await follow(page, city.url, number, code);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("已写好答复，正在审核");
  expect(await boxOf(page)).toMatchObject({ 现在在谁手里: "市信访局", 从什么时候: "2026年3月5日 周四" });
  expect(await words(page)).not.toContain("换新");
  await readable(page);
  await pass(city, id, await legAt(await at(city, "bureau.auditor"), id, "urban"));
  await page.reload();
  expect(await words(page)).toContain("秋千已换新。");
});

/** Goes on with Tab to what has the name; whatever has the focus on the way is seen to have it. */
async function tabTo(page: Page, name: string, within = "*"): Promise<void> {
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press("Tab");
    const [outline, label, inside] = (await page.evaluate(`(() => {
      const e = document.activeElement;
      const label = (e.labels?.[0] ?? e).innerText.trim();
      return [getComputedStyle(e).outlineStyle, label, e.matches(${JSON.stringify(within)})];
    })()`)) as [string, string, boolean];
    expect(`${label}: ${outline}`).not.toBe(`${label}: none`);
    if (label.startsWith(name) && inside) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

async function boxOf(page: Page): Promise<Readonly<Record<string, string>>> {
  const [names, values] = await Promise.all([
    page.locator("main dl dt").allInnerTexts(),
    page.locator("main dl dd").allInnerTexts(),
  ]);
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? ""]));
}

async function publishes(content: string, answer: string): Promise<void> {
  const { id } = await file(city, { content });
  await send(city, id, "urban");
  await pass(city, id, await reply(city, id, "urban", answer));
  const { rows } = await city.call(routes.publicDoors.answers, { query: {} });
  expect(rows.length).toBeGreaterThan(0);
}
