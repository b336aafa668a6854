import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildDesk } from "../../cli/desk-build.ts";
import { routes } from "../../contract/routes.ts";
import { type City, openCity } from "../city.ts";
import { at, file, send } from "../steps.ts";
import { barriers, overflow } from "./axe.ts";
import { openBrowser, phone } from "./browser.ts";
import { confirm, field, openCase, signInAt } from "./desk-page.ts";

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

it("[FZ-7-2] a dispatcher reads the slip, makes it, takes it along with the hash that stands on the screen, and serves it", async () => {
  const { id, number } = await file(city, { content: "西洪路的路灯坏了三天，请修复。" });
  await send(city, id, "urban");
  const desk = await signInAt(browser, city.url, "bureau.dispatcher");
  const { page, complaints } = desk;
  await page.clock.setFixedTime(new Date("2026-03-02T02:00:00Z"));
  await openCase(desk, number);
  await page.getByRole("tab", { name: "文书" }).click();
  await page.getByText("还没有制作过文书。").waitFor();
  expect(await barriers(page)).toEqual([]);

  await page.getByRole("button", { name: "生成" }).click();
  const making = page.getByRole("dialog", { name: "生成诉求件批转单" });
  await making.getByText("西洪路的路灯坏了三天，请修复。").first().waitFor();
  expect(await making.getByText("温若谷").count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  await confirm(making, "生成");

  await page.getByText("市信访局批〔2026〕1号").first().waitFor();
  const loading = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载完整文书" }).click();
  const taking = page.getByRole("dialog");
  await field(taking, "用途").fill("交办");
  await taking.getByRole("button", { name: "导出表格" }).click();
  const bytes = readFileSync(await (await loading).path());
  const hash = createHash("sha256").update(bytes).digest("hex");
  await page.getByText(`校验 ${hash.slice(0, 12)}`).waitFor();

  await page.getByRole("button", { name: "登记送达" }).click();
  const serving = page.getByRole("dialog", { name: /登记送达/ });
  await field(serving, "送达给谁").fill("市城管局");
  await serving.getByRole("radio", { name: "电子送达" }).check();
  expect(await barriers(page)).toEqual([]);
  await confirm(serving, "登记送达");
  await page.getByText("电子送达 市城管局：已签收").waitFor();

  await page.setViewportSize(phone);
  expect(await overflow(page)).toBe(0);
  const { call } = await at(city, "bureau.dispatcher");
  const { rows } = await call(routes.papers.list, { params: { id } });
  expect(rows).toMatchObject([{ pdfHash: hash, services: [{ mode: "electronic", onDay: "2026-03-02" }] }]);
  expect(complaints).toEqual([]);
});
