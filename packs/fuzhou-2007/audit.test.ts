import { describe, expect, it } from "vitest";
import type { OrgId } from "../../domain/office/org.ts";
import { enclosingDue } from "../../domain/duty/enclosing.ts";
import { duty, leg, matter, of, stage } from "../../domain/proof/fixture.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { fuzhou2007 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop } = stage(fuzhou2007, nationalYears);

/** Submitted on Monday 03-16, the last day of the unit. */
const submitted = say.untilAudit(at.housing);
const failed = [...submitted, say.failAudit("2026-03-18 09:00", at.housing)];
const again = (day: string, time = "10:00"): readonly Step[] => [
  say.draft(`${day} 09:00`, at.housing),
  say.approve(`${day} ${time}`, at.housing),
];

const inCounty = [
  say.classify("2026-03-02 10:00"),
  say.dispatch("2026-03-02 10:05", at.gulouBureau),
  say.dispatchOn("2026-03-03 09:00", at.gulouBureau, at.gulouUrban),
  say.view("2026-03-04 09:00", at.gulouUrban),
  say.submit("2026-03-04 09:30", at.gulouUrban),
];
const countySubmitted = [
  ...inCounty,
  say.draft("2026-03-10 09:00", at.gulouUrban),
  say.approve("2026-03-10 10:00", at.gulouUrban),
];
const flag = (when: string, who = say.dispatcher): Step => ({
  at: when,
  who,
  act: "flagFinalAudit",
  input: { reason: "群众反映强烈" },
});
const final = (step: Step): Step => ({ ...step, who: holder(at.bureau, "finalAuditor") });

describe("article 8 (4): the bureau audits in two working days", () => {
  it("[FZ-8.4-1] submitted Monday 03-16, due 03-18; passed on 03-19 the audit is late, not the unit", () => {
    const scene = play(say.web, [...submitted, say.passAudit("2026-03-19 09:00", at.housing)]);
    expect(duty(scene, "audit", at.bureau)).toMatchObject({
      due: "2026-03-18",
      state: "metLate",
      ownerPost: "auditor",
    });
    expect(duty(scene, "reply", at.housing).state).toBe("met");
    expect(scene.breaches).toEqual([["late", at.bureau, "2026-03-19"]]);
    expect(leg(scene, at.housing).overdue).toBeNull();
  });

  it("[FZ-8.4-1] passed at 03-18 23:59 it is in time; the two days count from the submission, not from the unit's last day", () => {
    expect(play(say.web, [...submitted, say.passAudit("2026-03-18 23:59", at.housing)]).breaches).toEqual([]);
    const early = play(say.web, say.untilAudit(at.housing, "2026-03-06"));
    expect(duty(early, "audit", at.bureau).due).toBe("2026-03-10");
  });

  it("[FZ-8.4-1] the bureau of the unit's own level audits: the county's for a county unit, the city's not", () => {
    const scene = play(say.web, countySubmitted);
    expect(duty(scene, "audit", at.gulouBureau).due).toBe("2026-03-12");
    expect(of(scene.events, "replySubmitted")[0]?.auditing).toBe(at.gulouBureau);
    const byCity = say.passAudit("2026-03-11 09:00", at.gulouUrban, at.bureau);
    expect(stop(say.web, [...countySubmitted, byCity])).toMatchObject({ code: "act.notYourPost", clause: "FZ-9-1" });
    expect(stop(say.web, [...countySubmitted, final(byCity)])).toMatchObject({ code: "act.notYourPost" });
    const own = say.passAudit("2026-03-11 09:00", at.gulouUrban, at.gulouBureau);
    expect(play(say.web, [...countySubmitted, own]).kase.stage).toBe("answered");
  });

  it("[FZ-8.4-1] the dispatcher, the unit and another county's auditor do not audit", () => {
    const pass = say.passAudit("2026-03-11 09:00", at.gulouUrban, at.gulouBureau);
    for (const who of [
      holder(at.gulouBureau, "dispatcher"),
      holder(at.gulouUrban, "leaderInCharge"),
      holder(at.taijiangBureau, "auditor"),
    ]) {
      expect(stop(say.web, [...countySubmitted, { ...pass, who }])).toMatchObject({ code: "act.notYourPost" });
    }
  });

  it("[FZ-8.4-1] every question of the audit is answered, whatever the verdict", () => {
    const { facts: _, ...open } = say.allYes;
    const pass = say.passAudit("2026-03-17 09:00", at.housing, at.bureau, { checklist: open });
    expect(stop(say.web, [...submitted, pass])).toMatchObject({
      code: "audit.checklistOpen",
      clause: "FZ-8.4-1",
      facts: { items: ["facts"] },
    });
    const fail = { ...say.failAudit("2026-03-17 09:00", at.housing), input: { checklist: {}, reason: "缺时间" } };
    expect(stop(say.web, [...submitted, fail])).toMatchObject({ code: "audit.checklistOpen", clause: "FZ-8.4-1" });
  });

  it("[FZ-8.4-1] each submission has its own two days", () => {
    const scene = play(say.web, [...failed, ...again("2026-03-20")]);
    expect(scene.duties.filter((d) => d.rule === "audit").map((d) => [d.due, d.state])).toEqual([
      ["2026-03-18", "met"],
      ["2026-03-24", "open"],
    ]);
  });
});

describe("article 8 (4): rework in three working days", () => {
  it("[FZ-8.4-2] returned Wednesday 03-18, the window ends Monday 03-23", () => {
    const scene = play(say.web, failed);
    expect(leg(scene, at.housing)).toMatchObject({ stage: "rework", inRework: true });
    expect(duty(scene, "rework", at.housing)).toMatchObject({ due: "2026-03-23", state: "open" });
  });

  it("[FZ-8.4-2] it stands beside the ten days and does not open them again", () => {
    const early = play(say.web, [
      ...say.untilAudit(at.housing, "2026-03-06"),
      say.failAudit("2026-03-09 09:00", at.housing),
    ]);
    expect(duty(early, "reply", at.housing)).toMatchObject({ due: "2026-03-16", state: "met" });
    expect(duty(early, "rework", at.housing).due).toBe("2026-03-12");
    expect(early.duties.filter((d) => d.rule === "reply")).toHaveLength(1);
  });

  it("[FZ-8.4-2] the unit may submit more than once in it; a second return opens no second window", () => {
    const twice = [...failed, ...again("2026-03-19"), say.failAudit("2026-03-20 09:00", at.housing)];
    const scene = play(say.web, [...twice, ...again("2026-03-23")]);
    expect(scene.duties.filter((d) => d.rule === "rework").map((d) => [d.due, d.state])).toEqual([
      ["2026-03-23", "awaitingVerdict"],
    ]);
    expect(leg(scene, at.housing).draft?.version).toBe(3);
  });

  it("[FZ-8.4-2] the return says why, and the leader approves the new reply too", () => {
    const mute = { ...say.failAudit("2026-03-18 09:00", at.housing), input: { checklist: say.oneNo, reason: " " } };
    expect(stop(say.web, [...submitted, mute])).toMatchObject({ code: "audit.reasonMissing" });
    const byClerk = { ...say.approve("2026-03-19 10:00", at.housing), who: holder(at.housing, "clerk") };
    expect(stop(say.web, [...failed, say.draft("2026-03-19 09:00", at.housing), byClerk])).toMatchObject({
      code: "act.notYourPost",
      clause: "FZ-8.2-3",
    });
  });

  it("[FZ-8.4-2] a leader who rejects the new draft sends it back to rework, and there is no return to the bureau from there", () => {
    const reject: Step = {
      at: "2026-03-19 10:00",
      who: holder(at.housing, "leaderInCharge"),
      act: "rejectDraft",
      leg: at.housing,
      input: { reason: "写明日期" },
    };
    expect(leg(play(say.web, [...failed, say.draft("2026-03-19 09:00", at.housing), reject]), at.housing).stage).toBe(
      "rework",
    );
    expect(stop(say.web, [...failed, say.askReturn("2026-03-18 10:00", at.housing)])).toMatchObject({
      code: "act.notAtThisStage",
      clause: "FZ-8.3-1",
    });
  });

  it("[FZ-8.4-3] returned 03-18, again 03-20, failed 03-23, nothing by 24:00: 逾期办理 from 03-24, though the first reply was in time", () => {
    const steps = [...failed, ...again("2026-03-20"), say.failAudit("2026-03-23 09:00", at.housing)];
    expect(play(say.web, steps, { until: "2026-03-23 23:59" }).breaches).toEqual([]);
    const scene = play(say.web, steps, { until: "2026-03-24 00:00" });
    expect(scene.breaches).toEqual([["lateHandling", at.housing, "2026-03-24"]]);
    expect(leg(scene, at.housing).overdue).toBe("lateHandling");
    expect(duty(scene, "reply", at.housing).state).toBe("met");
  });

  it("[FZ-8.4-3] nothing submitted at all in the three days is the same", () => {
    expect(play(say.web, failed, { until: "2026-03-24 00:00" }).breaches).toEqual([
      ["lateHandling", at.housing, "2026-03-24"],
    ]);
  });

  it("[FZ-8.4-3] submitted 03-23 and passed 03-25 is not overdue: the submission decides", () => {
    const scene = play(
      say.web,
      [...failed, ...again("2026-03-23", "23:59"), say.passAudit("2026-03-25 09:00", at.housing)],
      { until: "2026-04-20 09:00" },
    );
    expect(scene.breaches).toEqual([]);
    expect(duty(scene, "rework")).toMatchObject({ state: "met", endedOn: "2026-03-23" });
    expect(leg(scene, at.housing).overdue).toBeNull();
  });

  it("[FZ-8.4-3] submitted 03-23 and failed 03-25 is overdue, from 03-24 on", () => {
    const steps = [...failed, ...again("2026-03-23"), say.failAudit("2026-03-25 09:00", at.housing)];
    expect(play(say.web, steps.slice(0, -1), { until: "2026-03-25 08:00" }).breaches).toEqual([]);
    expect(play(say.web, steps, { until: "2026-03-25 10:00" }).breaches).toEqual([
      ["lateHandling", at.housing, "2026-03-24"],
    ]);
  });

  it("[FZ-8.4-3] submitted 03-24 is late even when it passes; it is recorded once", () => {
    const scene = play(say.web, [...failed, ...again("2026-03-24"), say.passAudit("2026-03-25 09:00", at.housing)], {
      until: "2026-04-20 09:00",
    });
    expect(scene.breaches).toEqual([["lateHandling", at.housing, "2026-03-24"]]);
    expect(duty(scene, "rework").state).toBe("metLate");
    expect(scene.kase.stage).toBe("answered");
  });
});

describe("article 8 (4), second paragraph: the city's final audit", () => {
  it("[FZ-8.4-4] flagged by the city, a county unit's reply goes to the city and not to the county", () => {
    const steps = [...inCounty, flag("2026-03-05 09:00"), ...countySubmitted.slice(-2)];
    const scene = play(say.web, steps);
    expect(of(scene.events, "replySubmitted")[0]?.auditing).toBe(at.bureau);
    expect(duty(scene, "audit-final", at.bureau)).toMatchObject({
      state: "open",
      due: null,
      ownerPost: "finalAuditor",
    });
    expect(scene.duties.filter((d) => d.rule === "audit")).toEqual([]);
    for (const bureau of [at.gulouBureau, at.bureau]) {
      expect(stop(say.web, [...steps, say.passAudit("2026-03-11 09:00", at.gulouUrban, bureau)])).toMatchObject({
        code: "audit.reservedForCity",
        clause: "FZ-8.4-4",
      });
    }
    const done = play(say.web, [...steps, final(say.passAudit("2026-03-11 09:00", at.gulouUrban, at.bureau))]);
    expect(done.kase.stage).toBe("answered");
  });

  it("[FZ-8.4-4] the county cannot fail it either; the final auditor can, and the unit reworks", () => {
    const steps = [...inCounty, flag("2026-03-05 09:00"), ...countySubmitted.slice(-2)];
    expect(stop(say.web, [...steps, say.failAudit("2026-03-11 09:00", at.gulouUrban, at.gulouBureau)])).toMatchObject({
      code: "audit.reservedForCity",
      clause: "FZ-8.4-4",
    });
    const scene = play(say.web, [...steps, final(say.failAudit("2026-03-11 09:00", at.gulouUrban, at.bureau))]);
    expect(duty(scene, "rework", at.gulouUrban).due).toBe("2026-03-16");
  });

  it("[FZ-8.4-4] it may be flagged at any time before the audit, also while the reply lies with the county", () => {
    const steps = [...countySubmitted, flag("2026-03-11 09:00")];
    expect(stop(say.web, [...steps, say.passAudit("2026-03-11 10:00", at.gulouUrban, at.gulouBureau)])).toMatchObject({
      code: "audit.reservedForCity",
    });
    expect(play(say.web, steps, { until: "2026-03-20 09:00" }).breaches).toEqual([]);
    const after = [
      ...countySubmitted,
      say.passAudit("2026-03-11 09:00", at.gulouUrban, at.gulouBureau),
      flag("2026-03-11 10:00"),
    ];
    expect(stop(say.web, after)).toMatchObject({ code: "act.notAtThisStage", clause: "FZ-8.4-4" });
  });

  it("[FZ-8.4-4] of a split case, while any part is still open", () => {
    const parts: Step = {
      at: "2026-03-02 10:05",
      who: say.dispatcher,
      act: "dispatch",
      input: { classification: null, matters: [say.matter("路灯", at.housing), say.matter("占道", at.urban)] },
    };
    const one = [
      say.classify("2026-03-02 10:00"),
      parts,
      ...submitted.slice(2),
      say.passAudit("2026-03-17 09:00", at.housing),
    ];
    expect(play(say.web, [...one, flag("2026-03-17 10:00")]).kase.finalAudit).toBe(true);
  });

  it.each([
    ["the county's dispatcher", holder(at.gulouBureau, "dispatcher")],
    ["the county's auditor", holder(at.gulouBureau, "auditor")],
    ["the unit", holder(at.gulouUrban, "leaderInCharge")],
    ["the service centre", say.operator],
  ])("[FZ-8.4-4] %s cannot flag", (_who, who) => {
    expect(stop(say.web, [...inCounty, flag("2026-03-05 09:00", who)])).toMatchObject({
      code: "act.notYourPost",
      clause: "FZ-8.4-4",
    });
  });

  it("[FZ-8.4-4] a city unit's reply is then the final auditor's too, without a term", () => {
    const steps = [...submitted.slice(0, 2), flag("2026-03-02 11:00"), ...submitted.slice(2)];
    expect(stop(say.web, [...steps, say.passAudit("2026-03-17 09:00", at.housing)])).toMatchObject({
      code: "audit.reservedForCity",
      clause: "FZ-8.4-4",
    });
    expect(play(say.web, steps, { until: "2026-06-01 09:00" }).breaches).toEqual([]);
  });
});

describe("article 9 (2): two keys to withhold", () => {
  const advised = say.untilAudit(at.housing, "2026-03-16", { advisesWithholding: true, adviceReason: "涉及第三人" });
  const pass = (withhold: boolean): Step =>
    say.passAudit("2026-03-17 09:00", at.housing, at.bureau, { withhold, reason: withhold ? "涉及第三人" : null });

  it("[FZ-9.2] advice and confirmation: withheld, and still fed back by the original channel", () => {
    const phone: Filing = { at: "2026-03-02 08:00", channel: "phone" };
    const scene = play(phone, [say.handOver("2026-03-02 08:30"), ...advised, pass(true)]);
    expect(matter(scene).publication).toBe("withheld");
    expect(of(scene.events, "withheld")).toEqual([{ matterId: "m1", why: "advised", reason: "涉及第三人" }]);
    expect(scene.notices).toContain("reply");
    expect(duty(scene, "feedback", at.centre).state).toBe("open");
  });

  it("[FZ-9.2] advice without confirmation: published", () => {
    expect(matter(play(say.web, [...advised, pass(false)])).publication).toBe("published");
  });

  it("[FZ-9.2] no advice: the auditor has no such choice", () => {
    expect(stop(say.web, [...submitted, pass(true)])).toMatchObject({
      code: "audit.withholdNotAdvised",
      clause: "FZ-9.2",
    });
    expect(matter(play(say.web, [...submitted, pass(false)])).publication).toBe("published");
  });

  it("[FZ-9.2] the advice is that of the reply audited: dropped in rework, it is gone", () => {
    const dropped = [
      ...advised,
      say.failAudit("2026-03-17 09:00", at.housing),
      ...again("2026-03-18"),
      { ...pass(true), at: "2026-03-19 09:00" },
    ];
    expect(stop(say.web, dropped)).toMatchObject({ code: "audit.withholdNotAdvised" });
  });

  it("[FZ-9.2] the advice gives its reason", () => {
    const mute = say.untilAudit(at.housing, "2026-03-16", { advisesWithholding: true, adviceReason: " " }).slice(0, 5);
    expect(stop(say.web, mute)).toMatchObject({ code: "reply.adviceReasonMissing" });
  });

  it("[FZ-9.2] the bureau withholds for a reason that it gives, not without one", () => {
    const steps = say.untilAudit(at.housing, "2026-03-16", { advisesWithholding: true, adviceReason: "涉及第三人" });
    const withhold = (reason: string | null) =>
      say.passAudit("2026-03-17 09:00", at.housing, at.bureau, { withhold: true, reason });
    expect(stop(say.web, [...steps, withhold(" ")])).toMatchObject({ code: "audit.reasonMissing" });
    expect(stop(say.web, [...steps, withhold(null)])).toMatchObject({ code: "audit.reasonMissing" });
    expect(matter(play(say.web, [...steps, withhold("涉及第三人隐私")])).publication).toBe("withheld");
  });

  it("[FZ-9.2] in a county its own bureau turns the second key", () => {
    const draft = say.draft("2026-03-10 09:00", at.gulouUrban, {
      advisesWithholding: true,
      adviceReason: "涉及第三人",
    });
    const steps = [...inCounty, draft, say.approve("2026-03-10 10:00", at.gulouUrban)];
    const withhold = (bureau: OrgId) =>
      say.passAudit("2026-03-11 09:00", at.gulouUrban, bureau, { withhold: true, reason: "涉及第三人" });
    expect(matter(play(say.web, [...steps, withhold(at.gulouBureau)])).publication).toBe("withheld");
    expect(stop(say.web, [...steps, withhold(at.bureau)])).toMatchObject({ code: "act.notYourPost" });
  });
});

it("[FZ-8.2-3 FZ-8.4-2] the leader's approval runs inside the ten days, in a redo inside the three", () => {
  const first = play(say.web, submitted.slice(0, -1));
  expect(enclosingDue(duty(first, "approve"), first.duties, fuzhou2007.duties)).toBe("2026-03-16");
  const redo = play(say.web, [...failed, say.draft("2026-03-20 09:00", at.housing)]);
  expect(enclosingDue(duty(redo, "approve"), redo.duties, fuzhou2007.duties)).toBe("2026-03-23");
});
