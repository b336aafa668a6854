import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildDesk } from "../../../cli/desk-build.ts";
import { barriers } from "../../browser/axe.ts";
import { openBrowser } from "../../browser/browser.ts";
import { begin, confirm, openCase, signInAt } from "../../browser/desk-page.ts";
import { testPassword } from "../../fresh-house.ts";
import { type City, citizen, openCity } from "../../city.ts";
import { at, file, pass, reply, send } from "../../steps.ts";
import { rates } from "./rating.ts";

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

const lamp = "加洋路12号门前的路灯坏了三天，晚上很黑，请修复。";
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** It lies wholly inside the window, which nobody has scrolled. */
async function inSight(what: Locator): Promise<boolean> {
  const box = await what.first().boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= 900 && box.x + box.width <= 1440;
}

it("[AC-92 partly] the list of those who are not satisfied opens at a press, and the decision asks which and why", async () => {
  const { id, number } = await file(city, { content: "河边栏杆断了一截，孩子常去玩。" });
  await send(city, id, "housing");
  await pass(city, id, await reply(city, id, "housing", "栏杆已焊接。"));
  await rates(city, id, "dissatisfied", "还是松的");
  const auditor = await signInAt(browser, city.url, "bureau.auditor");
  const { page } = auditor;
  await page.getByRole("link", { name: "不满意待判断 1 件" }).click();
  await page.getByRole("row", { name: new RegExp(number) }).click();
  await page.getByText("还没有判断怎样处理").waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "作出判断" }).click();
  const dialog = page.getByRole("dialog");
  const submit = dialog.getByRole("button", { name: "对不满意怎样处理" });
  expect(await submit.isDisabled()).toBe(true);
  await dialog.getByRole("radio", { name: "重办" }).check();
  expect(await barriers(page)).toEqual([]);
  await submit.click();
  await dialog.getByText("请写明这样判断的理由。").waitFor();
  await dialog.getByRole("textbox").fill("栏杆没有修牢，请重新焊接。");
  await confirm(dialog, "对不满意怎样处理");
  await page.getByText("对不满意的判断（重办）").waitFor();
  expect(await page.getByText("还没有判断怎样处理").count()).toBe(0);
});

it("two regulations stand rule by rule beside each other, and are taken along as a sheet", async () => {
  const { page, complaints } = await signInAt(browser, city.url, "bureau.auditor");
  await page.getByRole("link", { name: "规则", exact: true }).click();
  await page.getByRole("tab", { name: "对照" }).click();
  await page.getByRole("combobox", { name: "与哪一项对照" }).click();
  await page.locator(".ant-select-item-option-content", { hasText: "2016" }).first().click();
  const terms = page.getByRole("region", { name: "四、期限" });
  const answering = terms.getByRole("row").filter({ hasText: "10 个工作日" }).first();
  await answering.waitFor();
  expect(await terms.getByRole("columnheader").count()).toBe(3);
  await page.getByText(/^改动 \d+ 条，只有后一项有 \d+ 条/).waitFor();
  expect(await barriers(page)).toEqual([]);
  const [taken] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出 xlsx" }).click(),
  ]);
  expect(taken.suggestedFilename()).toMatch(/对照\.xlsx$/);
  expect(complaints).toEqual([]);
});

it("[AC-63] [AC-73] [AC-129] one look shows the case; what is written outlives a killed browser and an ended session", async () => {
  const { id, number } = await file(city, { content: lamp, petitioner: { ...citizen, replyBy: "sms" } });
  await send(city, id, "urban");
  const clerk = await signInAt(browser, city.url, "urban.clerk");
  await openCase(clerk, number);
  const { page } = clerk;
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "路灯.png", mimeType: "image/png", buffer: dot });
  const main = page.getByRole("main");
  await main.getByRole("link", { name: "路灯.png" }).waitFor();
  await page.evaluate("window.scrollTo(0, 0)");
  for (const what of [
    main.getByText(lamp),
    main.getByText(/3月2日.*09:00/),
    main.getByRole("link", { name: "路灯.png" }),
    main.getByText("公开办理"),
    main.getByText(/温\*+ 139\*+2222/),
    main.locator(".duty"),
  ]) {
    expect(await inSight(what), await what.first().innerText()).toBe(true);
  }
  await confirm(await begin(clerk, "呈报分管领导"), "呈报分管领导");
  const dialog = await begin(clerk, "办理与答复");
  const text = dialog.getByRole("textbox", { name: /^公开答复/ });
  const kept = page.waitForResponse((answer) => answer.url().includes("/drafts/draftReply") && answer.ok());
  await text.pressSequentially("路灯已经修好，请放心使用，谢谢来信。", { delay: 150 });
  await kept;
  await page.context().close();
  const { drafts } = await (await at(city, "urban.clerk")).open(id);
  expect(JSON.stringify(drafts)).toContain("路灯已经修好");

  const elsewhere = await signInAt(browser, city.url, "urban.clerk");
  await openCase(elsewhere, number);
  const again = await begin(elsewhere, "办理与答复");
  const there = again.getByRole("textbox", { name: /^公开答复/ });
  expect(await there.inputValue()).toContain("路灯已经修好");
  await there.fill("路灯3月2日已经修好，联系电话83330000。");
  await city.house.db.deleteFrom("session").execute();
  await again.getByRole("button", { name: "办理与答复", exact: true }).click();
  const cover = elsewhere.page;
  await cover.getByLabel("账号").fill("urban.clerk");
  await cover.getByLabel("密码", { exact: true }).fill(testPassword);
  await cover.getByRole("button", { name: "登录" }).click();
  await again.getByText("您已重新登录，写的内容都在。").waitFor();
  expect(await there.inputValue()).toBe("路灯3月2日已经修好，联系电话83330000。");
  await confirm(again, "办理与答复");
});
