import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildDesk } from "../../../cli/desk-build.ts";
import { routes } from "../../../contract/routes.ts";
import type { Step } from "../../../domain/rules/example.ts";
import { at } from "../../../packs/hangzhou-2016/example-office.ts";
import * as say from "../../../packs/hangzhou-2016/stories.ts";
import { packs } from "../../../packs/index.ts";
import { openBrowser } from "../../browser/browser.ts";
import { signInAt } from "../../browser/desk-page.ts";
import { type City, type Desk, openCity } from "../../city.ts";
import { exampleCity } from "../../../demo/example-city.ts";
import { deskOf, does, type Lived, takesIn } from "../../regimes/over-http.ts";
import { personIn, refusal } from "../../steps.ts";

let city: City;
let browser: Browser;
const desks = new Map<string, Desk>();
beforeAll(async () => {
  const pack = packs.find(({ id }) => id === "hangzhou-2016");
  if (!pack) throw new Error("no pack of Hangzhou");
  buildDesk(() => undefined);
  [city, browser] = await Promise.all([openCity({ city: exampleCity(pack) }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

async function live(steps: readonly Step[]): Promise<Lived> {
  const lived = await takesIn(city, say.web, "");
  for (const step of steps) await does(city, await withPersons(step), lived, desks);
  return lived;
}
/** A story names persons by their post; a running house knows them by their ids. */
async function withPersons(step: Step): Promise<Step> {
  const input = step.input as { readonly formality?: string } | undefined;
  if (input?.formality !== "nameResponsible") return step;
  const { call } = await who(step.who);
  const [leader, person] = await Promise.all(
    (["leaderInCharge", "clerk"] as const).map((post) => personIn(call, step.leg ?? "", post)),
  );
  return {
    ...step,
    input: { ...input, values: { responsibleLeader: leader?.id, responsiblePerson: person?.id } },
  } as Step;
}
const who = (login: string) => deskOf(city, login, desks);
const finds = async (query: object) =>
  (await (await who(say.auditor)).call(routes.cases.list, { query: { size: 100, ...query } as never })).rows;
const formalityOf = async (login: string, id: string, formality: string) =>
  (await (await who(login)).open(id)).acts.find((act) => act.formality === formality);

it("[AC-91] reached, solved and satisfied are three answers; an unanswered call is an attempt and leaves the duty", async () => {
  const lived = await live([...say.untilReviewed(), say.rate("2026-03-10 09:00", "dissatisfied")]);
  const owed = async () =>
    (await (await who(say.auditor)).open(lived.id)).duties.filter(
      ({ rule, state }) => rule === "call-back-bureau" && state !== "met",
    );
  expect(await owed()).toHaveLength(1);
  const due = await finds({});
  expect(due.find(({ id }) => id === lived.id)).toBeDefined();
  const call = (values: object, when: string) =>
    does(city, say.doesOn(when, at.urban, "callBack", values as never, say.auditor), lived, desks);
  await call({ method: "phone", reached: "no", result: "无人接听" }, "2026-03-11 09:00");
  expect(await owed()).toHaveLength(1);
  await expect(call({ method: "phone", reached: "yes", result: "已解释" }, "2026-03-11 10:00")).rejects.toMatchObject(
    refusal(422, "formality.fieldMissing"),
  );
  await call({ ...say.calledBack, solved: "yes", satisfied: "dissatisfied" }, "2026-03-12 09:00");
  expect(await owed()).toHaveLength(0);
  const facts = (await (await who(say.auditor)).open(lived.id)).facts;
  const stated = Object.fromEntries(facts.map(({ name, value }) => [name, value]));
  expect(stated).toMatchObject({ reached: "是", solved: "是", satisfied: "不满意" });
});

it("[AC-92] dissatisfaction waits on a list until somebody decides, with a reason; where the pack verifies, its own step decides", async () => {
  const waits = async ({ id }: Lived) => (await finds({ judging: "true" })).some((row) => row.id === id);
  const lived = await live([...say.untilReviewed(), say.rate("2026-03-10 09:00", "dissatisfied")]);
  expect(await waits(lived)).toBe(true);
  const auditor = await who(say.auditor);
  expect((await auditor.call(routes.worklist.counts, {})).judging).toBeGreaterThan(0);
  expect((await auditor.open(lived.id)).judging).toMatchObject({ said: "不满意", mine: true });

  const clerk = await who(`${at.urban}.clerk`);
  expect((await clerk.open(lived.id)).judging).toMatchObject({ mine: false });
  const judge = (desk: Desk, text: string) => desk.act(lived.id, "note", { text, judgement: "close" });
  await expect(judge(clerk, "不用再办。")).rejects.toMatchObject(refusal(422, "judgement.notYours"));
  await expect(judge(auditor, "  ")).rejects.toMatchObject(refusal(422, "judgement.reasonMissing"));
  expect(await waits(lived)).toBe(true);
  await judge(auditor, "诉求已解决，电话解释后认可。");
  expect(await waits(lived)).toBe(false);
  const { judging, timeline } = await auditor.open(lived.id);
  expect(judging).toBeNull();
  expect(timeline[0]?.text).toBe("对不满意的判断（结束）：诉求已解决，电话解释后认可。");

  const verified = await live([...say.untilReviewed(), say.rate("2026-03-10 09:00", "dissatisfied")]);
  const found = { ...say.calledBack, satisfied: "dissatisfied", problem: "yes" };
  await does(city, say.doesOn("2026-03-12 09:00", at.urban, "callBack", found, say.auditor), verified, desks);
  expect(await waits(verified)).toBe(true);
  expect((await formalityOf(say.auditor, verified.id, "verify"))?.closed).toBeNull();
  // 「重办」 opens the regulation's own step for who may take it, and names who may to the others.
  const offered = async (login: string) => (await (await who(login)).open(verified.id)).judging?.redo;
  expect(await offered(say.auditor)).toMatchObject({ label: "核查", step: { formality: "verify" } });
  expect(await offered(`${at.urban}.clerk`)).toMatchObject({
    label: "核查",
    by: expect.stringMatching(/./),
    step: null,
  });
  // Pressed in the browser: the judgement is written down and 核查 opens by itself.
  const { page } = await signInAt(browser, city.url, say.auditor);
  await page.goto(`${city.url}/desk/cases/${verified.id}`);
  await page.getByRole("button", { name: "作出判断" }).click();
  const dialog = page.getByRole("dialog", { name: "对不满意怎样处理" });
  await dialog.getByRole("radio", { name: "重办" }).check();
  await dialog.getByText(/核查/).waitFor();
  await dialog.getByRole("textbox").fill("路灯又不亮了，要核查。");
  await dialog.getByRole("button", { name: "对不满意怎样处理" }).click();
  await page.getByRole("dialog", { name: "核查" }).waitFor();
  expect(await waits(verified)).toBe(false);
  const values = { verdict: "none", facts: "路灯均已恢复" };
  await does(city, say.doesOn("2026-03-13 09:00", at.urban, "verify", values, say.auditor), verified, desks);
  expect(await waits(verified)).toBe(false);
});

it("[AC-95] before the second urging it is said that the circular follows; with the case still open the finding is there", async () => {
  const lived = await live(say.taken());
  city.at("2026-03-10 08:50");
  expect((await formalityOf(say.dispatcher, lived.id, "urge"))?.warning).toBeNull();
  await does(city, say.urge("2026-03-10 09:00"), lived, desks);
  const again = await formalityOf(say.dispatcher, lived.id, "urge");
  expect(again?.warning).toMatch(/^这是第2次催办。.*列入通报/);
  await does(city, say.urge("2026-03-12 09:00"), lived, desks);
  const { timeline } = await (await who(say.dispatcher)).open(lived.id);
  expect(timeline.some(({ type, text }) => type === "dutyBreached" && text.includes("多次催办仍未办结"))).toBe(true);
  expect((await formalityOf(say.dispatcher, lived.id, "proposeUrged"))?.closed).toBeNull();
});

it("[AC-96] a visit on the spot with one member of staff is not kept, with two it is", async () => {
  const lived = await live([...say.sent(), say.proposeVisit("2026-03-03 09:00"), say.approveVisit("2026-03-04 09:00")]);
  const visits = async () =>
    (await (await who(say.dispatcher)).open(lived.id)).timeline.filter(({ text }) => text.startsWith("现场督办协调"));
  await expect(does(city, say.visit("2026-03-05 15:00", ["陈一"]), lived, desks)).rejects.toMatchObject(
    refusal(422, "formality.tooFewPeople"),
  );
  expect(await visits()).toEqual([]);
  await does(city, say.visit("2026-03-05 15:00", ["陈一", "李二"]), lived, desks);
  expect(await visits()).toHaveLength(1);
});

it("[AC-72] more time in Hangzhou is 1 to 30 days, no day more and none less", async () => {
  const lived = await live(say.taken());
  const ask = (days: string) => does(city, say.askMore("2026-03-06 09:00", at.urban, days), lived, desks);
  for (const days of ["0", "31", "1.5"]) await expect(ask(days), days).rejects.toMatchObject({ status: 422 });
  await ask("30");
  const grant = (days: string) => does(city, say.grantMore("2026-03-06 10:00", at.urban, days), lived, desks);
  await expect(grant("31")).rejects.toMatchObject({ status: 422 });
  const due = async () =>
    (await (await who(say.dispatcher)).open(lived.id)).duties.find(({ rule }) => rule === "reply")?.due;
  expect(await due()).toBe("2026-03-09");
  await grant("30");
  expect(await due()).toBe("2026-04-08");
});

it("[AC-79] outcome and cause are coded at the end and narrow a search; another code finds other cases", async () => {
  const lived = await live(say.untilSigned());
  const found = await finds({ fact: "resolution:resolved" });
  expect(found.map(({ id }) => id)).toContain(lived.id);
  const { facts } = await (await who(say.dispatcher)).call(routes.cases.choices, {});
  const other = facts.find(({ name }) => name === "resolution")?.choices.find(({ value }) => value !== "resolved");
  expect((await finds({ fact: `resolution:${other?.value}` })).map(({ id }) => id)).not.toContain(lived.id);
});
