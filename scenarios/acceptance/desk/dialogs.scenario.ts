import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildDesk } from "../../../cli/desk-build.ts";
import { routes } from "../../../contract/routes.ts";
import { barriers } from "../../browser/axe.ts";
import { openBrowser } from "../../browser/browser.ts";
import { begin, confirm, openCase, signInAt } from "../../browser/desk-page.ts";
import { type City, citizen, openCity } from "../../city.ts";
import { at, file, legAt, send } from "../../steps.ts";

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

const focused = (page: Page) =>
  page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).innerText") as Promise<string>;
const lamp = "加洋路12号门前的路灯坏了三天，晚上很黑，请修复。";

it("[AC-40] [AC-43] [AC-39 partly] [H27] a call outlives a reload and a cut hand-over; number, code and next day are read back", async () => {
  city.at("2026-03-01 10:00");
  const { page } = await signInAt(browser, city.url, "centre.operator");
  await page.keyboard.press("n");
  await page.getByRole("heading", { name: "来电登记" }).waitFor();
  await page.getByText(/今天 24:00 前移交/).waitFor();
  await page.keyboard.insertText("13900002222");
  await page.getByText("这个号码没有以前的案件。").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.insertText("游清越");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toContain("诉求人原话");
  await page.keyboard.insertText(lamp);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toContain("摘要");
  await page.keyboard.insertText("加洋路路灯不亮");
  await page.reload();
  await page.getByRole("heading", { name: "来电登记" }).waitFor();
  expect(await page.getByLabel("诉求人原话").inputValue()).toBe(lamp);
  expect(await barriers(page)).toEqual([]);
  let cut = 0;
  await page.route("**/acts/handOver", (route) => (cut++ === 0 ? route.abort() : route.continue()));
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "请念给诉求人" }).waitFor();
  await page.getByText("移交还没有办成").waitFor();
  expect(await page.locator(".codes").count()).toBe(2);
  await page.getByRole("button", { name: "再试这一步" }).click();
  await page.getByText(/接下来由市信访局.+3月\d+日 .+24:00 前/).waitFor();
  const { call } = await at(city, "bureau.dispatcher");
  const { rows } = await call(routes.cases.list, { query: { q: "加洋路路灯" } as never });
  expect(rows).toMatchObject([{ title: "加洋路路灯不亮", stage: "registered" }]);
});

it("[AC-44 partly] an emergency number is pressed with an empty form", async () => {
  const { page } = await signInAt(browser, city.url, "centre.operator");
  await page.goto(`${city.url}/desk/register`);
  await page.getByRole("button", { name: "110" }).click();
  const done = page.getByRole("heading", { name: "已登记并引导拨打 110" });
  await done.or(page.getByRole("alert")).first().waitFor();
  expect(await page.getByRole("alert").allInnerTexts()).toEqual([]);
  await done.waitFor();
});

it("the citizen's words stand beside every dialog, the first field has the focus, and a day stays as it was typed", async () => {
  city.at("2026-03-02 09:00");
  const { number } = await file(city, { content: lamp });
  const dispatcher = await signInAt(browser, city.url, "bureau.dispatcher");
  const { page } = dispatcher;
  await openCase(dispatcher, number);
  for (const act of ["批转", "写内部便签", "不予受理"]) {
    const dialog = await begin(dispatcher, act);
    await dialog.getByRole("region", { name: "诉求人原话" }).getByText(lamp).waitFor();
    await page.waitForFunction("document.activeElement.closest('[role=dialog] .stack, .beside') !== null");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  }
  await page.goto(`${city.url}/desk/cases`);
  const from = page.getByLabel("从", { exact: true });
  await from.fill("2026-02-03");
  await from.press("Tab");
  await from.click();
  await page.keyboard.type("2026-12-15");
  await page.keyboard.press("Tab");
  expect(await from.inputValue()).toBe("2026-12-15");
  await from.fill("2026-02-31");
  await page.keyboard.press("Tab");
  await page.getByText("请按 2026-03-05 的样子写日期").waitFor();
  expect(await page.getByLabel(/^从/).inputValue()).toBe("2026-02-31");
});

it("[AC-68] [AC-69 partly] [AC-71] [AC-82] a reply with a verdict and a promise goes out with the ticked file only; the leader needs two keys", async () => {
  const { id, number } = await file(city, {
    content: lamp,
    claim: "修好路灯\n告诉我结果",
    petitioner: { ...citizen, replyBy: "sms" },
  });
  await send(city, id, "urban");
  const clerk = await signInAt(browser, city.url, "urban.clerk");
  await openCase(clerk, number);
  await confirm(await begin(clerk, "呈报分管领导"), "呈报分管领导");
  const dialog = await begin(clerk, "办理与答复");
  for (const [n, verdict] of [
    [1, "支持"],
    [2, "解释说明"],
  ] as const) {
    const claim = dialog.getByRole("group", { name: new RegExp(`^第 ${n} 项`) });
    await claim.getByRole("radio", { name: verdict, exact: true }).check();
    if (n === 1) await dialog.getByText(/还有第 .+ 项没有答/).waitFor();
    await claim.getByRole("textbox").fill(n === 1 ? "路灯已修好。" : "结果以短信告知。");
  }
  const text = dialog.getByRole("textbox", { name: /^公开答复/ });
  await text.fill("已派人×××前往。");
  await dialog.getByText("还有没填的“×××”").waitFor();
  expect(await submitOf(dialog, "办理与答复").isDisabled()).toBe(true);
  for (const [left, gap] of [
    ["请联系XX局。", "XX"],
    ["于{日期}前完成。", "{日期}"],
    ["负责人____。", "____"],
  ] as const) {
    await text.fill(left);
    await dialog.getByText(`还有没填的“${gap}”`).waitFor();
    expect(await submitOf(dialog, "办理与答复").isDisabled()).toBe(true);
  }
  await text.fill("台江区加洋路12号门前的路灯3月2日已经更换。");
  await dialog.getByRole("alert").filter({ hasText: "台江区" }).waitFor();
  await dialog.getByRole("button", { name: "加一条" }).click();
  await dialog.getByLabel("第 1 条：做什么").fill("再查一次线路");
  await dialog.getByLabel("第 1 条：几月几日前").fill("2026-03-20");
  await addFile(dialog, "更换前后.png");
  await addFile(dialog, "内部单据.png");
  await dialog.getByRole("checkbox", { name: "内部单据.png" }).uncheck();
  await dialog.getByText("群众看到的样子").click();
  await dialog
    .getByText(/个字，按 \d+ 条计费/)
    .first()
    .waitFor();
  expect(await barriers(clerk.page)).toEqual([]);
  expect(await submitOf(dialog, "办理与答复").isDisabled()).toBe(true);
  await dialog.getByLabel("确认是答这一件的，请写理由").fill("这条路的线路由台江区维护。");
  await confirm(dialog, "办理与答复");
  const leader = await signInAt(browser, city.url, "urban.leader");
  await openCase(leader, number);
  await leader.page.keyboard.press("a");
  const approving = leader.page.getByRole("dialog", { name: "同意并报送" });
  await approving.getByText("更换前后.png").waitFor();
  expect(await approving.getByText("内部单据.png").count()).toBe(0);
  await leader.page.keyboard.press("Control+Enter");
  await approving.waitFor({ state: "hidden" });
  const seen = await (await at(city, "bureau.auditor")).open(id);
  const legId = await legAt(await at(city, "bureau.auditor"), id, "urban");
  const sent = seen.legs.find((leg) => leg.id === legId)?.replies.at(-1);
  expect(sent?.claims).toHaveLength(2);
  expect(sent?.promises).toEqual([{ what: "再查一次线路", who: "市城管局", by: "2026-03-20" }]);
});

function submitOf(dialog: Locator, name: string): Locator {
  return dialog.getByRole("button", { name, exact: true });
}

const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function addFile(dialog: Locator, name: string): Promise<void> {
  await dialog.locator("input[type=file]").setInputFiles({ name, mimeType: "image/png", buffer: dot });
  await dialog.getByRole("checkbox", { name }).waitFor();
}
