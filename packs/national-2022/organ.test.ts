import { describe, expect, it } from "vitest";
import { duty, leg, of, stage } from "../../domain/proof/fixture.ts";
import type { Step } from "../../domain/rules/example.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { national2022 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(national2022, nationalYears);
const clerk = holder(at.land, "clerk");
const head = holder(at.land, "principalLeader");
const viewed = [...say.accepted(), say.view("2026-03-06 09:10", at.land)];
const on = (
  when: string,
  formality: string,
  values: Record<string, string | readonly string[]>,
  who: Step["who"] = clerk,
) => say.carryOn(when, who, formality, at.land, values);

describe("articles 27 and 28: how matters are dealt with", () => {
  it.each(["solved", "explained", "helped", "byLaw"])("[N22-27-1] an opinion says what follows: %s", (way) => {
    const steps = [
      ...viewed,
      say.hear("2026-03-20 09:00", at.land),
      say.opinion("2026-04-02 09:00", at.land, "supported", way),
    ];
    expect(of(play(say.web, steps).events, "formalityDone").at(-1)?.values).toMatchObject({ resolution: [way] });
  });

  it("[N22-27-1] and without saying it there is none", () => {
    const bare = on("2026-04-02 09:00", "opinion", { outcome: "supported" });
    expect(stop(say.web, [...viewed, say.hear("2026-03-20 09:00", at.land), bare])).toMatchObject({
      code: "formality.fieldMissing",
      clause: "N22-27-1",
    });
  });

  it("[N22-28-1] facts are established before anything is concluded, and delay shows", () => {
    expect(stop(say.web, [...viewed, say.opinion("2026-04-02 09:00", at.land)])).toMatchObject({
      code: "formality.notDone",
    });
    const late = play(say.web, viewed, { until: "2026-05-06 00:10" });
    expect(late.breaches).toEqual([["late", at.land, "2026-05-06"]]);
    const rejected: Step = {
      at: "2026-04-07 10:00",
      who: holder(at.land, "leaderInCharge"),
      act: "rejectDraft",
      leg: at.land,
      input: { reason: "没有回应第二项请求" },
    };
    const back = play(say.web, [...say.concluded(), say.draft("2026-04-07 09:00", at.land), rejected]);
    expect(leg(back, at.land).stage).toBe("handling");
    expect(duty(back, "handle")).toMatchObject({ due: "2026-05-05", state: "open" });
  });

  it("[N22-28-2] litigation is separated: an organ that finds it leads it out and never judges it itself", () => {
    const taken = say.accepted(at.land, "31-1");
    const lead = on("2026-03-09 09:00", "lead-in", { leadInto: "行政诉讼", leadTo: "市中院" });
    expect(play(say.web, [...taken, lead]).kase.stage).toBe("answered");
    expect(
      stop(say.web, [...taken, say.view("2026-03-06 09:10", at.land), say.draft("2026-03-09 09:00", at.land)]),
    ).toMatchObject({
      code: "fact.forbidden",
    });
  });

  it("[N22-28-3] whoever has an interest withdraws, and does nothing on the case any more", () => {
    const leave = say.carry("2026-03-07 09:00", head, "recuse", { recused: clerk, interest: "与信访人有亲属关系" });
    expect(play(say.web, [...viewed, leave]).kase.recused).toEqual([clerk]);
    expect(stop(say.web, [...viewed, leave, say.hear("2026-03-20 09:00", at.land)])).toMatchObject({
      code: "act.recused",
    });
    const stranger = {
      ...leave,
      input: { formality: "recuse", values: { recused: say.dispatcher, interest: "亲属" } },
    };
    expect(stop(say.web, [...viewed, stranger])).toMatchObject({ code: "formality.fieldWrong" });
  });
});

describe("article 29: suggestions", () => {
  const taken = [...say.accepted(at.land, "29"), say.view("2026-03-06 09:10", at.land)];
  const study = (adopted: string) => on("2026-03-23 09:00", "study", { adopted, studied: "专家论证可行" });
  const answer = [
    say.draft("2026-03-24 09:00", at.land, { text: "已部分采纳，写入修订稿。", parts: {} }),
    say.approve("2026-03-25 09:00", at.land),
  ];

  it("[N22-29-1] they are studied, then answered; no number of days stands in the text", () => {
    expect(stop(say.web, [...taken, answer[0] as Step])).toMatchObject({
      code: "formality.notDone",
      clause: "N22-29-1",
    });
    const scene = play(say.web, [...taken, study("part"), ...answer]);
    expect(scene.kase.stage).toBe("answered");
    expect(duty(scene, "answer-suggestion", at.land)).toMatchObject({ due: null, state: "met" });
    expect(scene.duties.filter((d) => d.rule === "handle" || d.rule === "review-window")).toEqual([]);
  });

  it("[N22-29-2] what was adopted may be rewarded, what was not may not", () => {
    const reward = on("2026-04-20 09:00", "reward", { contribution: "每年节约审批时间", rewarded: "通报表扬" });
    expect(() => play(say.web, [...taken, study("whole"), ...answer, reward])).not.toThrow();
    expect(stop(say.web, [...taken, study("no"), ...answer, reward])).toMatchObject({
      code: "fact.forbidden",
      clause: "N22-29-2",
    });
  });
});

describe("article 31: six branches", () => {
  it("[N22-31-0] the organ says which one when it accepts, and nothing is drafted before", () => {
    const bare = on("2026-03-06 09:00", "accept", { route: "调查核实" });
    expect(stop(say.web, [...say.sent(), bare])).toMatchObject({ code: "formality.fieldMissing" });
    const early = [...say.sent(), say.view("2026-03-04 09:00", at.land), say.draft("2026-03-09 09:00", at.land)];
    expect(stop(say.web, early)).toMatchObject({ code: "formality.notDone", clause: "N22-23-5" });
  });

  it.each([
    ["N22-31-1", "31-1", "行政诉讼"],
    ["N22-31-2", "31-2", "劳动人事争议仲裁"],
    ["N22-31-3", "31-3", "党员申诉"],
    ["N22-31-4", "31-4", "行政复议"],
  ])(
    "[%s] branch %s ends with the procedure it is led into, told to the petitioner, and no opinion",
    (clause, branch, into) => {
      const taken = say.accepted(at.land, branch);
      const lead = on("2026-03-09 09:00", "lead-in", { leadInto: into, leadTo: "有权机关" });
      const scene = play(say.web, [...taken, lead]);
      expect(scene.kase.stage).toBe("answered");
      expect(scene.notices.at(-1)).toBe("led-in");
      expect(duty(scene, "lead-in", at.land)).toMatchObject({ due: null, state: "met" });
      expect(scene.duties.filter((d) => d.rule === "handle")).toEqual([]);
      expect(pack.clauses.some((c) => c.id === clause)).toBe(true);
    },
  );

  it.each([
    ["N22-31-1", "route.31-1", "审判机关诉讼程序"],
    ["N22-31-2", "route.31-2", "仲裁"],
    ["N22-31-3", "route.31-3", "党员申诉"],
    ["N22-31-4", "route.31-4", "行政复议"],
  ])(
    "[%s N22-31-0] the bureau leads it there at the gate, counted apart from refusals: %s",
    (clause, ground, procedure) => {
      const scene = play(say.web, [say.refuse("2026-03-03 10:00", ground, { procedure, caseAt: "有权机关" })]);
      expect(scene.kase).toMatchObject({ stage: "sentElsewhere", ground });
      expect(scene.notices).toEqual(["received", "sent-elsewhere"]);
      const odd = say.refuse("2026-03-03 10:00", ground, { procedure: "没有这种程序", caseAt: "有权机关" });
      expect(stop(say.web, [odd])).toMatchObject({ code: "ground.fieldMissing", clause });
    },
  );

  it("[N22-31-5] branch 5 is performed or answered, without the sixty days and without the form of an opinion", () => {
    const steps = [
      ...say.accepted(at.land, "31-5"),
      say.view("2026-03-06 09:10", at.land),
      say.draft("2026-05-20 09:00", at.land, { text: "已立案查处，责令限期拆除。", parts: {} }),
      say.approve("2026-05-21 09:00", at.land),
    ];
    const scene = play(say.web, steps);
    expect(scene.breaches).toEqual([]);
    expect(duty(scene, "perform", at.land)).toMatchObject({ due: null, state: "met" });
    const judged = on("2026-03-20 09:00", "opinion", { outcome: "supported", resolution: ["solved"] });
    expect(stop(say.web, [...steps.slice(0, -2), judged])).toMatchObject({ code: "fact.forbidden" });
  });

  it("[N22-31-6] branch 6: heard, investigated, and answered with a written opinion", () => {
    const scene = play(say.web, say.answered());
    expect(scene.kase.stage).toBe("answered");
    expect(of(scene.events, "formalityDone").map((f) => f.formality)).toEqual(["sort", "accept", "hear", "opinion"]);
    const unheard = [...viewed, say.draft("2026-04-07 09:00", at.land)];
    expect(stop(say.web, unheard)).toMatchObject({ code: "formality.notDone", clause: "N22-31-6" });
  });

  it("[N22-31-7] a hearing may be held, for one of three reasons; the sixty days run on", () => {
    const open = on("2026-03-23 09:00", "open-hearing", { weight: "complex", place: "三楼会议室" });
    const close = on("2026-04-10 16:00", "close-hearing", { heard: "双方陈述" });
    const scene = play(say.web, [...viewed, open, close]);
    expect(duty(scene, "handle", at.land)).toMatchObject({ due: "2026-05-05", state: "open" });
    expect(stop(say.web, [...viewed, close])).toMatchObject({ code: "formality.notDone" });
    const plain = on("2026-03-23 09:00", "open-hearing", { weight: "simple", place: "三楼" });
    expect(stop(say.web, [...viewed, plain])).toMatchObject({ code: "formality.fieldWrong" });
  });
});

describe("article 31 (6): hearings", () => {
  it.each(["31-1", "31-2", "31-3", "31-4", "31-5"])(
    "[N22-31-7] a hearing belongs to branch 6 alone: none in branch %s",
    (branch) => {
      const other = [
        ...say.sent(),
        say.accept("2026-03-06 09:00", at.land, branch),
        say.view("2026-03-06 09:10", at.land),
      ];
      const open = on("2026-03-23 09:00", "open-hearing", { weight: "major", place: "三楼会议室" });
      expect(stop(say.web, [...other, open])).toMatchObject({ code: "fact.forbidden", clause: "N22-34-1" });
    },
  );
});

describe("articles 32 and 33: the opinion, and agreement", () => {
  it.each(["request", "facts", "opinion", "basis"])(
    "[N22-32-1] an opinion without its part %s is not written",
    (part) => {
      const lacking = say.draft("2026-04-07 09:00", at.land, { parts: { ...say.parts, [part]: "" } });
      expect(stop(say.web, [...say.concluded(), lacking])).toMatchObject({
        code: "reply.partMissing",
        clause: "N22-32-1",
      });
    },
  );

  it.each(["supported", "explained", "notSupported"])("[N22-32-2] one of three outcomes: %s", (outcome) => {
    expect(play(say.web, say.answered(at.land, outcome)).kase.stage).toBe("answered");
  });

  it("[N22-32-2] none is no opinion, and a fourth there is not", () => {
    expect(
      stop(say.web, [...viewed, say.hear("2026-03-20 09:00", at.land), say.draft("2026-04-07 09:00", at.land)]),
    ).toMatchObject({
      code: "formality.notDone",
      clause: "N22-32-2",
    });
    const odd = say.opinion("2026-04-02 09:00", at.land, "postponed");
    expect(stop(say.web, [...viewed, say.hear("2026-03-20 09:00", at.land), odd])).toMatchObject({
      code: "formality.fieldWrong",
    });
  });

  it("[N22-32-3] what is supported is owed until its execution was urged; what is not, until the petitioner was guided", () => {
    const urge = on("2026-04-20 09:00", "urge-execution", { executedBy: "镇政府", executed: "补偿款已付" });
    const guide = on("2026-04-20 09:00", "guide", { guidance: "讲解政策" });
    const supported = say.answered(at.land, "supported");
    expect(duty(play(say.web, supported), "execute", at.land)).toMatchObject({ state: "open", due: null });
    expect(duty(play(say.web, [...supported, urge]), "execute")).toMatchObject({ state: "met" });
    expect(play(say.web, supported).duties.filter((d) => d.rule === "guide")).toEqual([]);
    expect(duty(play(say.web, [...say.answered(), guide]), "guide")).toMatchObject({ state: "met" });
    expect(stop(say.web, [...say.answered(), urge])).toMatchObject({ code: "fact.forbidden", clause: "N22-32-3" });
  });

  it("[N22-33-1] mediation needs the consent of both, and an agreement is written down", () => {
    const mediate = (values: Record<string, string>) =>
      on("2026-03-23 09:00", "mediate", { settlementWay: "mediation", consent: "yes", agreed: "no", ...values });
    expect(() => play(say.web, [...viewed, mediate({})])).not.toThrow();
    expect(stop(say.web, [...viewed, mediate({ consent: "no" })])).toMatchObject({
      code: "fact.forbidden",
      clause: "N22-33-1",
    });
    expect(stop(say.web, [...viewed, mediate({ agreed: "yes" })])).toMatchObject({ code: "formality.fieldMissing" });
    expect(() => play(say.web, [...viewed, mediate({ agreed: "yes", agreement: "补付两千元" })])).not.toThrow();
  });
});

describe("article 34: sixty days, and thirty more", () => {
  const ask = (when = "2026-04-20 09:00", days = "30") =>
    on(when, "ask-extension", { days, extensionReason: "等待测绘结果" });
  const grant = (when = "2026-04-21 09:00", days = "30", who: Step["who"] = head) =>
    on(when, "grant-extension", { days, extensionReason: "等待测绘结果" }, who);

  it("[N22-34-1 N22-45-1] sixty days from acceptance, holidays among them; on the sixty-first it is late", () => {
    expect(duty(play(say.web, viewed), "handle", at.land)).toMatchObject({
      startedOn: "2026-03-06",
      due: "2026-05-05",
    });
    expect(play(say.web, viewed, { until: "2026-05-05 23:59" }).breaches).toEqual([]);
    const late = play(say.web, viewed, { until: "2026-05-06 00:10" });
    expect(of(late.events, "dutyBreached")).toMatchObject([{ rule: "handle", on: "2026-05-06" }]);
    expect(pack.duties.find((d) => d.id === "handle")?.breach).toEqual({ kind: "late", clause: "N22-45-1" });
  });

  it("[N22-34-2] the head of the organ may grant thirty days, and no more; the old last day stays known", () => {
    const scene = play(say.web, [...viewed, ask(), grant()]);
    expect(duty(scene, "handle", at.land)).toMatchObject({ due: "2026-06-04", extendedFrom: "2026-05-05" });
    expect(stop(say.web, [...viewed, ask("2026-04-20 09:00", "31")])).toMatchObject({
      code: "formality.tooMuch",
      clause: "N22-34-2",
    });
    expect(stop(say.web, [...viewed, ask(), grant("2026-04-21 09:00", "0")])).toMatchObject({
      code: "formality.tooLittle",
    });
  });

  it("[N22-34-2] not by the clerk who asked, not unasked, not when the term is over, not twice", () => {
    expect(stop(say.web, [...viewed, ask(), grant("2026-04-21 09:00", "15", clerk)])).toMatchObject({
      code: "act.notYourPost",
    });
    expect(stop(say.web, [...viewed, grant()])).toMatchObject({ code: "formality.notDone" });
    expect(stop(say.web, [...viewed, ask("2026-05-06 09:00")])).toMatchObject({ code: "term.alreadyOver" });
    expect(stop(say.web, [...viewed, ask(), grant(), ask("2026-05-10 09:00")])).toMatchObject({
      code: "formality.alreadyDone",
    });
  });

  it("[N22-34-2] refused, the term stays, and a new request may be made", () => {
    const refuse = on("2026-04-21 09:00", "refuse-extension", { refusedBecause: "期限内可以办结" }, head);
    expect(duty(play(say.web, [...viewed, ask(), refuse]), "handle", at.land)).toMatchObject({ due: "2026-05-05" });
    expect(stop(say.web, [...viewed, ask(), refuse, grant("2026-04-22 09:00")])).toMatchObject({
      code: "formality.notDone",
    });
    const again = [...viewed, ask(), refuse, ask("2026-04-23 09:00", "10"), grant("2026-04-24 09:00", "10")];
    expect(duty(play(say.web, again), "handle", at.land)).toMatchObject({ due: "2026-05-15" });
  });

  it("[N22-34-2] the reason is told, and telling it is owed until it is", () => {
    const steps = [...viewed, ask(), grant()];
    expect(pack.notices.find((n) => n.id === "extension")?.template).toContain("{extensionReason}");
    expect(duty(play(say.letter, steps), "tell-extension", at.land)).toMatchObject({ state: "open", due: null });
    const told = say.told("2026-04-22 09:00", clerk, "extension", "l1");
    expect(duty(play(say.letter, [...steps, told]), "tell-extension")).toMatchObject({ state: "met" });
  });

  it("[N22-34-1 N22-34-2] no other branch has the sixty days, so none can be extended", () => {
    for (const branch of ["29", "31-5"]) {
      const taken = [...say.accepted(at.land, branch), say.view("2026-03-06 09:10", at.land)];
      expect(play(say.web, taken).duties.filter((d) => d.rule === "handle")).toEqual([]);
      expect(stop(say.web, [...taken, ask()])).toMatchObject({ code: "fact.forbidden", clause: "N22-34-1" });
    }
  });
});

describe("the simple procedure (not read in full; its numbers are those of the trial rule of 2016)", () => {
  const simple = say.simplify("2026-03-04 09:00", at.land);
  const taken = [...say.sent(), simple, say.accept("2026-03-06 09:00", at.land)];

  it.each(["clear", "immediate", "daily", "promised", "other"])(
    "[JY22-4-1] the competent organ decides on it, for a reason: %s",
    (simpleBecause) => {
      const steps = [...say.sent(), say.simplify("2026-03-04 09:00", at.land, { simpleBecause })];
      expect(of(play(say.web, steps).events, "formalityDone").at(-1)?.values).toMatchObject({ simpleBecause });
    },
  );

  it("[JY22-4-1] only for what comes for the first time, and not by the bureau", () => {
    expect(stop(say.web, [...say.sent(at.land, { occurrence: "repeat" }), simple])).toMatchObject({
      code: "fact.forbidden",
      clause: "JY22-4-1",
    });
    expect(stop(say.web, [...say.sent(), { ...simple, who: say.dispatcher }])).toMatchObject({
      code: "act.notYourPost",
    });
  });

  it.each(["31-1", "31-2", "31-3", "31-4", "31-5"])("[JY22-5-1] never for branch %s", (branch) => {
    expect(stop(say.web, [...say.sent(), simple, say.accept("2026-03-06 09:00", at.land, branch)])).toMatchObject({
      code: "fact.forbidden",
      clause: "JY22-5-1",
    });
  });

  it("[JY22-5-1] never for what was assigned from above, is urgent, has several authors, or is declared unfit", () => {
    const assigned = [
      say.sort("2026-03-03 10:00", { form: "assign" }),
      say.dispatchBy("2026-03-03 10:05", say.dispatcher, "2026-04-10", at.land),
    ];
    expect(stop(say.web, [...assigned, simple])).toMatchObject({ clause: "JY22-5-1" });
    expect(stop({ ...say.letter, group: { persons: 3, representatives: 1 } }, [...say.sent(), simple])).toMatchObject({
      code: "group.notHere",
      clause: "JY22-5-1",
    });
    const unnamed = { ...say.letter, group: { persons: 30, representatives: 0 } };
    expect(stop(unnamed, [...say.sent(), simple])).toMatchObject({ code: "group.notHere", clause: "JY22-5-1" });
    for (const why of ["maybeUnsupported", "severalOrgans", "complex"]) {
      const declared = say.simplify("2026-03-04 09:00", at.land, { excludedBy: [why] });
      expect(stop(say.web, [...say.sent(), declared])).toMatchObject({ code: "fact.forbidden", clause: "JY22-5-1" });
    }
    const urgent = [
      say.sort("2026-03-03 10:00", { urgent: "yes" }),
      say.carry("2026-03-03 10:01", say.dispatcher, "propose-urgent", { proposal: "请协调" }),
      say.carry("2026-03-03 10:02", say.government, "decide-urgent", { decision: "同意" }),
      say.dispatch("2026-03-03 10:05", at.land),
    ];
    expect(stop(say.web, [...urgent, simple])).toMatchObject({ clause: "JY22-5-1" });
  });

  it("[JY22-0-1] one working day on each level that it passes", () => {
    const sorted = say.sort("2026-03-02 10:00", { simple: "yes" });
    const scene = play(say.web, [sorted, say.dispatch("2026-03-04 10:05", at.countyBureau)]);
    expect(duty(scene, "route-simple", at.bureau)).toMatchObject({ due: "2026-03-03", state: "metLate" });
    expect(duty(scene, "route-on-simple", at.countyBureau)).toMatchObject({ due: "2026-03-05" });
    expect(play(say.web, say.sent()).duties.filter((d) => d.rule === "route-simple")).toEqual([]);
  });

  it("[JY22-0-2] three working days to decide on acceptance; after them the procedure cannot be chosen any more", () => {
    expect(duty(play(say.web, taken), "accept-simple", at.land)).toMatchObject({ due: "2026-03-06", state: "met" });
    const late = [...say.sent(), simple, say.accept("2026-03-09 09:00", at.land)];
    expect(duty(play(say.web, late), "accept-simple")).toMatchObject({ state: "metLate" });
    expect(stop(say.web, [...say.sent(), say.simplify("2026-03-07 00:00", at.land)])).toMatchObject({
      code: "window.closed",
      clause: "JY22-0-2",
    });
    expect(play(say.web, say.accepted()).duties.filter((d) => d.rule === "accept-simple")).toEqual([]);
  });

  it("[JY22-0-3] ten working days to the opinion, and the sixty are not counted beside them", () => {
    const scene = play(say.web, taken);
    expect(duty(scene, "handle-simple", at.land)).toMatchObject({ due: "2026-03-20", state: "open" });
    expect(scene.duties.filter((d) => d.rule === "handle")).toEqual([]);
    expect(play(say.web, taken, { until: "2026-03-21 00:10" }).breaches).toEqual([["late", at.land, "2026-03-21"]]);
  });

  it("[JY22-0-4] paper only where it was asked for", () => {
    expect(play(say.visit, taken).notices.at(-1)).toBe("acceptance-simple");
    const paper = [
      ...say.sent(),
      say.simplify("2026-03-04 09:00", at.land, { paperWanted: "yes" }),
      say.accept("2026-03-06 09:00", at.land),
    ];
    expect(play(say.visit, paper).notices.at(-1)).toBe("acceptance");
    expect(duty(play(say.web, taken), "tell-acceptance")).toMatchObject({ state: "met" });
    const told = say.told("2026-03-06 10:00", clerk, "acceptance-simple", "l1", "sms");
    expect(duty(play(say.visit, [...taken, told]), "tell-acceptance")).toMatchObject({ state: "met" });
    expect(pack.notices.find((n) => n.id === "acceptance-simple")).toMatchObject({ channel: "preferred" });
  });

  it("[JY22-0-5] what proves not simple goes on under the ordinary procedure, counted from the first acceptance", () => {
    const turn = (when: string) => on(when, "to-ordinary", { procedure: "ordinary", ordinaryReason: "需要测绘" });
    const scene = play(say.web, [...taken, turn("2026-03-20 09:00")], { until: "2026-04-01 09:00" });
    expect(duty(scene, "handle", at.land)).toMatchObject({ startedOn: "2026-03-06", due: "2026-05-05" });
    expect(scene.breaches).toEqual([]);
    expect(stop(say.web, [...taken, turn("2026-03-21 09:00")])).toMatchObject({
      code: "term.alreadyOver",
      clause: "JY22-0-5",
    });
    expect(stop(say.web, [...say.accepted(), turn("2026-03-09 09:00")])).toMatchObject({ code: "formality.notDone" });
  });
});
