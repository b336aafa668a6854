import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { type City, openCity } from "../city.ts";
import { at, register } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

it("a token asked for twice with one key is one token, and the database never holds it in the clear", async () => {
  const admin = await at(city, "admin");
  const { personId } = await city.house.db
    .selectFrom("holding")
    .select("person_id as personId")
    .where("org_id", "=", "urban")
    .executeTakeFirstOrThrow();
  const body = { name: "省平台", personId: personId as never, orgId: "urban" as never, days: 30 };
  const ask = (key: string) => admin.call(routes.tokens.create, { body }, { once: key });
  const [first, second] = await Promise.all([ask("one-press"), ask("one-press")]);
  expect(second).toEqual(first);
  expect((await ask("another")).id).not.toBe(first.id);
  expect((await admin.call(routes.tokens.list, {})).rows).toHaveLength(2);
  const kept = await city.house.db.selectFrom("once_only").selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(first.token);
});

it("a correction sent twice with one key is written down once", async () => {
  const { id } = await register(city);
  const operator = await at(city, "centre.operator");
  const correct = () =>
    operator.call(
      routes.cases.correct,
      { params: { id: id as never }, body: { field: "place", value: "五一中路3号" } },
      { once: "one-press" },
    );
  await correct();
  await correct();
  const corrections = (await operator.open(id)).timeline.filter((row) => row.text.includes("五一中路3号"));
  expect(corrections).toHaveLength(1);
});
