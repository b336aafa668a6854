import { expect, it } from "vitest";
import { levelOf } from "./levels.ts";

it.each([
  [["1", "2"], ["1", "2"], "same"],
  [["1", "2"], ["1", "2", "3"], "older"],
  [["1", "3"], ["1", "2", "3"], "older"],
  [["1", "2", "3"], ["1", "2"], "newer"],
  [["0", "2"], ["1", "2"], "other"],
  [["1", "2", "4"], ["1", "2", "3"], "other"],
  [[], ["1"], "other"],
] as const)("migrations %j against %j: %s", (theirs, ours, level) => {
  expect(levelOf(theirs, ours)).toBe(level);
});
