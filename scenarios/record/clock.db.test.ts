import type pg from "pg";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { CalendarYear } from "../../domain/calendar/work-calendar.ts";
import { actOnCase } from "../../server/actions/cases/act-on-case.ts";
import { fileCase } from "../../server/actions/cases/file-case.ts";
import { applyCalendar, previewCalendar } from "../../server/actions/office/load-calendar.ts";
import { signDays } from "../../server/actions/oversight/sign-days.ts";
import { sweepCases } from "../../server/actions/cases/sweep-cases.ts";
import { reckon } from "../../server/jobs/reckon.ts";
import { signAllDays } from "../../server/jobs/sign-days.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { openPool } from "../../server/store/pools.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { act, aFiling, dispatch, file, liveThreeWeeks, order, somebody, staff, toUrban } from "./life.ts";
import { expectRebuilt } from "./rebuilt.ts";

let house: FreshHouse;
beforeEach(async () => {
  house = await freshHouse();
});
afterEach(() => house.close());

async function duty(caseId: string, rule: string) {
  return house.db
    .selectFrom("duty")
    .select(["due_on", "state", "overdue_since"])
    .where("case_id", "=", caseId)
    .where("rule", "=", rule)
    .executeTakeFirstOrThrow();
}

async function breaches(caseId: string) {
  return house.db
    .selectFrom("breach")
    .select(["rule", "kind", "on_day", "org_id"])
    .where("case_id", "=", caseId)
    .orderBy("rule")
    .execute();
}

describe("the sweep", () => {
  it("[FZ-7-2] writes a lapsed term down once, on the day after its last day and not before", async () => {
    const { caseId } = await file(house);
    house.at("2026-03-03 23:59");
    await sweep(house);
    expect(await breaches(caseId)).toEqual([]);
    house.at("2026-03-04 00:00");
    await sweep(house);
    const late = { rule: "dispatch", kind: "late", on_day: "2026-03-04", org_id: "bureau" };
    expect(await breaches(caseId)).toEqual([late]);
    house.at("2026-03-09 12:00");
    await sweep(house);
    await sweep(house);
    expect(await breaches(caseId)).toEqual([late]);
    expect(await sweepCases(house, house.region)).toBe(0);
    await expectRebuilt(house, caseId);
  });

  it("stops between two cases when the house closes, and the next sweep does what was left", async () => {
    const filed = [await file(house), await file(house)];
    house.at("2026-03-05 09:00");
    await expect(sweep(house, AbortSignal.abort())).rejects.toThrow(/abort/i);
    for (const { caseId } of filed) expect(await breaches(caseId)).toEqual([]);
    await sweep(house);
    for (const { caseId } of filed) expect((await breaches(caseId)).length).toBe(1);
  });

  it("does every other case though one cannot be swept, names that one, and still clears away what is old", async () => {
    const broken = await file(house);
    const whole = [await file(house), await file(house)];
    await house.db
      .updateTable("case")
      .set({ state: sql<string>`jsonb_set(state, '{packId}', '"gone-1999"')` })
      .where("id", "=", broken.caseId)
      .execute();
    await fileCase(house, aFiling(house), { kind: "petitioner" }, { actor: "somebody", key: "old" });
    house.at("2026-03-05 09:00");
    await expect(sweep(house)).rejects.toThrow(broken.caseId);
    for (const { caseId } of whole) expect((await breaches(caseId)).length).toBe(1);
    expect(await house.db.selectFrom("once_only").select("key").execute()).toEqual([]);
  });

  it("[FZ-5-2] has nothing left to find when a call is registered after the day on which it came", async () => {
    house.at("2026-03-03 00:10");
    const operator = await staff(house, "centre.operator");
    const receivedAt = new Date("2026-03-02T23:50:00+08:00").toISOString() as never;
    const { caseId } = await file(house, { channel: "phone", receivedAt, petitioner: somebody }, operator);
    const late = { rule: "hand-over", kind: "late", on_day: "2026-03-03", org_id: "centre" };
    expect(await breaches(caseId)).toEqual([late]);
    await sweep(house);
    await act(house, "centre.operator", caseId, "handOver");
    expect(await breaches(caseId)).toEqual([late]);
    await expectRebuilt(house, caseId);
  });
});

describe("a new holiday notice", () => {
  const notice = (holidays: readonly string[], makeUpDays: readonly string[]): CalendarYear => ({
    year: 2026,
    effectiveFrom: null,
    source: "虚构通知第2号",
    holidays: Object.fromEntries(holidays.map((day) => [plainDate(day), "虚构假日"])),
    makeUpDays: Object.fromEntries(makeUpDays.map((day) => [plainDate(day), "虚构假日"])),
  });

  let owner: pg.Pool;
  beforeEach(() => {
    owner = openPool(house.url, null, 1);
  });
  afterEach(() => owner.end());

  async function queued(): Promise<readonly unknown[]> {
    const jobs = await owner.query(
      "select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'reckon' order by j.id desc limit 1",
    );
    return jobs.rows.map((row) => row.payload);
  }

  /** Loads a notice and does the job that loading has put into the queue. */
  async function load(year: CalendarYear): Promise<void> {
    await applyCalendar(house, "house", year, { personId: null, orgId: null }, null);
    expect(await queued()).toEqual([{ region: house.region, year: year.year }]);
    await reckon(house, { region: house.region, year: year.year });
  }

  it("moves the last day of an open duty as its preview said, and leaves an ended one alone", async () => {
    const { caseId } = await file(house);
    const leg = await dispatch(house, caseId);
    house.at("2026-03-03 09:00");
    await act(house, "urban.clerk", caseId, "view", {}, leg);
    expect(await duty(caseId, "reply")).toMatchObject({ due_on: "2026-03-16", state: "open" });
    const year = notice(["2026-03-11", "2026-03-12"], []);
    const preview = await previewCalendar(house, house.region, "house", year);
    expect(preview).toContainEqual(
      expect.objectContaining({ caseId, orgId: "urban", before: "2026-03-16", after: "2026-03-18", overdue: false }),
    );
    expect(await duty(caseId, "reply")).toMatchObject({ due_on: "2026-03-16" });
    await load(year);
    expect(await duty(caseId, "reply")).toMatchObject({ due_on: "2026-03-18", state: "open", overdue_since: null });
    expect(await duty(caseId, "view")).toMatchObject({ due_on: "2026-03-04", state: "met" });
    house.at("2026-03-18 23:00");
    await sweep(house);
    expect((await breaches(caseId)).map((breach) => breach.rule)).not.toContain("reply");
    await expectRebuilt(house, caseId);
  });

  it("records what it makes late at once: a weekend that was worked brings the last day forward", async () => {
    const { caseId } = await file(house);
    const leg = await dispatch(house, caseId);
    house.at("2026-03-03 09:00");
    await act(house, "urban.clerk", caseId, "view", {}, leg);
    await act(house, "urban.clerk", caseId, "submitToLeader", {}, leg);
    house.at("2026-03-16 09:00");
    const year = notice([], ["2026-03-07", "2026-03-08"]);
    expect(await previewCalendar(house, house.region, "house", year)).toContainEqual(
      expect.objectContaining({ caseId, before: "2026-03-16", after: "2026-03-12", overdue: true }),
    );
    await load(year);
    expect(await duty(caseId, "reply")).toMatchObject({ due_on: "2026-03-12", overdue_since: "2026-03-13" });
    const lapsed = { rule: "reply", kind: "lapsedUnhandled", on_day: "2026-03-13", org_id: "urban" };
    expect(await breaches(caseId)).toEqual([lapsed]);
    house.at("2026-03-17 09:00");
    await sweep(house);
    expect(await breaches(caseId)).toEqual([lapsed]);
    await expectRebuilt(house, caseId);
  });

  it("gives a term its last day when the year that it runs into becomes known; until then nobody guesses", async () => {
    house.at("2026-12-31 15:00");
    const { caseId } = await file(house);
    const unknown = await house.db.selectFrom("duty").selectAll().where("case_id", "=", caseId).execute();
    expect(unknown).toMatchObject([{ rule: "dispatch", due_on: null, gap: 2027, state: "open" }]);
    const early = await actOnCase(house, await order(house, "bureau.dispatcher", caseId, "dispatch", toUrban), null);
    expect(early).toMatchObject({ refused: { code: "term.calendarMissing", facts: { year: 2027 } } });
    await load({ ...notice([], []), year: 2027, holidays: { [plainDate("2027-01-01")]: "元旦" } });
    expect(await duty(caseId, "dispatch")).toMatchObject({ due_on: "2027-01-04", state: "open" });
    await dispatch(house, caseId);
    expect(await duty(caseId, "reply")).toMatchObject({ due_on: "2027-01-15", state: "open" });
    await expectRebuilt(house, caseId);
  });
});

describe("signing the days", () => {
  it("signs every day that is over, once, with those on which nothing happened, and never the running one", async () => {
    await liveThreeWeeks(house);
    await signAllDays(house);
    const days = () => house.db.selectFrom("day_root").select(["day", "events", "signature"]).orderBy("day").execute();
    const signed = await days();
    expect(signed.length).toBe(21);
    expect(signed[0]?.day).toBe("2026-03-02");
    expect(signed.at(-1)?.day).toBe("2026-03-22");
    expect(signed.find((row) => row.day === "2026-03-08")?.events).toBe(0);
    expect(await signDays(house, house.region)).toBe(0);
    expect(await days()).toEqual(signed);
    house.at("2026-03-25 00:05");
    await signAllDays(house);
    expect((await days()).slice(0, 21)).toEqual(signed);
    expect((await days()).map((row) => row.day).slice(21)).toEqual(["2026-03-23", "2026-03-24"]);
  });

  it("signs each day once when two processes do it at the same moment", async () => {
    await liveThreeWeeks(house);
    await Promise.all([signDays(house, house.region), signDays(house, house.region), signDays(house, house.region)]);
    const days = await house.db.selectFrom("day_root").select("day").execute();
    expect(days.length).toBe(21);
  });
});
