import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildDesk } from "../../cli/desk-build.ts";
import { sheetLines } from "../../cli/history/files/sheet.ts";
import { routes } from "../../contract/routes.ts";
import { type City, openCity } from "../city.ts";
import { at, file, pass, register, reply, send } from "../steps.ts";
import { barriers } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { begin, chooseUnit, confirm, field, openCase, signInAt } from "./desk-page.ts";

let city: City;
let browser: Browser;

beforeAll(async () => {
  buildDesk(() => undefined);
  [city, browser] = await Promise.all([openCity(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

it("[FZ-2-1 FZ-5-1 FZ-5-2] an operator registers a letter and hands it over without a mouse", async () => {
  const { page, complaints } = await signInAt(browser, city.url, "centre.operator");
  await page.keyboard.press("n");
  await page.getByRole("heading", { name: "来电登记" }).waitFor();
  await tabTo(page, "电话", "Shift+Tab");
  for (let n = 0; n < 3; n++) await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("radio", { name: "来信" }).isChecked()).toBe(true);
  await tabTo(page, "联系电话");
  await page.keyboard.insertText("13900003333");
  await tabTo(page, "通讯地址");
  await page.keyboard.insertText("鼓楼区五一中路0号0室");
  await tabTo(page, "姓名");
  await page.keyboard.insertText("游清越");
  await tabTo(page, "诉求人原话");
  await page.keyboard.insertText("小区门口的公交站牌歪了，老人看不清站名。");
  await tabTo(page, "区县");
  await page.keyboard.type("鼓楼");
  await page.keyboard.press("Enter");
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "请念给诉求人" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "来电登记" }).waitFor();
  expect(await page.getByLabel("来电号码").inputValue()).toBe("");
  const { call } = await at(city, "bureau.dispatcher");
  const { rows } = await call(routes.cases.list, { query: { q: "站牌" } as never });
  expect(rows).toMatchObject([{ channel: "letter", stage: "registered", place: "鼓楼区" }]);
  expect(complaints).toEqual([]);
});

it("[AC-84] of two windows on one case, the later learns what changed and loses no word", async () => {
  const { id, number } = await file(city, { content: "西洪路的树枝碰到电线，刮风时冒火花声。" });
  const [first, second] = await Promise.all([
    signInAt(browser, city.url, "bureau.dispatcher"),
    signInAt(browser, city.url, "bureau.dispatcher"),
  ]);
  await openCase(first, number);
  await openCase(second, number);
  const late = await begin(second, "批转");
  await chooseUnit(late, "市城管局");
  const early = await begin(first, "写内部便签");
  await field(early, /./).fill("已电话核实。");
  await confirm(early, "写内部便签");
  await late.getByRole("button", { name: "批转", exact: true }).click();
  const alert = late.getByRole("alert").filter({ hasText: "这件案件刚有变化。" });
  const goOn = alert.getByRole("button", { name: "用新状态继续" });
  await goOn.waitFor();
  expect(await alert.innerText()).toMatch(/\d\d:\d\d .+便签/);
  await goOn.click();
  await late.getByText("已换成最新状态").waitFor();
  expect(await late.getByText("正在取最新的状态").count()).toBe(0);
  await late.getByText("主办单位：市城管局").waitFor();
  await confirm(late, "批转");
  await second.page.getByText("办理中", { exact: true }).first().waitFor();
  const { legs } = await (await at(city, "bureau.dispatcher")).open(id);
  expect(legs.map((leg) => leg.org.name)).toEqual(["市城管局"]);
});

it("[FZ-8.4-1] the head says what is owed, arrows walk the list, and a reply is shown as its reader will find it", async () => {
  const answered = await file(city, { content: "屏山路口的护栏倒了两节，行人只能走车道。" });
  await send(city, answered.id, "urban");
  const leg = await reply(city, answered.id, "urban", "护栏已于3月2日扶正加固。");
  await register(city, { content: "六一路的窨井盖松动，车子一过就响。" });
  await file(city, { content: "白马路的信号灯有一面不亮，请修理。" });
  const auditor = await signInAt(browser, city.url, "bureau.auditor");
  await openCase(auditor, answered.number);
  const main = auditor.page.getByRole("main");
  await main
    .getByText(/审核.*3月4日.*《办法》第八条/s)
    .first()
    .waitFor();
  const dialog = await begin(auditor, "审核通过");
  await dialog.getByText("群众看到的样子").click();
  const seen = await dialog.locator("details").innerText();
  expect(seen).toContain("市城管局的答复");
  expect(seen).toContain("护栏已于3月2日扶正加固。");
  await auditor.page.keyboard.press("Alt+ArrowDown");
  await dialog.waitFor();
  await pass(city, answered.id, leg);
  const dispatcher = await signInAt(browser, city.url, "bureau.dispatcher");
  const { page } = dispatcher;
  await page.getByRole("row", { name: /信号灯/ }).waitFor();
  await page.locator("tr.ant-table-row").first().click();
  await page.getByText(/第 1 件，共 \d+ 件/).waitFor();
  const title = () => page.getByRole("heading", { level: 1 }).innerText();
  const top = await title();
  await page.keyboard.press("Alt+ArrowDown");
  await page.getByText(/第 2 件，共 \d+ 件/).waitFor();
  expect(await title()).not.toBe(top);
  await page.keyboard.press("Alt+ArrowUp");
  await page.getByText(/第 1 件，共 \d+ 件/).waitFor();
  expect(await title()).toBe(top);
  expect(await barriers(page)).toEqual([]);
});

it("who may not put cases before leaders is told who may, and offered nothing else", async () => {
  const { page } = await signInAt(browser, city.url, "urban.clerk");
  await page.goto(`${city.url}/desk/escalations`);
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(/^您没有这项权限。这里由.*使用。$/);
  expect(await page.getByRole("main").getByRole("button").count()).toBe(0);
});

it("a whole list is taken along as one workbook without personal data, for a purpose that is written down", async () => {
  for (let n = 0; n < 22; n++) await file(city, { content: `杨桥路第${n}号路灯不亮，请致电13900002222。` });
  const { page } = await signInAt(browser, city.url, "bureau.dispatcher");
  await page.goto(`${city.url}/desk/cases?q=${encodeURIComponent("杨桥路")}`);
  await page.getByRole("button", { name: "导出或打印" }).click();
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByRole("button", { name: "导出表格" }).isDisabled()).toBe(true);
  await dialog.getByLabel("用途").fill("核对路灯件");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "导出表格" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("案件清单-2026-03-02.xlsx");
  const rows = [];
  const path = `${await saved.path()}.xlsx`;
  await saved.saveAs(path);
  for await (const { cells } of sheetLines(path, null)) rows.push(JSON.stringify(cells));
  expect(rows).toHaveLength(23);
  expect(rows.join()).toContain("杨桥路第21号");
  expect(rows.join()).not.toContain("13900002222");
  const logged = await city.house.db.selectFrom("access_log").selectAll().where("what", "=", "export").execute();
  expect(logged).toMatchObject([{ reason: "核对路灯件", detail: { what: "cases", q: "杨桥路", rows: 22 } }]);
});

/** Goes with Tab, or back, to what has the name. */
async function tabTo(page: Page, name: string, key = "Tab"): Promise<void> {
  for (let n = 0; n < 40; n++) {
    const label = await page.evaluate(`(() => {
      const e = document.activeElement;
      return (e.labels?.[0] ?? e).innerText.trim();
    })()`);
    if (String(label).startsWith(name)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${name}`);
}
