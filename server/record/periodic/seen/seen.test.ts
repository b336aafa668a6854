import { expect, it } from "vitest";
import { numbersIn, onlySeen, seenText } from "./seen.ts";

const [a, b, c] = ["FZ-20260302-000001", "FZ-20260302-000002", "FZ-20260303-000003"] as const;
const seen = new Set([a]);

it.each([
  [a, a],
  [b, "1件"],
  [`${a}、${b}`, `${a}等2件`],
  [`${b}、${c}`, "2件"],
  [`${a}、${b}等30件`, `${a}等30件`],
  [`${b}等30件`, "30件"],
  [`见${b}，另见${a}。`, `见1件，另见${a}。`],
  ["没有编号的话，2026-03-02。", "没有编号的话，2026-03-02。"],
])("%s is read as %s by who sees the first case alone", (text, read) => {
  expect(seenText(text, seen)).toBe(read);
});

it("every part of a work is read so: headings, lines, tables, remarks", () => {
  const table = {
    header: ["编号"],
    widths: [1],
    rows: [
      [a, "市城管局"],
      [`${a}、${b}`, c],
    ],
  };
  const work = { sections: [{ key: "k", heading: `一、${b}`, lines: [c], table }], remarks: { k: `请看${b}` } };
  expect(numbersIn(work).toSorted()).toEqual([a, b, c]);
  expect(onlySeen(work, seen)).toEqual({
    sections: [
      {
        key: "k",
        heading: "一、1件",
        lines: ["1件"],
        table: {
          ...table,
          rows: [
            [a, "市城管局"],
            [`${a}等2件`, "1件"],
          ],
        },
      },
    ],
    remarks: { k: "请看1件" },
  });
  expect(onlySeen(work, new Set([a, b, c]))).toEqual(work);
});
