import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTelephone, takesMessages, telephoneKey } from "./telephone.ts";

const textOf = (typed: string) => {
  const read = readTelephone(typed);
  return "fault" in read ? read : read.text;
};
const faultOf = (typed: string) => {
  const read = readTelephone(typed);
  return "fault" in read ? read : null;
};

describe("a telephone number as people write it", () => {
  it.each([
    "13900001114",
    "139 0000 1114",
    "139-0000-1114",
    "139.0000.1114",
    "139 00 00 11 14",
    "139—0000—1114",
    "１３９００００１１１４",
    "１３９　００００　１１１４",
    "+86 139 0000 1114",
    "+86-139-0000-1114",
    "＋86 13900001114",
    "(+86)13900001114",
    "86 139 0000 1114",
    "8613900001114",
    "0086 139 0000 1114",
    "008613900001114",
    "013900001114",
    "13900001114。",
    "电话：13900001114",
    "手机号 13900001114",
    "Tel: 13900001114",
    " \u200b13900001114\u00a0",
  ])("%s is one mobile", (typed) => {
    expect(readTelephone(typed)).toEqual({
      kind: "mobile",
      text: "13900001114",
      digits: "13900001114",
      e164: "+8613900001114",
      extension: null,
      note: null,
    });
  });

  it.each([
    ["13900001114（儿子）", "儿子"],
    ["13900001114(儿子)", "儿子"],
    ["（儿子）13900001114", "儿子"],
    ["13900001114 儿子", "儿子"],
    ["王先生 139 0000 1114", "王先生"],
    ["13900001114【老伴，下午打】", "老伴,下午打"],
  ])("%s: whose number it is stands apart", (typed, note) => {
    expect(readTelephone(typed)).toMatchObject({ text: "13900001114", note });
  });

  it.each([
    ["0591-87654321", "0591-87654321", null],
    ["（0591）87654321", "0591-87654321", null],
    ["0591 8765 4321", "0591-87654321", null],
    ["０５９１－８７６５４３２１", "0591-87654321", null],
    ["0591/87654321", "0591-87654321", null],
    ["+86 591 87654321", "0591-87654321", null],
    ["0086-0591-87654321", "0591-87654321", null],
    ["+86 (0)591 8765 4321", "0591-87654321", null],
    ["0597-2345678", "0597-2345678", null],
    ["010-62345678", "010-62345678", null],
    ["+86 10 6234 5678", "010-62345678", null],
    ["0591-87654321转8012", "0591-87654321-8012", "8012"],
    ["0591-87654321 转 8012", "0591-87654321-8012", "8012"],
    ["0591-87654321-8012", "0591-87654321-8012", "8012"],
    ["(0591)87654321-8012", "0591-87654321-8012", "8012"],
    ["0591-87654321 ext. 8012", "0591-87654321-8012", "8012"],
    ["0591-87654321x8012", "0591-87654321-8012", "8012"],
    ["0591-87654321#8012", "0591-87654321-8012", "8012"],
    ["0591-87654321分机8012（办公室）", "0591-87654321-8012", "8012"],
    ["0597-2345678-801", "0597-2345678-801", "801"],
  ])("%s is a fixed line", (typed, text, extension) => {
    expect(readTelephone(typed)).toMatchObject({ kind: "landline", text, extension });
  });

  it("numbers of 400 and from abroad", () => {
    expect(readTelephone("400 123 4567")).toMatchObject({ kind: "hotline", text: "400-123-4567", e164: null });
    expect(readTelephone("4001234567转2")).toMatchObject({ kind: "hotline", text: "400-123-4567-2" });
    expect(readTelephone("+852 9123 4567")).toMatchObject({
      kind: "abroad",
      text: "+85291234567",
      e164: "+85291234567",
    });
    expect(readTelephone("00853-6612-3456")).toMatchObject({ kind: "abroad", text: "+85366123456" });
  });

  it.each([
    ["", { fault: "empty", facts: {} }],
    ["　", { fault: "empty", facts: {} }],
    ["无", { fault: "noDigits", facts: {} }],
    ["没有电话", { fault: "noDigits", facts: {} }],
    ["139****1114", { fault: "masked", facts: {} }],
    ["110", { fault: "short", facts: { digits: "110" } }],
    ["12345", { fault: "short", facts: { digits: "12345" } }],
    ["12345abc", { fault: "letters", facts: { letters: "abc" } }],
    ["139OOOO1114", { fault: "letters", facts: { letters: "OOOO" } }],
    ["1390000", { fault: "mobileLength", facts: { n: 7 } }],
    ["1390000111", { fault: "mobileLength", facts: { n: 10 } }],
    ["139000011144", { fault: "mobileLength", facts: { n: 12 } }],
    ["13900001114222222", { fault: "mobileLength", facts: { n: 17 } }],
    ["00000000000", { fault: "unknown", facts: {} }],
    ["12345678901", { fault: "mobileStart", facts: { start: "123" } }],
    ["11111111111", { fault: "mobileStart", facts: { start: "111" } }],
    ["87654321", { fault: "noAreaCode", facts: {} }],
    ["0591-8765", { fault: "landline", facts: {} }],
    ["0591-00000000", { fault: "landline", facts: {} }],
    ["13900001111、13900001112", { fault: "several", facts: {} }],
    ["13900001111/13900001112", { fault: "several", facts: {} }],
    ["13900001111 13900001112", { fault: "several", facts: {} }],
    ["139 0000 1111，139 0000 1112", { fault: "several", facts: {} }],
    ["13900001111或0591-87654321", { fault: "several", facts: {} }],
    ["1390000111113900001112", { fault: "several", facts: {} }],
    ["13900001111转8012", { fault: "mobileLength", facts: { n: 15 } }],
  ])("%s is refused with its reason", (typed, fault) => expect(faultOf(typed)).toEqual(fault));

  it("only what can have a short message is sent one", () => {
    const can = (typed: string) => {
      const read = readTelephone(typed);
      return !("fault" in read) && takesMessages(read);
    };
    expect(["13900001114", "0591-87654321", "4001234567", "+85291234567"].map(can)).toEqual([true, false, false, true]);
  });

  it("what cannot be read is still compared by its digits", () => {
    expect(telephoneKey("8765 4321")).toBe(telephoneKey("８７６５４３２１"));
    expect(telephoneKey("无")).toBe("");
  });
});

const digit = fc.integer({ min: 0, max: 9 });
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.array(digit, { minLength: 9, maxLength: 9 }))
  .map(([second, rest]) => `1${second}${rest.join("")}`);
const fixed = fc
  .tuple(
    fc.constantFrom("010", "021", "0591", "0371"),
    fc.integer({ min: 2, max: 9 }),
    fc.array(digit, { minLength: 7, maxLength: 7 }),
  )
  .map(([area, first, rest]) => `${area}-${first}${rest.join("")}`);
const gaps = fc.array(fc.constantFrom("", "", " ", "-", "　", "—", "."), { minLength: 12, maxLength: 12 });
const spread = (text: string, between: readonly string[]) =>
  [...text].map((sign, at) => sign + (between[at] ?? "")).join("");
const wide = (text: string) => text.replace(/\d/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe("for every number", () => {
  it("the kept form is read as itself", () => {
    fc.assert(
      fc.property(fc.oneof(mobile, fixed), (number) => {
        expect(textOf(number)).toBe(number);
      }),
    );
  });

  it("blanks, dashes, full width and the country's code change nothing", () => {
    fc.assert(
      fc.property(mobile, gaps, fc.constantFrom("", "+86 ", "0086", "86-", "(+86)"), (number, between, code) => {
        expect(textOf(code + spread(number, between))).toBe(number);
        expect(textOf(wide(code + number))).toBe(number);
        expect(telephoneKey(code + spread(number, between))).toBe(number);
      }),
    );
  });

  it("the same number is one number with and without extension", () => {
    fc.assert(
      fc.property(fixed, fc.integer({ min: 0, max: 9999 }), (number, extension) => {
        expect(telephoneKey(`${number}转${extension}`)).toBe(telephoneKey(number));
      }),
    );
  });

  it("no text makes it fall over, and what is read is read again as itself", () => {
    const signs = fc.string({ unit: fc.constantFrom(...Array.from("0123456789+-() 转/、")) });
    const again = (text: string) => {
      const read = readTelephone(text);
      return "fault" in read ? null : [read.text, textOf(read.text)];
    };
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), signs), (text) => {
        const forms = again(text);
        expect(forms?.[0]).toEqual(forms?.[1]);
      }),
      { numRuns: 2000 },
    );
  });
});
