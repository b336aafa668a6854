import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { type City, openCity } from "../city.ts";
import { at, pass, reply, send } from "../steps.ts";
import { openBrowser } from "./browser.ts";
import { citizenPage, disguised, errorsBeside, follow, picture, press, readable } from "./portal-page.ts";

let city: City;
let browser: Browser;

beforeAll(async () => {
  [city, browser] = await Promise.all([openCity(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

const question = "三坊七巷南后街公厕的水管漏水一个星期，地面很滑，老人容易摔倒。";
const answer = "您反映的南后街公厕漏水，已于3月4日更换水管并恢复使用。";

it("[FZ-2-1 FZ-7-2 FZ-8.2-1 FZ-9-1 FZ-9-3] a citizen on a phone without scripts makes every mistake, files, follows each date, adds to it, reads the answer and rates it", async () => {
  const page = await citizenPage(browser);
  await makesMistakes(page);
  await sendsFiles(page);
  await saysWhoBadly(page);
  await saysWho(page);
  await checksAndChanges(page);
  const { number, code } = await submits(page);

  await followsWithWrongCode(page, number);
  await follow(page, city.url, number, code);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("已收到");
  expect(await countedDays(page)).toEqual(["3月3日 周二：第 1 个工作日"]);

  const id = await idOf(number);
  await send(city, id, "urban");
  await page.reload();
  expect(await page.locator("main").innerText()).toContain("2026年3月16日 周一 24:00 前");
  const days = await countedDays(page);
  expect(days).toHaveLength(14);
  expect(days.at(0)).toBe("3月3日 周二：第 1 个工作日");
  expect(days.filter((day) => day.endsWith("休息，不算"))).toHaveLength(4);
  expect(days.at(-1)).toBe("3月16日 周一：第 10 个工作日");
  await readable(page);

  await supplements(page);
  city.at("2026-03-04 10:00");
  const leg = await reply(city, id, "urban", answer);
  await follow(page, city.url, number, code);
  expect(await page.locator("main").innerText()).not.toContain("更换水管");
  await pass(city, id, leg);
  await page.reload();
  expect(await page.locator("main").innerText()).toContain(answer);
  await readable(page);
  await rates(page);
});

async function makesMistakes(page: Page): Promise<void> {
  await page.goto(city.url);
  await readable(page);
  await page.getByRole("link", { name: "提交一件事" }).first().click();
  await press(page, "下一步");
  expect(await page.title()).toMatch(/^错误：/);
  expect(await errorsBeside(page)).toEqual({
    content: "请写一写发生了什么事",
    kind: "请选一项，说不准就选最后一项",
    area: "请选区县，或选“与地点无关”",
  });
  const summary = page.getByRole("alert");
  expect(await summary.innerText()).toContain("有 3 处需要修改");
  expect(await summary.getByRole("link", { name: "请写一写发生了什么事" }).getAttribute("href")).toBe("#content");
  await page.getByLabel("发生了什么事？").fill("漏水");
  await page.getByLabel("您希望怎样解决？（选填）").fill("修".repeat(503));
  await page.getByLabel("起个标题（选填）").fill("题".repeat(34));
  await press(page, "下一步");
  expect(await errorsBeside(page)).toMatchObject({
    content: "再写几个字，至少 10 个",
    claim: "希望怎样解决：多了 3 个字",
    title: "标题最多 30 个字，多了 4 个",
  });
  await readable(page);
  expect(await page.getByLabel("发生了什么事？").inputValue()).toBe("漏水");
  expect(await page.getByLabel("起个标题（选填）").inputValue()).toHaveLength(34);
}

async function sendsFiles(page: Page): Promise<void> {
  await page.getByLabel("发生了什么事？").fill(question);
  await page.getByLabel("您希望怎样解决？（选填）").fill("请修好水管。");
  await page.getByLabel("起个标题（选填）").fill("公厕漏水");
  await page.getByRole("radio", { name: /咨询、求助/ }).check();
  await page.getByLabel("事情在哪里？").selectOption({ label: "鼓楼区" });
  const names = Array.from({ length: 14 }, (_, i) => `现场${String(i + 1).padStart(2, "0")}.png`);
  await page.getByLabel("添加照片或文件（选填）").setInputFiles(names.map(picture));
  await press(page, "下一步");
  const surplus = (await errorsBeside(page))["files"] ?? "";
  expect(surplus).toMatch(/^最多 5 个文件/);
  for (const [i, name] of names.entries()) expect([name, surplus.includes(name)]).toEqual([name, i >= 5]);
  expect(await page.getByLabel("发生了什么事？").inputValue()).toBe(question);
  expect(await page.getByRole("button", { name: /^去掉/ }).count()).toBe(5);
  await readable(page);
  for (const name of names.slice(1, 5)) await press(page, `去掉 ${name}`);
  await page.getByLabel("添加照片或文件（选填）").setInputFiles([disguised("账单.jpg")]);
  await press(page, "下一步");
  expect((await errorsBeside(page))["files"]).toBe("“账单.jpg”打不开，请换成照片、PDF、Word 或 Excel");
  expect(await page.getByLabel("发生了什么事？").inputValue()).toBe(question);
  await press(page, "下一步");
}

async function saysWhoBadly(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "怎么联系您" }).waitFor();
  await page.getByRole("radio", { name: "企业" }).check();
  await page.getByLabel("手机号").fill("1390000");
  await page.getByLabel("电子邮箱（选填）").fill("wen.example.test");
  await page.getByRole("radio", { name: /替别人/ }).check();
  await page.getByRole("radio", { name: "多人" }).check();
  await page.getByLabel("人数").fill("零");
  await page.getByLabel(/代表姓名/).fill("甲\n乙\n丙\n丁\n戊\n己");
  await press(page, "下一步");
  expect(await errorsBeside(page)).toEqual({
    organisation: "请填写单位名称",
    name: "请填写姓名",
    phone: "手机号是 11 位数字，您填了 7 位",
    email: "邮箱里要有一个 @",
    behalfName: "请填写对方姓名",
    behalfConsent: "要对方同意，才能代为提交",
    peopleCount: "请填写人数，2 到 9999",
    publicity: "请选可以公开还是不公开",
    replyBy: "请选一种答复方式",
  });
  expect(await page.getByLabel("手机号").inputValue()).toBe("1390000");
  await readable(page);
}

async function saysWho(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "个人", exact: true }).check();
  await page.getByLabel("姓名", { exact: true }).fill("温若谷");
  await page.getByLabel("手机号").fill("139 0000 2222");
  await page.getByLabel("电子邮箱（选填）").fill("");
  await page.getByRole("radio", { name: "为自己" }).check();
  await page.getByRole("radio", { name: "就我一人" }).check();
  await page.getByRole("radio", { name: /^可以公开/ }).check();
  await page.getByRole("radio", { name: "邮件" }).check();
  await press(page, "下一步");
  expect(await errorsBeside(page)).toEqual({ email: "选邮件答复，请填写电子邮箱" });
  await page.getByRole("radio", { name: "我自己上网查" }).check();
  await press(page, "下一步");
}

async function checksAndChanges(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "请核对，然后提交" }).waitFor();
  expect(await page.locator("main").innerText()).toContain("现场01.png");
  await readable(page);
  await page.getByRole("link", { name: "修改手机号" }).click();
  await page.getByLabel("手机号").fill("139 0000 2223");
  await press(page, "下一步");
  expect(new URL(page.url()).pathname).toBe("/submit/check");
  expect(await page.locator("main").innerText()).toContain("139 0000 2223");
  await page.getByRole("link", { name: "修改希望怎样解决" }).click();
  await page.getByLabel("您希望怎样解决？（选填）").fill("请修好水管，告诉我哪天修好。");
  await press(page, "下一步");
  expect(new URL(page.url()).pathname).toBe("/submit/check");
  expect(await page.locator("main").innerText()).toContain("告诉我哪天修好");
}

async function submits(page: Page): Promise<{ readonly number: string; readonly code: string }> {
  await press(page, "提交");
  await page.getByRole("heading", { level: 1, name: "已提交" }).waitFor();
  const [number = "", code = ""] = await page.locator(".codes").allInnerTexts();
  expect(number).toMatch(/-20260302-\d{6}$/);
  expect(code.replace(/\s/g, "")).toMatch(/^\d{10}$/);
  expect(await page.locator("main").innerText()).toContain(
    "最晚 2026年3月3日 周二 24:00 前转给办理单位。依据《办法》第七条",
  );
  await readable(page);
  await page.reload();
  expect(await page.locator("main").innerText()).not.toContain(code);
  return { number, code };
}

async function followsWithWrongCode(page: Page, number: string): Promise<void> {
  await follow(page, city.url, number, "0000000000");
  expect(await errorsBeside(page)).toEqual({ number: "编号和查询码对不上。请看回执，或用手机号查。" });
  expect(await page.getByLabel("编号").inputValue()).toBe(number);
  await readable(page);
}

/** Opens why the date is what it is: the days one by one. */
async function countedDays(page: Page): Promise<readonly string[]> {
  expect(await page.locator("dl").innerText()).toMatch(/依据\s+.*第.+条/);
  await page.getByText("这个日期怎么算的").click();
  return page.locator("ul.days li").allInnerTexts();
}

async function idOf(number: string): Promise<string> {
  const { call } = await at(city, "bureau.dispatcher");
  const found = await call(routes.cases.list, { query: { q: number } as never });
  return found.rows[0]?.id ?? "";
}

async function supplements(page: Page): Promise<void> {
  await page.getByText("补充情况").click();
  await press(page, "提交补充");
  expect(await errorsBeside(page)).toEqual({ text: "请写一写补充的内容" });
  await page.getByLabel("补充的内容").fill("今天又有一位老人滑倒。");
  await page.getByLabel("添加照片或文件（选填）").setInputFiles([picture("滑倒处.png")]);
  await press(page, "提交补充");
  expect(await page.getByRole("status").innerText()).toBe("已收到您的补充。");
  expect(await page.locator("main").innerText()).toContain("滑倒处.png");
}

async function rates(page: Page): Promise<void> {
  await press(page, "提交评价");
  expect(await errorsBeside(page)).toEqual({ grade: "请选一项评价" });
  await page.getByRole("radio", { name: "满意", exact: true }).check();
  await page.getByLabel("原因（选填）").fill("修得快。");
  await press(page, "提交评价");
  expect(await page.getByRole("status").innerText()).toBe("已收到您的评价。");
  expect(await page.getByRole("button", { name: "提交评价" }).count()).toBe(0);
  await readable(page);
}
