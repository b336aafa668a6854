import type { Browser, Locator, Page } from "playwright-core";
import { auditItemWords, testPassword } from "../fresh-house.ts";
import { desktop, openWindow } from "./browser.ts";

/** Somebody at the desk in a browser window of their own. */
export interface DeskPage {
  readonly page: Page;
  /** What the page complained about in its console. */
  readonly complaints: readonly string[];
}

/** A new window whose complaints are heard. */
export async function newPage(
  browser: Browser,
  size: { readonly width: number; readonly height: number } = desktop,
  options: { readonly javaScriptEnabled?: boolean } = {},
): Promise<DeskPage> {
  const page = await (await openWindow(browser, size, options)).newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (said) => {
    if (said.type() === "error" && !asksWhoIsThere(said.location().url)) complaints.push(said.text());
  });
  return { page, complaints };
}

/** Before anybody has signed in, the answer to this question is 401, and the browser says so. */
function asksWhoIsThere(url: string): boolean {
  return url.endsWith("/api/session");
}

/** Signs in at the desk. */
export async function signInAt(browser: Browser, url: string, login: string): Promise<DeskPage> {
  const desk = await newPage(browser);
  await desk.page.goto(`${url}/desk`);
  await desk.page.getByLabel("账号").fill(login);
  await desk.page.getByLabel("密码", { exact: true }).fill(testPassword);
  await desk.page.getByRole("button", { name: "登录" }).click();
  await desk.page.getByRole("heading", { name: "我的待办" }).waitFor();
  return desk;
}

/** Opens a case by its number, through the search. */
export async function openCase({ page }: DeskPage, number: string): Promise<void> {
  await page.getByRole("link", { name: "查找案件" }).click();
  const field = page.getByRole("searchbox", { name: /编号/ });
  await field.fill(number);
  await field.press("Enter");
  await page.getByRole("link", { name: number }).click();
  await page.getByRole("region", { name: "可办事项" }).waitFor();
}

/** Begins an act from the panel of lawful acts. */
export async function begin({ page }: DeskPage, act: string): Promise<Locator> {
  const panel = page.getByRole("region", { name: "可办事项" });
  await panel.getByRole("button", { name: act, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: act });
  await dialog.waitFor();
  return dialog;
}

/** Confirms a dialog and waits until the server has taken it. */
export async function confirm(dialog: Locator, act: string): Promise<void> {
  await dialog.getByRole("button", { name: act, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Picks the lead unit in the tree of organisations. */
export async function chooseUnit(dialog: Locator, unit: string): Promise<void> {
  await dialog.getByRole("searchbox", { name: /按名称/ }).fill(unit);
  await dialog.getByRole("tree").getByText(unit).first().click();
  await dialog.getByText(`主办单位：${unit}`).waitFor();
}

export function field(dialog: Locator, label: string | RegExp): Locator {
  return dialog.getByRole("textbox", { name: label });
}

/** Picks an option of a list by typing the beginning of it. */
export async function pick({ page }: DeskPage, dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByRole("combobox", { name: label }).click();
  await page.keyboard.type(option);
  await page.locator(".ant-select-item-option", { hasText: option }).first().waitFor();
  await page.keyboard.press("Enter");
}

/** Answers every question of the audit with yes, except one. */
export async function answerChecklist(dialog: Locator, except?: string): Promise<void> {
  for (const item of auditItemWords) {
    const group = dialog.getByRole("group", { name: item });
    await group.getByRole("radio", { name: item === except ? "否" : "是" }).check();
  }
}
