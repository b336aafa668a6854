import { describe, expect, it } from "vitest";
import { redact } from "./mask.ts";

describe("what identifies a person is barred before a text goes out", () => {
  it.each([
    "13900001111",
    "139.0000.5678",
    "139 00 00 56 78",
    "139-0000-5678",
    "１３９００００５６７８",
    "+86 139 0000 5678",
    "1 3 9 0 0 0 0 5 6 7 8",
    "(0591)87654321",
    "110101 19900101 1237",
    "12号3座501室",
    "5号102房",
  ])("%s", (told) => {
    expect(redact(`请联系：${told}，谢谢。`)).toBe("请联系：▇▇，谢谢。");
  });
});

describe("what only looks like it stays", () => {
  it.each([
    "面积135 0000 0000平方米",
    "共 1.3 000 000 000 元",
    "3月5日1-3 2026-03-05 1号完工",
    "5号102房屋漏水",
    "公交139路在2026年3月5日停运",
    "编号 FZ-20260305-000127",
  ])("%s", (told) => {
    expect(redact(told)).toBe(told);
  });
});
