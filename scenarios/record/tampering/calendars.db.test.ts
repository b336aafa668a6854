import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hangzhouDemo } from "../../../demo/hangzhou/city.ts";
import { applyCalendar } from "../../../server/actions/office/load-calendar.ts";
import { foundRegion } from "../../../server/actions/office/found-region.ts";
import { verifyLog } from "../../../server/actions/oversight/verify-log.ts";
import { adoptRows } from "../../../server/actions/trust/adopt-rows.ts";
import { openPool } from "../../../server/store/pools.ts";
import { freshHouse, type FreshHouse, testPassword } from "../../fresh-house.ts";

const nobody = { personId: null, orgId: null };
const year = { year: 2027, source: "虚构通知第1号", effectiveFrom: null, holidays: {}, makeUpDays: {} };
const other = hangzhouDemo.region;
let house: FreshHouse;
let owner: pg.Pool;

beforeAll(async () => {
  house = await freshHouse();
  owner = openPool(house.url, null, 1);
});
afterAll(async () => {
  await owner.end();
  await house.close();
});

async function faultsOf(region: string): Promise<readonly string[]> {
  const { faults } = await verifyLog(house, region, () => undefined);
  return faults.map(({ what, stream }) => `${what} ${stream.split("/")[0]}`);
}

it("every region vouches for the calendars of the house, one that is founded later too, and for its own alone", async () => {
  await foundRegion(house, { ...hangzhouDemo, password: testPassword });
  await applyCalendar(house, "house", year, nobody, null);
  await applyCalendar(house, { region: other }, { ...year, source: "虚构通知第2号" }, nobody, null);
  expect(await faultsOf(house.region)).toEqual([]);
  expect(await faultsOf(other)).toEqual([]);

  await owner.query("update calendar_version set holidays = '{}' where year = 2026 and region_id is null");
  expect(await faultsOf(house.region)).toContain("rowChanged calendar_version");
  expect(await faultsOf(other)).toContain("rowChanged calendar_version");
  await owner.query("delete from calendar_version where region_id = $1", [other]);
  expect(await faultsOf(other)).toContain("rowMissing calendar_version");
  expect(await faultsOf(house.region)).not.toContain("rowMissing calendar_version");
});

it("calendars from before they were vouched for are taken in once, and every later change is found", async () => {
  const older = await freshHouse();
  const forger = openPool(older.url, null, 1);
  try {
    // As an earlier version left it: rows, and no voucher that names them.
    await forger.query("delete from vouched_part where part = 'calendar_version'");
    await forger.query("delete from voucher");
    const before = await verifyLog(older, older.region, () => undefined);
    expect(before.notVouched).toBeGreaterThan(10);
    expect(before.vouchedSince).toBeNull();
    await adoptRows(older, older.region);
    const named = async () => {
      const { faults } = await verifyLog(older, older.region, () => undefined);
      return faults.flatMap(({ what, stream }) => (stream.startsWith("calendar_version/") ? [what] : []));
    };
    expect(await named()).toEqual([]);
    await forger.query("update calendar_version set make_up_days = '{}' where year = 2026");
    expect(await named()).toEqual(["rowChanged"]);
    // Taking the rows in again is refused: that would bless the change.
    await forger.query("delete from vouched_part where part = 'calendar_version'");
    await expect(adoptRows(older, older.region)).rejects.toMatchObject({ what: "partRemoved" });
  } finally {
    await forger.end();
    await older.close();
  }
});
