import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { live, type Lived } from "../../cli/life/live.ts";
import type { Stretch } from "../../cli/life/stretch.ts";
import { total } from "../../cli/life/tally.ts";
import { instant, plainDate } from "../../domain/calendar/plain-date.ts";
import { verifyLog } from "../../server/actions/oversight/verify-log.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";

/** Three weeks from Monday 2 March 2026, with the clock of the house at their end. */
const end = "2026-03-22 18:00";

function stretch(house: FreshHouse, over: Partial<Stretch> = {}): Stretch {
  const until = instant("2026-03-22T18:00:00+08:00");
  return { region: house.region, seed: "a", perDay: 3, from: plainDate("2026-03-02"), days: 21, until, ...over };
}

/** What happened, as far as a seed decides it: ids and codes are new every time. */
async function happened(house: FreshHouse): Promise<readonly string[]> {
  const rows = await house.db
    .selectFrom("case_event")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "case_event.region_id").onRef("case.id", "=", "case_event.case_id"),
    )
    .select(["case.number", "case_event.seq", "case_event.type", "case_event.at"])
    .orderBy("case.number")
    .orderBy("case_event.seq")
    .execute();
  return rows.map(({ number, seq, type, at }) => `${number} ${seq} ${at.slice(0, 10)} ${type}`);
}

let house: FreshHouse;
let lived: Lived;
beforeAll(async () => {
  house = await freshHouse();
  house.at(end);
  lived = await live(house, stretch(house));
});
afterAll(() => house.close());

describe("three weeks of invented life", () => {
  it("leave cases at every stage of their way, some late, some graded, some answered to all", async () => {
    expect(lived).toMatchObject({ from: "2026-03-02", days: 21 });
    expect(lived.tally.filed).toBe(63);
    const rows = await house.db.selectFrom("case").select("stage").distinct().execute();
    const stages = rows.map(({ stage }) => stage);
    expect(stages).toEqual(expect.arrayContaining(["registered", "inHand", "answered", "refused"]));
    for (const act of [
      "dispatch",
      "dispatchOn",
      "view",
      "draftReply",
      "approveReply",
      "passAudit",
      "rate",
      "completeTask",
    ])
      expect(lived.tally.acts, act).toHaveProperty(act);
    const count = async (table: "breach" | "publication") =>
      Number(
        (
          await house.db
            .selectFrom(table)
            .select((eb) => eb.fn.countAll().as("n"))
            .executeTakeFirstOrThrow()
        ).n,
      );
    expect(await count("breach")).toBeGreaterThan(0);
    expect(await count("publication")).toBeGreaterThan(5);
  });

  it("break no rule: staff are refused only what they could not have known, and that seldom", () => {
    expect(total(lived.tally.refused)).toBeLessThan(total(lived.tally.acts) / 20);
  });

  it("leave a log in which nothing is amiss, every day of it signed but the last", async () => {
    const found = await verifyLog(house, house.region, () => undefined);
    expect(found.faults).toEqual([]);
    const signed = await house.db.selectFrom("day_root").select("day").orderBy("day").execute();
    expect(signed.at(-1)?.day).toBe("2026-03-21");
  });

  it("happen in working hours, and never after their end", async () => {
    const rows = await house.db.selectFrom("case_event").select(["at", "type"]).execute();
    expect(rows.every(({ at }) => at <= instant("2026-03-22T18:00:00+08:00"))).toBe(true);
    const sunday = rows.filter(({ at, type }) => at.startsWith("2026-03-15") && type === "auditPassed");
    expect(sunday).toEqual([]);
  });
});

it("the same seed gives the same events on the same days; another one gives others", async () => {
  const [again, other] = [await freshHouse(), await freshHouse()];
  const week = { days: 7, until: instant("2026-03-08T18:00:00+08:00") };
  for (const each of [again, other]) each.at("2026-03-08 18:00");
  await live(again, stretch(again, week));
  await live(other, stretch(other, { ...week, seed: "b" }));
  const first = (await happened(house)).filter((line) => (line.split(" ")[2] ?? "") < "2026-03-08");
  const early = (lines: readonly string[]) => lines.filter((line) => (line.split(" ")[2] ?? "") < "2026-03-08");
  expect(first.length).toBeGreaterThan(50);
  expect(early(await happened(again))).toEqual(first);
  expect(early(await happened(other))).not.toEqual(first);
  await again.close();
  await other.close();
});

it("running again adds life after what is written and never before it", async () => {
  const before = await happened(house);
  const last = instant("2026-03-22T18:00:00+08:00");
  const more = await live(house, stretch(house, { until: instant("2026-03-23T12:00:00+08:00"), days: 22 }));
  expect(more).toMatchObject({ from: "2026-03-22", days: 2 });
  expect(more.tally.filed).toBeGreaterThan(0);
  const rows = await house.db.selectFrom("case_event").select("at").where("at", ">", last).execute();
  expect(rows.length).toBe((await happened(house)).length - before.length);
  house.at("2026-03-23 12:00");
  expect((await verifyLog(house, house.region, () => undefined)).faults).toEqual([]);
  const none = await live(house, stretch(house, { days: 3 }));
  expect(none).toMatchObject({ from: null, days: 0 });
});
