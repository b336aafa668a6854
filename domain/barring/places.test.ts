import { describe, expect, it } from "vitest";
import { nothingHeld } from "./held.ts";
import { type Known, placesIn, withBars } from "./places.ts";

const known: Known = { held: nothingHeld, bodies: ["0591-87654321", "12345"], official: false };
const barred = (text: string, more: Partial<Known> = {}) => withBars(text, placesIn(text, { ...known, ...more }));

describe("what tells who somebody is, in whatever spelling", () => {
  it.each([
    "13900001111",
    "139.0000.5678",
    "139 00 00 56 78",
    "139-0000-5678",
    "１３９００００５６７８",
    "+86 139 0000 5678",
    "+852 9123 4567",
    "+33 1 23 45 67 89",
    "139OOOO5678",
    "0086-139-0000-5678",
    "1 3 9 0 0 0 0 5 6 7 8",
    "①③⑨０ ０00五六七八",
    "一三九零零零零五六七八",
    "1️⃣3️⃣9️⃣0️⃣0️⃣0️⃣0️⃣5️⃣6️⃣7️⃣8️⃣",
    "13-900-0056-78",
    "1\u200b39\u202e00005678",
    "١٣٩٠٠٠٠٥٦٧٨",
    "(0591)83456721",
    "（0591）83456721",
    "0591-8345 6721转8012",
    "400-123-4567",
    "110101 19900101 1237",
    "110101900307451",
    "35010219900307123X",
    "35010219900307123 x",
    "350102 1990 0307 1234",
    "6222 0202 0011 2233 445",
    "永居USA110081080307".slice(2),
    "闽A12345",
    "闽A·D12345",
    "闽 a d 1 2 3 4 5",
    "lin@example.cn",
    "lin(at)example.com",
    "lin（a）example.com",
    "linⓐexample.com",
    "lin at example dot com",
    "l i n @ e x a m p l e . c n",
    "26.0753,119.2965",
    "26°04′31″N",
    "12号3座501室",
    "5号102房",
    "三号楼二单元五零一室",
    "5栋1单元302",
    "3-1-501室",
    "8号楼1-301",
    "1390000111113900002222",
    "35010219900307123叉",
  ])("%s", (told) => {
    expect(barred(`请看这里，${told}，谢谢。`)).toBe("请看这里，▇▇，谢谢。");
  });

  it.each([
    ["护照E12345678", "护照▇▇"],
    ["回乡证 H 1234 5678", "回乡证 ▇▇"],
    ["台胞证号：01234567", "台胞证号：▇▇"],
    ["电话83456721，", "电话▇▇，"],
    ["微信：lin_xiao5", "微信：▇▇"],
    ["QQ 1 2 3 4 5 6 7", "QQ ▇▇"],
    ["车牌A12345", "车牌▇▇"],
    ["北纬26.0753，东经119.2965。", "北纬▇▇。"],
    ["住东街12号，", "住东街▇▇，"],
    ["鼓楼花园3-501的", "鼓楼花园▇▇的"],
    ["我叫王小五，", "我叫▇▇，"],
    ["他叫王大力。", "他叫▇▇。"],
    ["电话(852)91234567", "电话▇▇"],
    ["户名林小满", "户名▇▇"],
    ["我（林小满）是", "我（▇▇）是"],
    ["林小满，男，汉族", "▇▇，男，汉族"],
    ["谢谢！\n林小满\n2026年3月1日", "谢谢！\n▇▇\n2026年3月1日"],
    ["住三号楼五零一", "住▇▇"],
    ["林小满（电话13900005678）", "▇▇（电话▇▇）"],
    ["我爸爸王建国", "我爸爸▇▇"],
    ["微信 l i n 2 0 2 0", "微信 ▇▇"],
    ["姓名：王　五", "姓名：▇▇"],
    ["找物业王建国多次", "找物业▇▇多次"],
    ["联系人：林小满、陈大川。", "联系人：▇▇。"],
    ["卡号 6225 8873 1760 9911", "卡号 ▇▇"],
  ])("%s → %s", (told, shown) => {
    expect(barred(told)).toBe(shown);
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
    "榕信〔2026〕12号",
    "3.14159265358",
    "13,456,789,012元",
    "工单号：20261102000012345",
    "发票号码6008937",
    "一、二、三、四、五、六、七、八、九、十",
    "1、2、3、4、5、6、7、8、9、10、11、12",
    "2026-11-02 09:10至2026-11-03 18:00",
    "4200÷26×300%＋4200÷26＝200%",
    "第三十五条第二款第（一）项",
    "5栋楼下，3号楼2026年完工",
    "路口镇麻林村某组，5栋三室两厅，3栋2室1厅",
    "我是黄花镇居民，本人在东街口，联系施工方，问周围的人",
    "请拨打12345、110或120",
    "王女士您好",
  ])("%s", (told) => {
    expect(barred(told)).toBe(told);
  });
});

describe("what the case itself holds", () => {
  const held = {
    names: ["王　小五", "阿依古丽·买买提", "Li Ming"],
    numbers: ["139 0000 1111"],
    mails: ["lin@example.cn"],
    addresses: ["东街12号院3座"],
  };

  it.each([
    "王小五",
    "王 小 五",
    "王·小·五",
    "王\u200b小\u2066五",
    "【王】小五",
    "阿依古丽买买提",
    "阿依古丽•买买提",
    "ＬＩ ming",
    "1，3，9，0000．1111",
    "l i n @ example . cn",
    "东街 12 号院 3 座",
  ])("%s is barred for certain", (told) => {
    const places = placesIn(`今日${told}来过`, { ...known, held });
    expect(places.every(({ certain }) => certain)).toBe(true);
    expect(withBars(`今日${told}来过`, places)).toMatch(/^今日【?▇▇来过$/);
  });
});

it("a name that the case holds is not made up of signs of other words", () => {
  const held = { ...nothingHeld, names: ["王小五"] };
  expect(barred("王家小区五号楼，小王，五点", { held })).toBe("王家小区五号楼，小王，五点");
});

describe("the words of an office", () => {
  const text = "请打0591-87654321，或经办人电话0591-83456721、13900002222；车牌闽A12345。";

  it("keep the numbers of bodies; others somebody has to look at, and what is a person's for certain stays barred", () => {
    const places = placesIn(text, { ...known, official: true });
    expect(places.map(({ kind, certain }) => [kind, certain])).toEqual([
      ["telephone", false],
      ["telephone", false],
      ["plate", true],
    ]);
    expect(withBars(text, places)).toBe("请打0591-87654321，或经办人电话▇▇、▇▇；车牌▇▇。");
  });

  it("keep what is said to be the number of an office or a hotline", () => {
    const said = "责任单位电话0591-83456721，服务热线400-765-4321，市城管局83330000。";
    expect(barred(said, { official: true })).toBe(said);
    expect(placesIn(said, known).map(({ certain }) => certain)).toEqual([false, false]);
  });

  it("never spare what the case holds", () => {
    const held = { ...nothingHeld, numbers: ["0591-87654321"] };
    expect(placesIn(text, { ...known, held, official: true })[0]).toMatchObject({ kind: "held", certain: true });
  });
});

describe("places", () => {
  it("are in order, without overlap, and of the original", () => {
    const text = "电１３９００００１１１１话\u200b，我叫王小五，王小五先生，住东街12号3座501室。";
    const places = placesIn(text, { ...known, held: { ...nothingHeld, names: ["王小五"] } });
    for (const [i, place] of places.entries()) {
      expect(place.to).toBeGreaterThan(place.from);
      expect(place.from).toBeGreaterThanOrEqual(places[i - 1]?.to ?? 0);
    }
    expect(places.map(({ from, to }) => text.slice(from, to))).toEqual([
      "１３９００００１１１１",
      "王小五",
      "王小五",
      "12号3座501室",
    ]);
  });
});
