import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type City, openCity } from "../city.ts";
import { file } from "../steps.ts";
import { openBrowser } from "./browser.ts";
import { citizenPage, follow, press, readable, tellMatter } from "./portal-page.ts";

let city: City;
let browser: Browser;

beforeAll(async () => {
  [city, browser] = await Promise.all([openCity({}, { RATE_LIMITS: "on" }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

it("an address that does not exist is a page with a way on", async () => {
  const page = await citizenPage(browser);
  for (const path of ["/nothing", "/answers/1", "/answers/019cabe0-0000-7000-8000-000000000000"]) {
    const came = await page.goto(`${city.url}${path}`);
    expect([path, came?.status()]).toEqual([path, 404]);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("没有这个页面");
    await readable(page);
  }
  await page.getByRole("main").getByRole("link", { name: "提交一件事" }).click();
  expect(new URL(page.url()).pathname).toBe("/submit");
});

it("a broken link to one's case asks for number and code and shows nothing", async () => {
  const page = await citizenPage(browser);
  await page.goto(`${city.url}/q/broken`);
  expect(new URL(page.url()).pathname).toBe("/follow");
  await page.goto(`${city.url}/my-case`);
  expect(new URL(page.url()).pathname).toBe("/follow");
  await readable(page);
});

it("a form that has waited too long keeps every word and says to send it again", async () => {
  const page = await citizenPage(browser);
  await page.goto(`${city.url}/submit`);
  const text = "东街口地下通道的照明坏了，走路看不见台阶。";
  await tellMatter(page, text);
  await page.context().clearCookies();
  await press(page, "下一步");
  expect(await page.locator("main").innerText()).toContain("页面放得太久，内容还在，请再按一次提交。");
  expect(await page.getByLabel("发生了什么事？").inputValue()).toBe(text);
  await readable(page);
  await press(page, "下一步");
  await page.getByRole("heading", { name: "怎么联系您" }).waitFor();
});

it("more text than can be taken is refused in words", async () => {
  const page = await citizenPage(browser);
  await page.goto(`${city.url}/follow`);
  await page.getByLabel("编号").fill("长".repeat(400_000));
  const answer = page.waitForResponse((reply) => reply.request().method() === "POST");
  await press(page, "查看");
  expect((await answer).status()).toBe(413);
  expect(await page.locator("main").innerText()).toContain("内容太大，没有收下");
  await readable(page);
});

it("guessing codes is stopped, in words that say how long to wait", async () => {
  const { number, code } = await file(city);
  const page = await citizenPage(browser);
  for (let n = 0; n < 5; n++) await follow(page, city.url, number, `000000000${n}`);
  const answer = page.waitForResponse((reply) => reply.request().method() === "POST");
  await follow(page, city.url, number, code);
  expect((await answer).status()).toBe(429);
  expect(await page.locator("main").innerText()).toContain("操作太频繁，请在 15 分钟后再试。");
  await readable(page);
  city.at("2026-03-02 09:16");
  await follow(page, city.url, number, code);
  expect(new URL(page.url()).pathname).toBe("/my-case");
});

it("knocking too often at one door is answered with a page, not a broken connection", async () => {
  const page = await citizenPage(browser);
  await page.goto(`${city.url}/follow`);
  const form = { number: "", code: "", _csrf: await page.locator("main [name=_csrf]").inputValue() };
  const knocks = Array.from({ length: 31 }, () => page.request.post(`${city.url}/follow`, { form }));
  const statuses = (await Promise.all(knocks)).map((knock) => knock.status());
  expect(statuses).toContain(429);
  await press(page, "查看");
  expect(await page.locator("main").innerText()).toContain("操作太频繁，请在 1 分钟后再试。");
  await readable(page);
});
