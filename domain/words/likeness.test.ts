import { expect, it } from "vitest";
import { likeness } from "./likeness.ts";

const lamp = "经查，示例路12号门前的路灯线路老化，已于3月5日更换，恢复照明。";

it("a copied answer with another number and day is the same answer", () => {
  expect(likeness(lamp, "经查，示例路88号门前的路灯线路老化，已于4月9日更换，恢复照明！")).toBeGreaterThan(0.9);
});

it("an answer about something else is not", () => {
  expect(likeness(lamp, "您反映的工资拖欠，用人单位已经补发，请核对银行账户。")).toBeLessThan(0.3);
});

it("nothing is like nothing", () => {
  expect(likeness("", "")).toBe(0);
});
