import { describe, expect, it } from "vitest";
import { changedOffice, duty, leg, of, stage } from "../../domain/proof/fixture.ts";
import type { OrgId, PersonId } from "../../domain/office/org.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { acts } from "../../domain/rules/vocabulary.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { fuzhou2007 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(fuzhou2007, nationalYears);

const sent = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.housing)];
const viewed = [...sent, say.view("2026-03-03 09:00", at.housing)];
const taken = [...viewed, say.submit("2026-03-03 09:30", at.housing)];
const drafted = [...taken, say.draft("2026-03-09 09:00", at.housing)];
const joint = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.housing, at.urban)];
const leader = holder(at.housing, "leaderInCharge");
const clerk = holder(at.housing, "clerk");

const answered = (day: string) => [
  ...taken,
  say.draft(`${day} 09:00`, at.housing),
  say.approve(`${day} 11:00`, at.housing),
];

describe("article 8 (1): viewed and put before the leader in two working days", () => {
  const thursday: Filing = { at: "2026-03-05 09:00", channel: "web" };
  const fromThursday = [say.classify("2026-03-05 10:00"), say.dispatch("2026-03-05 10:05", at.housing)];

  it("[FZ-8.1-2] sent Thursday 03-05: viewed on Monday 03-09 in time, put before the leader on 03-10 late", () => {
    const scene = play(thursday, [
      ...fromThursday,
      say.view("2026-03-09 23:59", at.housing),
      say.submit("2026-03-10 09:00", at.housing),
    ]);
    expect(duty(scene, "view", at.housing)).toMatchObject({ due: "2026-03-09", state: "met" });
    expect(duty(scene, "submit", at.housing)).toMatchObject({ due: "2026-03-09", state: "metLate" });
    expect(scene.breaches).toEqual([["late", at.housing, "2026-03-10"]]);
  });

  it("[FZ-8.1-2] one term covers both: both on 03-09 are in time, viewing does not add days", () => {
    const scene = play(
      thursday,
      [...fromThursday, say.view("2026-03-09 09:00", at.housing), say.submit("2026-03-09 23:59", at.housing)],
      { until: "2026-03-12 09:00" },
    );
    expect(scene.breaches).toEqual([]);
  });

  it("[FZ-8.1-2] it cannot be put before the leader unread, and is viewed once", () => {
    expect(stop(say.web, [...sent, say.submit("2026-03-03 09:00", at.housing)])).toMatchObject({
      code: "act.notAtThisStage",
      clause: "FZ-8.1-2",
    });
    expect(stop(say.web, [...viewed, say.view("2026-03-03 10:00", at.housing)])).toMatchObject({
      code: "act.notAtThisStage",
    });
  });

  it.each(["clerk", "dutyChecker", "leaderInCharge", "principalLeader"] as const)(
    "[FZ-8.1-2] the first opening by the unit's %s is the viewing",
    (post) => {
      const scene = play(say.web, [
        ...sent,
        { ...say.view("2026-03-03 09:00", at.housing), who: holder(at.housing, post) },
      ]);
      expect(leg(scene, at.housing)).toMatchObject({ stage: "viewed" });
      expect(duty(scene, "view").state).toBe("met");
    },
  );

  it("[FZ-8.1-2] an opening by anybody else is none: bureau, other unit, efficiency office", () => {
    for (const who of [say.dispatcher, holder(at.urban, "clerk"), holder(at.efficiency, "efficiencyOfficer")]) {
      expect(stop(say.web, [...sent, { ...say.view("2026-03-03 09:00", at.housing), who }])).toMatchObject({
        code: "act.notYourPost",
        clause: "FZ-8.1-2",
      });
    }
  });

  it("[FZ-8.1-2] the leader gives directions, in words, and changes no date by it", () => {
    const direct = (note: string): Step => ({
      at: "2026-03-03 11:00",
      who: leader,
      act: "direct",
      leg: at.housing,
      input: { note },
    });
    const scene = play(say.web, [...taken, direct("请照明科当日到场")]);
    expect(of(scene.events, "leaderDirected")).toEqual([{ legId: "l1", note: "请照明科当日到场" }]);
    expect(duty(scene, "reply").due).toBe("2026-03-16");
    expect(stop(say.web, [...taken, direct(" ")])).toMatchObject({ code: "note.empty" });
    expect(stop(say.web, [...taken, { ...direct("x"), who: clerk }])).toMatchObject({ code: "act.notYourPost" });
  });
});

describe("article 8 (2): answered in ten working days", () => {
  it("[FZ-8.2-1] sent Monday 03-02: viewing due 03-04 and reply due 03-16, the two days inside the ten", () => {
    for (const day of ["2026-03-02", "2026-03-04"]) {
      const scene = play(say.web, [...sent, say.view(`${day} 23:00`, at.housing)]);
      expect(duty(scene, "view").due).toBe("2026-03-04");
      expect(duty(scene, "reply", at.housing).due).toBe("2026-03-16");
    }
    expect(pack.duties.find((d) => d.id === "view")?.inside).toBe("reply");
  });

  it("[FZ-8.2-1] the reply ends with the leader's approval, which brings it to the bureau: 03-16 in time, 03-17 not", () => {
    expect(duty(play(say.web, answered("2026-03-16")), "reply")).toMatchObject({ state: "met", endedOn: "2026-03-16" });
    expect(play(say.web, answered("2026-03-16")).breaches).toEqual([]);
    const waiting = play(say.web, [...taken, say.draft("2026-03-16 09:00", at.housing)], { until: "2026-03-17 00:00" });
    expect(waiting.breaches).toEqual([["lapsedUnhandled", at.housing, "2026-03-17"]]);
  });

  it("[FZ-8.2-1] the audit's time is not inside the ten", () => {
    const scene = play(say.web, [...answered("2026-03-16"), say.passAudit("2026-03-18 09:00", at.housing)], {
      until: "2026-04-01 09:00",
    });
    expect(scene.breaches).toEqual([]);
  });

  it("[FZ-8.2-1] over the autumn holidays: sent 09-30, due 10-20", () => {
    const scene = play({ at: "2026-09-30 09:00", channel: "web" }, [
      say.classify("2026-09-30 10:00"),
      say.dispatch("2026-09-30 10:05", at.housing),
    ]);
    expect(duty(scene, "reply", at.housing).due).toBe("2026-10-20");
  });

  it("[FZ-8.2-1] there is no extension: no act of that name, and no rule that pauses", () => {
    expect(acts.filter((act) => /exten|prolong|suspend|pause/i.test(act))).toEqual([]);
    expect(pack.duties.filter((rule) => rule.pauses.length > 0)).toEqual([]);
  });

  it("[FZ-8.2-1] nothing that happens on the way moves the day", () => {
    const busy: readonly Step[] = [
      ...taken,
      { at: "2026-03-04 08:00", who: "petitioner", act: "supplement", input: { text: "又坏了一盏", files: 1 } },
      say.draft("2026-03-09 09:00", at.housing),
      { at: "2026-03-09 10:00", who: leader, act: "rejectDraft", leg: at.housing, input: { reason: "写明日期" } },
      { at: "2026-03-09 11:00", who: say.dispatcher, act: "flagFinalAudit", input: { reason: "社会影响面广" } },
    ];
    for (let n = taken.length; n <= busy.length; n += 1) {
      expect(duty(play(say.web, busy.slice(0, n)), "reply", at.housing).due).toBe("2026-03-16");
    }
  });

  it("a blank in full-width braces is a blank too: 于｛日期｝前完成", () => {
    const draft = say.draft("2026-03-09 09:00", at.housing, { text: "于｛日期｝前完成" });
    expect(stop(say.web, [...taken, draft])).toMatchObject({ code: "reply.placeholderLeft" });
  });

  it("[FZ-8.2-1] an empty reply is none, nor one with a blank left in it", () => {
    const draft = (text: string) => say.draft("2026-03-09 09:00", at.housing, { text });
    expect(stop(say.web, [...taken, draft("  ")])).toMatchObject({ code: "reply.empty" });
    for (const text of ["请联系××科", "于{date}前完成"]) {
      expect(stop(say.web, [...taken, draft(text)])).toMatchObject({ code: "reply.placeholderLeft" });
    }
  });
});

describe("article 8 (2): complex problems", () => {
  const complex = [say.classify("2026-03-02 10:00", { complex: true }), ...taken.slice(1)];
  const whole = { handled: "已现场查看", problems: "管线老化", measures: "4月底前改造" };
  const draft = (parts: Record<string, string>) => say.draft("2026-03-09 09:00", at.housing, { text: "", parts });

  it.each([
    ["handled", "办理情况"],
    ["problems", "存在问题"],
    ["measures", "今后解决问题的措施或建议"],
  ])("[FZ-8.2-2] without %s it is refused, and the refusal names %s", (part, label) => {
    for (const parts of [
      { ...whole, [part]: " " },
      Object.fromEntries(Object.entries(whole).filter(([code]) => code !== part)),
    ]) {
      expect(stop(say.web, [...complex, draft(parts)])).toMatchObject({
        code: "reply.partMissing",
        clause: "FZ-8.2-2",
        facts: { parts: [label] },
      });
    }
  });

  it("[FZ-8.2-2] with all three it goes, and being complex moves no date", () => {
    const scene = play(say.web, [...complex, draft(whole)]);
    expect(of(scene.events, "replyDrafted")[0]?.parts).toEqual(whole);
    expect(duty(scene, "reply", at.housing).due).toBe("2026-03-16");
  });

  it("[FZ-8.2-2] a plain case needs no parts", () => {
    expect(leg(play(say.web, [...taken, say.draft("2026-03-09 09:00", at.housing)]), at.housing).stage).toBe("drafted");
  });

  it("[FZ-8.2-2] the reworked reply needs them too", () => {
    const again = [
      ...complex,
      draft(whole),
      say.approve("2026-03-09 10:00", at.housing),
      say.failAudit("2026-03-10 09:00", at.housing),
    ];
    const part = { ...draft({ ...whole, problems: "" }), at: "2026-03-11 09:00" };
    expect(stop(say.web, [...again, part])).toMatchObject({ code: "reply.partMissing", clause: "FZ-8.2-2" });
  });
});

describe("article 8 (2): the leader in charge approves", () => {
  it.each(["clerk", "dutyChecker", "principalLeader"] as const)("[FZ-8.2-3] the unit's %s cannot", (post) => {
    const step = { ...say.approve("2026-03-09 10:00", at.housing), who: holder(at.housing, post) };
    expect(stop(say.web, [...drafted, step])).toMatchObject({ code: "act.notYourPost", clause: "FZ-8.2-3" });
  });

  it("[FZ-8.2-3] another unit's leader cannot", () => {
    const step = { ...say.approve("2026-03-09 10:00", at.housing), who: holder(at.urban, "leaderInCharge") };
    expect(stop(say.web, [...drafted, step])).toMatchObject({ code: "act.notYourPost", clause: "FZ-8.2-3" });
  });

  it("[FZ-8.2-3] without a draft there is nothing to approve, without approval nothing to audit", () => {
    expect(stop(say.web, [...taken, say.approve("2026-03-09 10:00", at.housing)])).toMatchObject({
      code: "act.notAtThisStage",
      clause: "FZ-8.2-3",
    });
    expect(stop(say.web, [...drafted, say.passAudit("2026-03-09 10:00", at.housing)])).toMatchObject({
      code: "act.notAtThisStage",
    });
  });

  it("[FZ-8.2-3] one person who is clerk and leader at once does not approve what he wrote", () => {
    const both = "both" as PersonId;
    const office = changedOffice(
      pack,
      (org) => org,
      (all) => [
        ...all,
        ...(["clerk", "leaderInCharge"] as const).map((post) => ({
          ...(all[0] as (typeof all)[number]),
          personId: both,
          orgId: at.housing,
          post,
        })),
      ],
    );
    const own = { ...say.draft("2026-03-09 09:00", at.housing), who: both };
    const approve = { ...say.approve("2026-03-09 10:00", at.housing), who: both };
    expect(stop(say.web, [...taken, own, approve], { office })).toMatchObject({
      code: "reply.drafterMayNotApprove",
      clause: "FZ-8.2-3",
    });
    expect(leg(play(say.web, [...drafted, approve], { office }), at.housing).stage).toBe("underAudit");
  });

  it("[FZ-8.2-3] he may send it back to be written again, with a reason, and the days run on", () => {
    const reject = (reason: string): Step => ({
      at: "2026-03-09 10:00",
      who: leader,
      act: "rejectDraft",
      leg: at.housing,
      input: { reason },
    });
    const scene = play(say.web, [...drafted, reject("写明修复日期"), say.draft("2026-03-10 09:00", at.housing)]);
    expect(leg(scene, at.housing)).toMatchObject({ stage: "drafted", draft: { version: 2 } });
    expect(duty(scene, "reply").due).toBe("2026-03-16");
    expect(stop(say.web, [...drafted, reject("")])).toMatchObject({ code: "reply.reasonMissing" });
  });
});

describe("article 8 (6): lead and assistants at work", () => {
  const viewedBoth = [...joint, say.view("2026-03-03 09:00", at.housing), say.view("2026-03-03 09:05", at.urban)];
  const ask = (who: OrgId = at.housing, by = "2026-03-06"): Step => ({
    at: "2026-03-03 10:00",
    who: holder(who, "clerk"),
    act: "askInput",
    leg: who,
    input: { assistLegId: "l2", by, text: "请说明夜间施工许可" },
  });
  const give = (when: string, who: OrgId = at.urban): Step => ({
    at: when,
    who: holder(who, "clerk"),
    act: "giveInput",
    leg: who,
    input: { text: "该路段已列入本月检修" },
  });

  it("[FZ-8.6-1] an assistant gives its input, and writes and submits no reply", () => {
    const scene = play(say.web, [...viewedBoth, give("2026-03-09 09:00")]);
    expect(of(scene.events, "inputGiven")).toEqual([{ legId: "l2", text: "该路段已列入本月检修" }]);
    const takenByAssistant = [...viewedBoth, say.submit("2026-03-03 09:30", at.urban)];
    expect(stop(say.web, [...takenByAssistant, say.draft("2026-03-09 09:00", at.urban)])).toMatchObject({
      code: "input.notTheLead",
      clause: "FZ-8.6-1",
    });
  });

  it("[FZ-8.6-1] the reply of the lead is the reply of all: passed, it ends the assistants' legs", () => {
    const steps = [...joint, ...say.untilAudit(at.housing).slice(2), say.passAudit("2026-03-17 09:00", at.housing)];
    const scene = play(say.web, steps);
    expect(scene.kase.legs.map((l) => l.stage)).toEqual(["passed", "passed"]);
    expect(scene.kase.stage).toBe("answered");
    expect(scene.duties.filter((d) => d.owner === at.urban && d.kind === "duty" && d.state === "open")).toEqual([]);
  });

  it("[FZ-8.6-1] that holds too for a city unit that assists where a county leads", () => {
    const steps = [
      say.classify("2026-03-02 10:00"),
      say.dispatch("2026-03-02 10:05", at.gulouBureau, at.housing),
      say.dispatchOn("2026-03-03 09:00", at.gulouBureau, at.gulouUrban),
      ...say
        .untilAudit(at.gulouUrban, "2026-03-05")
        .slice(2)
        .map((s) => (s.at < "2026-03-03 10" ? { ...s, at: `2026-03-04 ${s.at.slice(11)}` } : s)),
      say.passAudit("2026-03-06 09:00", at.gulouUrban, at.gulouBureau),
    ];
    const scene = play(say.web, steps);
    expect(scene.kase.stage).toBe("answered");
    expect(leg(scene, at.housing).stage).toBe("passed");
    expect(scene.duties.filter((d) => d.owner === at.housing && d.kind === "duty" && d.state === "open")).toEqual([]);
  });

  it("[FZ-8.6-2] the lead asks for input by 03-06; missing, it shows as late on 03-09 and is held against nobody", () => {
    const asked = [...viewedBoth, ask()];
    expect(duty(play(say.web, asked, { until: "2026-03-06 23:59" }), "input", at.urban)).toMatchObject({
      due: "2026-03-06",
      overdueSince: null,
    });
    const monday = play(say.web, [...asked, say.submit("2026-03-03 11:00", at.housing)], { until: "2026-03-09 09:00" });
    expect(duty(monday, "input", at.urban)).toMatchObject({ state: "open", overdueSince: "2026-03-07" });
    expect(monday.breaches).toEqual([]);
    expect(leg(monday, at.urban).inputsOpen).toBe(1);
    const given = play(say.web, [...asked, give("2026-03-06 17:00")], { until: "2026-03-09 09:00" });
    expect(duty(given, "input", at.urban)).toMatchObject({ state: "met", overdueSince: null });
    expect(leg(given, at.urban).inputsOpen).toBe(0);
  });

  it("[FZ-8.6-2] only the lead asks, and only one of its own assistants", () => {
    expect(stop(say.web, [...viewedBoth, ask(at.urban)])).toMatchObject({
      code: "input.notTheLead",
      clause: "FZ-8.6-1",
    });
    expect(stop(say.web, [...viewed, ask()])).toMatchObject({ code: "input.notAnAssistant" });
    expect(stop(say.web, [...viewedBoth, give("2026-03-09 09:00", at.housing)])).toMatchObject({
      code: "input.notAnAssistant",
    });
  });

  it("[FZ-8.6-2] units at work on it write to each other; a unit that is not cannot", () => {
    const note = (who: OrgId): Step => ({
      at: "2026-03-03 10:00",
      who: holder(who, "clerk"),
      act: "note",
      input: { text: "下午一起到现场" },
    });
    const scene = play(say.web, [...viewedBoth, note(at.housing), note(at.urban)]);
    expect(of(scene.events, "noted")).toHaveLength(2);
    expect(stop(say.web, [...viewed, note(at.urban)])).toMatchObject({ code: "act.notYourPost" });
  });
});

describe("article 8 (8): knotty cases go up", () => {
  const atGulou = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.gulouBureau)];
  const up = (by: OrgId, to: OrgId, copyTo: OrgId = to): Step => ({
    at: "2026-03-04 09:00",
    who: holder(by, "dispatcher"),
    act: "escalate",
    input: { escalationId: "e1", to, copyTo },
  });
  const instructed = (by: OrgId, text = "请住建局牵头，月底前解决"): Step => ({
    at: "2026-03-05 09:00",
    who: holder(by, "dispatcher"),
    act: "recordInstruction",
    input: { escalationId: "e1", text },
  });

  it("[FZ-8.8] a county bureau's to the city office is refused, and its own office offered", () => {
    expect(stop(say.web, [...atGulou, up(at.gulouBureau, at.office)])).toMatchObject({
      code: "escalation.wrongLevel",
      clause: "FZ-8.8",
      facts: { org: at.office, offered: at.gulouOffice },
    });
    const wrongCopy = up(at.gulouBureau, at.gulouOffice, at.office);
    expect(stop(say.web, [...atGulou, wrongCopy])).toMatchObject({ code: "escalation.wrongLevel", clause: "FZ-8.8" });
  });

  it("[FZ-8.8] to the leaders of its own level it goes, from the county and from the city", () => {
    expect(of(play(say.web, [...atGulou, up(at.gulouBureau, at.gulouOffice)]).events, "escalated")).toEqual([
      { escalationId: "e1", to: at.gulouOffice, copyTo: at.gulouOffice },
    ]);
    expect(of(play(say.web, [...sent, up(at.bureau, at.office)]).events, "escalated")).toHaveLength(1);
  });

  it.each([at.gulouOffice, at.housing, at.efficiency, at.centre])(
    "[FZ-8.8] the city bureau's does not go to %s",
    (to) => {
      expect(stop(say.web, [...sent, up(at.bureau, to)])).toMatchObject({
        code: "escalation.wrongLevel",
        clause: "FZ-8.8",
      });
    },
  );

  it("[FZ-8.8] a unit, another county's bureau and the leaders themselves do not send up", () => {
    for (const who of [clerk, leader, holder(at.taijiangBureau, "dispatcher"), holder(at.office, "officeLeader")]) {
      expect(stop(say.web, [...sent, { ...up(at.bureau, at.office), who }])).toMatchObject({
        code: "act.notYourPost",
        clause: "FZ-8.8",
      });
    }
  });

  it("[FZ-8.8] it moves no date and takes the case from nobody; the instruction is written back on it", () => {
    const scene = play(say.web, [...taken, up(at.bureau, at.office), instructed(at.bureau)]);
    expect(duty(scene, "reply", at.housing).due).toBe("2026-03-16");
    expect(leg(scene, at.housing).stage).toBe("handling");
    expect(of(scene.events, "instructionRecorded")).toEqual([{ escalationId: "e1", text: "请住建局牵头，月底前解决" }]);
    expect(stop(say.web, [...taken, up(at.bureau, at.office), instructed(at.bureau, " ")])).toMatchObject({
      code: "note.empty",
    });
  });

  it("[FZ-8.8] no instruction is written down for an escalation that was never sent", () => {
    expect(stop(say.web, [...taken, instructed(at.bureau)]).code).toBeTruthy();
  });
});
