import { expect, it } from "vitest";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import type { Measure } from "../rules/measure.ts";
import { isReached, targetsOf } from "./targets.ts";

const wanted: Measure = {
  id: "published-rate",
  clause: fuzhou2007.inForceBy,
  words: "公开率达到60%以上（含60%）。",
  is: "rateTarget",
  rate: "published",
  atLeast: 0.6,
  example: { value: {} },
};

it("[HZ-6.3.2.c-2] of 50 finished cases 30 published reach sixty per cent, 29 do not, and none of none is neither", () => {
  const [target] = targetsOf({ ...fuzhou2007, measures: [wanted] });
  expect(target).toMatchObject({ figure: "publicationOfAll", atLeast: 0.6, words: wanted.words });
  const reached = (met: number, of: number) => target && isReached({ met, of }, target);
  expect([reached(30, 50), reached(29, 50), reached(0, 0)]).toEqual([true, false, null]);
});

it("a regulation that wants no rate has no target", () => {
  expect(targetsOf(fuzhou2007)).toEqual([]);
});
