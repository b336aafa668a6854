import { describe, expect, it } from "vitest";
import { plainDate } from "../../calendar/plain-date.ts";
import { classOf, type RetentionTable, timeOver } from "./classes.ts";

const table: RetentionTable = {
  basis: "表",
  classes: [
    { code: "a", label: "效能，永久", years: null, subjects: ["efficiency"] },
    { code: "b", label: "有答复", years: 10, stages: ["answered", "archived"] },
  ],
};
const endedOn = plainDate("2024-02-29");

describe("how long a case is kept", () => {
  it.each([
    ["a", { subject: "efficiency", stage: "answered" }],
    ["b", { subject: "ordinary", stage: "archived" }],
    [undefined, { subject: "ordinary", stage: "refused" }],
    [undefined, { subject: "ordinary", stage: "inHand" }],
  ] as const)("the first line that fits binds: %s", (code, facts) =>
    expect(classOf(table, { ...facts, endedOn })?.code).toBe(code),
  );

  it("a time ends on the same day, in a common year on 28 February, and never for what is kept for ever", () => {
    expect([timeOver(endedOn, 4), timeOver(endedOn, 10), timeOver(endedOn, null)]).toEqual([
      "2028-02-29",
      "2034-02-28",
      null,
    ]);
  });
});
