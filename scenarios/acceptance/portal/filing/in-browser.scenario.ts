import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../../contract/routes.ts";
import { placesOf } from "../../../../demo/places/places.ts";
import { overflow } from "../../../browser/axe.ts";
import { openBrowser, openWindow } from "../../../browser/browser.ts";
import { errorsBeside, picture, press, tellContact, tellMatter } from "../../../browser/portal-page.ts";
import { type City, openCity } from "../../../city.ts";
import { at } from "../../../steps.ts";

let city: City;
let browser: Browser;

beforeAll(async () => {
  const settings = { demo: true, secondFactor: "optional", ...placesOf("fuzhou-demo") } as const;
  [city, browser] = await Promise.all([openCity({ settings }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

const small = { width: 360, height: 640 };

async function windowOf(viewport: { width: number; height: number }, javaScriptEnabled = true): Promise<Page> {
  return (await openWindow(browser, viewport, { javaScriptEnabled })).newPage();
}

/** Nothing lies beside the window; with SHOTS set, a picture is kept for whoever wants to look. */
async function looked(page: Page, name: string): Promise<void> {
  expect([name, await overflow(page)]).toEqual([name, 0]);
  const folder = process.env["SHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

it("[AC-1 AC-2 AC-3] on phone, tablet and desktop, without scripts, a case with two photos is filed to the receipt", async () => {
  const sizes = { phone: small, tablet: { width: 820, height: 1180 }, desktop: { width: 1440, height: 900 } };
  for (const [name, size] of Object.entries(sizes)) {
    const page = await windowOf(size, false);
    const step = async (at: string) => {
      await looked(page, `${name}-${at}`);
      // A subject or a body to handle it is never a field that has to be filled in.
      expect(await page.locator("[name=category], [name=topic], [name=orgId], [name=unit]").count()).toBe(0);
    };
    await page.goto(city.url);
    await step("home");
    await page.goto(`${city.url}/submit`);
    await step("matter");
    await tellMatter(page, `${name}：江滨路健身步道的灯有三盏不亮，晚上看不清台阶。`);
    // Whoever does not know what it is says so.
    await page.getByRole("radio", { name: "说不准，由工作人员判断" }).check();
    await page.getByLabel("添加照片或文件（选填）").setInputFiles([picture("灯一.png"), picture("灯二.png")]);
    await press(page, "下一步");
    await step("contact");
    await tellContact(page, "温若谷");
    await press(page, "下一步");
    await step("check");
    expect(await page.locator("main").innerText()).toContain("灯一.png、灯二.png");
    await press(page, "提交");
    await step("receipt");
    const [number = "", code = ""] = await page.locator(".codes").allInnerTexts();
    expect(number).toMatch(/^FZ-\d{8}-\d{6}$/);
    expect(code).toMatch(/^\d{4} \d{3} \d{3}$/);
    const { call } = await at(city, "bureau.dispatcher");
    const found = await call(routes.cases.list, { query: { q: number } as never });
    const kept = await (await at(city, "bureau.dispatcher")).open(found.rows[0]?.id ?? "");
    expect(JSON.stringify(kept)).toMatch(/灯一\.png.*灯二\.png/);
    await page.reload();
    await step("already");
    await page.context().close();
  }
});

it("[AC-16] an empty page ① says how many places, takes the focus, leads to each field in the same words", async () => {
  const page = await windowOf(small);
  await page.goto(`${city.url}/submit`);
  await press(page, "下一步");
  await looked(page, "phone-errors");
  expect(await page.title()).toMatch(/^错误：/);
  const box = page.getByRole("alert");
  expect(await page.evaluate("document.activeElement.closest('[role=alert]') !== null")).toBe(true);
  const beside = await errorsBeside(page);
  expect(await box.innerText()).toContain(`有 ${Object.keys(beside).length} 处需要修改`);
  for (const [name, words] of Object.entries(beside)) {
    await box.getByRole("link", { name: words, exact: true }).click();
    expect(new URL(page.url()).hash).toBe(`#${name}`);
    const top = await page.evaluate(`document.getElementById("${name}").getBoundingClientRect().top`);
    expect([name, (top as number) > -200 && (top as number) < 640]).toEqual([name, true]);
  }
});

it("[AC-17] 修改 opens the filled page at its field and comes back in one step; Back loses nothing", async () => {
  const page = await windowOf(small);
  const words = "福新路的公交站牌歪了，快要倒在等车的人身上。";
  await page.goto(`${city.url}/submit`);
  await tellMatter(page, words);
  await press(page, "下一步");
  await tellContact(page, "温若谷");
  await press(page, "下一步");
  await page.goBack();
  expect(await page.getByLabel("姓名", { exact: true }).inputValue()).toBe("温若谷");
  await page.goBack();
  expect(await page.getByLabel("发生了什么事？").inputValue()).toBe(words);
  await page.goForward();
  await page.goForward();
  for (const [row, field, value] of [
    ["修改内容", "发生了什么事？", `${words}昨天又歪了一点。`],
    ["修改地点", "详细地点（选填）", "福新路 12 号对面"],
    ["修改姓名", "姓名", "温若水"],
  ] as const) {
    await page.getByRole("link", { name: row, exact: true }).click();
    expect(await page.getByLabel(field, { exact: true }).inputValue()).not.toBe(value);
    await page.getByLabel(field, { exact: true }).fill(value);
    await press(page, "下一步");
    expect([row, new URL(page.url()).pathname]).toEqual([row, "/submit/check"]);
    expect(await page.locator("main").innerText()).toContain(value);
  }
  const backTo = async (path: string, field: string, value: string) => {
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe(path);
    expect(await page.getByLabel(field, { exact: true }).inputValue()).toBe(value);
  };
  // The browser's own Back, page by page: each stands there as it was filled in.
  await backTo("/submit/contact", "姓名", "温若水");
  await page.goBack();
  expect(await page.locator("main").innerText()).toContain("福新路 12 号对面");
  await backTo("/submit", "详细地点（选填）", "福新路 12 号对面");
  expect(await page.getByLabel("发生了什么事？").inputValue()).toBe(`${words}昨天又歪了一点。`);
  expect(await page.getByRole("radio", { name: /咨询、求助/ }).isChecked()).toBe(true);
  await press(page, "下一步");
  expect(new URL(page.url()).pathname).toBe("/submit/check");
});

it("[AC-20] number, code and the next date stand in the first screen of a phone; the receipt is one sheet", async () => {
  const page = await windowOf(small);
  await files(page, "华林路的井盖松了，车一过就响，怕有人掉下去。");
  const edge = async (words: RegExp) => {
    const box = await page.locator("dl.given dd", { hasText: words }).boundingBox();
    return (box?.y ?? 9999) + (box?.height ?? 0);
  };
  for (const words of [/^FZ-/, /^\d{4} \d{3} \d{3}$/, /最晚 .*24:00 前转给办理单位。依据《办法》第七条/]) {
    expect([String(words), (await edge(words)) <= 640]).toEqual([String(words), true]);
  }
  await page.getByText("存成图片").click();
  await page.locator("img.picture").waitFor();
  const width = "(async (e) => { await e.decode(); return e.naturalWidth; })(document.querySelector('img.picture'))";
  expect(await page.evaluate(width)).toBeGreaterThan(300);
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

it("[AC-123] large type is one press from every page, lasts a year, needs no script, and nothing is small or beside the window", async () => {
  const page = await windowOf({ width: 320, height: 640 }, false);
  await page.goto(`${city.url}/submit`);
  await tellMatter(page, "乌山路的树枝挡住了信号灯，开车看不见。");
  await press(page, "下一步");
  const contact = page.url();
  await tellContact(page, "温若谷");
  await press(page, "下一步");
  const check = page.url();
  const paths = [
    "/",
    "/submit",
    contact,
    check,
    "/follow",
    "/follow/lost",
    "/answers",
    "/how",
    "/privacy",
    "/accessibility",
  ];
  const all = [...paths, "/sitemap", "/api", "/nothing"].map((path) => new URL(path, city.url).href);
  for (const path of all) {
    await page.goto(path);
    expect([path, await page.getByRole("banner").getByRole("button", { name: "大字版" }).count()]).toEqual([path, 1]);
  }
  await page.getByRole("banner").getByRole("button", { name: "大字版" }).click();
  const until = (await page.context().cookies()).find(({ name, value }) =>
    /large|type/i.test(`${name}${value}`),
  )?.expires;
  expect((until ?? 0) - Date.now() / 1000).toBeGreaterThan(364 * 86_400);
  for (const path of all) {
    await page.goto(path);
    await looked(page, `large-${new URL(path).pathname.replaceAll("/", "_")}`);
    expect([
      path,
      await page.evaluate("parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"),
    ]).toEqual([path, 24]);
    expect([path, await page.evaluate(tooSmall)]).toEqual([path, []]);
  }
});

/** Words under 20 pixels, main buttons under 60, other things to press under 48. */
const tooSmall = `(() => {
  const found = [];
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    const box = e.getBoundingClientRect();
    if (!box.width || !box.height || e.closest(".skip, noscript, datalist, [hidden]")) continue;
    if (own && parseFloat(getComputedStyle(e).fontSize) < 20) found.push("small words: " + e.outerHTML.slice(0, 80));
    if (e.matches("button.main, a.main, a.wide") && Math.min(box.width, box.height) < 59.5)
      found.push("small main button: " + e.outerHTML.slice(0, 80));
    if (e.matches("button, a.button, summary") && box.height < 47.5) found.push("small target: " + e.outerHTML.slice(0, 80));
  }
  return found;
})()`;

it("[AC-127] the network is cut at 提交: the text stays, and pressing again makes one case", async () => {
  const page = await windowOf(small);
  const words = "网络断了也要留住：古田路的护栏倒在路边。";
  await page.goto(`${city.url}/submit`);
  await tellMatter(page, words);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "下一步", exact: true }).click();
  await page.getByRole("alert").getByText("现在没有网络").waitFor();
  await looked(page, "phone-offline");
  expect(await page.getByLabel("发生了什么事？").inputValue()).toBe(words);
  await page.context().setOffline(false);
  await press(page, "下一步");
  await tellContact(page, "温若谷");
  await press(page, "下一步");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByRole("alert").getByText("现在没有网络").waitFor();
  expect(await page.locator("main").innerText()).toContain(words);
  expect(await casesWith("网络断了也要留住")).toBe(0);
  await page.context().setOffline(false);
  await press(page, "提交");
  await page.getByRole("heading", { name: "已提交" }).waitFor();
  expect(await casesWith("网络断了也要留住")).toBe(1);
});

it("[AC-126 partly] every page weighs at most 30 kB, all of HTML, style and script; other browsers are not tried here", async () => {
  const page = await windowOf(small);
  await files(page, "屏西路的路面坑洼不平，自行车摔过两次了。");
  const receipt = await page.content();
  const assets = await Promise.all(
    [/href="(\/[^"]+\.css[^"]*)"/, /<script src="([^"]+)"/].map(async (found) => {
      const [, path = ""] = found.exec(receipt) ?? [];
      return gzipSync(Buffer.from(await (await fetch(city.url + path)).arrayBuffer())).length;
    }),
  );
  const shared = assets.reduce((sum, size) => sum + size, 0);
  expect(shared).toBeGreaterThan(1000);
  // The square is a picture of its own account.
  const weighed = { receipt: gzipSync(receipt.replace(/data:image\/png;base64,[^"]+/, "")).length };
  for (const path of [
    "/",
    "/submit",
    "/follow",
    "/answers",
    "/how",
    "/privacy",
    "/accessibility",
    "/sitemap",
    "/api",
  ]) {
    Object.assign(weighed, { [path]: gzipSync(await (await fetch(city.url + path)).text()).length });
  }
  for (const [path, size] of Object.entries(weighed)) expect([path, size + shared <= 30_000]).toEqual([path, true]);
});

async function files(page: Page, content: string): Promise<void> {
  await page.goto(`${city.url}/submit`);
  await tellMatter(page, content);
  await press(page, "下一步");
  await tellContact(page, "温若谷");
  await press(page, "下一步");
  await press(page, "提交");
  await page.getByRole("heading", { name: "已提交" }).waitFor();
}

async function casesWith(words: string): Promise<number> {
  const { call } = await at(city, "bureau.dispatcher");
  return (await call(routes.cases.list, { query: { q: words } as never })).rows.length;
}

it("[AC-7] 使用我的位置 fills district and street; refused or without script the two lists do the job", async () => {
  const inNorth = { latitude: 26.08013, longitude: 119.29117 };
  const context = await openWindow(browser, small);
  await context.grantPermissions(["geolocation"], { origin: city.url });
  await context.setGeolocation(inNorth);
  const page = await context.newPage();
  const came = await page.goto(`${city.url}/submit`);
  expect(came?.headers()["permissions-policy"]).toBe("geolocation=(self)");
  const button = page.getByRole("button", { name: "使用我的位置" });
  await button.click();
  await page.getByText("已填好，请核对。").waitFor();
  expect(await page.getByLabel("事情在哪里？").inputValue()).toBe("gulou");
  expect(await page.getByLabel("街道或乡镇（选填）").inputValue()).toBe("东街街道");
  await context.setGeolocation({ latitude: 40, longitude: 80 });
  await button.click();
  await page.getByText("附近没有找到街道，请在下面选。").waitFor();
  await context.clearPermissions();
  // No table has the position of whoever pressed, neither what was typed nor what was sealed or logged.
  expect(await everywhere(city)).not.toMatch(/26\.08013|119\.29117/);
  await context.close();

  const refused = await windowOf(small);
  await refused.goto(`${city.url}/submit`);
  await refused.getByRole("button", { name: "使用我的位置" }).click();
  await refused.getByText("没有取得位置，请在下面选。").waitFor();
  for (const one of [refused, await windowOf(small, false)]) {
    await one.goto(`${city.url}/submit`);
    await tellMatter(one, "温泉支路的井盖翘起来了，夜里容易绊倒人。");
    await one.getByLabel("街道或乡镇（选填）").fill("温泉街道");
    await press(one, "下一步");
    expect(new URL(one.url()).pathname).toBe("/submit/contact");
  }
});

/** Every row of every table, as text; what is sealed in the drafts opened. */
async function everywhere({ house }: City): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')
  `.execute(house.db);
  const read = tables.map(async ({ name }) => {
    const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.raw(name)} t`.execute(
      house.db,
    );
    return rows.map(({ row }) => row).join("\n");
  });
  const { rows: drafts } = await sql<{ sealed: Buffer }>`select sealed from portal_draft`.execute(house.db);
  expect(tables.length).toBeGreaterThan(10);
  return [...(await Promise.all(read)), ...drafts.map(({ sealed }) => house.keys.open("draft", sealed))].join("\n");
}
