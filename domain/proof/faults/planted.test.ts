import { describe, expect, it } from "vitest";
import { fuzhou2007 } from "../../../packs/fuzhou-2007/index.ts";
import { hangzhou2016 as writtenHangzhou } from "../../../packs/hangzhou-2016/index.ts";
import { nationalYears } from "../../../packs/holidays/national.gen.ts";
import { zhejiang2017 } from "../../../packs/zhejiang-2017/index.ts";
import { plainDate } from "../../calendar/plain-date.ts";
import { calendarAsOf } from "../../calendar/work-calendar.ts";
import { standing } from "../../rules/layers.ts";
import type { DutyRule, Pack } from "../../rules/pack.ts";
import { checkPack } from "../check-pack.ts";

const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));
const hangzhou2016 = standing(writtenHangzhou, [zhejiang2017, writtenHangzhou]);

/** What the check says of a pack, examples that fail along with it apart. */
function found(pack: Pack) {
  return checkPack(pack, [pack, zhejiang2017], calendar).filter(({ what }) => what !== "exampleFails");
}

function withDuty(id: string, change: Partial<DutyRule>, pack: Pack = fuzhou2007): Pack {
  if (!pack.duties.some((duty) => duty.id === id)) throw new Error(`no duty ${id}`);
  return { ...pack, duties: pack.duties.map((duty) => (duty.id === id ? { ...duty, ...change } : duty)) };
}

function withoutActs(...acts: readonly string[]): Pack {
  return { ...fuzhou2007, powers: fuzhou2007.powers.filter(({ act }) => !acts.includes(act)) };
}

describe("a fault that is planted in a pack is found", () => {
  it("nobody may deliver what is to be told", () => {
    expect(found(withoutActs("recordDelivery"))).toContainEqual({
      what: "nobodyMay",
      part: "powers",
      detail: "recordDelivery",
    });
  });

  it("nobody may write a note", () => {
    expect(found(withoutActs("note"))).toContainEqual({ what: "nobodyMay", part: "powers", detail: "note" });
  });

  it("a duty whose end can never happen", () => {
    const faults = found(withDuty("reply", { end: ["term.extended"] }));
    expect(faults).toContainEqual({ what: "neverEnds", part: "duty reply", detail: "term.extended" });
  });

  it("a duty whose beginning can never happen", () => {
    const faults = found(withDuty("reply", { start: "term.extended" }));
    expect(faults).toContainEqual({ what: "neverBegins", part: "duty reply", detail: "term.extended" });
  });

  it("a duty that is owed by a post that nobody holds", () => {
    const faults = found(withDuty("reply", { ownerPost: "bureauHead" }));
    expect(faults).toContainEqual({ what: "nobodyHolds", part: "duty reply", detail: "bureauHead" });
  });

  it("a rule misspelt where a lapse is asked for, and where a finding is made", () => {
    const lapse = withDuty("urge", { when: [{ is: "value", name: "rule", oneOf: ["replly"] }] }, hangzhou2016);
    expect(found(lapse)).toContainEqual({ what: "noSuchRule", part: "duty urge", detail: "replly" });
    const formalities = hangzhou2016.formalities.map((formality) =>
      formality.id === "urge"
        ? {
            ...formality,
            effects: [{ is: "finding", kind: "urgedAgain", from: 2, rule: "urges" } as const],
          }
        : formality,
    );
    expect(found({ ...hangzhou2016, formalities })).toContainEqual({
      what: "noSuchRule",
      part: "formality urge",
      detail: "urges",
    });
  });

  it("examples that come to nothing: every duty's", () => {
    const duties = fuzhou2007.duties.map((duty) =>
      "then" in duty.example ? { ...duty, example: { ...duty.example, then: {} } } : duty,
    );
    const parts = found({ ...fuzhou2007, duties }).filter(({ what }) => what === "exampleEmpty");
    expect(parts.length).toBe(duties.filter((duty) => "then" in duty.example).length);
  });

  it("a term of 700 days whose example names no last day", () => {
    const reply = fuzhou2007.duties.find((duty) => duty.id === "reply");
    if (!reply || !("then" in reply.example)) throw new Error("no example");
    const example = { ...reply.example, then: { stage: "inHand" as const } };
    const faults = found(withDuty("reply", { limit: { n: 700, unit: "workingDay" }, example }));
    expect(faults).toContainEqual({ what: "exampleEmpty", part: "duty reply", detail: "due" });
    expect(faults).toContainEqual({ what: "wordsDiffer", part: "duty reply", detail: "700" });
  });

  it("a place in a message, or in the words of a refusal, that nothing fills", () => {
    const notices = fuzhou2007.notices.map((notice, i) => (i === 0 ? { ...notice, template: "{nummer}" } : notice));
    expect(found({ ...fuzhou2007, notices })).toContainEqual({
      what: "noSuchPlace",
      part: `notice ${notices[0]?.id}`,
      detail: "nummer",
    });
    const grounds = fuzhou2007.grounds.map((ground, i) => (i === 0 ? { ...ground, reason: "见{where}" } : ground));
    expect(found({ ...fuzhou2007, grounds })).toContainEqual({
      what: "noSuchPlace",
      part: `ground ${grounds[0]?.id}`,
      detail: "where",
    });
  });

  it.each([
    { n: 0, unit: "hour" },
    { n: 1.5, unit: "month", shortMonth: "lastDay" },
    { n: 2, unit: "hour", within: { from: "20:00", to: "08:00", days: "every" } },
    { n: 2, unit: "hour", within: { from: "8:00", to: "20:00", days: "every" } },
    {
      n: 2,
      unit: "workingDay",
      shift: { outside: { from: "09:00", to: "17:00", days: "every" }, to: { time: "24:00", days: "every" } },
    },
  ] as const)("a term that cannot be counted: %j", (limit) => {
    const faults = found(withDuty("reply", { limit }));
    expect(faults).toContainEqual({ what: "badTerm", part: "duty reply", detail: JSON.stringify(limit) });
  });

  it("words that say another number than the data", () => {
    const faults = found(withDuty("reply", { words: "承办单位8个工作日内答复。" }));
    expect(faults).toContainEqual({ what: "wordsDiffer", part: "duty reply", detail: "10" });
  });

  it("weights that do not sum to 100", () => {
    const weights = { viewedInTime: 30, repliedInTime: 30, passedFirstAudit: 30, satisfied: 30 };
    const measures = fuzhou2007.measures.map((measure) =>
      measure.is === "commendation" ? { ...measure, weights } : measure,
    );
    expect(found({ ...fuzhou2007, measures })).toContainEqual({
      what: "weights",
      part: "measure commendation",
      detail: "120",
    });
  });
});

describe("a case that nobody could bring further is found", () => {
  it("nobody who owes the next step can see it", () => {
    const sights = fuzhou2007.sights.filter(({ body }) => body !== "topBureau");
    const faults = found({ ...fuzhou2007, sights });
    expect(faults).toContainEqual(expect.objectContaining({ what: "unseen", detail: "ordinary，web" }));
  });

  it("reports of one kind may be seen by a body that may do nothing with them, and by nobody else", () => {
    const others = fuzhou2007.sights.map((sight) => ({
      ...sight,
      when: [...sight.when, { is: "not", of: { is: "subject", value: "discipline" } } as const],
    }));
    const faults = found({ ...fuzhou2007, sights: others });
    expect(faults).toContainEqual({ what: "stuck", part: "stage registered", detail: "discipline，web" });
    expect(faults.some((fault) => fault.what === "stuck" && fault.detail.startsWith("ordinary"))).toBe(false);
  });

  it("a stage on the way from which no power leads on", () => {
    const audited = withoutActs("passAudit", "failAudit");
    expect(found(audited)).toContainEqual({ what: "deadEnd", part: "powers", detail: "underAudit" });
    expect(found(withoutActs("handOver"))).toContainEqual({ what: "deadEnd", part: "powers", detail: "received" });
  });
});
