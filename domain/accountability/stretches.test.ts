import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, plainDate } from "../calendar/plain-date.ts";
import { monthAround, stretchesOf, stretchLengths } from "./stretches.ts";

const period = (from: string, to: string) => ({ from: plainDate(from), to: plainDate(to) });
const cut = (from: string, to: string, length: (typeof stretchLengths)[number], monthStart = 1) =>
  stretchesOf(period(from, to), length, monthStart)?.map((s) => `${s.from}/${s.to}`);

it("weeks begin on Monday, and the ends of the period cut the first and the last short", () => {
  expect(cut("2026-03-04", "2026-03-17", "week")).toEqual([
    "2026-03-04/2026-03-08",
    "2026-03-09/2026-03-15",
    "2026-03-16/2026-03-17",
  ]);
});

it("calendar months and quarters end on their last day", () => {
  expect(cut("2026-01-01", "2026-03-31", "month")).toEqual([
    "2026-01-01/2026-01-31",
    "2026-02-01/2026-02-28",
    "2026-03-01/2026-03-31",
  ]);
  expect(cut("2026-02-10", "2026-07-01", "quarter")).toEqual([
    "2026-02-10/2026-03-31",
    "2026-04-01/2026-06-30",
    "2026-07-01/2026-07-01",
  ]);
});

it("a statistical month from the 26th ends on the 25th, over the end of February and of the year", () => {
  expect(cut("2025-12-26", "2026-03-25", "month", 26)).toEqual([
    "2025-12-26/2026-01-25",
    "2026-01-26/2026-02-25",
    "2026-02-26/2026-03-25",
  ]);
  expect(cut("2025-12-26", "2026-06-25", "quarter", 26)).toEqual(["2025-12-26/2026-03-25", "2026-03-26/2026-06-25"]);
  expect(monthAround(plainDate("2026-02-26"), 26)).toEqual({ ...period("2026-02-26", "2026-03-25"), month: "2026-03" });
  expect(monthAround(plainDate("2026-03-01"), 26).month).toBe("2026-03");
});

it("too many stretches are no answer; an empty period has none", () => {
  expect(cut("2020-01-01", "2026-01-01", "day")).toBeUndefined();
  expect(cut("2026-01-02", "2026-01-01", "day")).toEqual([]);
});

it("stretches cover every day of the period once, in order", () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(plainDate("2018-01-01"), n));
  fc.assert(
    fc.property(
      day,
      fc.nat(300),
      fc.constantFrom(...stretchLengths),
      fc.integer({ min: 1, max: 28 }),
      (from, n, l, s) => {
        const to = addDays(from, n);
        const all = stretchesOf({ from, to }, l, s) ?? [];
        expect(all[0]?.from).toBe(from);
        expect(all.at(-1)?.to).toBe(to);
        for (const [i, stretch] of all.entries()) {
          expect(stretch.from <= stretch.to).toBe(true);
          const next = all[i + 1];
          if (next) expect(next.from).toBe(addDays(stretch.to, 1));
        }
      },
    ),
  );
});
