import { expect, it } from "vitest";
import { reckonable } from "./reckonable.ts";

it("[AC-115] shares, counts and days of the material are cells of their kind; words stay words", () => {
  const header = ["单位", "转办", "按期答复率", "答复日期"];
  const rows = [
    ["市城管局", "12", "33.3%（1/3）", "2026-03-05"],
    ["=1+1", "0", "—", "还没有"],
  ];
  expect(reckonable({ header, widths: [1, 1, 1, 1], rows })).toEqual({
    header: ["单位", "转办", "按期答复率", "按期答复率（分子）", "按期答复率（分母）", "答复日期"],
    rows: [
      ["市城管局", 12, { share: { met: 1, of: 3 } }, 1, 3, { day: "2026-03-05" }],
      ["=1+1", 0, "—", null, null, "还没有"],
    ],
  });
});
