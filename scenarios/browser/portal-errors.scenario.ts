import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type City, openCity } from "../city.ts";
import { file } from "../steps.ts";
import { openBrowser } from "./browser.ts";
import { citizenPage, errorsBeside, follow, press, readable, tellMatter } from "./portal-page.ts";

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
  const long = "x".repeat(600);
  for (const path of ["/%E0%A4%A", `/q/${long}`, `/r/${long}`, `/${long}`]) {
    const came = await page.goto(`${city.url}${path}`);
    expect([path, came?.status()]).toEqual([path, 400]);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("没有这个页面");
  }
  await readable(page);
  for (const path of [
    "/nothing",
    `/q/${"x".repeat(200)}/y`,
    "/answers/1",
    "/answers/019cabe0-0000-7000-8000-000000000000",
  ]) {
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

it("[AC-24] the sixth wrong pair of one person waits, in words that say how long; the number stays, a right pair opens", async () => {
  const { number, code } = await file(city);
  const foreign = await file(city);
  const page = await citizenPage(browser);
  const wrong = [
    [number, code === "0000000000" ? "1111111111" : "0000000000"],
    ["FZ-20260302-999999", code],
    [number, foreign.code],
    ["我的编号找不到了", code],
    [number, "12"],
  ] as const;
  for (const [typed, guess] of wrong) {
    await follow(page, city.url, typed, guess);
    expect(await errorsBeside(page)).toEqual({ number: "编号和查询码对不上。请看回执，或用手机号查。" });
  }
  city.at("2026-03-02 09:03");
  const answer = page.waitForResponse((reply) => reply.request().method() === "POST");
  await follow(page, city.url, `编号：${number}`, foreign.code);
  expect((await answer).status()).toBe(429);
  expect(await errorsBeside(page)).toEqual({ number: "编号或查询码已输错 5 次，请 12 分钟后再试。" });
  expect(await page.getByLabel("编号").inputValue()).toBe(`编号：${number}`);
  await readable(page);
  await page.getByLabel("查询码").fill(code);
  await press(page, "查看");
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
  expect(await page.locator("main").innerText()).toMatch(
    /操作太频繁，请在 1 分钟后再试。[\s\S]*刚才的内容没有提交。请返回上一页，\d\d:\d\d 以后再按一次。急事请打12345。/,
  );
  // The page stands in the portal's frame, with its ways on and the telephone.
  expect(await page.getByRole("navigation", { name: "主要栏目" }).count()).toBe(1);
  await readable(page);
});
