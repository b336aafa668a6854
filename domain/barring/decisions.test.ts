import { expect, it } from "vitest";
import { barredIn, type BarringDecision, undecided } from "./decisions.ts";
import type { Place } from "./kinds.ts";
import { withBars } from "./places.ts";

const text = "找王建国，电话13900001111，住三楼";
const name: Place = { from: 1, to: 4, kind: "name", certain: false };
const phone: Place = { from: 7, to: 18, kind: "telephone", certain: true };
const found = { title: [], question: [name, phone], answer: [] };
const on = (place: Pick<Place, "from" | "to">, bar: boolean): BarringDecision => ({
  field: "question",
  from: place.from,
  to: place.to,
  bar,
});
const shown = (decisions: readonly BarringDecision[] | null) =>
  withBars(text, barredIn("question", found.question, decisions));

it("asks for a decision on every uncertain place, in its own field, and on nothing else", () => {
  expect(undecided(found, [])).toEqual([{ ...name, field: "question" }]);
  expect(undecided(found, [{ ...on(name, true), field: "answer" }])).toHaveLength(1);
  expect(undecided(found, [{ ...on(name, false), to: 3 }])).toHaveLength(1);
  expect(undecided(found, [on(name, false)])).toEqual([]);
});

it("bars what was found until somebody decides, then what was decided and what is certain", () => {
  expect(shown(null)).toBe("找▇▇，电话▇▇，住三楼");
  expect(shown([on(name, false)])).toBe("找王建国，电话▇▇，住三楼");
  expect(shown([on(name, true)])).toBe("找▇▇，电话▇▇，住三楼");
  expect(shown([on(name, false), on(phone, false)])).toBe("找王建国，电话▇▇，住三楼");
});

it("bars a passage marked by hand, and holds an undecided place barred", () => {
  expect(shown([on({ from: 20, to: 22 }, true)])).toBe("找▇▇，电话▇▇，住▇▇");
});
