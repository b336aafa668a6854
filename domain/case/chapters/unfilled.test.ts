import { expect, it } from "vitest";
import { unfilledIn } from "./unfilled.ts";

it.each([
  ["请到××窗口办理。", "××"],
  ["请联系✕✕科", "✕✕"],
  ["于{date}前完成", "{date}"],
  ["于｛日期｝前完成", "｛日期｝"],
  ["由XX局办理", "XX"],
  ["由ＸＸ局办理", "ＸＸ"],
  ["电话xxx", "xxx"],
  ["负责人____，电话：", "____"],
  ["负责人＿＿＿", "＿＿＿"],
  ["文号【　】", "【　】"],
  ["（ ）号", "（ ）"],
  ["定于　年  月  日完成", "年  月  日"],
])("[AC-69 partly] %s has a gap that is left open", (text, found) => expect(unfilledIn(text)).toBe(found));

it.each([
  "尺寸 3×4 米，换成 XXL 号。",
  "见 https://example.cn/a__b/XX1",
  "市民林**反映的路灯（一号）已于2026年3月5日修好。",
  "依据《办法》〔2026〕第3期",
])("[AC-69 partly] %s has none", (text) => expect(unfilledIn(text)).toBeNull());
