import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { yintai2012 } from "../../packs/yintai-2012/index.ts";
import * as say from "../../packs/yintai-2012/stories.ts";
import { type City, openCity } from "../city.ts";
import { exampleCity } from "../../demo/example-city.ts";
import { does, takesIn } from "../regimes/over-http.ts";

let city: City;
const desks = new Map();
const march = { from: "2026-03-01", to: "2026-03-31" } as const;

beforeAll(async () => {
  city = await openCity({ city: exampleCity(yintai2012), packs: [yintai2012] });
  for (const category of ["complaint", "complaint", "helpRequest", null]) {
    const lived = await takesIn(city, say.web, say.operator);
    if (category) await does(city, say.sort("2026-03-02 10:00", { category }), lived, desks);
  }
});
afterAll(() => city.close());

it("[YT-4.2-1 YT-1] figures stand by what a formality has stated, and each opens its cases", async () => {
  const head = await city.as(say.head.toLowerCase());
  const figures = await head.call(routes.statistics.figures, { query: { ...march, by: "fact:category" } as never });
  expect(figures.facts).toContainEqual({ name: "category", label: "类别" });
  const received = Object.fromEntries(figures.groups.map(({ name, counts }) => [name, counts.received]));
  expect(received).toEqual({ 投诉: 2, 未分类: 1, 求助: 1 });
  const asked = { ...march, by: "fact:category", figure: "received", group: "complaint" };
  const list = await head.call(routes.statistics.cases, { query: asked as never });
  expect(list.total).toBe(2);
});

it("the latest word counts: a case that is sorted anew changes its group", async () => {
  const lived = await takesIn(city, say.web, say.operator);
  await does(city, say.sort("2026-03-02 11:00", { category: "suggestion" }), lived, desks);
  await does(city, say.sort("2026-03-02 11:05", { category: "helpRequest" }), lived, desks);
  const head = await city.as(say.head.toLowerCase());
  const figures = await head.call(routes.statistics.figures, { query: { ...march, by: "fact:category" } as never });
  expect(figures.groups.find(({ key }) => key === "helpRequest")?.counts.received).toBe(2);
  expect(figures.groups.some(({ key }) => key === "suggestion")).toBe(false);
});

it("a grouping that is no name of a fact is refused", async () => {
  const head = await city.as(say.head.toLowerCase());
  const asked = { ...march, by: "fact:'; drop table" };
  await expect(head.call(routes.statistics.figures, { query: asked as never })).rejects.toMatchObject({ status: 400 });
});
