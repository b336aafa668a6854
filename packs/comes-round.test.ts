import { describe, expect, it } from "vitest";
import { owedOf, periodicWorks, periodStartOf } from "../domain/accountability/periodic.ts";
import { isReached, targetsOf } from "../domain/accountability/targets.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { packView } from "../server/http/views/pack-view.ts";
import { groundsOf, mentionFault } from "../server/record/periodic/praise.ts";
import { packs } from "./index.ts";

const packOf = (id: string) => {
  const pack = packs.find((one) => one.id === id);
  if (!pack) throw new Error(`no pack ${id}`);
  return pack;
};
const works = (id: string) => periodicWorks(packOf(id));
const work = (pack: string, id: string) => {
  const found = works(pack).find((one) => one.id === id);
  if (!found) throw new Error(`no work ${id} in ${pack}`);
  return found;
};

/** The next period of a work and those that went by, for a region that began on a day. */
function owed(pack: string, id: string, begun: string, today: string) {
  const { months } = work(pack, id);
  if (months === null) return null;
  const monthStart = periodStartOf(packOf(pack));
  const { next, missing } = owedOf({ months, monthStart, begun: plainDate(begun), today: plainDate(today) }, []);
  return { next: `${next.from}/${next.to}`, missing: missing.map(({ from, to }) => `${from}/${to}`) };
}

describe("what comes round is owed by the regulation's own interval", () => {
  it("[ZJ-4.4-7] the half-year without its meeting is missing on 1 July; three kinds of bodies are called", () => {
    expect(owed("zhejiang-2017", "half-yearly-meeting", "2026-01-01", "2026-07-01")).toEqual({
      next: "2026-07-01/2026-12-31",
      missing: ["2026-01-01/2026-06-30"],
    });
    expect(work("zhejiang-2017", "half-yearly-meeting").with).toEqual([
      "disciplineBody",
      "personnelBody",
      "petitionBureau",
    ]);
  });

  it("[ZJ-4.4-7 HZ-6.4.3-2] in Hangzhou the half-year is that of the month of statistics: 26 December to 25 June", () => {
    expect(owed("hangzhou-2016", "half-yearly-meeting", "2025-12-26", "2026-06-26")).toEqual({
      next: "2026-06-26/2026-12-25",
      missing: ["2025-12-26/2026-06-25"],
    });
  });

  it("[HZ-6.4.3-1 HZ-6.4.3-2] the report of number and content is owed for each month from the 26th to the 25th", () => {
    expect(owed("hangzhou-2016", "monthly-report", "2026-01-26", "2026-03-26")).toEqual({
      next: "2026-03-26/2026-04-25",
      missing: ["2026-01-26/2026-02-25", "2026-02-26/2026-03-25"],
    });
    expect(work("hangzhou-2016", "monthly-report")).toMatchObject({
      what: "report",
      contents: ["受理数量", "受理内容"],
    });
  });

  it("[YT-4.6-3] inspections of all kinds of messages have no interval, so none is ever missing", () => {
    const inspection = works("yintai-2012").find(({ what }) => what === "inspection");
    expect(inspection?.clause).toBe("YT-4.6-3");
    expect(inspection?.contents).toEqual(["咨询", "建议", "投诉", "求助", "其他"]);
    expect(owed("yintai-2012", inspection?.id ?? "", "2026-01-01", "2026-12-31")).toBeNull();
  });

  it("[YT-4.9] the bulletin comes round as a circular without an interval", () => {
    const bulletin = works("yintai-2012").find(({ clause }) => clause === "YT-4.9");
    expect(bulletin).toMatchObject({ what: "circular", months: null });
  });

  it("[N22-38-1] inspections have no interval; the conference and the bureau take part", () => {
    expect(work("national-2022", "inspection").with).toEqual(["jointConference", "petitionBureau"]);
    expect(owed("national-2022", "inspection", "2026-01-01", "2026-12-31")).toBeNull();
  });

  it("[N22-39-1] the assessment is owed every year, to be made known: missing on the first day of the next", () => {
    expect(owed("national-2022", "assessment", "2026-01-01", "2027-01-01")).toEqual({
      next: "2027-01-01/2027-12-31",
      missing: ["2026-01-01/2026-12-31"],
    });
    expect(work("national-2022", "assessment").what).toBe("circular");
  });

  it("[N22-41-1] the yearly report is owed for the calendar year, with its four contents", () => {
    expect(owed("national-2022", "annual-report", "2026-01-01", "2026-12-31")).toEqual({
      next: "2026-01-01/2026-12-31",
      missing: [],
    });
    expect(work("national-2022", "annual-report").contents).toHaveLength(4);
  });
});

describe("what is measured and mentioned", () => {
  it("[HZ-6.3.2.c-2] of fifty that are finished thirty published reach the share, twenty-nine do not", () => {
    const [target, ...others] = targetsOf(packOf("hangzhou-2016"));
    if (!target) throw new Error("no target");
    expect(others).toEqual([]);
    expect([30, 29, 50].map((met) => isReached({ met, of: 50 }, target))).toEqual([true, false, true]);
  });

  it("[YT-5.6-1] a unit is praised on one of three grounds and criticised on one of five, with the cases that show it", () => {
    const pack = packOf("yintai-2012");
    const bulletin = works("yintai-2012").find(({ what }) => what === "circular");
    if (!bulletin) throw new Error("no bulletin");
    const grounds = groundsOf(pack, bulletin);
    expect([grounds?.praise.length, grounds?.criticism.length]).toEqual([3, 5]);
    const bodies = [{ id: "housing", name: "住建局", numbers: ["YT1"] }];
    const fault = (list: "praise" | "criticism", ground: string, numbers: readonly string[]) =>
      mentionFault({ list, org: "housing", ground, numbers }, grounds, bodies);
    expect(fault("criticism", "敷衍应付", ["YT1"])).toBeNull();
    expect(fault("criticism", "敷衍应付", [])).toBe("noCases");
    expect(fault("praise", "敷衍应付", ["YT1"])).toBe("unknown");
  });
});

describe("what a clause asks to be shown", () => {
  it("[FZ-1 ZJ-5-3 YT-6 N22-49-1 N22-23-8] the clause stands with its words in the regulation that the desk shows", () => {
    const listed = [
      ["fuzhou-2007", "FZ-1", "便民"],
      ["zhejiang-2017", "ZJ-5-3", "实施办法"],
      ["yintai-2012", "YT-6", "解释"],
      ["national-2022", "N22-49-1", "解释"],
      ["national-2022", "N22-23-8", "纪检监察"],
    ] as const;
    for (const [id, clause, word] of listed) {
      const shown = packView(packOf(id), packs).clauses.find((one) => one.id === clause);
      expect(shown?.text, clause).toContain(word);
    }
  });
});
