import { expect, it } from "vitest";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import type { Paper } from "../../../domain/papers/paper.ts";
import { printable, unprintable } from "./glyphs.ts";

const paper: Paper = {
  layout: "notice",
  organ: "示例市信访局",
  number: null,
  signer: null,
  title: "告知书",
  addressee: "𠮷小𤆵：",
  blocks: [{ is: "paragraph", text: "■ ▲ ◆ ○ ‖ ？ ✓ 𬭎家的路灯已经修好。" }],
  date: plainDate("2026-03-18"),
  dated: "2026年3月18日",
  copies: null,
  note: null,
};

it("names the characters that the fonts lack, and marks them in print instead of leaving a blank", () => {
  expect(unprintable(paper)).toEqual(["𠮷", "𤆵"]);
  const printed = printable(paper);
  expect(printed.addressee).toBe("〓小〓：");
  expect(printed.blocks).toEqual(paper.blocks);
  expect(printed.note).toBe("2 个字打印不出，以“〓”代替：U+20BB7、U+241B5。请用 Word 版。");
});

it("leaves a paper as it is whose every character is there", () => {
  const plain = { ...paper, addressee: "林小𬭎：" };
  expect(printable(plain)).toBe(plain);
});
