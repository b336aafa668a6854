import { afterAll, beforeAll, expect, it } from "vitest";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { type FreshHouse, freshHouse } from "../../../scenarios/fresh-house.ts";
import { chainFacts } from "../case/chain.ts";
import { serviceOf } from "./service.ts";

let house: FreshHouse;
beforeAll(async () => {
  house = await freshHouse();
});
afterAll(() => house.close());

const told = { reader: { region: "fuzhou-demo", orgId: "", posts: [] }, sealedGrounds: [] };
const march = { from: plainDate("2026-03-01"), to: plainDate("2026-03-31") };

it("a regulation that names no term for an answer has none in time, and its pages open", async () => {
  expect(await serviceOf(house.db, told, march, { rules: [], grades: [] })).toMatchObject({ met: 0, of: 0 });
});

it("cases that belong together under such a regulation have no timely answers to count", async () => {
  const nowhere = "01a00000-0000-7000-8000-000000000000";
  expect(await chainFacts(house.db, house.region, nowhere, nowhere, [])).toEqual({
    timelyReplies: {},
    lastReply: null,
  });
});
