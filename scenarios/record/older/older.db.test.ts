import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signDays } from "../../../server/actions/oversight/sign-days.ts";
import { verifyLog } from "../../../server/actions/oversight/verify-log.ts";
import { openDb } from "../../../server/store/db.ts";
import { migrationFiles } from "../../../server/store/migrate.ts";
import { openPool } from "../../../server/store/pools.ts";
import { readDump } from "../../../server/store/undump.ts";
import { type FreshHouse, freshHouse } from "../../fresh-house.ts";
import { asOwner, emptyDatabase } from "../empty-database.ts";
import { file, liveThreeWeeks } from "../life.ts";
import { expectRebuilt } from "../rebuilt.ts";
import { run } from "../terminal.ts";
import { olderBackupOf, streamOf } from "./older-backup.ts";

const levels = ["0027", "0045", "0057"] as const;
const folder = mkdtempSync(join(tmpdir(), "huiyin-older-"));
const env = { DATA_DIR: folder, HUIYIN_KEY: "11".repeat(32) };
const backups = new Map<string, Buffer>();
let house: FreshHouse;

beforeAll(async () => {
  house = await freshHouse();
  await liveThreeWeeks(house);
  await file(house);
  await signDays(house, house.region);
  for (const level of levels) backups.set(level, await olderBackupOf(house, level));
}, 120_000);
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

function backup(level: string): Buffer {
  return backups.get(level) ?? Buffer.alloc(0);
}

function put(url: string, bytes: Buffer) {
  const trust = { publicKey: house.keys.publicKey, unsigned: false };
  return asOwner(url, (client) => readDump(client, streamOf(bytes), () => undefined, trust));
}

/** Every table with its columns, and how many rows it has. */
function shape(url: string) {
  return asOwner(url, async (client: pg.PoolClient) => {
    const columns = await client.query(
      "select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns where table_schema = 'public' order by 1, 2",
    );
    const others = await client.query(
      "select conname as name, pg_get_constraintdef(oid) as what from pg_constraint where connamespace = 'public'::regnamespace union all select indexname, indexdef from pg_indexes where schemaname = 'public' union all select proname, pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace order by 1, 2",
    );
    const rights = await client.query(
      "select table_name, privilege_type from information_schema.role_table_grants where grantee = 'huiyin_app' and table_schema = 'public' order by 1, 2",
    );
    const names = await client.query("select name, sha256 from schema_migration order by name");
    return { columns: columns.rows, others: others.rows, rights: rights.rows, names: names.rows };
  });
}

describe("a backup of an older schema", () => {
  it.each(levels)("of %s goes in whole, is brought up to date, and its log holds", async (level) => {
    const head = JSON.parse(gunzipSync(backup(level)).toString("utf8").split("\n")[0] ?? "") as {
      readonly migrations: readonly string[];
    };
    expect(head.migrations.at(-1)).toMatch(new RegExp(`^${level}-`));
    expect(head.migrations.length).toBeLessThan(migrationFiles().length);

    const url = await emptyDatabase();
    const asNew = await shape(url);
    const { checked, raisedFrom } = await put(url, backup(level));
    expect({ checked, raisedFrom }).toEqual({ checked: "signed", raisedFrom: head.migrations.at(-1) });
    // The schema is the one that a new installation has, down to indexes, functions and rights.
    expect(await shape(url)).toEqual(asNew);

    const pool = openPool(url, "huiyin_app", 2);
    try {
      const db = openDb(pool, { sign: house.keys.signRoot, now: house.now });
      const restored = { ...house, url, db };
      const report = await verifyLog(restored, house.region, () => undefined);
      expect(report.faults).toEqual([]);
      expect(report.events).toBeGreaterThan(20);
      const cases = await db.selectFrom("case").select("id").execute();
      expect(cases.length).toBe((await house.db.selectFrom("case").select("id").execute()).length);
      for (const { id } of cases) await expectRebuilt(restored, id);
      // It goes on as a house does.
      await file(restored);
    } finally {
      await pool.end();
    }
  });

  it("that was altered is refused, and the empty database is as it was", async () => {
    const url = await emptyDatabase();
    const before = await shape(url);
    const change = (from: RegExp, to: string) =>
      gzipSync(gunzipSync(backup("0057")).toString("utf8").replace(from, to));
    for (const [bytes, reason] of [
      [change(/路灯坏了三天/, "路灯没有坏过"), "altered"],
      [change(/\n\["case_event".*\n/, "\n"), "cutOff"],
      // A head that names fewer migrations than the program had that wrote it.
      [change(/,"0057-[^"]+"/, ""), "notABackup"],
    ] as const) {
      await expect(put(url, bytes)).rejects.toMatchObject({ reason });
      expect(await shape(url)).toEqual(before);
    }
  });

  it("does not go where somebody else keeps tables", async () => {
    const url = await emptyDatabase();
    await asOwner(url, (client) => client.query("create table invoices (n int)"));
    await expect(put(url, backup("0027"))).rejects.toMatchObject({ reason: "notEmpty", detail: "invoices" });
    expect(await asOwner(url, async (client) => (await client.query("select from invoices")).rowCount)).toBe(0);
    await expect(put(house.url, backup("0027"))).rejects.toMatchObject({ reason: "notEmpty" });
  });

  it("by a newer program is refused with the version that is needed", async () => {
    const newer = gunzipSync(backup("0057"))
      .toString("utf8")
      .replace(/"version":"[^"]*"/, '"version":"7.8.9"')
      .replace(/"migrations":\[[^\]]*\]/, `"migrations":${JSON.stringify([...migrationFiles(), "9999-later.sql"])}`);
    const path = join(folder, "newer.gz");
    writeFileSync(path, gzipSync(newer));
    const ended = await run(["restore", path], { ...env, DATABASE_URL: await emptyDatabase() });
    expect(ended.code).not.toBe(0);
    expect(ended.sentence).toContain("请换用这个版本或更新的程序：7.8.9");
  });

  it("is restored by the command, which checks the log after it, and shown by a drill", async () => {
    const path = join(folder, "older.gz");
    writeFileSync(path, backup("0027"));
    const url = await emptyDatabase();
    const ended = await run(["restore", path], { ...env, DATABASE_URL: url });
    expect(ended.sentence).toBeNull();
    expect(ended.out).toMatch(/备份是旧版本写的（0027-.*升级后核对日志/);
    expect(ended.out).toMatch(/没有改动。/);
    expect(ended.code).toBe(0);

    const drilled = await run(["drill", path], { ...env, DATABASE_URL: house.url });
    expect(drilled.out).toContain("结论：这份备份可以恢复。");
    expect(drilled.code).toBe(0);
  });
});
