import type { Browser } from "playwright-core";
import type { Camera } from "./camera.ts";
import { goTo, signIn } from "./desk.ts";

/** Pages of the desk by who opens them. */
const pages: readonly (readonly [login: string, shots: Readonly<Record<string, string>>])[] = [
  ["bureau.dispatcher", { worklist: "", search: "cases", registry: "registry", calendar: "calendar", rules: "rules" }],
  ["centre.operator", { outbox: "messages" }],
  ["efficiency.officer", { board: "efficiency", statistics: "statistics" }],
];

export async function deskPages(browser: Browser, url: string, camera: Camera): Promise<void> {
  for (const [login, shots] of pages)
    await camera.scene(`desk pages of ${login}`, async () => {
      const before =
        login === "bureau.dispatcher"
          ? (p: Parameters<Camera["take"]>[0]) => camera.take(p, "desk-sign-in")
          : undefined;
      const page = await signIn(browser, url, login, before);
      for (const [name, path] of Object.entries(shots)) {
        await goTo(page, url, path);
        await camera.take(page, `desk-${name}`);
      }
      await page.context().close();
    });
}

/** An operator writes down a call and reads it back. */
export async function registers(browser: Browser, url: string, camera: Camera): Promise<void> {
  const page = await signIn(browser, url, "centre.operator");
  await goTo(page, url, "register");
  await page.getByLabel("来电号码").fill("13900003333");
  await page.getByLabel("姓名").fill("游清越");
  await page.getByLabel(/^诉求人原话/).fill("五一中路人行道上堆着建筑垃圾，一个星期没人清，老人绕到马路上走。");
  await page.getByLabel(/^希望怎样解决/).fill("请清走垃圾。");
  await page.getByLabel("区县").click();
  await page.keyboard.type("鼓楼");
  await page.keyboard.press("Enter");
  await camera.take(page, "desk-registration");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "请念给诉求人" }).waitFor();
  await camera.take(page, "desk-read-back");
  await page.context().close();
}
