import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildDesk } from "../../cli/desk-build.ts";
import { type City, openCity } from "../city.ts";
import { barriers } from "./axe.ts";
import { desktop, openBrowser, phone } from "./browser.ts";
import {
  answerChecklist,
  begin,
  chooseUnit,
  confirm,
  type DeskPage,
  field,
  newPage,
  openCase,
  pick,
  signInAt,
} from "./desk-page.ts";

let city: City;
let browser: Browser;
const everybody: DeskPage[] = [];

beforeAll(async () => {
  buildDesk(() => undefined);
  [city, browser] = await Promise.all([openCity(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

const question = "温泉支路12号门口的路灯不亮，老人晚上出门看不清路。";
const answer =
  "您反映的温泉支路12号路灯，已于3月4日更换灯具并恢复照明。责任单位：市城市管理局路灯处，电话0591-0000 1008。";

it("[FZ-2-1 FZ-2-3 FZ-4-2 FZ-7-4 FZ-8.1-2 FZ-8.3-3 FZ-8.4-2 FZ-9-1] all roles, in a browser: filed, registered, dispatched, viewed, return refused, replied, sent back, redone, published, read", async () => {
  const citizen = await newPage(browser);
  const { number, code } = await citizenFiles(citizen);

  const operator = await signedIn("centre.operator");
  const byPhone = await operatorRegisters(operator);

  const dispatcher = await signedIn("bureau.dispatcher");
  await dispatch(dispatcher, number, "市城管局");
  await dispatch(dispatcher, byPhone, "鼓楼区信访局");
  const county = await signedIn("gulou-bureau.dispatcher");
  await openCase(county, byPhone);
  const on = await begin(county, "批转本区单位");
  await chooseUnit(on, "鼓楼区城管局");
  await confirm(on, "批转本区单位");

  city.at("2026-03-03 09:30");
  const clerk = await signedIn("urban.clerk");
  await openCase(clerk, number);
  await clerk.page.getByText("市城管局查阅").first().waitFor();
  await asksToReturn(clerk);
  await refusesReturn(dispatcher, number);
  await clerk.page.reload();
  await clerk.page.getByText(/^现在不能办的/).click();
  await clerk.page.getByText(/申请退回 — /).waitFor();
  expect(await clerk.page.getByRole("button", { name: "申请退回", exact: true }).count()).toBe(0);

  await confirm(await begin(clerk, "呈报分管领导"), "呈报分管领导");
  await drafts(clerk, "我局将派人查看并修复。");
  const leader = await signedIn("urban.leader");
  await openCase(leader, number);
  await confirm(await begin(leader, "同意并报送"), "同意并报送");
  expect(await seenByCitizen(citizen, number, code)).not.toContain("派人查看");

  const auditor = await signedIn("bureau.auditor");
  await openCase(auditor, number);
  await sendsBack(auditor);
  await clerk.page.reload();
  await drafts(clerk, answer);
  await leader.page.reload();
  await confirm(await begin(leader, "同意并报送"), "同意并报送");
  await auditor.page.reload();
  const passing = await begin(auditor, "审核通过");
  await answerChecklist(passing);
  await confirm(passing, "审核通过");
  await auditor.page.getByText("已答复", { exact: true }).first().waitFor();

  expect(await seenByCitizen(citizen, number, code)).toContain("已于3月4日更换灯具");
  await citizen.page.goto(`${city.url}/answers?q=${encodeURIComponent("路灯")}`);
  await citizen.page.getByRole("link", { name: /路灯/ }).first().click();
  await citizen.page.getByText("已于3月4日更换灯具").waitFor();
  expect(everybody.flatMap(({ complaints }) => complaints)).toEqual([]);
});

it("[AC-121] every page of the desk can be used by everybody, at a desk and on a phone", async () => {
  const pages: Readonly<Record<string, readonly string[]>> = {
    "centre.operator": ["", "register", "cases", "messages"],
    "bureau.dispatcher": ["", "cases", "escalations", "registry", "calendar", "rules", "notices"],
    "efficiency.officer": ["efficiency", "circulars", "registry"],
    admin: ["registry", "people", "tokens", "calendar", "changes", "appraisal"],
    security: ["people", "account"],
    auditor: ["logs"],
  };
  for (const [login, paths] of Object.entries(pages)) {
    const desk = await signedIn(login);
    for (const path of paths) {
      await desk.page.goto(`${city.url}/desk/${path}`);
      await desk.page.getByRole("heading", { level: 1 }).waitFor();
      expect(await barriers(desk.page)).toEqual([]);
      await desk.page.setViewportSize(phone);
      expect(await barriers(desk.page)).toEqual([]);
      await desk.page.setViewportSize(desktop);
    }
    expect(desk.complaints).toEqual([]);
  }
});

async function signedIn(login: string): Promise<DeskPage> {
  const desk = await signInAt(browser, city.url, login);
  everybody.push(desk);
  return desk;
}

async function citizenFiles({ page }: DeskPage): Promise<{ number: string; code: string }> {
  await page.goto(`${city.url}/submit`);
  await page.getByLabel("发生了什么事？").fill(question);
  await page.getByLabel("您希望怎样解决？（选填）").fill("修好路灯，告诉我哪天修好。");
  await page.getByRole("radio", { name: /咨询、求助/ }).check();
  await page.getByLabel("事情在哪里？").selectOption({ label: "鼓楼区" });
  await page.getByLabel("详细地点（选填）").fill("温泉支路12号");
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByLabel("姓名", { exact: true }).fill("温若谷");
  await page.getByLabel("手机号").fill("139 0000 2222");
  await page.getByRole("radio", { name: /^可以公开/ }).check();
  await page.getByRole("radio", { name: /短信/ }).check();
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByText("第 3 步，共 3 步").waitFor();
  expect(await page.locator("main").innerText()).toContain(question);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.locator(".codes").first().waitFor();
  const [number = "", code = ""] = await page.locator(".codes").allInnerTexts();
  expect(await barriers(page)).toEqual([]);
  return { number, code };
}

async function operatorRegisters(operator: DeskPage): Promise<string> {
  const { page } = operator;
  await page.getByRole("link", { name: "来电登记" }).click();
  await page.getByLabel("来电号码").fill("139 0000 3333");
  await page.getByLabel("姓名").fill("游清越");
  await page.getByLabel(/^诉求人原话/).fill("五一中路人行道上堆着建筑垃圾，一个星期没人清。");
  await page.getByLabel(/^希望怎样解决/).fill("请清走垃圾。");
  await page.getByLabel("区县").click();
  await page.keyboard.type("鼓楼");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "请念给诉求人" }).waitFor();
  const [spoken = ""] = await page.locator(".codes").allInnerTexts();
  return spoken.replaceAll(" ", "-");
}

async function dispatch(dispatcher: DeskPage, number: string, unit: string): Promise<void> {
  await openCase(dispatcher, number);
  const dialog = await begin(dispatcher, "批转");
  await chooseUnit(dialog, unit);
  expect(await barriers(dispatcher.page)).toEqual([]);
  await confirm(dialog, "批转");
}

async function asksToReturn(clerk: DeskPage): Promise<void> {
  const dialog = await begin(clerk, "申请退回");
  await field(dialog, "理由").fill("温泉支路的路灯由供电公司维护，不在我局养护清单内。");
  await pick(clerk, dialog, "建议由哪个单位办理", "市供电公司");
  await confirm(dialog, "申请退回");
}

async function refusesReturn(dispatcher: DeskPage, number: string): Promise<void> {
  await openCase(dispatcher, number);
  const dialog = await begin(dispatcher, "不同意退回");
  await field(dialog, "理由").fill("该路段路灯在贵局2025年养护清单第31项。");
  await confirm(dialog, "不同意退回");
}

async function drafts(clerk: DeskPage, text: string): Promise<void> {
  const dialog = await begin(clerk, "办理与答复");
  await field(dialog, /^公开答复/).fill(text);
  await confirm(dialog, "办理与答复");
}

async function sendsBack(auditor: DeskPage): Promise<void> {
  const dialog = await begin(auditor, "退回重办");
  await answerChecklist(dialog, "有日期和责任人");
  await field(dialog, "理由").fill("没有写修复日期和责任人。");
  expect(await barriers(auditor.page)).toEqual([]);
  await confirm(dialog, "退回重办");
}

async function seenByCitizen({ page }: DeskPage, number: string, code: string): Promise<string> {
  await page.goto(`${city.url}/follow`);
  await page.getByLabel("编号").fill(number);
  await page.getByLabel("查询码").fill(code);
  await page.getByRole("button", { name: /查/ }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await barriers(page)).toEqual([]);
  return page.locator("main").innerText();
}
