import { expect, it } from "vitest";
import { type Matter, sameMatter, soughtWords } from "./subjects.ts";

const of = (told: string, title = ""): Matter => ({ title, told });
const alike = (asked: string, answered: Matter | string, known: readonly string[] = []) =>
  sameMatter(of(asked), typeof answered === "string" ? of(answered) : answered, known);

const lamp = "门口的路灯坏了三天，晚上走路危险。";
const taxi = "在火车站打车，司机不打表，张口要五十元。";
const school = "示例路小学入学要哪些材料？孩子九月上学，晚上要打电话问吗？";

it("a taxi without its meter is one matter in whatever words", () => {
  for (const words of ["出租车不打表", "出租车司机不打表还绕路，怎么投诉？", "的士拒载，不肯打表"]) {
    expect([words, alike(words, taxi) > 0]).toEqual([words, true]);
    expect([words, alike(words, lamp)]).toEqual([words, 0]);
  }
});

it("a long sentence on a lamp finds the lamp, and a school is no answer to it", () => {
  const long = "塔头路从菜市场到小学这一段的路灯坏了三天，晚上很黑，老人和孩子走路都看不清，希望尽快修好。";
  expect(alike(long, lamp)).toBeGreaterThan(0);
  expect(alike(long, school)).toBe(0);
  expect(alike(long, taxi)).toBe(0);
});

it("a matter that nobody has listed needs more words in common than a place", () => {
  const statue = "西湖公主雕像的底座开裂，可能倒下来。";
  expect(alike(statue, "西湖公主雕像的底座有裂缝。")).toBeGreaterThan(0);
  expect(alike(statue, "西湖的游船票怎么买？")).toBe(0);
});

it("what is sought are the words of the subject, with those that mean the same", () => {
  expect(soughtWords(of("出租车不打表"))).toContain("打车");
  expect(soughtWords(of("很"))).toEqual([]);
});

it("a refund is not a fee, and dancing at night is noise", () => {
  const bread = "超市卖的面包过期了，不肯退款。";
  expect(alike(bread, "停车场乱收费，多收了十块钱。")).toBe(0);
  expect(alike("广场舞音乐放到十一点。", "晚上KTV太吵。")).toBeGreaterThan(0);
});

it("a place is no subject: neither a street that the city knows, nor a name, nor a hospital whose back gate it is", () => {
  const known = ["电厂路街道", "公园街道", "停车坪镇"];
  expect(alike("公园街道的路灯坏了", "公园街道的井盖缺了一角，公园街道没有人修。", known)).toBe(0);
  expect(alike("停车坪镇的自来水发黄", "停车坪镇的摊贩占道。", known)).toBe(0);
  expect(alike("金桥花园一期东侧望江小区的雕像", "金桥花园一期东侧望江小区的滑坡。")).toBe(0);
  expect(alike("人民医院后门的摊贩占道", "人民医院后门的路灯不亮。")).toBe(0);
  expect(alike("人民医院后门的摊贩占道", "医院挂号要排一上午。")).toBe(0);
  expect(alike("公交站旁边的井盖松了", of("早高峰等不到车。", "公交班次少"))).toBe(0);
  expect(alike("公园门口", "公园晚上几点关门？")).toBeGreaterThan(0);
});

it("the heading of an answer says what it is about; what its text mentions besides does not", () => {
  const manhole = of("路中间的井盖松动，车子一过就响，夜里吵得睡不着。", "井盖松动");
  expect(alike("楼下半夜吵得睡不着", manhole)).toBe(0);
  expect(alike("井盖一过车就响", manhole)).toBeGreaterThan(0);
});

it("what many matters are told of ranks answers, and makes two alike only where neither speaks of anything else", () => {
  const shut = of("交了一年的费用就关门了。", "培训机构关门不退费");
  const dear = of("要一次交一年的学费。", "培训机构超期收费");
  expect(alike("辅导班不退费", shut)).toBeGreaterThan(alike("辅导班不退费", dear));
  expect(alike("停车场不退费", shut)).toBe(0);
  expect(alike("电梯坏了物业不管", of("公共收益从来不公示。", "物业不公示收益"))).toBe(0);
  expect(alike("物业态度很差", of("物业的人说话难听。", "物业态度差"))).toBeGreaterThan(0);
});
