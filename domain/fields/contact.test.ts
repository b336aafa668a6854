import { describe, expect, it } from "vitest";
import { contactFaults, faultSentence, keptContact, type TypedContact } from "./contact.ts";
import { faultWords } from "./words.ts";

const nobody: TypedContact = {
  name: "温若谷",
  organisation: null,
  phone: null,
  email: null,
  address: null,
  onBehalf: null,
  representatives: [],
  replyBy: "web",
};
const faults = (part: Partial<TypedContact>, channel: string | null = null) => {
  const { phone, email } = contactFaults({ ...nobody, ...part }, channel);
  return [phone?.fault ?? null, email?.fault ?? null];
};

describe("the way of answering needs what it goes by", () => {
  it.each([
    [{ replyBy: "sms" }, "neededForMessage", null],
    [{ replyBy: "sms", phone: "无" }, "noDigits", null],
    [{ replyBy: "sms", phone: "110" }, "short", null],
    [{ replyBy: "sms", phone: "0591-87654321" }, "noMessages", null],
    [{ replyBy: "sms", phone: "400-123-4567" }, "noMessages", null],
    [{ replyBy: "sms", phone: "139 0000 1112" }, null, null],
    [{ replyBy: "phone" }, "neededForCall", null],
    [{ replyBy: "phone", phone: "　" }, "neededForCall", null],
    [{ replyBy: "phone", phone: "0591-87654321转8012" }, null, null],
    [{ replyBy: "email" }, null, "neededForMail"],
    [{ replyBy: "email", email: "lin@example" }, null, "noDomain"],
    [{ replyBy: "email", email: "LIN＠example.cn" }, null, null],
    [{ replyBy: "web" }, null, null],
    [{ replyBy: "web", phone: "12345abc", email: "lin" }, "letters", "noAt"],
    [{ replyBy: null }, null, null],
  ] as const)("%j", (part, phone, email) => expect(faults(part)).toEqual([phone, email]));

  it("what came by mail has an address of mail", () => {
    expect(faults({}, "email")).toEqual([null, "neededForChannel"]);
    expect(faults({ email: "lin@example.cn" }, "email")).toEqual([null, null]);
    expect(faults({}, "letter")).toEqual([null, null]);
  });
});

it("what is kept is in one form, and nothing that was typed is lost", () => {
  expect(
    keptContact({
      ...nobody,
      name: "　王小五 ",
      organisation: " ",
      phone: "１３９　００００　１１１４（儿子）",
      email: "LIN＠Example.cn。",
      address: "台江区　八一七路２１７号",
      onBehalf: { name: " 李桂英", relation: "母亲 " },
      representatives: [" 张三 ", "", "李四"],
      replyBy: null,
    }),
  ).toEqual({
    name: "王小五",
    organisation: null,
    phone: "13900001114",
    phoneNote: "儿子",
    email: "lin@example.cn",
    address: "台江区 八一七路217号",
    onBehalf: { name: "李桂英", relation: "母亲" },
    representatives: ["张三", "李四"],
    replyBy: "phone",
  });
  expect(keptContact({ ...nobody, phone: "87654321（旧系统）" })).toMatchObject({ phone: "87654321（旧系统）" });
  expect(keptContact({ ...nobody, email: "lin@example.cn", replyBy: null }).replyBy).toBe("email");
  expect(keptContact({ ...nobody, replyBy: null }).replyBy).toBe("web");
});

it("every fault has its sentence, filled in", () => {
  const all = Object.entries(faultWords).flatMap(([field, words]) =>
    Object.keys(words).map((fault) =>
      faultSentence(field as keyof typeof faultWords, {
        fault,
        facts: { n: 7, letters: "abc", digits: "110", start: "123" },
      }),
    ),
  );
  expect(all.filter((sentence) => sentence === "" || sentence.includes("{"))).toEqual([]);
  expect(faultSentence("phone", { fault: "mobileLength", facts: { n: 7 } })).toBe("手机号是 11 位数字，您填了 7 位");
});
