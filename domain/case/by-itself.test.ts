import { describe, expect, it } from "vitest";
import { at } from "../../packs/fuzhou-2007/example-office.ts";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import * as say from "../../packs/fuzhou-2007/stories.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { plainDate } from "../calendar/plain-date.ts";
import { calendarAsOf } from "../calendar/work-calendar.ts";
import { explain } from "../duty/explain.ts";
import { reckon } from "../duty/reckon.ts";
import type { Happening, Timeline } from "../duty/timeline.ts";
import { duty, leg, of, stage } from "../proof/fixture.ts";
import { chinaTime } from "../proof/story.ts";
import type { Step } from "../rules/example.ts";
import type { LapseEffect, Values } from "../rules/formality.ts";
import type { DutyRule, Pack } from "../rules/pack.ts";
import type { Condition } from "../rules/power.ts";
import { withRegionTerms } from "../rules/region-terms.ts";
import type { Moment } from "../rules/vocabulary.ts";
import { dutyValue } from "../words/entry-words.ts";
import { noChain } from "./context.ts";
import { check } from "./guards/guards.ts";
import type { Asked } from "./situation.ts";
import { holds } from "./timeline.ts";

const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));

/** The regulation with some of its rules told otherwise. */
function changed(id: string, rule: Partial<DutyRule>, more: readonly DutyRule[] = []): Pack {
  const duties = fuzhou2007.duties.map((one) => (one.id === id ? { ...one, ...rule } : one));
  return { ...fuzhou2007, duties: [...duties, ...more] };
}

const sent = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.housing)];
const filed = { at: "2026-03-02 09:00", channel: "web" } as const;
const answered = [
  ...sent,
  say.view("2026-03-03 09:00", at.housing),
  say.submit("2026-03-03 10:00", at.housing),
  say.draft("2026-03-04 09:00", at.housing),
  say.approve("2026-03-04 10:00", at.housing),
];
const lapse = (...effects: readonly LapseEffect[]) => stage(changed("reply", { onLapse: effects }), nationalYears);

describe("what comes about by itself once a term is over", () => {
  it("happens once, on the first day after, and not while there is time", () => {
    const { play } = lapse({ is: "urgent" });
    const types = (until: string) => play(filed, sent, { until }).events.map(({ type }) => type);
    expect(types("2026-03-16 23:59")).not.toContain("termLapsed");
    expect(types("2026-03-17 00:00").filter((type) => type === "termLapsed")).toHaveLength(1);
    expect(play(filed, sent, { until: "2026-03-17 00:00" }).kase.urgent).toBe(true);
    const step: Step = say.view("2026-03-20 09:00", at.housing);
    const later = play(filed, [...sent, step], { until: "2026-03-21 09:00" });
    expect(of(later.events, "termLapsed")).toHaveLength(1);
  });

  it("does not happen where it was done in time", () => {
    const scene = lapse({ is: "urgent" }).play(filed, answered, { until: "2026-03-20 09:00" });
    expect(of(scene.events, "termLapsed")).toEqual([]);
  });

  it("lets the level above take the lead, and the unit is out of it", () => {
    const scene = lapse({ is: "passUp" }).play(filed, sent, { until: "2026-03-17 00:00" });
    expect(leg(scene, at.housing).stage).toBe("recalled");
    const opened = of(scene.events, "legOpened").at(-1);
    expect(opened?.orgId).not.toBe(at.housing);
    expect(scene.kase.matters[0]?.leadLegId).toBe(opened?.legId);
    expect(scene.breaches).toContainEqual(["lapsedUnhandled", at.housing, "2026-03-17"]);
  });

  it("ends the leg of a unit that was silent, and the matter with it", () => {
    const scene = lapse({ is: "endLeg" }).play(filed, sent, { until: "2026-03-17 00:00" });
    expect(leg(scene, at.housing).stage).toBe("passed");
  });

  it("leaves out what the case does not allow, and stands all the same", () => {
    const scene = lapse({ is: "archive" }, { is: "redo" }, { is: "publish" }).play(filed, sent, {
      until: "2026-03-17 00:00",
    });
    expect(of(scene.events, "termLapsed")).toHaveLength(1);
    expect(scene.kase.stage).toBe("inHand");
  });
});

describe("the end of a term as a moment of its own", () => {
  const call: DutyRule = {
    ...(fuzhou2007.duties.find(({ id }) => id === "reply") as DutyRule),
    id: "call-at-the-end",
    owner: "topBureau",
    ownerPost: "dispatcher",
    start: "end.reply",
    end: ["told.reply"],
    when: [],
    limit: { n: 2, unit: "workingDay" },
    breach: null,
  };
  const { judgedBy: _, ...plain } = call;

  it("comes whether the answer came in time or not, and not before", () => {
    const { play } = stage(changed("none", {}, [plain]), nationalYears);

    const rules = (steps: readonly Step[], until: string) => play(filed, steps, { until }).duties.map((d) => d.rule);
    expect(rules(answered, "2026-03-16 23:00")).not.toContain("call-at-the-end");
    expect(duty(play(filed, sent, { until: "2026-03-17 08:00" }), "call-at-the-end").due).toBe("2026-03-18");
  });
});

describe("a table of terms", () => {
  const limits = {
    by: "urgency",
    of: { one: { n: 2, unit: "hour" }, two: { n: 3, unit: "workingDay" } },
  } as const;

  const first = (values: Readonly<Record<string, string>>) => {
    const rule = { ...(fuzhou2007.duties.find(({ id }) => id === "reply") as DutyRule), limits, when: [] };
    const { judgedBy: _judged, ...plain } = rule;
    const happenings: Timeline["happenings"] = [
      { moment: "done.sort", at: chinaTime("2026-03-02 09:00"), legId: null, matterId: null, values },
      { moment: "unit.received", at: chinaTime("2026-03-02 10:00"), legId: "l1", matterId: "m1" },
      {
        moment: "done.sort",
        at: chinaTime("2026-03-02 11:00"),
        legId: null,
        matterId: null,
        values: { urgency: "two" },
      },
    ];
    const timeline: Timeline = {
      happenings,
      holds: () => true,
      bodyOf: () => at.housing,
      stated: (name, until) =>
        happenings.slice(0, happenings.indexOf(until) + 1).findLast((h) => h.values?.[name])?.values?.[name] ?? null,
    };
    return reckon([plain], timeline, calendar, chinaTime("2026-03-02 12:00"))[0];
  };

  it("holds the row of what was stated when it began, and the plain term otherwise", () => {
    expect(first({ urgency: "one" })).toMatchObject({ dueAt: chinaTime("2026-03-02 12:00"), term: limits.of.one });
    expect(first({ urgency: "two" })).toMatchObject({ due: "2026-03-05", dueAt: null });
    expect(first({ urgency: "three" })).toMatchObject({ due: "2026-03-16", term: { n: 10, unit: "workingDay" } });
    expect(first({})).toMatchObject({ due: "2026-03-16" });
  });

  it("is explained by its row, and told row by row to whoever reads the rule", () => {
    const pack = changed("reply", { limits });
    const found = first({ urgency: "one" });
    if (!found) throw new Error("no duty");
    expect(explain(found, pack).term).toEqual(limits.of.one);
    const rule = pack.duties.find(({ id }) => id === "reply") as DutyRule;
    expect(dutyValue(rule, pack)).toContain("10 个工作日；one：2 小时；two：3 个工作日");
  });

  it("is set row by row by a region where the regulation leaves it open", () => {
    const pack = changed("reply", { limits, settable: true });
    const set = withRegionTerms(pack, {
      "reply/two": { n: 4, unit: "workingDay" },
      "reply/new": { n: 9, unit: "hour" },
    });
    expect(set.duties.find(({ id }) => id === "reply")?.limits?.of).toEqual({
      one: limits.of.one,
      two: { n: 4, unit: "workingDay" },
      new: { n: 9, unit: "hour" },
    });
  });
});

describe("several pauses", () => {
  const rule = (pauses: DutyRule["pauses"]) => {
    const { judgedBy: _judged, ...plain } = fuzhou2007.duties.find(({ id }) => id === "reply") as DutyRule;
    return { ...plain, when: [], pauses };
  };
  const hung = { from: "done.hang", until: ["done.unhang"], lastDay: "hungUntil" } as const;
  const asked = { from: "input.asked", until: ["input.given"] } as const;
  const on = (moment: Moment, time: string, values: Happening["values"] = {}): Happening => ({
    moment,
    at: chinaTime(time),
    legId: "l1",
    matterId: null,
    values,
  });
  const due = (pauses: DutyRule["pauses"], ...happenings: readonly Happening[]) => {
    const all = [on("unit.received", "2026-03-02 09:00"), ...happenings];
    const timeline = { happenings: all, holds: () => true, bodyOf: () => at.housing, stated: () => null };
    return reckon([rule(pauses)], timeline, calendar, chinaTime("2026-06-01 09:00"))[0];
  };

  it("end with the day that was set, though nobody does anything", () => {
    expect(due([hung], on("done.hang", "2026-03-03 09:00", { hungUntil: "2026-03-13" }))?.due).toBe("2026-03-26");
  });

  it("end earlier by what ends them", () => {
    const hang = on("done.hang", "2026-03-03 09:00", { hungUntil: "2026-03-13" });
    expect(due([hung], hang, on("done.unhang", "2026-03-05 09:00"))?.due).toBe("2026-03-18");
  });

  it("each stand on their own, and the clock stands while one of them lasts", () => {
    const hang = on("done.hang", "2026-03-03 09:00", { hungUntil: "2026-03-05" });
    const ask = on("input.asked", "2026-03-04 09:00");
    expect(due([hung, asked], hang, ask)).toMatchObject({ state: "paused", due: null });
    expect(due([hung, asked], hang, ask, on("input.given", "2026-03-09 09:00"))?.due).toBe("2026-03-20");
  });
});

describe("conditions that count, weigh and compare days", () => {
  const scene = stage(fuzhou2007, nationalYears).play(filed, sent);
  const said = (values: Happening["values"]): Happening => ({
    moment: "done.visit",
    at: chinaTime("2026-03-03 09:00"),
    legId: null,
    matterId: null,
    values: values ?? {},
  });
  const kase = {
    ...scene.kase,
    happenings: [...scene.kase.happenings, said({ calls: "3", on: "2026-03-01" }), said({ calls: "4" })],
  };
  const asks = (condition: Condition) => holds(condition, kase, null, { office: scene.office, pack: fuzhou2007 });

  it.each<[Condition, boolean]>([
    [{ is: "times", moment: "done.visit", atLeast: 2 }, true],
    [{ is: "times", moment: "done.visit", atLeast: 3 }, false],
    [{ is: "times", moment: "done.visit", atMost: 2 }, true],
    [{ is: "times", moment: "intake.received", atLeast: 1, since: "unit.received" }, false],
    [{ is: "number", name: "calls", atLeast: 4, asOf: "now" }, true],
    [{ is: "number", name: "calls", atMost: 3, asOf: "now" }, false],
    [{ is: "number", name: "unknown", atMost: 3, asOf: "now" }, false],
    [{ is: "day", name: "on", lies: "before", than: "filing", asOf: "now" }, true],
    [{ is: "day", name: "on", lies: "notBefore", than: "filing", asOf: "now" }, false],
    [{ is: "day", name: "unknown", lies: "before", than: "filing", asOf: "now" }, false],
  ])("%j is %s", (condition, is) => expect(asks(condition)).toBe(is));

  it("stand in the way of a step with the regulation's own sentence", () => {
    const clause = fuzhou2007.inForceBy;
    const actor = { kind: "staff", personId: "p" as never, orgId: at.housing, posts: ["clerk"] } as const;
    const ctx = {
      now: chinaTime("2026-03-03 10:00"),
      actor,
      office: scene.office,
      pack: fuzhou2007,
      calendar,
      chain: noChain,
    };
    const guard = (all: readonly Condition[]) => ({ is: "needs", all, says: "须三次联系未果。", clause }) as const;
    const check3 = (n: number, asked: Asked | null = null) =>
      check(guard([{ is: "times", moment: "done.visit", atLeast: n }]), { kase, leg: null, ctx, asked });
    expect(check3(2)).toBeNull();
    expect(check3(3)).toEqual({ code: "rule.needs", clause, facts: { says: "须三次联系未果。" } });
    const value = guard([{ is: "value", name: "reached", oneOf: ["no"] }]);
    const asked = (values: Values) => check(value, { kase, leg: null, ctx, asked: { values } })?.code ?? null;
    expect([asked({ reached: "no" }), asked({ reached: "yes" })]).toEqual([null, "rule.needs"]);
    expect(check(value, { kase, leg: null, ctx, asked: null })).toBeNull();
  });
});
