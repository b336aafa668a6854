import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Summary } from "../../cli/life/summary.ts";
import { dayOf, type Instant, plainDate } from "../../domain/calendar/plain-date.ts";
import { foundCity } from "../../server/actions/office/found-city.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { run } from "./terminal.ts";

let folder: string;
let house: FreshHouse;
let env: Record<string, string>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "huiyin-demo-"));
  house = await freshHouse();
  env = { DATABASE_URL: house.url, DATA_DIR: folder, HUIYIN_KEY: "11".repeat(32) };
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

it("the command lives through days and says in figures what came of them", async () => {
  const ended = await run(["demo", "--days", "3", "--per-day", "2", "--seed", "s", "--json"], env);
  expect(ended.sentence).toBeNull();
  const { seed, regions } = ended.report() as { readonly seed: string; readonly regions: readonly Summary[] };
  expect(seed).toBe("s");
  expect(regions.map(({ region }) => region)).toEqual([house.region]);
  const [summary] = regions;
  // The third day is today, and may have only begun.
  expect(summary?.filed).toBeGreaterThanOrEqual(4);
  const stored = Object.values(summary?.cases ?? {}).reduce((sum, n) => sum + n, 0);
  expect(stored).toBe(summary?.filed);
});

it("running again adds to today and leaves the days that are signed alone", async () => {
  const roots = () => house.db.selectFrom("day_root").selectAll().orderBy("day").execute();
  const before = await roots();
  const ended = await run(["demo", "--days", "3", "--per-day", "2", "--json"], env);
  const [summary] = (ended.report() as { readonly regions: readonly Summary[] }).regions;
  // Whatever the hour: it goes on from the day after the last signed one, and never asks for a day again that is closed.
  const signed = before.at(-1)?.day as string | undefined;
  const today = dayOf(new Date().toISOString() as Instant);
  const open = signed === undefined ? 3 : (Date.parse(today) - Date.parse(signed)) / 86_400_000;
  expect(summary?.days).toBeGreaterThanOrEqual(1);
  expect(summary?.days).toBeLessThanOrEqual(Math.min(3, open));
  expect((await roots()).slice(0, before.length)).toEqual(before);
  expect((await run(["audit", "verify", "--region", house.region, "--json"], env)).code).toBe(0);
});

it("a real city, an unknown one, a day to come and numbers that are none are refused in words", async () => {
  const orgs = [
    { id: "town", parentId: null, kind: "area", level: "city", name: "真市", shortName: "真市" },
    { id: "bureau", parentId: "town", kind: "petitionBureau", level: "city", name: "局", shortName: "局" },
  ] as const;
  const filled = orgs.map((org) => ({ ...org, initials: "", duties: "", phone: null, joinedOn: null }));
  const from = plainDate("2026-01-01");
  const real = { region: "real", name: "真市", jurisdiction: "fuzhou", settings: {}, from, orgs: filled, people: [] };
  await foundCity(house, real);
  for (const argv of [
    ["--region", "real"],
    ["--region", "nowhere"],
    ["--from", "2099-01-01"],
    ["--from", "yesterday"],
    ["--days", "0"],
    ["--per-day", "many"],
  ]) {
    const ended = await run(["demo", ...argv], env);
    expect([argv.join(" "), ended.code]).toEqual([argv.join(" "), 2]);
    expect(ended.sentence).not.toBe("");
  }
  const cases = await house.db.selectFrom("case").select("id").where("region_id", "=", "real").execute();
  expect(cases).toEqual([]);
});
