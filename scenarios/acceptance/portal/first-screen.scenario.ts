import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openWindow } from "../../browser/browser.ts";
import { overflow } from "../../browser/axe.ts";
import { follow } from "../../browser/portal-page.ts";
import { type City, openCity } from "../../city.ts";
import { at, file, send } from "../../steps.ts";

let city: City;
let browser: Browser;

beforeAll(async () => {
  [city, browser] = await Promise.all([openCity(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

const small = { width: 360, height: 640 };

/** The lower edge of the words that end the four lines, from the top of the page. */
async function lowerEdge(page: Page): Promise<number> {
  const box = await page.locator("dl.four dt", { hasText: "依据" }).first().boundingBox();
  return (box?.y ?? 9999) + (box?.height ?? 0);
}

/** Keeps a picture where somebody wants to look at it. */
async function keeps(page: Page, name: string): Promise<void> {
  const folder = process.env["SHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

it("[AC-27] at 360×640 holder, since, by when and why stand in the first screen: received, sent, in parts, overdue", async () => {
  const page = await (await openWindow(browser, small, { javaScriptEnabled: false })).newPage();
  city.at("2026-03-02 09:00");
  const content = "白马河公园东门的健身器材坏了两处，孩子差点摔倒，请尽快派人检查修理。";
  const filed = await file(city, { content });
  const edges: Record<string, number> = {};
  const seen = async (name: string) => {
    await follow(page, city.url, filed.number, filed.code);
    edges[name] = await lowerEdge(page);
    expect(await overflow(page)).toBe(0);
    await keeps(page, `case-${name}`);
  };
  await seen("received");
  await send(city, filed.id, "urban");
  await seen("sent");
  city.at("2026-03-18 09:00");
  await seen("overdue");

  city.at("2026-03-02 10:00");
  const parts = await file(city, { content });
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(parts.id, "dispatch", {
    classification: { track: "public" },
    matters: ["urban", "housing"].map((orgId, i) => ({
      title: `第${i + 1}处器材`,
      targets: [{ orgId, role: "lead" as const }],
    })),
  });
  await follow(page, city.url, parts.number, parts.code);
  edges["parts"] = await lowerEdge(page);
  await keeps(page, "case-parts");
  for (const [name, edge] of Object.entries(edges)) expect(edge, name).toBeLessThanOrEqual(640);
});

it("[AC-122 partly] following works by keyboard alone with the focus always visible, and an error takes the focus on arrival", async () => {
  const page = await (await openWindow(browser, { width: 1440, height: 900 })).newPage();
  city.at("2026-03-02 09:00");
  const { number, code } = await file(city);
  await page.goto(`${city.url}/follow`);
  const tabTo = async (id: string) => {
    for (let n = 0; n < 20; n++) {
      await page.keyboard.press("Tab");
      const [found, outline] = (await page.evaluate(
        "[document.activeElement.id, getComputedStyle(document.activeElement).outlineStyle]",
      )) as [string, string];
      expect(outline, found).not.toBe("none");
      if (found === id) return;
    }
    throw new Error(`Tab does not lead to ${id}`);
  };
  await tabTo("number");
  await page.keyboard.type(number);
  await tabTo("code");
  await page.keyboard.type("0000000000");
  await page.keyboard.press("Enter");
  await page.locator('[role="alert"]:focus').waitFor();
  await tabTo("code");
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "已收到" }).waitFor();
});

it("[AC-120 partly] after 「退出查看」 Back shows no case", async () => {
  const page = await (await openWindow(browser, small)).newPage();
  city.at("2026-03-02 09:00");
  const { number, code } = await file(city);
  await follow(page, city.url, number, code);
  await page.getByRole("button", { name: "退出查看" }).click();
  await page.getByRole("heading", { level: 1, name: "有事请说，件件有回音" }).waitFor();
  await page.goBack();
  expect(await page.locator("body").innerText()).not.toContain(number);
});

it("the way of a case and a case page print on one sheet each", async () => {
  const page = await (await openWindow(browser, { width: 1440, height: 900 })).newPage();
  city.at("2026-03-02 09:00");
  const filed = await file(city);
  await send(city, filed.id, "urban");
  await page.goto(`${city.url}/how`);
  expect(await sheets(page)).toBe(1);
  await page.evaluate("window.print = () => { window.printed = true; }");
  await page.getByRole("button", { name: "打印", exact: true }).click();
  expect(await page.evaluate("window.printed")).toBe(true);
  await follow(page, city.url, filed.number, filed.code);
  expect(await sheets(page)).toBe(1);
});

async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
}
