import { expect, it } from "vitest";
import { changes } from "./changes.ts";

it("what was taken out and what came in is told sentence by sentence", () => {
  const before = "灯已修好。请放心。电话12345。";
  const after = "灯已修好。3月5日前再查一次。电话12345。";
  expect(changes(before, after)).toEqual([
    { is: "same", text: "灯已修好。" },
    { is: "out", text: "请放心。" },
    { is: "in", text: "3月5日前再查一次。" },
    { is: "same", text: "电话12345。" },
  ]);
});

it("the same text has no changes, and from nothing everything is new", () => {
  expect(changes("好。", "好。").every(({ is }) => is === "same")).toBe(true);
  expect(changes("", "好。")).toEqual([{ is: "in", text: "好。" }]);
});
