import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { national2022 as pack } from "../../packs/national-2022/index.ts";
import { at } from "../../packs/national-2022/example-office.ts";
import * as say from "../../packs/national-2022/stories.ts";
import { barriers } from "../browser/axe.ts";
import { openBrowser } from "../browser/browser.ts";
import { newPage } from "../browser/desk-page.ts";
import { type Desk, openCity } from "../city.ts";
import { exampleCity, signIn } from "../../demo/example-city.ts";
import { does, takesIn } from "./over-http.ts";

async function opens(page: Page, url: string, { number, code }: { readonly number: string; readonly code: string }) {
  await page.goto(`${url}/follow`);
  await page.getByLabel("编号").fill(number);
  await page.getByLabel("查询码").fill(code);
  await page.getByRole("button", { name: /查/ }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

const asked = say.wholeWay.findIndex((step) => step.input?.["formality"] === "apply-review");

it("[N22-35-1 N22-35-2 N22-21-2 WS15-0-1] over the portal a petitioner sees every step with its day, asks for review, and reads what came of it", async () => {
  const city = await openCity({ city: exampleCity(pack), packs: [pack] });
  const browser = await openBrowser();
  try {
    const desks = new Map<string, Desk>();
    const lived = await takesIn(city, say.web, "");
    for (const step of say.wholeWay.slice(0, asked)) await does(city, step, lived, desks);

    city.at("2026-06-01 09:00");
    const { page, complaints } = await newPage(browser);
    const follows = () => opens(page, city.url, lived);
    await follows();
    const body = page.locator("main");
    for (const shown of [
      "3月6日",
      "由本机关调查核实后出具处理意见书",
      "延期到",
      "等待测绘结果",
      "最晚 2026年",
      say.parts.opinion,
      say.parts.basis,
    ]) {
      await body.getByText(shown).first().waitFor({ state: "attached" });
    }

    const form = page.locator("#apply-review");
    await form.locator("summary").click();
    await form.getByLabel("请求和理由").fill("面积少算，请求撤销处理意见。");
    await form.getByText("复查机关：清江市自然资源和规划局").waitFor();
    expect(await barriers(page)).toEqual([]);
    await form.getByRole("button", { name: "请求复查" }).click();
    await page.waitForURL(/said=formality/);
    expect(await page.locator("#apply-review").count()).toBe(0);

    const reviewer = await city.as(signIn("land.clerk"));
    const detail = await reviewer.open(lived.id);
    const leg = detail.legs.findLast((l) => l.org.id === at.countyLand);
    expect(detail.acts.filter((act) => act.closed === null).map((act) => act.formality)).toContain("conclude-review");
    city.at("2026-06-22 09:00");
    const values = { reviewResult: "upheld", reviewOpinion: "原处理意见认定事实清楚，予以维持" };
    await reviewer.act(lived.id, "carryOutOnLeg", { formality: "conclude-review", values }, leg?.id ?? null);
    await follows();
    await body.getByText("原处理意见认定事实清楚，予以维持").first().waitFor({ state: "attached" });
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toMatch(/^复查意见：/);
    expect(await body.innerText()).not.toMatch(/延长的?天数|复查结论：|反馈的/);
    await page.locator("#apply-re-review").waitFor();
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await city.close();
  }
}, 120_000);
