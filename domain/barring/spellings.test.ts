import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nothingHeld } from "./held.ts";
import { placesIn, withBars } from "./places.ts";

const bodies = ["0591-87654321", "400-123-4567", "12345"];
const widths: readonly ((digit: string) => string)[] = [
  (digit) => digit,
  (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  (digit) => "零一二三四五六七八九"[Number(digit)] ?? digit,
  (digit) => "〇壹贰叁肆伍陆柒捌玖"[Number(digit)] ?? digit,
  (digit) => "⓪①②③④⑤⑥⑦⑧⑨"[Number(digit)] ?? digit,
  (digit) => String.fromCodePoint(0x1d7ce + Number(digit)),
  (digit) => `${digit}\ufe0f\u20e3`,
  (digit) => "OlZ3456789"[Number(digit)]?.replace("Z", digit) ?? digit,
  (digit) => "oI23456789"[Number(digit)] ?? digit,
  (digit) => "○幺贰叁肆伍陆柒捌玖"[Number(digit)] ?? digit,
];
const unseen = ["", "\u200b", "\u200d", "\u2066", "\u202e", "\ufeff", "\u00ad"];
const marks = [
  "",
  " ",
  "　",
  "-",
  "—",
  ".",
  "·",
  "•",
  "/",
  "_",
  "*",
  "(",
  "）",
  "【",
  "~",
  " - ",
  "・",
  "|",
  "－",
  "／",
];

/** The signs of a number in mixed widths, each followed by an unseen mark and one to part it from the next. */
const spelt = (digits: string, parts: readonly string[]) =>
  fc
    .array(
      fc.record({
        width: fc.nat(widths.length - 1),
        hidden: fc.constantFrom(...unseen),
        mark: fc.constantFrom(...parts),
      }),
      {
        minLength: digits.length,
        maxLength: digits.length,
      },
    )
    .map((how) =>
      [...digits]
        .map((digit, i) => {
          const { width = 0, hidden = "", mark = "" } = how[i] ?? {};
          const sign = /\d/.test(digit) ? widths[width]?.(digit) : digit;
          return `${sign}${hidden}${i === digits.length - 1 ? "" : mark}`;
        })
        .join(""),
    );
const digits = (n: number) => fc.array(fc.nat(9), { minLength: n, maxLength: n }).map((all) => all.join(""));
const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9)).map(([head, rest]) => `1${head}${rest}`);
const born = fc.tuple(
  fc.integer({ min: 1940, max: 2019 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 28 }),
);
const identity = fc
  .tuple(fc.constantFrom("350102", "110101", "330106", "621122"), born, digits(3), fc.constantFrom("0", "7", "X", "x"))
  .map(([place, [year, month, day], serial, last]) => {
    const two = (n: number) => String(n).padStart(2, "0");
    return `${place}${year}${two(month)}${two(day)}${serial}${last}`;
  });
const name = fc
  .tuple(fc.constantFrom("林", "欧阳", "毕", "王"), fc.constantFrom("小满", "大川", "然", "晓云"))
  .map(([family, given]) => family + given);
const around = fc.constantFrom(
  ["昨天去了，", "，没有结果。"],
  ["路灯不亮三天（", "）请修理。"],
  ["公交车一直不来；", "\n谢谢"],
  ["小区里很吵，2026年3月5日，", "，请处理。"],
);
const runs = { seed: 20_261_128, numRuns: 300 };

describe("any spelling", () => {
  const shown = (before: string, told: string, after: string, held = nothingHeld) => {
    const text = `${before}${told}${after}`;
    return withBars(text, placesIn(text, { held, bodies, official: false }));
  };

  it("of a mobile number is barred, and nothing beside it", () => {
    const cases = mobile.chain((number) => fc.tuple(spelt(number, marks), around));
    fc.assert(
      fc.property(cases, ([told, [before = "", after = ""]]) => {
        expect(shown(before, told, after)).toBe(`${before}▇▇${after}`);
      }),
      runs,
    );
  });

  it("of an identity number is barred", () => {
    const cases = identity.chain((number) => fc.tuple(spelt(number, marks), around));
    fc.assert(
      fc.property(cases, ([told, [before = "", after = ""]]) => {
        expect(shown(before, told, after)).toBe(`${before}▇▇${after}`);
      }),
      runs,
    );
  });

  it("of a name or number that the case holds is barred, marks of lists included", () => {
    const more = [...marks, "，", "、", ";"];
    const number = mobile.chain((whole) => fc.tuple(fc.constant(whole), spelt(whole, more)));
    const person = name.chain((whole) => fc.tuple(fc.constant(whole), spelt(whole, marks)));
    fc.assert(
      fc.property(number, person, around, ([whole, told], [who, called], [before = "", after = ""]) => {
        const held = { ...nothingHeld, names: [who], numbers: [whole] };
        expect(shown(before, `${called}说${told}`, after, held)).toBe(`${before}▇▇说▇▇${after}`);
      }),
      runs,
    );
  });
});

describe("text without personal data", () => {
  const plain = fc.constantFrom(
    "路灯不亮三天了。",
    "2026年3月5日上午9:30，",
    "编号FZ-20260305-000127；",
    "榕信〔2026〕12号第3条第2款，",
    "共1,234,567.80元，",
    "面积135 0000 0000平方米；",
    "请拨打12345或0591-87654321。",
    "服务热线400-123-4567，",
    "5号102房屋漏水，",
    "3栋楼下的电梯停了。",
    "从7:00到19:00，每隔15分钟一班，",
    "公交K1路、K2路、139路。",
    "一九九八年建成，共三十二户。",
    "水费3.14159265元/吨。",
    "1. 修路灯\n2. 修电梯\n3. 补偿500元\n",
  );

  it("is unchanged, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        expect(placesIn(text, { held: nothingHeld, bodies, official: false })).toEqual([]);
      }),
      runs,
    );
  });
});

describe("time", () => {
  const hostile = ["1", "一", "1 ", "a@", "王", "闽A", "1号", "1-", "我住", "电话13", "26.0 ", "\u200b1"];
  const held = { names: ["王小五"], numbers: ["13900001111"], mails: ["a@b.cn"], addresses: ["东街12号3座501室"] };
  const fastest = (seed: string, length: number, times: number) => {
    const text = seed.repeat(length / seed.length);
    const taken = Array.from({ length: times }, () => {
      const start = process.cpuUsage();
      placesIn(text, { held, bodies, official: false });
      return process.cpuUsage(start).user / 1000;
    });
    return Math.min(...taken);
  };

  it.each(hostile)("grows with the length and no faster: %j", (seed) => {
    // Eight times the length takes eight times the time; sixty-four times would be the square. The rest is for the machine.
    const [short, long] = [fastest(seed, 2_500, 5), fastest(seed, 20_000, 2)];
    expect(long).toBeLessThan(20 * short + 60);
  });
});
