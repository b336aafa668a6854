import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { compareTable } from "../../cli/drill/compare.ts";
import type { DrillReport } from "../../cli/drill/run.ts";
import { signDays } from "../../server/actions/oversight/sign-days.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { asOwner } from "./empty-database.ts";
import { file, liveThreeWeeks } from "./life.ts";
import { run } from "./terminal.ts";

let house: FreshHouse;
let folder: string;
let backup: string;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  house = await freshHouse();
  await liveThreeWeeks(house);
  await signDays(house, house.region);
  folder = mkdtempSync(join(tmpdir(), "huiyin-files-"));
  env = { DATABASE_URL: house.url, DATA_DIR: folder, HUIYIN_KEY: "11".repeat(32) };
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(house.now()) });
  backup = join(folder, "backup.gz");
  expect((await run(["backup", backup], env)).code).toBe(0);
});
afterAll(async () => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
  await house.close();
});

/** A copy of the backup in which a text stands for another. */
function altered(name: string, change: (text: string) => string): string {
  const text = gunzipSync(readFileSync(backup)).toString("utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  const path = join(folder, name);
  writeFileSync(path, gzipSync(changed));
  return path;
}

/** Databases of drills on this server. */
function drills(): Promise<readonly string[]> {
  return asOwner(house.url, async (client) => {
    const found = await client.query<{ name: string }>(
      "select datname as name from pg_database where datname like 'huiyin\\_drill\\_%' order by 1",
    );
    return found.rows.map(({ name }) => name);
  });
}

async function drilled(...words: string[]): Promise<DrillReport & { readonly code: number }> {
  const ended = await run(["drill", ...words, "--json"], env);
  expect(ended.sentence).toBeNull();
  return { ...(ended.report() as DrillReport), code: ended.code };
}

describe("a drill", () => {
  it("a backup that was made now is restored, found the same row for row, and leaves nothing behind", async () => {
    const before = await drills();
    const ended = await run(["drill"], env);
    expect(ended.code).toBe(0);
    expect(ended.out).toContain("结论：这份备份可以恢复。");
    expect(ended.out).toMatch(/✓ \d+ 张表与原库逐行相同/);
    expect(ended.out).toMatch(/✓ fuzhou-demo：\d+ 条记录的链和签名没有改动/);
    expect(ended.out).toMatch(/由记录重算的状态和期限与存的相同/);
    expect(ended.out).toContain("没有证明");
    expect(ended.out).not.toContain("没有通过");
    expect(await drills()).toEqual(before);
  });

  it("says in figures what it has proven: rows of every table, events, cases, petitioners, seconds", async () => {
    const report = await drilled("--cases", "2");
    expect(report).toMatchObject({ code: 0, sound: true, file: null, refused: null });
    expect(report.tables?.every(({ verdict, rows, sourceRows }) => verdict === "same" && rows === sourceRows)).toBe(
      true,
    );
    expect(report.tables?.find(({ table }) => table === "case_event")?.rows).toBeGreaterThan(10);
    expect(report.rows).toBe(report.tables?.reduce((sum, { rows }) => sum + rows, 0));
    expect(report.logs[0]?.events).toBeGreaterThan(10);
    expect(report.cases[0]).toMatchObject({ opened: 2, unsealed: 2, wrong: [] });
    expect(report.seconds.all).toBeGreaterThan(0);
  });

  it("in a PostgreSQL of its own finds the same", async () => {
    const report = await drilled("--apart");
    expect(report).toMatchObject({ code: 0, sound: true, apart: true });
    expect(report.tables?.filter(({ verdict }) => verdict !== "same")).toEqual([]);
  });

  it("of an older backup proves that the source still holds all of its log, and says what has changed since", async () => {
    await file(house);
    const report = await drilled(backup);
    expect(report).toMatchObject({ code: 0, sound: true, file: backup });
    const verdicts = Object.fromEntries((report.tables ?? []).map(({ table, verdict }) => [table, verdict]));
    expect(verdicts).toMatchObject({ case_event: "grown", case: "grown", org: "same", day_root: "same" });
  });

  it("removes what an earlier drill left behind when it was killed, and nothing that another is using", async () => {
    const mine = `huiyin_drill_${process.ppid}_1`;
    await asOwner(house.url, async (client) => {
      await client.query("create database huiyin_drill_4194304_1");
      await client.query(`create database ${mine}`);
    });
    const report = await drilled();
    expect(report.swept).toEqual(["huiyin_drill_4194304_1"]);
    expect(await drills()).toContain(mine);
    await asOwner(house.url, (client) => client.query(`drop database ${mine}`));
  });
});

describe("a backup that was altered", () => {
  it("in a word of the log does not pass: it is refused, or the place is named", async () => {
    const path = altered("event.gz", (text) => text.replace('"type":"viewed"', '"type":"noted"'));
    const ended = await run(["drill", path], env);
    expect(ended.code).toBe(1);
    expect(ended.out).toContain("结论：这份备份不能放心使用。");
    expect(ended.out).toMatch(/✗ (备份没有恢复进去|case_event：备份里有 1 行和原库对不上|fuzhou-demo：日志有)/);
    expect(await drills()).toEqual([]);
  });

  it("in the state of a case does not pass either", async () => {
    const path = altered("state.gz", (text) => text.replace(/(\n\["case",.*?"state":\s*\{)/, '$1"planted":1,'));
    const ended = await run(["drill", path], env);
    expect(ended.code).toBe(1);
    expect(ended.out).toMatch(/✗ (备份没有恢复进去|FZ-\d+-\d+：由记录重算的状态与存的不同)/);
  });

  it.each([
    ["cut off", (text: string) => text.slice(0, text.lastIndexOf("\n[")), /✗ 备份没有恢复进去：备份文件不完整/],
    [
      "of another version",
      (text: string) => text.replace("0001-", "0000-"),
      /✗ 备份没有恢复进去：备份的版本和现在的程序不一致/,
    ],
    ["something else", () => "id,title\n1,路灯\n", /✗ 备份没有恢复进去：这不是回音的备份文件/],
  ])("%s is refused in words, and nothing stays", async (_, change, sentence) => {
    const ended = await run(["drill", altered("other.gz", change)], env);
    expect([ended.code, ended.out]).toEqual([1, expect.stringMatching(sentence)]);
    expect(ended.out).toContain("结论：这份备份不能放心使用。");
    expect(await drills()).toEqual([]);
  });
});

it("without the right keys says that nobody's name can be opened", async () => {
  const ended = await run(["drill", "--cases", "1"], { ...env, HUIYIN_KEY: "22".repeat(32) });
  expect(ended.code).toBe(1);
  expect(ended.out).toMatch(/✗ .*：现在的密钥打不开联系人/);
});

it("a file that is not there and a number that is none are refused in words", async () => {
  expect(await run(["drill", join(folder, "none.gz")], env)).toMatchObject({
    code: 2,
    sentence: expect.stringContaining("打不开文件"),
  });
  expect(await run(["drill", "--cases", "0"], env)).toMatchObject({ code: 2, sentence: expect.stringContaining("0") });
});

it("two sorted lists of rows are told apart row by row", async () => {
  const list = async function* (...rows: number[]) {
    for (const row of rows) yield Buffer.from([row]);
  };
  const counts = async (mine: number[], theirs: number[]) => {
    const { rows, sourceRows, onlyRestored, onlySource } = await compareTable("t", list(...mine), list(...theirs));
    return [rows, sourceRows, onlyRestored, onlySource];
  };
  expect(await counts([], [])).toEqual([0, 0, 0, 0]);
  expect(await counts([1, 2, 2, 3], [1, 2, 2, 3])).toEqual([4, 4, 0, 0]);
  expect(await counts([1, 2], [1, 2, 2, 9])).toEqual([2, 4, 0, 2]);
  expect(await counts([1, 5, 7], [2, 5])).toEqual([3, 2, 2, 1]);
  expect(await counts([3], [])).toEqual([1, 0, 1, 0]);
});
