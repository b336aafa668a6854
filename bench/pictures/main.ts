import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { demoCities } from "../../demo/cities.ts";
import { openBrowser } from "../../scenarios/browser/browser.ts";
import { mention } from "../say.ts";
import { startBenchServer } from "../server.ts";
import { Camera } from "./camera.ts";
import { livesThrough, refuses } from "./case-life.ts";
import { deskPages, registers } from "./pages.ts";
import { files, follows, type Matter, publicPages, rates, visitor, type Width } from "./portal.ts";

const folder = join(import.meta.dirname, "..", "..", "docs", "screens");
const sizes: readonly Width[] = [360, 1440];

const lamps: Matter = {
  content: "温泉支路12号门口的路灯坏了三天，晚上一片漆黑，老人出门看不清路。",
  claim: "请修好路灯，告诉我哪天修好。",
  place: "温泉支路12号",
};
const court: Matter = {
  content: "我和装修公司的合同纠纷法院已经开庭，请你们让他们先把钱退给我。",
  claim: "退还装修款。",
  place: "东街口",
};

/** The address of a region: the first answers at the server's own, each other one below a name of its own. */
const addressOf = (url: string, region: string) =>
  region === demoCities[0]?.region ? url : url.replace("127.0.0.1", `${region.replace(/-demo$/, "")}.localhost`);

async function portal(browser: Browser, url: string, camera: Camera): Promise<void> {
  for (const width of sizes) {
    const page = await visitor(browser, width);
    await camera.scene(`portal, ${width}`, () => publicPages(page, url, width, camera));
    for (const { region } of width === 360 ? demoCities.slice(1) : [])
      await camera.scene(`${region}, ${width}`, async () => {
        await page.goto(`${addressOf(url, region)}/how`);
        await camera.take(page, `portal-how-${region.replace(/-demo$/, "")}-${width}`, true);
      });
    await page.context().close();
  }
}

async function cases(browser: Browser, url: string, camera: Camera): Promise<void> {
  for (const width of sizes) {
    const page = await visitor(browser, width);
    await camera.scene(`a case, ${width}`, async () => {
      const ticket = await files(page, url, lamps, camera, width);
      await follows(page, url, ticket);
      await camera.take(page, `portal-case-${width}`, true);
      if (width !== 1440) return;
      await livesThrough(browser, url, ticket.number, camera);
      for (const size of sizes) {
        const reader = await visitor(browser, size);
        await follows(reader, url, ticket);
        await camera.take(reader, `portal-case-answered-${size}`, true);
        await rates(reader, size, camera);
        await reader.context().close();
      }
    });
    await page.context().close();
  }
}

async function refusal(browser: Browser, url: string, camera: Camera): Promise<void> {
  await camera.scene("a refusal", async () => {
    const page = await visitor(browser, 1440);
    const ticket = await files(page, url, court, null, 1440);
    await refuses(browser, url, ticket.number, camera);
    for (const size of sizes) {
      const reader = await visitor(browser, size);
      await follows(reader, url, ticket);
      await camera.take(reader, `portal-refused-${size}`, true);
      await reader.context().close();
    }
  });
}

mkdirSync(folder, { recursive: true });
/** Beside the small pictures, exact ones into a folder that is named on the command line. */
const [exact = null] = process.argv.slice(2);
const camera = new Camera(folder, exact);
const server = await startBenchServer(null, "built");
try {
  await server.command("demo", "--days", "24", "--per-day", "3", "--seed", "huiyin", "--json");
  const browser = await openBrowser();
  await portal(browser, server.url, camera);
  await cases(browser, server.url, camera);
  await refusal(browser, server.url, camera);
  await camera.scene("registration", () => registers(browser, server.url, camera));
  await deskPages(browser, server.url, camera);
  await browser.close();
} finally {
  await server.close();
}
for (const miss of camera.missed) mention(miss);
mention(`${camera.taken.length} screens`);
process.exitCode = camera.missed.length > 0 ? 1 : 0;
