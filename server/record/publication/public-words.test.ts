import { describe, expect, it } from "vitest";
import { publicWords } from "./public-words.ts";

const told = {
  title: "替李桂英反映路灯",
  content: "我是王小五，替母亲李桂英反映：路灯不亮。代表还有毕然。",
  claim: "修好路灯\n2. 告诉李桂英哪天修好",
  answer: "第1项诉求（支持）：已修复，已告知李桂英。",
};
const petitioner = {
  name: "王小五",
  organisation: null,
  onBehalf: { name: "李桂英", relation: "母亲" },
  representatives: ["毕然"],
};

describe("what the public reads", () => {
  it("bars everybody whom the filing names, in title, words, claims and answer alike", () => {
    const shown = publicWords(told, petitioner);
    expect(Object.values(shown).join()).not.toMatch(/王小五|李桂英|毕然/);
    expect(shown.title).toBe("替▇▇反映路灯");
  });

  it("numbers the claims as the answer does", () => {
    expect(publicWords(told, petitioner).question).toContain("希望怎样解决：\n1. 修好路灯\n2. 告诉▇▇哪天修好");
    expect(publicWords({ ...told, claim: null }, petitioner).question).not.toContain("希望怎样解决");
  });
});
