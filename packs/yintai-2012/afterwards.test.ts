import { describe, expect, it } from "vitest";
import { packInForce } from "../../domain/rules/in-force.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { duty, stage } from "../../domain/proof/fixture.ts";
import type { Step } from "../../domain/rules/example.ts";
import { measureOf } from "../../domain/rules/measure.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { yintai2012 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(yintai2012, nationalYears);

const answered = [...say.released(), say.answer("2026-03-09 09:00", at.housing)];
const list = say.doesOn("2026-04-01 09:00", say.auditor, at.housing, "list-for-call-back", { batch: "2026年3月" });
const listed = [...answered, list];
const call = (when: string, values: Record<string, string>): Step =>
  say.doesOn(when, say.auditor, at.housing, "call-back", { remarks: "电话回访", ...values });
const yes = { reached: "yes", effective: "yes", satisfied: "satisfied" };
const no = { reached: "yes", effective: "no", satisfied: "dissatisfied" };
const recheck = say.doesOn("2026-04-03 09:00", holder(at.housing, "clerk"), at.housing, "recheck", {
  recheck: "当晚已更换灯具",
  settled: "yes",
});

describe("article 5 (6): called back in batches", () => {
  it("[YT-5.6-2] each message of a batch is a call that is owed, before and after it was filed", () => {
    for (const steps of [listed, [...answered, say.archive("2026-03-10 09:00"), list]]) {
      const scene = play(say.web, steps);
      expect(duty(scene, "call-back")).toMatchObject({ owner: at.supervision, due: null, state: "open" });
      expect(duty(play(say.web, [...steps, call("2026-04-02 09:00", yes)]), "call-back")).toMatchObject({
        state: "met",
      });
    }
  });

  it("[YT-5.6-2] only what was answered is listed, and only what is listed is called", () => {
    expect(stop(say.web, [...say.released(), list])).toMatchObject({ code: "case.notFinished", clause: "YT-5.6-2" });
    expect(stop(say.web, [...answered, call("2026-04-02 09:00", yes)])).toMatchObject({ code: "formality.notDone" });
    expect(stop(say.web, [...answered, { ...list, who: say.operator }])).toMatchObject({ code: "act.notYourPost" });
  });

  it("[YT-5.6-2] who was not reached is still to be called; who was says whether it worked and how satisfied they are", () => {
    const missed = [...listed, call("2026-04-02 09:00", { reached: "no" })];
    expect(duty(play(say.web, missed), "call-back").state).toBe("open");
    expect(duty(play(say.web, [...missed, call("2026-04-07 09:00", yes)]), "call-back")).toMatchObject({
      state: "met",
      endedOn: "2026-04-07",
    });
    for (const field of ["effective", "satisfied"]) {
      expect(stop(say.web, [...listed, call("2026-04-02 09:00", { ...yes, [field]: "" })])).toMatchObject({
        code: "formality.fieldMissing",
      });
    }
  });

  it("[YT-5.6-2] of twelve answered in March twelve are called; the one that did not work is checked again by its unit", () => {
    const answers = Array.from({ length: 12 }, (_, n) => (n === 4 ? no : yes));
    const scenes = answers.map((values) => play(say.web, [...listed, call("2026-04-02 09:00", values)]));
    expect(scenes.filter((scene) => duty(scene, "call-back").state === "met")).toHaveLength(12);
    const again = scenes.flatMap((scene) => scene.duties.filter((d) => d.rule === "recheck"));
    expect(again).toMatchObject([{ owner: at.housing, state: "open", due: null }]);
    const checked = play(say.web, [...listed, call("2026-04-02 09:00", no), recheck]);
    expect(duty(checked, "recheck")).toMatchObject({ state: "met", endedOn: "2026-04-03" });
    expect(stop(say.web, [...listed, call("2026-04-02 09:00", yes), recheck])).toMatchObject({
      code: "fact.forbidden",
    });
  });

  it("[YT-5.6-2] how often, and whether all or some, is not written", () => {
    expect(pack.measures.find((m) => m.is === "periodic" && m.what === "callBacks")).toMatchObject({ months: null });
    expect(pack.settings.ratings.value).toBeNull();
  });
});

describe("article 4 (9), article 5 (6): the bulletin", () => {
  it("[YT-4.9] the bulletin has its own name, is the supervision office's, and comes at an interval that is not written", () => {
    expect(pack.terms.circular).toBe("政务通报");
    expect(measureOf(pack.measures, "circularPeriod")).toMatchObject({ period: null, clause: "YT-4.9" });
    expect(pack.settings.supervisedBy.value).toBe("supervisionOffice");
  });

  it("[YT-4.9] what it counts is on every message: when it came, its kind, its unit, in time or late", () => {
    const inTime = play(say.web, answered);
    expect(duty(inTime, "reply-simple")).toMatchObject({ owner: at.housing, state: "met", overdueSince: null });
    const late = play(say.web, say.assigned(), { until: "2026-03-06 00:00" });
    expect(late.breaches).toEqual([["late", at.housing, "2026-03-06"]]);
  });

  it("[YT-5.6-1] three reasons for praise, five for criticism, and nothing else follows by itself", () => {
    const rule = measureOf(pack.measures, "praiseAndCriticism");
    expect(rule?.praise).toEqual(["工作认真", "办理质量好", "群众满意"]);
    expect(rule?.criticism).toEqual(["不重视", "不严格把关", "工作不力", "敷衍应付", "群众不满意"]);
    const sanctions = pack.measures.filter(
      (m) => m.is === "firstMiss" || m.is === "monthlyCount" || m.is === "causeDecides",
    );
    expect(sanctions).toEqual([]);
  });
});

describe("article 7: in force", () => {
  it("[YT-7] from the day of issue, 2012-08-27, without an end", () => {
    expect(pack.effectiveFrom).toBe("2012-08-27");
    expect(packInForce([pack], "yintai", plainDate("2026-03-02"))?.id).toBe(pack.id);
    expect(packInForce([pack], "yintai", plainDate("2012-08-27"))?.id).toBe(pack.id);
    expect(packInForce([pack], "yintai", plainDate("2012-08-26"))).toBeNull();
  });
});
