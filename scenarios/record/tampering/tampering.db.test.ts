import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signDays } from "../../../server/actions/oversight/sign-days.ts";
import { verifyIn, verifyLog } from "../../../server/actions/oversight/verify-log.ts";
import { exportIn } from "../../../server/actions/trust/export-log.ts";
import { writeCheckpoint } from "../../../server/actions/trust/write-checkpoint.ts";
import { anchorFiles } from "../../../server/gateways/tlog/anchors.ts";
import { knownOutside } from "../../../server/record/trust/known-outside.ts";
import { signAllDays } from "../../../server/jobs/sign-days.ts";
import { openDb } from "../../../server/store/db.ts";
import { openPool } from "../../../server/store/pools.ts";
import { freshHouse, type FreshHouse } from "../../fresh-house.ts";
import { file } from "../life.ts";
import { type Lived, liveAll } from "./lived.ts";
import { Forger, manipulations } from "./manipulations.ts";

const folder = mkdtempSync(join(tmpdir(), "huiyin-tamper-"));
const script = join(import.meta.dirname, "..", "..", "..", "bin", "audit-check.mjs");
const headFile = join(folder, "head.txt");
let house: FreshHouse;
let owner: pg.Pool;
let lived: Lived;
/** The house on the owner's only connection, so that a change can be looked at and taken back. */
let inside: FreshHouse;

beforeAll(async () => {
  house = await freshHouse({ ways: { email: true, sms: false } });
  Object.assign(house, { anchors: anchorFiles(join(folder, "kept"), null) });
  lived = await liveAll(house);
  writeFileSync(headFile, lived.head);
  owner = openPool(house.url, null, 1);
  inside = { ...house, db: openDb(owner, null) };
});
afterAll(async () => {
  await owner.end();
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

async function verified(): Promise<readonly string[]> {
  const known = await knownOutside(inside, inside.region);
  const { faults } = await verifyIn(inside, inside.region, () => undefined, known);
  for (const fault of faults) expect(fault.stream).not.toBe("");
  return faults.map(({ what }) => what);
}

/** What the stand-alone checker says of an export that the tampered database gives. */
async function checked(): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const row of exportIn(inside, inside.region)) lines.push(`${JSON.stringify(row)}\n`);
  const exported = join(folder, "log.jsonl");
  writeFileSync(exported, lines.join(""));
  const { stdout, stderr } = spawnSync(process.execPath, [script, exported, "--json", "--head", headFile], {
    encoding: "utf8",
    env: {},
  });
  if (stdout === "") throw new Error(stderr);
  return (JSON.parse(stdout) as { faults: { what: string }[] }).faults.map(({ what }) => what);
}

it("finds nothing where nobody has changed anything, nor while others write", async () => {
  expect(await verified()).toEqual([]);
  expect(await checked()).toEqual([]);
  const others = Array.from({ length: 6 }, async () => {
    await file(house);
    await writeCheckpoint(house, house.region);
  });
  const reports = Array.from({ length: 3 }, () => verifyLog(house, house.region, () => undefined));
  for (const { faults } of await Promise.all(reports)) expect(faults).toEqual([]);
  await Promise.all(others);
});

describe("an owner of the database who rewrites", () => {
  beforeEach(async () => {
    await owner.query("begin");
    await owner.query("set constraints all deferred");
  });
  afterEach(async () => {
    await owner.query("rollback");
  });

  it.each(manipulations)("$name is found: $verify", async (manipulation) => {
    await manipulation.do(new Forger(owner, house.region), lived);
    expect(await verified()).toContain(manipulation.verify);
    if (manipulation.check !== null) expect(await checked()).toContain(manipulation.check);
  });
});

it("names 33 manipulations and more, nearly all of them for the stand-alone checker as well", () => {
  expect(manipulations.length).toBeGreaterThan(75);
  expect(manipulations.filter(({ check }) => check !== null).length).toBeGreaterThan(manipulations.length - 8);
});

describe("days that were signed", () => {
  it("are not signed again when an owner removes them, whatever was rewritten before", async () => {
    const forger = new Forger(owner, house.region);
    await owner.query("create table kept_days as table day_root");
    await owner.query("create table kept_events as select * from case_event where case_id = $1", [lived.refused]);
    await forger.sql(`update case_event set actor = '{"kind":"system"}' where case_id = $1`, [lived.refused]);
    await forger.rehash(lived.refused);
    await forger.sql("delete from day_root where day >= '2026-03-05'");
    await expect(signAllDays(house)).rejects.toMatchObject({ what: "daysRemoved" });
    expect(await verified()).toEqual(expect.arrayContaining(["dayMissing", "rowChanged", "rowMissing"]));
    // The vouchers and heads that know of them gone as well: the file outside the database still does.
    await owner.query("create table kept_vouchers as table voucher");
    await owner.query("create table kept_heads as table checkpoint");
    await owner.query("delete from voucher where day is not null");
    await owner.query("delete from checkpoint");
    await expect(signAllDays(house)).rejects.toMatchObject({ what: "daysRemoved" });
    await expect(writeCheckpoint(house, house.region)).rejects.toThrow(/treeDamaged|historyRewound/);
    for (const [table, kept] of [
      ["day_root", "kept_days"],
      ["voucher", "kept_vouchers"],
      ["checkpoint", "kept_heads"],
    ]) {
      await owner.query(`delete from ${table}`);
      await owner.query(`insert into ${table} select * from ${kept}`);
    }
    // The days are back, but the last one holds; the rewritten one is found by verify.
    expect(await verified()).toContain("dayChanged");
    await owner.query("delete from case_event where case_id = $1", [lived.refused]);
    await owner.query("insert into case_event select * from kept_events");
    expect(await verified()).toEqual([]);
  });

  it("are not spoilt by a clock that was ahead: what falls into them later is counted in a later day", async () => {
    // Three days ahead during one hourly job, then right again.
    house.at("2026-03-26 08:00");
    expect(await signDays(house, house.region)).toBe(3);
    house.at("2026-03-23 10:00");
    await file(house, { content: "时钟拨回以后来的一封信。" });
    await writeCheckpoint(house, house.region);
    expect(await verified()).toEqual([]);
    house.at("2026-03-27 00:10");
    await file(house, { content: "后来的一封信。" });
    expect(await signDays(house, house.region)).toBe(1);
    await writeCheckpoint(house, house.region);
    expect(await verified()).toEqual([]);
    const { rows } = await owner.query<{ day: string; events: number }>(
      "select day::text as day, events from day_root where day >= '2026-03-23' order by day",
    );
    expect(rows.map(({ day }) => day)).toEqual(["2026-03-23", "2026-03-24", "2026-03-25", "2026-03-26"]);
    expect(rows.at(-1)?.events).toBeGreaterThan(0);
    writeFileSync(headFile, lived.head);
    expect(await checked()).toEqual([]);
  });

  it("are over only when the database's clock says so too", async () => {
    house.at("2099-01-01 08:00");
    await signDays(house, house.region);
    const { rows } = await owner.query<{ early: boolean }>("select max(day) < now()::date + 1 as early from day_root");
    expect(rows[0]?.early).toBe(true);
  });
});
