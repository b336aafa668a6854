import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildDesk } from "../../../cli/desk-build.ts";
import { openBrowser } from "../../browser/browser.ts";
import { signInAt } from "../../browser/desk-page.ts";
import { type City, citizen, openCity } from "../../city.ts";
import { at, file, pass, register, reply, send } from "../../steps.ts";

let city: City;
let browser: Browser;
beforeAll(async () => {
  buildDesk(() => undefined);
  [city, browser] = await Promise.all([openCity({ ways: { email: true, sms: true } }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();

it("[AC-39] a number passed in with the address shows its cases, with unit and last answer, before the first key", async () => {
  city.at("2026-03-03 09:00");
  const petitioner = { ...citizen, phone: "13900007777", replyBy: "phone" as const };
  const answered = await register(city, { content: "井盖松动，车子一过就响。", petitioner });
  await (await at(city, "centre.operator")).act(answered.id, "handOver", {});
  await send(city, answered.id, "urban");
  await pass(city, answered.id, await reply(city, answered.id, "urban", "井盖已于3月3日紧固，请放心。"));
  const open = await register(city, { content: "同一处井盖又松了。", petitioner });
  const { page } = await signInAt(browser, city.url, "centre.operator");
  await page.goto(`${city.url}/desk/register?phone=13900007777`);
  const known = page
    .getByRole("region")
    .filter({ hasText: "这个号码以前的案件" })
    .or(page.locator("section.panel", { hasText: "这个号码以前的案件" }));
  await known.first().getByText(answered.number).waitFor();
  const words = await known.first().innerText();
  expect(words).toContain(open.number);
  expect(words).toMatch(/市城管局/);
  expect(words).toMatch(/3月3日.*的答复/);
  expect(await page.getByLabel("来电号码").inputValue()).toBe("13900007777");
});

it("G and a letter go to lists, X selects, Space shows a row, Y and B open what agrees and what sends back; never in a field", async () => {
  city.at("2026-03-04 09:00");
  const { id, number } = await file(city, { content: "河边栏杆断了一截，孩子常去玩。" });
  await send(city, id, "housing");
  await reply(city, id, "housing", "栏杆已于3月4日焊接，电话0591-00001008。");
  const { page, complaints } = await signInAt(browser, city.url, "bureau.auditor");
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await title(page, "查找案件");
  await page.getByRole("searchbox").fill("g w y b x");
  await title(page, "查找案件");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("g");
  await page.keyboard.press("w");
  await title(page, "我的待办");
  await page.getByText(number).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByText("已选 1 件").waitFor();
  await page.keyboard.press("x");
  await page.getByText("已选 1 件").waitFor({ state: "detached" });
  await page.keyboard.press("Space");
  const peek = page.getByRole("complementary", { name: "就地查看" });
  await peek.getByText("河边栏杆断了一截").waitFor();
  await page.keyboard.press("Space");
  await peek.waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "可办事项" }).waitFor();
  await page.keyboard.press("b");
  await page.getByRole("dialog", { name: "退回重办" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.keyboard.press("y");
  await page.getByRole("dialog", { name: "审核通过" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: /快捷键|按键/ });
  await help.getByText("通过、同意").waitFor();
  await help.getByText("就地看这一行，再按收起").waitFor();
  expect(complaints).toEqual([]);
});
