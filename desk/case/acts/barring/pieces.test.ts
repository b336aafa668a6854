import { expect, it } from "vitest";
import type { Place } from "../../../../domain/barring/kinds.ts";
import { byHand, piecesOf } from "./pieces.ts";

const place = (from: number, to: number): Place => ({ from, to, kind: "name", certain: false });

it("cuts a text at what was found, keeps every word, and lets nothing overlap", () => {
  const text = "找王建国，王建国不在";
  const pieces = piecesOf(text, [place(5, 8), place(1, 4), place(2, 6)]);
  expect(pieces.map((one) => one.text).join("")).toBe(text);
  expect(pieces.filter((one) => one.place).map((one) => one.text)).toEqual(["王建国", "，王", "建国"]);
});

it("finds words that are marked by hand wherever they stand", () => {
  const texts = { title: "三号楼的灯", question: "三号楼，三号楼", answer: "已修" };
  expect(byHand(texts, "三号楼")).toEqual([
    { field: "title", from: 0, to: 3, bar: true },
    { field: "question", from: 0, to: 3, bar: true },
    { field: "question", from: 4, to: 7, bar: true },
  ]);
  expect(byHand(texts, "没有")).toEqual([]);
  expect(byHand(texts, "")).toEqual([]);
});
