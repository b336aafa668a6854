import { expect, it } from "vitest";
import { standsInCircular } from "./circular.ts";

const quiet = { received: 0, replied: { met: 0, of: 0 }, misses: [], lapsed: [], late: [] };
const breach = [{ number: "FZ-20260317-000001", on: "2026-04-01" }];

it("[FZ-11.2-1] a unit whose only breach fell on the first day of the period is named in its circular", () => {
  expect(standsInCircular({ ...quiet, lapsed: breach })).toBe(true);
  expect(standsInCircular({ ...quiet, late: breach })).toBe(true);
  expect(standsInCircular({ ...quiet, misses: breach })).toBe(true);
});

it("a unit that had nothing to do in the period is left out", () => {
  expect(standsInCircular(quiet)).toBe(false);
  expect(standsInCircular({ ...quiet, received: 1 })).toBe(true);
});
