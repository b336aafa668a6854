import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { calendarAsOf } from "../../domain/calendar/work-calendar.ts";
import { packs } from "../../packs/index.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { exampleTold, storiesOf } from "./examples.ts";
import { type Said, lifeOf, type Setting, settingOf } from "./life.ts";

/** How many invented lives are kept of each regulation. */
export const livesPerPack = 2_000;

/** The regulations of the corpus, each in its example office. */
export function settings(): readonly Setting[] {
  const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));
  return packs.map((pack) => settingOf(pack, calendar));
}

/** The names of everything that the corpus holds of a regulation: lives by their number, stories by their entry. */
export function namesOf(setting: Setting): readonly string[] {
  const lives = Array.from({ length: livesPerPack }, (_, n) => `life/${n}`);
  return [...lives, ...storiesOf(setting.pack).keys()];
}

/** Everything that the engine says under a name of the corpus. */
export function toldOf(setting: Setting, name: string): readonly Said[] {
  const [part, seed = ""] = name.split("/");
  return part === "life" ? lifeOf(setting, seed) : exampleTold(setting, name);
}

/** Twelve hexadecimal digits that change with anything that was said. Keys are put in order first: only content counts. */
export function digestOf(told: readonly Said[]): string {
  return createHash("sha256")
    .update(JSON.stringify(ordered(told)))
    .digest("hex")
    .slice(0, 12);
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]));
}

export function digestFile(packId: string): URL {
  return new URL(`digests/${packId}.txt`, import.meta.url);
}

/** The digests on record, by name. */
export function recorded(packId: string): ReadonlyMap<string, string> {
  const lines = readFileSync(digestFile(packId), "utf8").trim().split("\n");
  return new Map(lines.map((line) => line.split(" ") as [string, string]));
}
