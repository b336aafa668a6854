import { describe, expect, it } from "vitest";
import type { PlainDate } from "../calendar/plain-date.ts";
import { beginningOf, claimsOf, cutWell, replyWords, withoutClaimLabels } from "./reply.ts";

describe("the words of a reply", () => {
  it("says what it says to each claim, then its parts and text, then what is promised", () => {
    const words = replyWords([{ code: "facts", label: "办理情况" }], {
      text: "如有疑问请致电本单位。",
      parts: { facts: "现场核实路灯损坏三盏。" },
      claims: [
        { n: 1, verdict: "supported", text: "三盏路灯已修复。" },
        { n: 2, verdict: "notSupported", text: "加装护栏没有列入今年计划。" },
      ],
      promises: [{ what: "更换灯杆", who: "市政中心", by: "2026-03-20" as PlainDate }],
    });
    expect(words.split("\n")).toEqual([
      "第1项诉求（支持）：三盏路灯已修复。",
      "第2项诉求（不予支持）：加装护栏没有列入今年计划。",
      "办理情况：现场核实路灯损坏三盏。",
      "如有疑问请致电本单位。",
      "接下来要办的：",
      "更换灯杆（市政中心，2026年3月20日 周五前）",
    ]);
  });

  it("is the text alone where nothing else was written", () => {
    expect(replyWords([], { text: " 已修好。 ", parts: {} })).toBe("已修好。");
  });

  it("counts the claims by their lines, whatever number the petitioner put in front", () => {
    expect(claimsOf("1. 修路灯\n（二）赔偿\n\n③ 书面道歉\n2026年前解决")).toEqual([
      "修路灯",
      "赔偿",
      "书面道歉",
      "2026年前解决",
    ]);
    expect(claimsOf(null)).toEqual([]);
  });
});

it("a beginning of a reply goes without the numbers of its claims", () => {
  const reply = "第1项诉求（支持）：三盏路灯已修复。\n第2项诉求（不予支持）：没有列入计划。\n特此答复。";
  expect(withoutClaimLabels(reply)).toBe("三盏路灯已修复。\n没有列入计划。\n特此答复。");
});

it("the beginning of a reply has no labels of claims and ends at a mark, with … where more follows", () => {
  const long = `第1项诉求（支持）：三盏路灯已于3月3日修复，电缆也一并更换，${"夜里再有不亮的请打电话".repeat(4)}。`;
  expect(beginningOf(long)).toBe("三盏路灯已于3月3日修复，电缆也一并更换…");
  expect(beginningOf("已修复。")).toBe("已修复。");
});

describe("a text that is cut", () => {
  const ends = (start: string, rest: string) => cutWell(start + rest, [...start].length);

  it.each([
    ["after an open bracket", "现场查看后已经换上新的灯杆和灯头和电缆（", "共三处）以后每月看一次"],
    ["in an open bracket", "现场查看后已经换上新的灯杆和灯头和电缆（共三处，含", "一处井盖）以后每月看一次"],
    ["in a number", "现场查看后已经换上新的灯杆和灯头和电缆共计12", "345.60元，由市政科支付"],
    ["between a number and its unit", "现场查看后已经换上新的灯杆和灯头和电缆共3", "处，以后每月看一次"],
    ["in a date", "现场查看后已经换上新的灯杆和灯头和电缆于3月", "20日完成，以后每月看一次"],
    ["in a Latin word", "现场查看后已经换上新的灯杆和灯头和电缆见hui", "yin网页，以后每月看一次"],
  ])("never ends %s", (_, start, rest) => {
    const cut = ends(start, rest);
    expect([...cut].length).toBeLessThanOrEqual([...start].length + 1);
    expect(cut).toMatch(/^现场查看后已经换上新的灯杆/);
    expect(cut).toMatch(/[^（\da-z月]…$/);
    expect(cut.includes("（")).toBe(false);
  });

  it("is whole where it fits, and keeps brackets that close", () => {
    expect(cutWell("已修复（共3处）。", 60)).toBe("已修复（共3处）。");
    expect(ends("现场查看（共三处）后已经换上新的灯杆和灯头，", "以后每月看一次")).toBe(
      "现场查看（共三处）后已经换上新的灯杆和灯头…",
    );
  });
});
