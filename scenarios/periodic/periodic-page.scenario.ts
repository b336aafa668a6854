import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { barriers, overflow } from "../browser/axe.ts";
import { openBrowser, phone } from "../browser/browser.ts";
import { signInAt } from "../browser/desk-page.ts";
import { type City, openCity } from "../city.ts";
import { at, file, pass, reply, send } from "../steps.ts";
import { periodicPack } from "./periodic-pack.ts";

let city: City;
let browser: Browser;
let number = "";

/** One case answered in March and one left lying. */
beforeAll(async () => {
  [city, browser] = await Promise.all([openCity({ packs: [periodicPack] }), openBrowser()]);
  const place = { place: "五一中路3号" };
  const [answered, left] = [
    await file(city, { content: "路灯坏了三天，请修复。", ...place }),
    await file(city, { content: "井盖松动，请更换。", ...place }),
  ];
  for (const { id } of [answered, left]) await send(city, id, "urban");
  await (await at(city, "urban.clerk")).open(answered.id);
  await pass(city, answered.id, await reply(city, answered.id, "urban"));
  number = answered.number;
  city.at("2026-06-20 09:00");
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

const work = (page: Page, name: string) => page.getByRole("region", { name });

it("[ZJ-4.4-7] the officer sees what is due, reads the material, adds to it, records the meeting and takes it along", async () => {
  const { page, complaints } = await signInAt(browser, city.url, "efficiency.officer");
  await page.getByRole("link", { name: "定期工作" }).click();
  await work(page, "半年责任制落实情况分析会")
    .getByText("本期：2026年1月1日 周四至2026年6月30日 周二，最晚 2026年6月30日 周二")
    .waitFor();
  await work(page, "集中回访").getByText("间隔：规定未写明").waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "办理：半年责任制落实情况分析会" }).click();
  const dialog = page.getByRole("dialog", { name: /责任制落实情况分析会纪要/ });
  await dialog.getByText("本期收到2件").waitFor();
  await dialog.getByText("组织人事部门：本地没有登记这类单位").waitFor();
  await dialog.getByRole("textbox", { name: "责任制落实情况：补充说明" }).fill("各单位已落实首办责任。");
  const decided = dialog.getByRole("region", { name: "议定事项" });
  await decided.getByLabel("事项", { exact: true }).fill("井盖逐一排查，列出清单。");
  await decided.getByRole("combobox", { name: "责任单位" }).fill("城管");
  await page.locator(".ant-select-item-option-content", { hasText: /^市城管局$/ }).click();
  await decided.getByLabel("完成期限").fill("2026-07-10");
  await page.keyboard.press("Tab");
  await decided.getByRole("button", { name: "加入事项" }).click();
  await decided.getByText("市城管局：井盖逐一排查，列出清单。（最晚 2026年7月10日 周五）").waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole("button", { name: "记录", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  const follow = page.getByRole("region", { name: "议定事项跟进" });
  await follow.getByText("正在办理").waitFor();
  await follow.getByRole("button", { name: /^登记完成/ }).click();
  const settling = page.getByRole("dialog", { name: /^登记完成/ });
  await settling.getByLabel("怎么完成的").fill("清单已报送，共 12 处。");
  await settling.getByRole("button", { name: "登记完成", exact: true }).click();
  await settling.waitFor({ state: "hidden" });
  await follow.getByText(/2026年6月20日.* 已完成：清单已报送，共 12 处。/).waitFor();
  await work(page, "半年责任制落实情况分析会").getByText("下期：2026年7月1日 周三至2026年12月31日 周四").waitFor();
  await page.locator("summary", { hasText: "分析会纪要" }).click();
  await page.getByText("说明：各单位已落实首办责任。").waitFor();
  const [taken] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "下载 Word" }).click(),
  ]);
  expect(taken.suggestedFilename()).toMatch(/分析会纪要\.docx$/);
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

it("[YT-5.6-1] a circular takes criticism only with a case, and its number stands in the list", async () => {
  const { page, complaints } = await signInAt(browser, city.url, "efficiency.officer");
  await page.goto(`${city.url}/desk/periodic`);
  await page.getByRole("button", { name: "办理：诉求件受理办理情况通报" }).click();
  const dialog = page.getByRole("dialog", { name: /通报/ });
  for (let back = 0; back < 3; back++) await dialog.getByRole("button", { name: "上一个月" }).click();
  await dialog.getByText("本期收到2件").waitFor();
  await dialog.getByRole("region", { name: "各单位收到的内容" }).getByRole("rowheader", { name: "市城管局" }).waitFor();
  const lists = dialog.getByRole("region", { name: "通报表扬和批评" });
  const choose = async (label: string, option: string) => {
    await lists.getByRole("combobox", { name: label }).click();
    const open = page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)");
    await open.locator(".ant-select-item-option-content", { hasText: option }).click();
  };
  await choose("类别", "批评");
  await choose("单位", "市城管局");
  await choose("理由", "敷衍应付");
  expect(await lists.getByRole("button", { name: "加入" }).isDisabled()).toBe(true);
  await choose("有关编号", number);
  await page.keyboard.press("Escape");
  await lists.getByRole("button", { name: "加入" }).click();
  await lists.getByText(`批评：市城管局，敷衍应付（${number}）`).waitFor();
  await dialog.getByRole("button", { name: "记录", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.locator("summary", { hasText: "〔2026〕第1期" }).waitFor();
  await page.goto(`${city.url}/desk/circulars`);
  await page.getByText("通报在这里拟稿、编期号并印发：").waitFor();
  expect(await page.getByRole("button", { name: "看通报草稿" }).count()).toBe(0);
  await page.locator("summary", { hasText: "通报" }).first().waitFor();
  expect(complaints).toEqual([]);
});

it("[YT-5.6-2] the bureau's head reads on a phone, without sideways scrolling and without doing", async () => {
  const { page } = await signInAt(browser, city.url, "bureau.head");
  await page.setViewportSize(phone);
  await page.goto(`${city.url}/desk/periodic`);
  await work(page, "集中回访").waitFor();
  expect(await page.getByRole("button", { name: /^办理：/ }).count()).toBe(0);
  await page.locator("summary", { hasText: "分析会纪要" }).click();
  await page.getByRole("heading", { name: "各单位办理情况" }).waitFor();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await barriers(page)).toEqual([]);
});

it("[HZ-6.3.2.c-2] beside the rate the statistics say what the regulation wants of it", async () => {
  const { page } = await signInAt(browser, city.url, "efficiency.officer");
  await page.goto(`${city.url}/desk/statistics?from=2026-03-01&to=2026-03-31`);
  const rate = page.getByRole("row", { name: /^公开率（含保密件）/ });
  await rate.getByText("要求不低于 60%：达到。《办法》第十一条").waitFor();
  expect(await rate.innerText()).toContain("100.0%（1/1）");
  expect(await barriers(page)).toEqual([]);
});
