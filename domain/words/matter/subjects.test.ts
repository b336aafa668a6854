import { expect, it } from "vitest";
import { sameMatter, soughtWords } from "./subjects.ts";

const lamp = "门口的路灯坏了三天，晚上走路危险。";
const taxi = "在火车站打车，司机不打表，张口要五十元。";
const school = "示例路小学入学要哪些材料？孩子九月上学，晚上要打电话问吗？";

it("a taxi without its meter is one matter in whatever words", () => {
  for (const words of ["出租车不打表", "出租车司机不打表还绕路，怎么投诉？", "的士拒载，不肯打表"]) {
    expect([words, sameMatter(words, taxi) > 0]).toEqual([words, true]);
    expect([words, sameMatter(words, lamp)]).toEqual([words, 0]);
  }
});

it("a long sentence on a lamp finds the lamp, and a school is no answer to it", () => {
  const long = "塔头路从菜市场到小学这一段的路灯坏了三天，晚上很黑，老人和孩子走路都看不清，希望尽快修好。";
  expect(sameMatter(long, lamp)).toBeGreaterThan(0);
  expect(sameMatter(long, school)).toBe(0);
  expect(sameMatter(long, taxi)).toBe(0);
});

it("a matter that nobody has listed needs more words in common than a place", () => {
  const statue = "西湖公主雕像的底座开裂，可能倒下来。";
  expect(sameMatter(statue, "西湖公主雕像的底座有裂缝。")).toBeGreaterThan(0);
  expect(sameMatter(statue, "西湖的游船票怎么买？")).toBe(0);
});

it("what is sought are the words of the subject, with those that mean the same", () => {
  expect(soughtWords("出租车不打表")).toContain("打车");
  expect(soughtWords("很")).toEqual([]);
});

it("a refund is not a fee, and dancing at night is noise", () => {
  const bread = "超市卖的面包过期了，不肯退款。";
  expect(sameMatter(bread, "停车场乱收费，多收了十块钱。")).toBe(0);
  expect(sameMatter("广场舞音乐放到十一点。", "晚上KTV太吵。")).toBeGreaterThan(0);
});
