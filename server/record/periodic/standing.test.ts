import { expect, it } from "vitest";
import type { PeriodicWork } from "../../../domain/accountability/periodic.ts";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { fuzhou2007 } from "../../../packs/fuzhou-2007/index.ts";
import { type KeptWork, standingOf } from "./standing.ts";

const { settings } = fuzhou2007;
const pack = {
  ...fuzhou2007,
  settings: { ...settings, statisticalMonth: { ...settings.statisticalMonth, value: { startDay: 26 } } },
};
const at = { pack, begun: plainDate("2026-01-05"), today: plainDate("2026-03-10") };
const work = (what: PeriodicWork["what"], months: number | null): PeriodicWork => ({
  id: what,
  clause: pack.inForceBy,
  words: "",
  title: null,
  what,
  months,
  with: [],
  contents: [],
  carriedOutBy: [],
});
const circular = {
  from: plainDate("2026-01-01"),
  to: plainDate("2026-01-25"),
  on: plainDate("2026-01-26"),
  number: null,
};

it("[HZ-6.4.3-2 ZJ-4.4-7] a report and a half-yearly meeting both follow the month of statistics", () => {
  expect(standingOf(work("report", 1), [], [], at).owed).toEqual({
    next: { from: "2026-02-26", to: "2026-03-25" },
    missing: [
      { from: "2025-12-26", to: "2026-01-25" },
      { from: "2026-01-26", to: "2026-02-25" },
    ],
  });
  expect(standingOf(work("meeting", 6), [], [], at).owed?.next).toEqual({ from: "2025-12-26", to: "2026-06-25" });
});

it("[YT-4.9] a circular that was issued by itself counts, its work that was recorded later counts as the last", () => {
  const kept = { measure: "circular", period_from: "2026-01-26", period_to: "2026-02-25", held_on: "2026-02-27" };
  const rows = [{ ...kept, number: "〔2026〕第1期" } as KeptWork];
  expect(standingOf(work("circular", null), [], [circular], at)).toMatchObject({ last: circular, owed: null });
  const { last, owed } = standingOf(work("circular", 1), rows, [circular], at);
  expect(last).toMatchObject({ on: "2026-02-27", number: "〔2026〕第1期" });
  expect(owed).toMatchObject({ next: { from: "2026-02-26" }, missing: [] });
  expect(standingOf(work("meeting", null), rows, [circular], at).last).toBeNull();
});
