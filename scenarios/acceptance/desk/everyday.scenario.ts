import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { changeSetting } from "../../../server/actions/office/change-setting.ts";
import { type City, openCity } from "../../city.ts";
import { at, file, refusal } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({ ways: { sms: true, email: true } });
});
afterAll(() => city.close());

const lamp = "加洋路12号门前的路灯坏了三天，晚上很黑，请修复。";

it("[AC-41] category and place are corrected before dispatch from the region's lists, with the old value in the timeline", async () => {
  await changeSetting(city.house, city.house.region, "categories", ["市政设施", "市容环境"]);
  const dispatcher = await at(city, "bureau.dispatcher");
  const { id } = await file(city, { content: lamp });
  const correct = (field: "category" | "area" | "place", value: string) =>
    dispatcher.call(routes.cases.correct, { params: { id }, body: { field, value } });
  const { categories, areas } = await dispatcher.call(routes.cases.choices, {});
  expect(categories).toEqual(["市政设施", "市容环境"]);
  await correct("category", "市容环境");
  await correct("category", "市政设施");
  const [first, second] = areas;
  await correct("area", first?.id ?? "");
  await correct("area", second?.id ?? "");
  await correct("place", "加洋路12号");
  const seen = await dispatcher.open(id);
  expect(seen).toMatchObject({
    stage: "registered",
    category: "市政设施",
    area: { id: second?.id },
    place: "加洋路12号",
  });
  const told = seen.timeline.filter(({ type }) => type === "corrected").map(({ text }) => text);
  const lines = ["（无） → 市容环境", "市容环境 → 市政设施", `${first?.name} → ${second?.name}`, "（无） → 加洋路12号"];
  for (const line of lines) expect(told.some((text) => text.includes(line))).toBe(true);
  await expect(correct("category", "没有这一类")).rejects.toMatchObject(refusal(422, "correction.category"));
  await expect(correct("area", "nowhere")).rejects.toMatchObject({ status: 400 });
  expect((await dispatcher.open(id)).category).toBe("市政设施");
  const counted = { from: "2026-01-01", to: "2026-12-31", by: "category" };
  const figures = await (await at(city, "bureau.head")).call(routes.statistics.figures, { query: counted as never });
  expect(figures.groups.some(({ name }) => name === "市政设施")).toBe(true);
});
