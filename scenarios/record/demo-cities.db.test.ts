import { afterAll, beforeAll, expect, it } from "vitest";
import { live } from "../../cli/life/live.ts";
import { total } from "../../cli/life/tally.ts";
import { citiesUnder } from "../../demo/cities.ts";
import { instant, plainDate } from "../../domain/calendar/plain-date.ts";
import { packs } from "../../packs/index.ts";
import { foundRegion } from "../../server/actions/office/found-region.ts";
import { verifyLog } from "../../server/actions/oversight/verify-log.ts";
import { type FreshHouse, freshHouse, testPassword } from "../fresh-house.ts";

let house: FreshHouse;
beforeAll(async () => {
  house = await freshHouse();
  house.at("2026-03-15 18:00");
});
afterAll(() => house.close());

it.each(citiesUnder(packs).map((city) => [city.region, city] as const))(
  "%s lives two weeks by its own regulation: cases are sent, viewed and answered, and little is refused",
  async (region, city) => {
    const settings = { demo: true, secondFactor: "optional" } as const;
    await foundRegion(house, { ...city, settings, password: testPassword });
    const until = instant("2026-03-15T18:00:00+08:00");
    const stretch = { region, seed: "week", perDay: 3, from: plainDate("2026-03-02"), days: 14, until };
    const { tally } = await live(house, stretch);
    expect(tally.filed).toBeGreaterThanOrEqual(40);
    for (const act of ["dispatch", "view", "draftReply"]) expect(tally.acts, act).toHaveProperty(act);
    expect(total(tally.refused)).toBeLessThan(total(tally.acts) / 4);
    const rows = await house.db.selectFrom("case").select("stage").distinct().where("region_id", "=", region).execute();
    expect(rows.length).toBeGreaterThan(2);
    expect((await verifyLog(house, region, () => undefined)).faults).toEqual([]);
  },
);
