import { describe, expect, it } from "vitest";
import { noCounts } from "../../../domain/accountability/statistics.ts";
import type { PeriodicWork } from "../../../domain/accountability/periodic.ts";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { clauseId } from "../../../domain/rules/clause.ts";
import type { Measure } from "../../../domain/rules/measure.ts";
import { fuzhou2007 } from "../../../packs/fuzhou-2007/index.ts";
import type { Gathered } from "./gather.ts";
import { materialOf } from "./material.ts";
import { mentionable, mentionFault } from "./praise.ts";
import { workPaper } from "./work-paper.ts";

const entry = { clause: clauseId("FZ-11-1"), words: "只为试验而设。" };
const work = (what: PeriodicWork["what"], contents: readonly string[] = []): PeriodicWork => ({
  ...entry,
  id: what,
  what,
  title: null,
  months: 6,
  with: [],
  contents,
  carriedOutBy: [],
});
const counts = {
  ...noCounts,
  received: 4,
  dispatched: 4,
  closedInTime: 2,
  closedLate: 1,
  overdueOpen: 1,
  overdueNow: 1,
  passedFirst: 3,
};
const alike = (by: "category" | "place" | "chain", words: string, n: number) => ({ by, words, n, numbers: ["A-1"] });
const gathered: Gathered = {
  whole: counts,
  units: [{ key: "urban", name: "市城管局", counts }],
  categories: [{ key: "noise", name: "噪声", counts }],
  contents: new Map([["咨询", { n: 3, open: 1, late: 0 }]]),
  numbers: [
    { org: "urban", name: "dispatched", numbers: ["A-1", "A-2"] },
    { org: "urban", name: "notSatisfied", numbers: ["A-2"] },
  ],
  breaches: [{ org: "urban", name: "missedViewing", numbers: ["A-2"] }],
  alike: [alike("place", "五一路", 5), alike("category", "噪声", 2), alike("chain", "A-1", 2)],
  answered: [],
  asksRatings: true,
  earlier: [],
  from: plainDate("2026-01-01"),
  today: plainDate("2026-06-30"),
};
const measures = (...more: readonly object[]) => ({
  ...fuzhou2007,
  measures: [...fuzhou2007.measures, ...more.map((one) => ({ ...entry, example: { value: {} }, ...one }) as Measure)],
});
const material = (of: PeriodicWork, pack = fuzhou2007, facts = gathered) =>
  materialOf(of, pack, facts, () => "市城管局", []);
const part = (of: PeriodicWork, key: string, pack = fuzhou2007) => material(of, pack).find((one) => one.key === key);

describe("the material", () => {
  it("[ZJ-4.4-7] has the regulation's own contents as headings, and figures where one is a kind of cases", () => {
    const meeting = work("meeting", ["责任制落实情况", "咨询"]);
    expect(material(meeting).map(({ heading }) => heading)).toEqual([
      "总体情况",
      "责任制落实情况",
      "咨询",
      "各单位办理情况",
      "超期和未及时查阅",
      "不满意评价",
      "主要类别",
      "重复反映",
    ]);
    expect(part(meeting, "content.0")?.table).toBeNull();
    expect(part(meeting, "content.1")?.table?.rows).toEqual([["咨询", "3", "1", "0"]]);
  });

  it("says nothing of categories where no case has one", () => {
    const none = { ...gathered, categories: [{ key: "", name: "", counts }] };
    expect(material(work("report"), fuzhou2007, none).map(({ key }) => key)).not.toContain("categories");
  });

  it("[YT-4.9] says the share in time with what lies open in the denominator, and leaves out what nobody counted", () => {
    const overall = part(work("report"), "overall");
    expect(overall?.lines[1]).toContain("按期答复率50.0%（2/4）");
    expect(overall?.table?.rows.map(([name]) => name)).not.toContain("满意率");
    expect(part(work("report"), "units")?.table?.rows).toEqual([
      ["市城管局", "4", "2", "1", "1", "50.0%（2/4）", "0", "0", "0"],
    ]);
  });

  it("[YT-1] shows matters that many raise from the size the regulation names, from two on where it names none", () => {
    const rows = (size: number | null) =>
      part(work("report"), "clusters", measures({ id: "c", is: "clusters", by: [], size }))?.table?.rows.map(
        ([, words]) => words,
      );
    expect(rows(null)).toEqual(["五一路", "噪声", "A-1"]);
    expect(rows(5)).toEqual(["五一路"]);
    expect(part(work("report"), "clusters")).toBeUndefined();
    expect(part(work("report"), "repeats")?.table?.rows).toEqual([["关联件", "A-1", "2", "A-1等2件"]]);
  });

  it("is a list of answers and nothing else for calls back", () => {
    const answered = [
      { id: null, number: "A-1", org: "urban", on: "2026-03-03", calledBackOn: "2026-03-05" },
      { id: null, number: "A-2", org: "urban", on: "2026-03-04", calledBackOn: null },
    ];
    const [cases, ...rest] = material(work("callBacks", ["办理效果"]), fuzhou2007, { ...gathered, answered });
    expect(cases?.lines).toEqual(["本期答复2件，已回访1件，还没有回访1件。"]);
    expect(cases?.table?.rows.map((row) => row.at(-1))).toEqual(["2026-03-05", "还没有"]);
    expect(rest.map(({ heading }) => heading)).toEqual(["办理效果"]);
  });
});

describe("a mention in a circular", () => {
  const grounds = { praise: ["办理质量好"], criticism: ["敷衍应付"] };
  const fault = (mention: object) =>
    mentionFault(
      { list: "criticism", org: "urban", ground: "敷衍应付", numbers: ["A-2"], ...mention },
      grounds,
      mentionable(gathered),
    );

  it("[YT-5.6-1] needs a ground of the regulation and cases of that body; criticism needs at least one", () => {
    expect(fault({})).toBeNull();
    expect(fault({ numbers: [] })).toBe("noCases");
    expect(fault({ list: "praise", ground: "办理质量好", numbers: [] })).toBeNull();
    for (const wrong of [{ ground: "办理质量好" }, { numbers: ["A-9"] }, { org: "water" }]) {
      expect(fault(wrong)).toBe("unknown");
    }
    expect(mentionFault({ list: "praise", org: "urban", ground: "办理质量好", numbers: [] }, null, [])).toBe("unknown");
  });
});

it("[YT-4.9 N22-41-1] circulars and reports are set as official documents with their number, meetings as plain records", () => {
  const days = { from: plainDate("2026-01-01"), to: plainDate("2026-06-30"), heldOn: plainDate("2026-07-02") };
  const printed = (what: PeriodicWork["what"], number: string | null) =>
    workPaper({
      ...days,
      what,
      organ: "市效能办",
      title: "通报",
      number,
      basis: "《办法》第十一条",
      withNames: what === "meeting" ? ["市纪委"] : [],
      sections: material(work(what, ["责任制落实情况"])),
      remarks: { "content.0": "一切都好。\n\n继续。" },
    });
  const circular = printed("circular", "〔2026〕第1期");
  expect(circular).toMatchObject({
    layout: "official",
    number: "〔2026〕第1期",
    addressee: "各有关单位：",
    date: days.heldOn,
  });
  expect(circular.blocks.slice(0, 2)).toEqual([
    { is: "paragraph", text: "依据《办法》第十一条，统计期间2026年1月1日至2026年6月30日。" },
    { is: "heading", text: "一、总体情况" },
  ]);
  const meeting = printed("meeting", null);
  expect(meeting).toMatchObject({ layout: "notice", addressee: null });
  const said = meeting.blocks.flatMap((block) => (block.is === "paragraph" ? [block.text] : []));
  expect(said).toEqual(
    expect.arrayContaining(["召开日期：2026年7月2日。", "参加单位：市纪委。", "一切都好。", "继续。"]),
  );
});
