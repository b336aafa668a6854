import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ApiError } from "../../../../contract/client.ts";
import { routes } from "../../../../contract/routes.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import type { Question } from "../../../../domain/rules/petitioner/questions.ts";
import { buildDesk } from "../../../../cli/desk-build.ts";
import { packs } from "../../../../packs/index.ts";
import { openBrowser, openWindow, phone } from "../../../browser/browser.ts";
import { signInAt } from "../../../browser/desk-page.ts";
import { type City, citizen, openCity } from "../../../city.ts";
import { at } from "../../../steps.ts";
import { Citizen } from "../citizen.ts";

const questions: readonly Question[] = [
  { name: "lamp", label: "路灯编号", hint: "灯杆上的号牌。", required: true, unclear: true },
  { name: "dark", label: "整条路都不亮吗", required: true, unclear: false, choices: ["是", "只有一盏"] },
  { name: "since", label: "从哪天开始", required: false, unclear: true },
];

/** A regulation that asks something on top about everyday matters and something else about the efficiency of offices. */
function curious(): readonly Pack[] {
  return packs.map((pack) => {
    if (pack.id !== "fuzhou-2007") return pack;
    const kinds = pack.settings.kinds.value.map((kind) =>
      kind.code === "ordinary"
        ? { ...kind, questions }
        : kind.code === "efficiency"
          ? { ...kind, questions: [{ name: "window", label: "哪个窗口", required: true, unclear: false }] }
          : kind,
    );
    return { ...pack, settings: { ...pack.settings, kinds: { ...pack.settings.kinds, value: kinds } } };
  });
}

let city: City;
let browser: Browser;
beforeAll(async () => {
  buildDesk(() => undefined);
  [city, browser] = await Promise.all([openCity({ packs: curious() }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

const content = "福新路中段的路灯不亮，晚上看不见台阶。";
const contact = { name: "温若谷", phone: "13900002222", publicity: "public", replyBy: "web" };
const refusal = async (body: object) => {
  const error: unknown = await city.call(routes.publicDoors.file, { body: body as never }).catch((e: unknown) => e);
  return error instanceof ApiError ? [error.status, error.error.code, error.error.message] : error;
};
const wordsOf = async (id: string) => (await (await at(city, "bureau.dispatcher")).open(id)).content;

it("[AC-13] questions that a regulation ties to a kind are asked on the portal; required ones by name; 「不清楚」 where it is an answer", async () => {
  const visitor = new Citizen(city.url);
  const first = await visitor.open("/submit");
  for (const { label } of questions) expect(first.words).toContain(label);
  expect(first.words).toContain("从哪天开始（选填）");
  expect(first.words).toContain("不知道就写“不清楚”");
  const refused = await visitor.send(first, { content, area: "none", kind: "ordinary" });
  expect(refused.status).toBe(422);
  expect(refused.words).toContain("请填写路灯编号");
  expect(refused.words).toContain("请选一项：整条路都不亮吗");
  expect(refused.words).not.toContain("请填写哪个窗口");
  expect(refused.html).toContain('href="#q-lamp"');
  expect(refused.html).toContain(content);
  const notListed = await visitor.send(refused, { "q-lamp": "不清楚", "q-dark": "不清楚" });
  expect(notListed.words).toContain("整条路都不亮吗要写明");
  expect(notListed.words).not.toContain("请填写路灯编号");
  const page = await visitor.send(notListed, { "q-dark": "只有一盏", "q-since": "" });
  expect(page.url.pathname).toBe("/submit/contact");
  const check = await visitor.send(page, contact);
  expect(check.words).toMatch(/路灯编号 不清楚 .*整条路都不亮吗 只有一盏/);
  // What the public would read is the whole text, answers included.
  expect(check.html).toContain("路灯编号：不清楚\n整条路都不亮吗：只有一盏");
  const receipt = await visitor.send(check, {}, "/submit/check");
  const number = /FZ-\d{8}-\d{6}/.exec(receipt.words)?.[0] ?? "";
  const dispatcher = await at(city, "bureau.dispatcher");
  const { rows } = await dispatcher.call(routes.cases.list, { query: { q: number } as never });
  const id = rows[0]?.id ?? "";
  expect(await wordsOf(id)).toBe(`${content}\n\n路灯编号：不清楚\n整条路都不亮吗：只有一盏`);
});

it("[AC-13] another kind has questions of its own, and what was answered for the first is left behind", async () => {
  const visitor = new Citizen(city.url);
  const first = await visitor.open("/submit");
  const answers = { "q-lamp": "A-12", "q-dark": "是" };
  const page = await visitor.send(first, { content, area: "none", kind: "efficiency", ...answers });
  expect(page.words).toContain("请填写哪个窗口");
  expect(page.words).not.toContain("请填写路灯编号");
  const next = await visitor.send(page, { "q-window": "三号窗口" });
  const check = await visitor.send(next, contact);
  expect(check.words).toContain("哪个窗口 三号窗口");
  expect(check.words).not.toContain("A-12");
});

it("[AC-13] the doors for other systems and for the desk ask the same, and an emergency is not kept waiting", async () => {
  const body = { content, subject: "ordinary" as const, petitioner: citizen };
  const silent = "请填写路灯编号、请选一项：整条路都不亮吗。";
  expect(await refusal(body)).toEqual([422, "filing.unanswered", silent]);
  const strange = { ...body, answers: { lamp: "A-12", dark: "是", colour: "红" } };
  expect(await refusal(strange)).toEqual([422, "filing.unanswered", "这类事项没有“colour”这个问题，请去掉。"]);
  const told = await city.call(routes.publicDoors.file, {
    body: { ...body, answers: { lamp: "A-12", dark: "是" } } as never,
  });
  expect(await wordsOf(told.id)).toBe(`${content}\n\n路灯编号：A-12\n整条路都不亮吗：是`);
  const { call, open } = await at(city, "centre.operator");
  const register = { ...body, channel: "phone" as const };
  const slow: unknown = await call(routes.cases.register, { body: register as never }).catch((e: unknown) => e);
  expect(slow instanceof ApiError && slow.error.message).toBe(silent);
  const urgent = await call(routes.cases.register, { body: { ...register, urgent: true } as never });
  expect((await open(urgent.id)).content).toBe(content);
});

it("[AC-13] the operator is asked for what is missing by name, and may write 「不清楚」; on a phone the questions follow the chosen kind", async () => {
  const { page } = await signInAt(browser, city.url, "centre.operator");
  await page.goto(`${city.url}/desk/register`);
  await page.getByLabel("来电号码").fill("13900002222");
  await page
    .getByLabel(/原话|诉求内容/)
    .first()
    .fill(content);
  await page.getByLabel("路灯编号").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByText("请填写路灯编号").first().waitFor();
  await page.getByLabel("路灯编号").fill("不清楚");
  await page.getByLabel("整条路都不亮吗").click();
  await page.getByTitle("只有一盏").click();
  await page.keyboard.press("Control+Enter");
  await page
    .getByText(/FZ-\d{8}-\d{6}/)
    .first()
    .waitFor();
  await page.context().close();
  const window = await (await openWindow(browser, phone)).newPage();
  await window.goto(`${city.url}/submit`);
  expect(await window.getByLabel("路灯编号").isVisible()).toBe(false);
  await window.getByText("咨询、求助、投诉或建议").click();
  expect(await window.getByLabel("路灯编号").isVisible()).toBe(true);
  expect(await window.getByLabel("哪个窗口").isVisible()).toBe(false);
  await window.context().close();
});
