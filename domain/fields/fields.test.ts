import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseNumberIn, codeIn } from "./case-number.ts";
import { emailKey, readEmail } from "./email.ts";
import { readIdentityNumber } from "./identity-number.ts";
import { nameKey, readName } from "./person-name.ts";
import { addressKey, oneLine } from "./width.ts";

describe("an address of mail as people write it", () => {
  it.each([
    "lin@example.cn",
    "LIN@Example.CN",
    "lin＠example.cn",
    "ｌｉｎ＠ｅｘａｍｐｌｅ．ｃｎ",
    "lin@example.cn。",
    "lin@example。cn",
    " lin @ example.cn ",
    "邮箱：lin@example.cn",
    "mailto:lin@example.cn",
    "林晓 <lin@example.cn>",
    "lin@example.cn；",
  ])("%s is taken", (typed) => expect(readEmail(typed)).toEqual({ text: "lin@example.cn" }));

  it.each([
    ["", "empty"],
    ["l***@example.cn", "masked"],
    ["lin.example.cn", "noAt"],
    ["lin@example", "noDomain"],
    ["lin@", "noDomain"],
    ["lin@.cn", "noDomain"],
    ["lin@example..cn", "noDomain"],
    ["lin@exam_ple.cn", "noDomain"],
    ["@example.cn", "noName"],
    ["lin@a.cn,lin@b.cn", "several"],
    ["lin@@example.cn", "several"],
    ["林晓@example.cn", "letters"],
    ["lin xiao@example.cn", "letters"],
    [`${"a".repeat(100)}@example.cn`, "long"],
  ])("%s is refused: %s", (typed, fault) => expect(readEmail(typed)).toMatchObject({ fault }));
});

describe("an identity number as people write it", () => {
  it.each([
    "11010519491231002X",
    "11010519491231002x",
    "１１０１０５１９４９１２３１００２Ｘ",
    "110105 19491231 002X",
    "110105-19491231-002x",
    "身份证号：11010519491231002X。",
    "110105491231002",
  ])("%s is one number", (typed) => expect(readIdentityNumber(typed)).toEqual({ text: "11010519491231002X" }));

  it.each([
    ["", "empty"],
    ["110***********451X", "masked"],
    ["110101199003074512", "check"],
    ["11010119901307451X", "born"],
    ["1101011990030745", "length"],
    ["1101011990030745111", "length"],
    ["11010119900307A51X", "letters"],
    ["E12345678", "letters"],
  ])("%s is refused: %s", (typed, fault) => expect(readIdentityNumber(typed)).toMatchObject({ fault }));
});

describe("a name", () => {
  it("is kept as it was typed, without outer blanks and in one width", () => {
    expect(readName("　王小五　")).toEqual({ text: "王小五" });
    expect(readName("王　五")).toEqual({ text: "王 五" });
    expect(readName("Ｌｉ　Ｍｉｎｇ")).toEqual({ text: "Li Ming" });
    expect(readName("买买提·艾力")).toEqual({ text: "买买提·艾力" });
    expect(readName("𠮷小𤆵䶮")).toEqual({ text: "𠮷小𤆵䶮" });
    expect(readName("某某（集团）有限公司")).toEqual({ text: "某某（集团）有限公司" });
    expect(readName("𠮷".repeat(51))).toMatchObject({ fault: "long", facts: { n: 1 } });
    expect(readName(" 　")).toMatchObject({ fault: "empty" });
    expect(readName("王**")).toMatchObject({ fault: "masked" });
  });

  it("is compared in its normal form", () => {
    const same = (...names: string[]) => new Set(names.map(nameKey)).size;
    expect(same("王五", "王　五", " 王 五 ", "王\u200b五")).toBe(1);
    expect(same("买买提·艾力", "买买提•艾力", "买买提・艾力", "买买提．艾力", "买买提 · 艾力")).toBe(1);
    expect(same("Li Ming", "ＬＩ　ＭＩＮＧ", "liming")).toBe(1);
    expect(same("王五", "王伍")).toBe(2);
  });
});

describe("a case number as people paste it", () => {
  it.each([
    "FZ-20261128-000020",
    "fz-20261128-000020",
    "FZ20261128000020",
    "FZ 2026 1128 000 020",
    "ＦＺ－２０２６１１２８－００００２０",
    "FZ–20261128–000020",
    "FZ—20261128—000020",
    "编号：FZ-20261128-000020",
    "编号：FZ-20261128-000020。",
    "您的编号是FZ-20261128-000020，查询码",
    "“FZ-20261128-000020”",
    "FZ-20261128-000020 1234567890",
  ])("%s is found", (typed) => expect(caseNumberIn(typed)).toEqual({ whole: "FZ-20261128-000020" }));

  it.each(["000020", "尾号000020", "编号尾号：000 020。", "０００020", "#000020"])("%s is a tail", (typed) =>
    expect(caseNumberIn(typed)).toEqual({ tail: "000020" }),
  );

  it.each(["20261128-000020", "编号20261128000020。"])("%s is a number without its letters", (typed) =>
    expect(caseNumberIn(typed)).toEqual({ tail: "20261128-000020" }),
  );

  it.each([
    "",
    "电表号350199的电表坏了",
    "路灯",
    "20261128",
    "FZ-20261128-0000201",
    "FZ-2026-20",
    "0591-87654321",
    "000020号楼",
  ])("%s holds none", (typed) => expect(caseNumberIn(typed)).toBeNull());

  it("is found in whatever is written round it, whatever its separators are", () => {
    const around = fc.string({ unit: fc.constantFrom(..."编号：，。（）“” \n看".split("")), maxLength: 8 });
    const gap = fc.constantFrom("", "-", " ", "—", "－", " - ");
    fc.assert(
      fc.property(around, around, gap, fc.integer({ min: 0, max: 999_999 }), (before, behind, between, serial) => {
        const tail = String(serial).padStart(6, "0");
        const typed = `${before}HZ${between}20261128${between}${tail}${behind}`;
        expect(caseNumberIn(typed)).toEqual({ whole: `HZ-20261128-${tail}` });
      }),
    );
  });

  it("a query code is its digits", () => expect(codeIn(" 1234 ５６７-890。")).toBe("1234567890"));
});

it("one line keeps what people typed", () => {
  expect(oneLine("　台江区　八一七路２１７号\n旁（东侧）")).toBe("台江区 八一七路217号 旁（东侧）");
});

describe("what two spellings have in common", () => {
  it("mail, addresses and names are the same whatever width, blanks, case and marks", () => {
    expect(new Set(["Lin@Example.cn", "ｌｉｎ＠example。cn", " lin @ example.cn "].map(emailKey)).size).toBe(1);
    expect(new Set(["东街12号院3座", "东街１２号院 3座", "东街 12 号院，3座"].map(addressKey)).size).toBe(1);
    expect(emailKey("lin@example.cn")).not.toBe(emailKey("lim@example.cn"));
    expect(addressKey("东街12号")).not.toBe(addressKey("东街21号"));
  });
});
