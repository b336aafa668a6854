import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { demoCities } from "../../../../demo/cities.ts";
import { overflow } from "../../../browser/axe.ts";
import { openBrowser, openWindow, phone } from "../../../browser/browser.ts";
import { openCity } from "../../../city.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Pages that are made of the words of the regulation: articles are longer in one city than in another. */
const pages = ["/", "/how", "/submit", "/answers"];

it.each(demoCities.map((demo) => [demo.region, demo] as const))(
  "under the regulation of %s nothing lies beside the window of a phone",
  async (_, demo) => {
    const city = await openCity({ city: demo });
    const page = await (await openWindow(browser, phone)).newPage();
    for (const path of pages) {
      await page.goto(`${city.url}${path}`);
      expect([path, await overflow(page)]).toEqual([path, 0]);
    }
    await page.context().close();
    await city.close();
  },
);
