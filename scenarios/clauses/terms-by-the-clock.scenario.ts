import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { yintai2012 } from "../../packs/yintai-2012/index.ts";
import * as say from "../../packs/yintai-2012/stories.ts";
import { sweepCases } from "../../server/actions/cases/sweep-cases.ts";
import { type City, openCity } from "../city.ts";
import { exampleCity } from "../../demo/example-city.ts";
import { takesIn } from "../regimes/over-http.ts";

/** The district's regulation with its first step by the clock: two hours, from eight to eight. */
const pack: Pack = {
  ...yintai2012,
  duties: yintai2012.duties.map((rule) =>
    rule.start === "intake.received" && rule.kind === "duty"
      ? {
          ...rule,
          breach: { kind: "late", clause: rule.clause },
          limit: { n: 2, unit: "hour", within: { from: "08:00", to: "20:00", days: "every" } },
        }
      : rule,
  ),
};

let city: City;

beforeAll(async () => {
  city = await openCity({ city: exampleCity(yintai2012), packs: [pack] });
});
afterAll(() => city.close());

it("a term in hours is shown to the minute and late to the minute", async () => {
  const { id } = await takesIn(city, { ...say.web, at: "2026-03-02 19:10" }, say.operator);
  const desk = await city.as(say.operator.toLowerCase());
  const duty = async () => (await desk.open(id)).duties.find(({ dueAt }) => dueAt !== null);
  const sweep = () => sweepCases(city.house, city.house.region);
  city.at("2026-03-03 09:00");
  expect(await duty()).toMatchObject({ due: "2026-03-03", minutes: 10, state: "open", overdueSince: null });
  expect((await duty())?.explanation.stretches.map(({ kind }) => kind)).toEqual(["runs", "closed", "runs"]);
  const list = () => desk.call(routes.worklist.counts, {} as never);
  city.at("2026-03-03 09:10");
  expect(await sweep()).toBe(0);
  expect((await list()).overdue).toBe(0);
  city.at("2026-03-03 09:11");
  expect(await sweep()).toBe(1);
  expect(await sweep()).toBe(0);
  expect((await list()).overdue).toBe(1);
  expect(await duty()).toMatchObject({ minutes: -1, overdueSince: "2026-03-03" });
  const { timeline } = await desk.open(id);
  expect(JSON.stringify(timeline)).toContain("dutyBreached");
});
