import { expect, it } from "vitest";
import { readCorrection } from "./correction.ts";

it.each([
  ["title", null, { wrong: "blank" }],
  ["title", "", { wrong: "blank" }],
  ["title", " 　\n", { wrong: "blank" }],
  ["title", " 路灯不亮 ", { value: "路灯不亮" }],
  ["name", null, { wrong: "blank" }],
  ["name", "王**", { wrong: "masked" }],
  ["name", "　王五　", { value: "王五" }],
  ["phone", "", { wrong: "blank" }],
  ["phone", "139****1111", { wrong: "masked" }],
  ["phone", "12345abc", { wrong: "unreadable", sentence: "电话号码里有“abc”，请只填数字" }],
  ["phone", "13900001114（儿子）", { value: "13900001114（儿子）" }],
  ["email", "l***@example.cn", { wrong: "masked" }],
  ["email", "lin@example", { wrong: "unreadable", sentence: "邮箱的 @ 后面要写完整，如 @example.com" }],
  ["email", "LIN＠Example.cn。", { value: "lin@example.cn" }],
  ["place", " ", { value: null }],
  ["place", "八一七路２１７号", { value: "八一七路217号" }],
  ["area", null, { value: null }],
] as const)("%s corrected to %j", (field, typed, read) => expect(readCorrection(field, typed)).toEqual(read));
