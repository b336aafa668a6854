import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type City, citizen, openCity } from "../city.ts";
import { at, file, pass, reply, send } from "../steps.ts";
import { barriers, overflow } from "./axe.ts";
import { openBrowser, phone } from "./browser.ts";
import { signInAt } from "./desk-page.ts";
import { citizenPage, press, readable } from "./portal-page.ts";

let city: City;
let browser: Browser;
let link = "";
let number = "";

/** Two cases answered, one of them late, and one that lies open. */
beforeAll(async () => {
  [city, browser] = await Promise.all([openCity({ ways: { email: true, sms: true } }), openBrowser()]);
  const petitioner = { ...citizen, replyBy: "sms" as const };
  const filed = [];
  for (const content of ["路灯坏了三天，请修复。", "井盖松动，请更换。", "垃圾没有人清，请安排。"]) {
    filed.push(await file(city, { content, petitioner }));
  }
  const [first, second] = filed;
  if (!first || !second) throw new Error("nothing filed");
  for (const { id } of filed) await send(city, id, "urban");
  const clerk = await at(city, "urban.clerk");
  await clerk.open(first.id);
  await pass(city, first.id, await reply(city, first.id, "urban"));
  city.at("2026-03-20 09:00");
  await clerk.open(second.id);
  await pass(city, second.id, await reply(city, second.id, "urban"));
  number = first.number;
  const { db, keys } = city.house;
  const told = await db
    .selectFrom("outbox")
    .select("body_sealed")
    .where("case_id", "=", first.id)
    .where("body_sealed", "is not", null)
    .where("notice", "=", "answered")
    .executeTakeFirstOrThrow();
  link = `http://${/[\w.:-]+\/[rc]\/\w+/.exec(keys.open("message", told.body_sealed as Buffer))?.[0] ?? ""}`;
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

const words = (page: Page) => page.locator("main").innerText();

it("[FZ-12] a citizen rates from the link on a small phone without a script, in large type too", async () => {
  const page = await citizenPage(browser, { width: phone.width });
  await page.goto(link);
  await readable(page);
  await press(page, "提交评价");
  expect(await words(page)).toContain("请选一项评价");
  await readable(page);
  await page.getByRole("button", { name: "大字版" }).first().click();
  await readable(page);
  await page.getByLabel("不满意").check();
  await page.getByLabel("原因（选填）").fill("灯罩没有装回去。");
  await press(page, "提交评价");
  await page.getByRole("heading", { name: "谢谢，已收到您的评价" }).waitFor();
  await readable(page);
  await page.goto(link);
  await page.getByRole("heading", { name: "这件来件已经评价过了" }).waitFor();
  await readable(page);
});

it("[FZ-11-1 FZ-12] the efficiency office reads figures with both numbers, and each opens the cases behind it", async () => {
  const { page, complaints } = await signInAt(browser, city.url, "efficiency.officer");
  await page.getByRole("link", { name: "统计" }).click();
  await page.getByRole("heading", { name: "统计", exact: true }).waitFor();
  const rate = page.getByRole("row", { name: /^按期答复率/ });
  await rate.waitFor();
  expect(await rate.innerText()).toContain("33.3%（1/3）");
  expect(await barriers(page)).toEqual([]);
  await rate.getByRole("button", { name: "按期答复率 分母：看 3 件" }).click();
  const list = page.getByRole("dialog", { name: "按期答复率：3 件" });
  await list.getByText("合计 3 = 列表 3").waitFor();
  for (const said of ["按期答复", "超期答复", "超期未答复"]) await list.getByText(said, { exact: true }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
  await page.getByRole("tab", { name: "分组" }).click();
  await page.getByRole("img", { name: /^按期答复率，1 项，最高：市城管局 33.3%（1\/3）/ }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("tab", { name: "走势" }).click();
  await page.getByRole("img", { name: /^收到，1 项/ }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("tab", { name: "评价" }).click();
  await page.getByRole("link", { name: number }).waitFor();
  expect(await page.getByRole("row", { name: /灯罩没有装回去/ }).innerText()).toContain("不满意");
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("link", { name: number }).click();
  await page.getByText("诉求人评价：不满意 灯罩没有装回去。").waitFor();
  await page.goBack();
  await page.getByText("不满意的在前。").waitFor();
  expect(complaints).toEqual([]);
});

it("the same stands on a phone without sideways scrolling", async () => {
  const { page } = await signInAt(browser, city.url, "bureau.head");
  await page.setViewportSize(phone);
  for (const tab of ["overview", "groups", "course", "ratings"]) {
    await page.goto(`${city.url}/desk/statistics?tab=${tab}`);
    await page.getByRole("tab", { selected: true }).waitFor();
    await page.getByText("首尾两天都算").waitFor();
    expect(await overflow(page), tab).toBeLessThanOrEqual(0);
    expect(await barriers(page), tab).toEqual([]);
  }
});

it("the cases behind a yearly rate are on the screen", async () => {
  const { page, complaints } = await signInAt(browser, city.url, "efficiency.officer");
  await page.getByRole("link", { name: "效能台" }).click();
  await page.getByRole("tab", { name: "年度表扬" }).click();
  await page.getByRole("button", { name: /^市城管局 按期答复率 33.3%（1\/3）：看 3 件$/ }).click();
  const list = page.getByRole("dialog", { name: "市城管局 按期答复率：3 件" });
  await list.getByRole("link", { name: number }).waitFor();
  expect(await list.getByText("未达到", { exact: true }).count()).toBe(2);
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
