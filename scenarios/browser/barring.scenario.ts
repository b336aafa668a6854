import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildDesk } from "../../cli/desk-build.ts";
import { routes } from "../../contract/routes.ts";
import { type City, openCity } from "../city.ts";
import { file, reply, send } from "../steps.ts";
import { barriers } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { answerChecklist, begin, confirm, openCase, signInAt } from "./desk-page.ts";

let city: City;
let browser: Browser;

beforeAll(async () => {
  buildDesk(() => undefined);
  [city, browser] = await Promise.all([openCity(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

it("[AC-116 partly] the auditor presses once for each doubtful passage, bars words by hand, and nothing goes out before", async () => {
  const told = "屏山路口的护栏倒了，找物业经理毕明达多次，电话13987654321，老杂货铺也说不清。";
  const { id, number } = await file(city, { content: told, title: "屏山路口护栏倒了" });
  await send(city, id, "urban");
  await reply(city, id, "urban", "护栏已扶正，经办人电话0591-83331111。");
  const auditor = await signInAt(browser, city.url, "bureau.auditor");
  await openCase(auditor, number);
  const dialog = await begin(auditor, "审核通过");
  await answerChecklist(dialog);
  const part = dialog.getByRole("region", { name: "公开前隐去个人信息" });
  await part.getByText("还有2处要选").waitFor();
  expect(await part.locator("del").allInnerTexts()).toEqual(["13987654321"]);
  const go = dialog.getByRole("button", { name: "审核通过" });
  expect(await go.isDisabled()).toBe(true);
  await part.getByRole("group", { name: "人名：毕明达" }).getByRole("button", { name: "隐去" }).click();
  await part.getByText("还有1处要选").waitFor();
  await part
    .getByRole("group", { name: /电话号码：0591/ })
    .getByRole("button", { name: "保留" })
    .click();
  await part.getByText("都选好了").waitFor();
  await part.getByLabel("还要隐去的字").fill("没有的字");
  await part.getByLabel("还要隐去的字").press("Enter");
  await part.getByText("上面没有这几个字。").waitFor();
  await part.getByLabel("还要隐去的字").fill("老杂货铺");
  await part.getByLabel("还要隐去的字").press("Enter");
  await part.getByRole("button", { name: "取消隐去“老杂货铺”" }).waitFor();
  expect(await barriers(auditor.page)).toEqual([]);
  await confirm(dialog, "审核通过");
  const { rows } = await city.call(routes.publicDoors.answers, { query: {} as never });
  const answer = await city.call(routes.publicDoors.answer, { params: { id: rows[0]?.id ?? "" } } as never);
  expect(answer).toMatchObject({
    question: "屏山路口的护栏倒了，找物业经理▇▇多次，电话▇▇，▇▇也说不清。",
    answer: "护栏已扶正，经办人电话0591-83331111。",
  });
  expect(auditor.complaints).toEqual([]);
});
