import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { barriers, overflow } from "./axe.ts";
import { phone } from "./browser.ts";
import { newPage } from "./desk-page.ts";

/** A picture of one point, as a telephone would send it. */
const point = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export function picture(name: string) {
  // Every picture has a content of its own: the same one under the same name is taken once.
  return { name, mimeType: "image/png", buffer: Buffer.concat([Buffer.from(point, "base64"), Buffer.from(name)]) };
}

/** A program under the name of a picture. */
export function disguised(name: string) {
  return {
    name,
    mimeType: "image/jpeg",
    buffer: Buffer.from("MZ\u0090\u0000 This program cannot be run in DOS mode."),
  };
}

/** The examiner of barriers is a script itself: it reads a page that came without scripts in a window of its own. */
const readers = new WeakMap<Page, Page>();

/** A citizen's window: a phone, without JavaScript unless said otherwise. */
export async function citizenPage(
  browser: Browser,
  { javaScript = false, width = phone.width }: { readonly javaScript?: boolean; readonly width?: number } = {},
): Promise<Page> {
  const open = async (javaScriptEnabled: boolean) =>
    (await newPage(browser, { ...phone, width }, { javaScriptEnabled })).page;
  const page = await open(javaScript);
  if (!javaScript) readers.set(page, await open(true));
  return page;
}

/** Everybody can read the page, and nothing of it lies beyond the window. */
export async function readable(page: Page): Promise<void> {
  expect(await overflow(page), page.url()).toBe(0);
  const reader = readers.get(page);
  if (!reader) return expect(await barriers(page)).toEqual([]);
  const body = await page.content();
  const seen = ({ href }: URL) => href === page.url();
  await reader.route(seen, (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }));
  await reader.goto(page.url());
  expect(await barriers(reader)).toEqual([]);
  await reader.unroute(seen);
}

/** What stands beside the fields that have to be mended, by the name of the field. */
export async function errorsBeside(page: Page): Promise<Readonly<Record<string, string>>> {
  const said = await page.locator("p.error").all();
  const pairs = await Promise.all(
    said.map(async (p) => [(await p.getAttribute("id"))?.replace(/-error$/, "") ?? "", await p.innerText()] as const),
  );
  return Object.fromEntries(pairs.map(([name, text]) => [name, text.replace(/^▲\s*/, "")]));
}

/** The first page as most people fill it in. */
export async function tellMatter(page: Page, content: string): Promise<void> {
  await page.getByLabel("发生了什么事？").fill(content);
  await page.getByRole("radio", { name: /咨询、求助/ }).check();
  await page.getByLabel("事情在哪里？").selectOption({ label: "鼓楼区" });
}

/** The second page as most people fill it in. */
export async function tellContact(page: Page, name: string): Promise<void> {
  await page.getByLabel("姓名", { exact: true }).fill(name);
  await page.getByLabel("手机号").fill("139 0000 2222");
  await page.getByRole("radio", { name: /^可以公开/ }).check();
  await page.getByRole("radio", { name: /我自己上网查/ }).check();
}

export async function press(page: Page, button: string): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("button", { name: button, exact: true }).click();
  await answered;
}

/** Number and code open one's case. */
export async function follow(page: Page, url: string, number: string, code: string): Promise<void> {
  await page.goto(`${url}/follow`);
  await page.getByLabel("编号").fill(number);
  await page.getByLabel("查询码").fill(code);
  await press(page, "查看");
}
