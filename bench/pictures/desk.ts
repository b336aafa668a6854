import type { Browser, Locator, Page } from "playwright-core";
import { demoPassword } from "../../demo/founding.ts";
import { desktop, openWindow } from "../../scenarios/browser/browser.ts";

/** Signs in at the desk of a region; `before` is told of the page that asks for the password. */
export async function signIn(
  browser: Browser,
  url: string,
  login: string,
  before?: (page: Page) => Promise<void>,
): Promise<Page> {
  const page = await (await openWindow(browser, desktop)).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${url}/desk`);
  await page.getByLabel("账号").fill(login);
  await page.getByLabel("密码", { exact: true }).fill(demoPassword);
  await before?.(page);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("heading", { name: "我的待办" }).waitFor();
  return page;
}

/** Goes to a page of the desk and waits for its heading. */
export async function goTo(page: Page, url: string, path: string): Promise<void> {
  await page.goto(`${url}/desk/${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

export async function openCase(page: Page, url: string, number: string): Promise<void> {
  await goTo(page, url, "cases");
  const field = page.getByRole("searchbox", { name: /编号/ });
  await field.fill(number);
  await field.press("Enter");
  await page.getByRole("link", { name: number }).first().click();
  await page.getByRole("region", { name: "可办事项" }).waitFor();
}

/** Begins an act from the panel of what can be done now. */
export async function begin(page: Page, act: string): Promise<Locator> {
  await page.getByRole("region", { name: "可办事项" }).getByRole("button", { name: act, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: act });
  await dialog.waitFor();
  return dialog;
}

export async function confirm(dialog: Locator, act: string): Promise<void> {
  await dialog.getByRole("button", { name: act, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

export async function chooseUnit(dialog: Locator, unit: string): Promise<void> {
  await dialog.getByRole("searchbox", { name: /按名称/ }).fill(unit);
  await dialog.getByRole("tree").getByText(unit).first().click();
  await dialog.getByText(`主办单位：${unit}`).waitFor();
}
