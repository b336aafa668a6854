import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import { workingDaysAfter } from "../../domain/calendar/term.ts";
import { dayKind, isWorked, type DayKind } from "../../domain/calendar/work-calendar.ts";
import { duty, leg, of, stage } from "../../domain/proof/fixture.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { yintai2012 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, calendar, pack } = stage(yintai2012, nationalYears);

const clerk = holder(at.housing, "clerk");

/** Assigned on a day of one's choice, everything before it on the same morning. */
function assignedOn(day: string, complexity: "simple" | "complex", filing: Filing["channel"] = "web", values = {}) {
  const steps: readonly Step[] = [
    ...(filing === "collected" ? [say.collect(`${day} 08:05`, { ...say.bySource.city, ...values })] : []),
    say.sort(`${day} 08:10`),
    say.report(`${day} 08:15`),
    ...(filing === "collected" ? [say.handOver(`${day} 08:20`)] : []),
    say.enter(`${day} 08:30`),
    say.propose(`${day} 08:40`, complexity),
    say.agree(`${day} 08:50`),
    say.dispatch(`${day} 09:00`, at.housing),
  ];
  return { filing: { at: `${day} 08:00`, channel: filing } as Filing, steps };
}

function lastDay(day: string, complexity: "simple" | "complex", filing?: Filing["channel"], values?: object) {
  const told = assignedOn(day, complexity, filing, values);
  return duty(play(told.filing, told.steps), complexity === "simple" ? "reply-simple" : "report-complex").due;
}

function progress(when: string, expectedOn: string, who = clerk): Step {
  const values = { progress: "需更换地下电缆", strengthened: "增派一组人员", expectedOn };
  return say.doesOn(when, who, at.housing, "progress", values);
}

describe("article 4 (5): two working days or three", () => {
  it("[YT-4.5-1] assigned Thursday 03-05 as simple: due Monday 03-09; in time that evening, late after midnight", () => {
    expect(lastDay("2026-03-05", "simple")).toBe("2026-03-09");
    const { filing, steps } = assignedOn("2026-03-05", "simple");
    expect(play(filing, steps, { until: "2026-03-09 23:59" }).breaches).toEqual([]);
    expect(play(filing, steps, { until: "2026-03-10 00:00" }).breaches).toEqual([["late", at.housing, "2026-03-10"]]);
  });

  it("[YT-4.5-2] assigned Thursday 03-05 as complex: due Tuesday 03-10", () => {
    expect(lastDay("2026-03-05", "complex")).toBe("2026-03-10");
    const { filing, steps } = assignedOn("2026-03-05", "complex");
    expect(play(filing, steps, { until: "2026-03-10 23:59" }).breaches).toEqual([]);
    expect(play(filing, steps, { until: "2026-03-11 00:00" }).breaches).toEqual([["late", at.housing, "2026-03-11"]]);
  });

  it("[YT-4.5-1 YT-4.5-2] holidays and rest days do not count, make-up days do: from the eve of the National Day 2025", () => {
    expect(lastDay("2025-09-30", "simple")).toBe("2025-10-10");
    expect(lastDay("2025-09-30", "complex")).toBe("2025-10-11");
    expect(lastDay("2026-02-13", "simple")).toBe("2026-02-24");
  });

  it("[YT-4.5-1 YT-4.5-2] on whatever day it is assigned, the last day is worked and as many working days lie between", () => {
    const start = fc.integer({ min: 0, max: 600 }).map((n) => addDays(plainDate("2025-01-01"), n));
    fc.assert(
      fc.property(start, fc.constantFrom("simple", "complex"), (from, complexity) => {
        const due = lastDay(from, complexity as "simple" | "complex") as PlainDate;
        expect(isWorked(dayKind(calendar, due) as DayKind)).toBe(true);
        expect(workingDaysAfter(calendar, from, due)).toBe(complexity === "simple" ? 2 : 3);
      }),
      { seed: 20_260_302, numRuns: 60 },
    );
  });

  it("[YT-4.5-1] nothing is assigned whose last day cannot be known, because the calendar of that year is not out", () => {
    const { filing, steps } = assignedOn("2026-12-31", "simple");
    expect(stop(filing, steps)).toMatchObject({
      code: "term.calendarMissing",
      clause: "YT-4.5-1",
      facts: { year: 2027 },
    });
  });

  it("[YT-4.5-1] what ends it is the reply that reaches the supervision office with the leader's approval, not the draft", () => {
    const drafted = say.submitted().slice(0, -1);
    expect(play(say.web, drafted, { until: "2026-03-06 00:00" }).breaches).toHaveLength(1);
    const scene = play(say.web, say.submitted(), { until: "2026-03-20 00:00" });
    expect(duty(scene, "reply-simple")).toMatchObject({ state: "awaitingVerdict", overdueSince: null });
    expect(scene.breaches).toEqual([]);
    const passed = play(say.web, [...say.submitted(), say.passAudit("2026-03-23 09:00", at.housing)]);
    expect(duty(passed, "reply-simple")).toMatchObject({ state: "met", endedOn: "2026-03-05" });
  });

  it("[YT-4.5-1 YT-4.7-1] an answer that the audit sends back does not meet it: the case is late by the first limit", () => {
    const failed = [...say.submitted(), say.failAudit("2026-03-05 16:00", at.housing)];
    expect(duty(play(say.web, failed), "reply-simple")).toMatchObject({ due: "2026-03-05", state: "open" });
    const late = play(say.web, failed, { until: "2026-03-06 00:00" });
    expect(late.breaches).toEqual([["late", at.housing, "2026-03-06"]]);
  });

  it("[YT-4.5-2] a report of progress to the supervision office is enough for a complex one; a draft in the unit is not", () => {
    const complex = say.assigned(at.housing, "complex");
    const scene = play(say.web, [...complex, progress("2026-03-06 17:00", "2026-03-20")]);
    expect(duty(scene, "report-complex")).toMatchObject({ due: "2026-03-06", state: "met" });
    const drafted = [...complex, ...say.submitted([]).slice(0, -1)];
    expect(duty(play(say.web, drafted), "report-complex").state).toBe("open");
  });

  it("[YT-4.5-1 YT-4.5-2] which of the two holds is said with the proposal, and there is no third", () => {
    const unsaid = say.does("2026-03-02 14:00", say.officeLeader, "propose", { opinion: "拟请区住建局办理" });
    expect(stop(say.web, [...say.entered, unsaid])).toMatchObject({ code: "formality.fieldMissing" });
    const rules = (complexity: "simple" | "complex") =>
      play(say.web, say.assigned(at.housing, complexity)).duties.flatMap((d) => (d.due ? [d.rule] : []));
    expect(rules("simple")).toEqual(["reply-simple"]);
    expect(rules("complex")).toEqual(["report-complex"]);
  });

  it("[YT-4.5-2] the office may find it complex before the two days are over: the three run from the assignment", () => {
    const complex = (when: string, who = say.dispatcher) =>
      say.doesOn(when, who, at.housing, "make-complex", { complexity: "complex", whyComplex: "涉及地下电缆" });
    const scene = play(say.web, [...say.assigned(), complex("2026-03-05 23:00")], { until: "2026-03-06 23:59" });
    expect(scene.breaches).toEqual([]);
    expect(scene.duties.filter((d) => d.due !== null).map((d) => [d.rule, d.due])).toEqual([
      ["report-complex", "2026-03-06"],
    ]);
    expect(of(scene.events, "formalityDone").at(-1)?.values).toMatchObject({ whyComplex: "涉及地下电缆" });
    expect(stop(say.web, [...say.assigned(), complex("2026-03-06 09:00")])).toMatchObject({ code: "term.alreadyOver" });
    expect(stop(say.web, [...say.assigned(), complex("2026-03-05 09:00", clerk)])).toMatchObject({
      code: "act.notYourPost",
    });
  });
});

describe("article 3 (1) 3: the superior's own day", () => {
  it("[YT-3.1.3] received 03-03 as simple with 03-04 from the city: due 03-04, not 03-05", () => {
    expect(lastDay("2026-03-03", "simple", "collected")).toBe("2026-03-05");
    expect(lastDay("2026-03-03", "simple", "collected", { superiorsDay: "2026-03-04" })).toBe("2026-03-04");
    expect(lastDay("2026-03-03", "complex", "collected", { superiorsDay: "2026-03-04" })).toBe("2026-03-04");
  });

  it("[YT-3.1.3] a later day of the superior makes the district's own term no longer, but is the day of the special report", () => {
    expect(lastDay("2026-03-03", "simple", "collected", { superiorsDay: "2026-03-20" })).toBe("2026-03-05");
    const source = { ...say.bySource.city, superiorsDay: "2026-03-20" };
    const done = say.released(say.submitted(say.assigned(at.housing, "simple", {}, say.collectedFrom(source))));
    expect(duty(play(say.collected, done), "special-report")).toMatchObject({
      due: "2026-03-20",
      owner: at.supervision,
    });
  });
});

describe("article 5 (4): what cannot be finished in time", () => {
  const due10 = assignedOn("2026-03-05", "complex");
  const due09 = assignedOn("2026-03-05", "simple");

  it("[YT-5.4] due 03-10, progress reported on 03-10: not overdue on 03-11; without it, overdue", () => {
    const reported = [...due10.steps, progress("2026-03-10 23:00", "2026-03-20")];
    expect(play(due10.filing, reported, { until: "2026-03-11 09:00" }).breaches).toEqual([]);
    expect(play(due10.filing, due10.steps, { until: "2026-03-11 09:00" }).breaches).toEqual([
      ["late", at.housing, "2026-03-11"],
    ]);
  });

  it("[YT-5.4] a simple one is in progress, reported: neither overdue nor done, until the reply comes", () => {
    const reported = [...due09.steps, progress("2026-03-09 23:00", "2026-03-20")];
    const scene = play(due09.filing, reported, { until: "2026-03-12 09:00" });
    expect(duty(scene, "reply-simple")).toMatchObject({ due: "2026-03-09", state: "reported", overdueSince: null });
    expect(scene.breaches).toEqual([]);
  });

  it("[YT-5.4] told only after the last day it is late all the same", () => {
    const late = [...due09.steps, progress("2026-03-10 08:00", "2026-03-20")];
    const scene = play(due09.filing, late);
    expect(scene.breaches).toEqual([["late", at.housing, "2026-03-10"]]);
    expect(duty(scene, "reply-simple")).toMatchObject({ state: "open", overdueSince: "2026-03-10" });
  });

  it("[YT-5.4] expected on 03-20 and no final report: overdue from 03-21; a new report in time names a new day", () => {
    const reported = [...due10.steps, progress("2026-03-10 09:00", "2026-03-20")];
    expect(play(due10.filing, reported, { until: "2026-03-20 23:59" }).breaches).toEqual([]);
    expect(play(due10.filing, reported, { until: "2026-03-21 00:00" }).breaches).toEqual([
      ["late", at.housing, "2026-03-21"],
    ]);
    const again = [...reported, progress("2026-03-20 17:00", "2026-04-03")];
    const scene = play(due10.filing, again, { until: "2026-04-03 23:59" });
    expect(scene.breaches).toEqual([]);
    expect(duty(scene, "final-report")).toMatchObject({ due: "2026-04-03", state: "open" });
  });

  it("[YT-5.4] when done, the unit reports: that ends it", () => {
    const done = [
      ...due10.steps,
      progress("2026-03-10 09:00", "2026-03-20"),
      say.handlingReport("2026-03-19 09:00", at.housing),
      say.draft("2026-03-19 10:00", at.housing),
      say.approve("2026-03-20 11:00", at.housing),
    ];
    const scene = play(due10.filing, done, { until: "2026-04-20 09:00" });
    expect(duty(scene, "final-report")).toMatchObject({
      state: "awaitingVerdict",
      due: "2026-03-20",
      overdueSince: null,
    });
    expect(scene.breaches).toEqual([]);
  });

  it("[YT-5.4] it is no extension: nobody approves it, there is no most, and it says what is being done and by when", () => {
    expect(pack.duties.filter((d) => d.extension)).toEqual([]);
    expect(pack.formalities.flatMap((f) => f.effects).filter((e) => e.is === "extend")).toEqual([]);
    for (const missing of ["progress", "strengthened", "expectedOn"]) {
      const values = { progress: "一", strengthened: "二", expectedOn: "2026-03-20", [missing]: "" };
      const step = say.doesOn("2026-03-04 09:00", clerk, at.housing, "progress", values);
      expect(stop(say.web, [...say.assigned(), step])).toMatchObject({ code: "formality.fieldMissing" });
    }
    expect(stop(say.web, [...say.assigned(), progress("2026-03-04 09:00", "2026-03-20", say.auditor)])).toMatchObject({
      code: "act.notYourPost",
    });
  });
});

describe("article 5 (2), (5): what the report says", () => {
  const reportWith = (values: Record<string, string | readonly string[]>) => [
    ...say.assigned(),
    say.handlingReport("2026-03-04 09:00", at.housing, { ...say.solved, ...values }),
  ];

  it("[YT-5.2-2] three outcomes: solved; not yet feasible, with an explanation and a plan; against policy, with the policy", () => {
    const needed: readonly (readonly [Record<string, string>, boolean])[] = [
      [{ outcome: "solved" }, true],
      [{ outcome: "notYetFeasible" }, false],
      [{ outcome: "notYetFeasible", explanation: "资金列入下半年" }, false],
      [{ outcome: "notYetFeasible", plan: "9月底前完成" }, false],
      [{ outcome: "notYetFeasible", explanation: "资金列入下半年", plan: "9月底前完成" }, true],
      [{ outcome: "notCompliant" }, false],
      [{ outcome: "notCompliant", policy: "《物业管理条例》第二十条" }, true],
    ];
    for (const [values, whole] of needed) {
      if (whole) expect(play(say.web, reportWith(values)).kase.stage).toBe("inHand");
      else
        expect(stop(say.web, reportWith(values))).toMatchObject({ code: "formality.fieldMissing", clause: "YT-5.2-2" });
    }
    expect(stop(say.web, reportWith({ outcome: "closed" })).code).toBe("formality.fieldWrong");
  });

  it("[YT-5.2-2] what is not yet feasible stays on the unit's list after the answer, until it is solved", () => {
    const answered = [
      ...say.assigned(),
      say.handlingReport("2026-03-05 09:00", at.housing, say.notYet),
      say.draft("2026-03-05 09:30", at.housing),
      say.approve("2026-03-05 11:00", at.housing),
      say.passAudit("2026-03-06 09:00", at.housing),
      say.compile("2026-03-06 10:00", at.housing),
      say.approveReport("2026-03-06 15:00", at.housing),
      say.answer("2026-03-09 09:00", at.housing),
    ];
    const later = say.doesOn("2026-09-01 09:00", clerk, at.housing, "follow-up", {
      solvedHow: "改造完成",
      outcome: "solved",
    });
    expect(duty(play(say.web, answered), "follow-up")).toMatchObject({ owner: at.housing, state: "open", due: null });
    expect(duty(play(say.web, [...answered, later]), "follow-up")).toMatchObject({
      state: "met",
      endedOn: "2026-09-01",
    });
    expect(stop(say.web, [...answered, later, { ...later, at: "2026-09-02 09:00" }])).toMatchObject({
      code: "formality.alreadyDone",
    });
    const solved = play(say.web, [...say.released(), say.answer("2026-03-09 09:00", at.housing)]);
    expect(solved.duties.filter((d) => d.rule === "follow-up")).toEqual([]);
  });

  it("[YT-5.5] a report has its facts, its handling and its measures before there is a reply", () => {
    for (const part of ["facts", "handling", "measures"]) {
      expect(stop(say.web, reportWith({ [part]: " " }))).toMatchObject({
        code: "formality.fieldMissing",
        clause: "YT-5.5",
      });
    }
    expect(stop(say.web, [...say.assigned(), say.draft("2026-03-04 09:00", at.housing)])).toMatchObject({
      code: "formality.notDone",
      clause: "YT-5.5",
    });
  });

  it("[YT-5.5] a reply that was not looked at as it will go out is not submitted", () => {
    const unseen = say.draft("2026-03-04 11:00", at.housing);
    const { previewed: _, ...input } = unseen.input as { readonly previewed?: true };
    const reported = [...say.assigned(), say.handlingReport("2026-03-04 10:00", at.housing)];
    expect(stop(say.web, [...reported, { ...unseen, input }])).toMatchObject({
      code: "reply.notPreviewed",
      clause: "YT-5.5",
    });
    expect(leg(play(say.web, [...reported, unseen]), at.housing).stage).toBe("drafted");
  });

  it("[YT-5.5] the audit asks for order, measures and wording; one no, and it does not pass", () => {
    expect(say.questions).toEqual(expect.arrayContaining(["order", "measures", "wording"]));
    for (const item of say.questions) {
      const input = { checklist: { ...say.allYes, [item]: false }, withhold: false, reason: null };
      const step = { ...say.passAudit("2026-03-06 09:00", at.housing), input };
      expect(stop(say.web, [...say.submitted(), step])).toMatchObject({ code: "audit.checklistHasNo" });
    }
    const open = { checklist: {}, withhold: false, reason: null };
    expect(
      stop(say.web, [...say.submitted(), { ...say.passAudit("2026-03-06 09:00", at.housing), input: open }]),
    ).toMatchObject({
      code: "audit.checklistOpen",
      clause: "YT-5.5",
    });
  });

  it("[YT-5.5] after a return the report is written anew before the reply is", () => {
    const back = [...say.submitted(), say.failAudit("2026-03-06 09:00", at.housing)];
    expect(stop(say.web, [...back, say.draft("2026-03-06 10:00", at.housing)])).toMatchObject({
      code: "formality.notDone",
    });
    const again = [
      ...back,
      say.handlingReport("2026-03-06 10:00", at.housing),
      say.draft("2026-03-06 11:00", at.housing),
    ];
    expect(leg(play(say.web, again), at.housing).stage).toBe("drafted");
  });
});
