import { afterAll, beforeAll, expect, it } from "vitest";
import { sweepCases } from "../../server/actions/cases/sweep-cases.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { file, liveThreeWeeks } from "./life.ts";
import { expectRebuilt } from "./rebuilt.ts";

let house: FreshHouse;
beforeAll(async () => {
  house = await freshHouse();
});
afterAll(() => house.close());

it("makes every read row again from the events alone", async () => {
  await liveThreeWeeks(house);
  await file(house, { subject: "discipline", content: "反映某位干部收受礼品，请调查核实。" });
  house.at("2026-04-20 09:00");
  await sweepCases(house, house.region);
  const cases = await house.db.selectFrom("case").select(["id", "stage"]).execute();
  expect(cases.map((row) => row.stage).sort()).toEqual(["answered", "inHand", "refused", "registered"]);
  for (const { id } of cases) await expectRebuilt(house, id);
});
