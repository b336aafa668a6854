import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../../contract/routes.ts";
import { placesOf } from "../../../../demo/places/places.ts";
import { sendCode } from "../../../../server/actions/codes/send-code.ts";
import { httpSmsGateway } from "../../../../server/gateways/sms.ts";
import { phoneLookup } from "../../../../server/record/petitioner.ts";
import { barriers, faint, overflow } from "../../../browser/axe.ts";
import { openBrowser, openWindow } from "../../../browser/browser.ts";
import { follow, press, tellContact, tellMatter } from "../../../browser/portal-page.ts";
import { type City, citizen, openCity } from "../../../city.ts";
import { openSmsVendor, type SmsVendor } from "../../../record/post-office.ts";
import { at } from "../../../steps.ts";
import { calm, interruptions } from "./calm.ts";
import { cases } from "./lives.ts";

let city: City;
let browser: Browser;
let vendor: SmsVendor;

beforeAll(async () => {
  const settings = {
    demo: true,
    secondFactor: "optional",
    ...placesOf("fuzhou-demo"),
    notices: [{ title: "系统维护", on: "2026-03-01", text: "周日夜里停机一小时。" }],
  } as const;
  const ways = { email: true, sms: true, voice: true };
  [city, browser, vendor] = await Promise.all([openCity({ settings, ways }), openBrowser(), openSmsVendor()]);
});
afterAll(async () => {
  await browser.close();
  await vendor.close();
  await city.close();
});

const large = (on: boolean) => `document.documentElement.classList.toggle("large", ${on})`;

/** One page as it stands, at both widths, its contrast in large type too: no barrier, nothing beside the window, nothing that bothers. */
async function everybody(page: Page, name: string, seen: string[]): Promise<void> {
  const folder = process.env["SHOTS"];
  const look = async (how: string, width: number, type: boolean) => {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    await page.evaluate(large(type));
    expect(await (type ? faint : barriers)(page), `${name} ${how}`).toEqual([]);
    expect([name, how, await overflow(page)]).toEqual([name, how, 0]);
    if (folder) await page.screenshot({ path: `${folder}/${name}-${how}.png`, fullPage: true });
  };
  await look("large", 360, true);
  await look("360", 360, false);
  await look("1440", 1440, false);
  await calm(page);
  seen.push(name);
}

const matterOf = async (page: Page, words: string) => {
  await page.goto(`${city.url}/submit`);
  await tellMatter(page, words);
  await press(page, "下一步");
};

async function filingPages(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.goto(`${city.url}/submit`);
  await look("matter");
  await press(page, "下一步");
  await look("matter-errors");
  await matterOf(page, "楼道里有煤气泄漏的味道，已经一个小时。");
  expect(new URL(page.url()).pathname).toBe("/submit/urgent");
  await look("emergency");
  await matterOf(page, "对法院的判决不服，想知道上诉的期限。");
  await page.getByText("可能该找别处").first().waitFor();
  await look("elsewhere");
  await matterOf(page, "金鸡山的石阶松了，走着害怕，公园里的石阶也要修。");
  await look("similar-or-contact");
  await matterOf(page, "福新路的公交站牌歪了，快要倒在等车的人身上。");
  await look("contact");
  await press(page, "下一步");
  await look("contact-errors");
  await tellContact(page, "温若谷");
  await press(page, "下一步");
  await look("check");
  await press(page, "提交");
  await page.getByRole("heading", { name: "已提交" }).waitFor();
  await look("receipt");
  await page.reload();
  await look("already");
}

async function casePages(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const lived = await cases(city);
  for (const [name, one] of Object.entries(lived)) {
    if (name === "gone") continue;
    await follow(page, city.url, one.number, one.code);
    await look(`case-${name}`);
  }
  const { rows } = await city.call(routes.publicDoors.answers, { query: {} as never });
  await page.goto(`${city.url}/answers`);
  await look("answers");
  const gone = rows.find(({ title }) => title.includes("长椅"));
  const stays = rows.find(({ title }) => title.includes("石阶"));
  await page.goto(`${city.url}/answers/${stays?.id}`);
  // What the answer calls the first matter stands with its number under the question.
  expect(await page.locator("main").innerText()).toMatch(/1\. 修好[\s\S]*2\. 说明原因[\s\S]*第1项诉求/);
  // A bench is not like steps because both petitioners ask to have it repaired.
  expect(await page.locator("main").innerText()).not.toContain("长椅");
  await look("answer");
  const auditor = await at(city, "bureau.auditor");
  const { matters } = await auditor.open(lived.gone.id);
  await auditor.act(lived.gone.id, "takeDown", { matterId: matters[0]?.id ?? "", reason: "含有他人信息。" });
  expect((await page.goto(`${city.url}/answers/${gone?.id}`))?.status()).toBe(410);
  await look("gone");
}

async function followPages(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.goto(`${city.url}/follow/lost`);
  // Whoever cannot read a message hears the code.
  expect(await page.getByRole("button", { name: /语音|电话/ }).count()).toBe(1);
  await look("lost");
  await page.getByLabel("手机号").fill(citizen.phone);
  await page.locator("button[value=sms]").click();
  await page.waitForURL(/\/follow\/lost\/code/);
  await look("enter-code");
  const gateways = { mail: null, sms: httpSmsGateway(vendor.url, null), voice: null };
  await sendCode(city.house, gateways, city.house.region, phoneLookup(city.house.keys, citizen.phone));
  const code = /\d{6}/.exec(vendor.sent.at(-1)?.body.text ?? "")?.[0] ?? "";
  await page.locator("input[name=code]").fill(code);
  await page.locator("main form button.main").first().click();
  await page.waitForURL(/\/my-cases/);
  await look("my-cases");
  await page.context().clearCookies();
  for (let n = 0; n < 6; n += 1) await follow(page, city.url, "FZ-20260302-000001", `000000000${n}`);
  expect(await page.locator("main").innerText()).toMatch(/已输错 5 次/);
  await look("waits");
}

it("[AC-121 AC-124] every page of the portal at 360, 1440 and in large type: no barrier, no pop-up, nothing that moves or plays, no puzzle", async () => {
  const page = await (await openWindow(browser, { width: 360, height: 740 })).newPage();
  const seen: string[] = [];
  const interrupted = interruptions(page);
  const look = (name: string) => everybody(page, name, seen);
  await casePages(page, look);
  await filingPages(page, look);
  for (const path of [
    "/",
    "/how",
    "/follow",
    "/notices",
    "/privacy",
    "/accessibility",
    "/sitemap",
    "/api",
    "/nothing",
  ]) {
    await page.goto(city.url + path);
    await look(path === "/" ? "home" : path.slice(1));
  }
  await followPages(page, look);
  expect(interrupted()).toBe(0);
  expect(new Set(seen).size).toBe(31);
}, 180_000);
