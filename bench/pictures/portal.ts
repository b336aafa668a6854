import type { Browser, Page } from "playwright-core";
import { desktop, openWindow, phone } from "../../scenarios/browser/browser.ts";
import type { Camera } from "./camera.ts";

/** How a petitioner follows a case. */
export interface Ticket {
  readonly number: string;
  readonly code: string;
}

/** What is filed for the pictures. */
export interface Matter {
  readonly content: string;
  readonly claim: string;
  readonly place: string;
}

export const widths = { 360: phone, 1440: desktop } as const;
export type Width = keyof typeof widths;

export async function visitor(browser: Browser, width: Width): Promise<Page> {
  const page = await (await openWindow(browser, widths[width])).newPage();
  page.setDefaultTimeout(12_000);
  return page;
}

/** The pages that everybody can open, of one region. */
export async function publicPages(page: Page, url: string, width: Width, camera: Camera): Promise<void> {
  const pages = { home: "", answers: "answers", how: "how", follow: "follow" };
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(`${url}/${path}`);
    await camera.take(page, `portal-${name}-${width}`, true);
  }
  await page.goto(`${url}/answers`);
  const first = page.locator('main a[href*="/answers/"]').first();
  if ((await first.count()) > 0) {
    await first.click();
    await camera.take(page, `portal-answer-${width}`, true);
  }
}

/** Files a matter over the three pages, with a picture of each and of the receipt; null takes none. */
export async function files(page: Page, url: string, matter: Matter, shots: Camera | null, width: Width) {
  const shot = (name: string) => shots?.take(page, `portal-${name}-${width}`, true);
  await page.goto(`${url}/submit`);
  await page.getByLabel("发生了什么事？").fill(matter.content);
  await page.getByLabel(/^您希望怎样解决/).fill(matter.claim);
  await page.getByRole("radio", { name: /咨询、求助/ }).check();
  await page.getByLabel("事情在哪里？").selectOption({ label: "鼓楼区" });
  await page.getByLabel(/^详细地点/).fill(matter.place);
  await shot("submit-1");
  await page.getByRole("button", { name: "下一步" }).click();
  const goOn = page.getByRole("link", { name: /继续提交|仍要提交/ });
  await page.getByLabel("姓名", { exact: true }).or(goOn).first().waitFor();
  if ((await goOn.count()) > 0) {
    await shot("similar");
    await goOn.click();
  }
  await page.getByLabel("姓名", { exact: true }).fill("温若谷");
  await page.getByLabel("手机号").fill("13900002222");
  await page.getByRole("radio", { name: /^可以公开/ }).check();
  await page.getByRole("radio", { name: /短信/ }).check();
  await shot("submit-2");
  await page.getByRole("button", { name: "下一步" }).click();
  const button = page.getByRole("button", { name: "提交", exact: true });
  await button.waitFor();
  await shot("submit-3");
  await button.click();
  await page.locator(".codes").first().waitFor();
  await shot("receipt");
  const [number = "", code = ""] = await page.locator(".codes").allInnerTexts();
  return { number, code } satisfies Ticket;
}

/** Opens a case as its petitioner does. */
export async function follows(page: Page, url: string, { number, code }: Ticket): Promise<void> {
  await page.goto(`${url}/follow`);
  await page.getByLabel("编号").fill(number);
  await page.getByLabel("查询码").fill(code);
  await page.getByRole("button", { name: /查/ }).first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

export async function rates(page: Page, width: Width, camera: Camera): Promise<void> {
  await page.getByRole("radio", { name: "满意", exact: true }).check();
  await page.getByLabel("原因（选填）").fill("修得快，回了电话。");
  await camera.take(page, `portal-rating-${width}`, true);
}
