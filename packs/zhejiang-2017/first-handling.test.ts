import { describe, expect, it } from "vitest";
import { workingDaysAfter } from "../../domain/calendar/term.ts";
import { factOf } from "../../domain/case/facts.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { changedOffice, duty, leg, of, reads, stage } from "../../domain/proof/fixture.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import type { Channel } from "../../domain/rules/vocabulary.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { zhejiang2017 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack, calendar } = stage(zhejiang2017, nationalYears);

const screened = [say.mark("2026-03-02 10:00"), say.form("2026-03-02 10:02")];
const sent = [...screened, say.dispatch("2026-03-02 10:05", [at.labour])];
const viewed = [...sent, say.view("2026-03-03 09:00", at.labour)];
const link = (when: string): Step => ({
  at: when,
  who: say.dispatcher,
  act: "linkRepeat",
  input: { previous: "first" },
});

function elsewhere(procedure: string, caseAt = "海盐县民政局"): Step {
  const fields = { procedure, caseAt };
  return { at: "2026-03-02 10:00", who: say.dispatcher, act: "refuse", input: { ground: "route.2", fields } };
}

describe("article 1: one platform for all organs", () => {
  it("[ZJ-1-1] a letter entered by a county office is on the platform at once, for the bureaux above it too", () => {
    const scene = play({ ...say.atCounty, channel: "letter" }, []);
    expect(scene.kase).toMatchObject({ stage: "registered", intake: at.countyBureau, topBureau: at.countyBureau });
    expect(reads(scene, at.countyBureau, "dispatcher")).toBe("all");
    expect(reads(scene, at.bureau, "auditor")).toBe("all");
    expect(reads(scene, at.provinceBureau, "auditor")).toBe("all");
    expect(reads(scene, at.countyLand, "clerk")).toBeNull();
  });

  it("[ZJ-1-3] a later visit is traced to the first handling before it may be marked as a repeat, skip-level or abnormal one", () => {
    const visit: Filing = { at: "2026-03-20 09:00", channel: "visit", intake: at.provinceBureau };
    const who = holder(at.provinceBureau, "dispatcher");
    for (const kind of ["repeat", "skipLevel", "abnormal"]) {
      const mark = say.mark("2026-03-20 10:00", kind, who);
      expect(stop(visit, [mark])).toMatchObject({ code: "repeat.notLinked", clause: "ZJ-1-3" });
      const scene = play(visit, [{ ...link("2026-03-20 09:30"), who }, mark]);
      expect(scene.kase.repeatOf).toBe("first");
      expect(factOf(scene.kase, "occurrence", null)).toBe(kind);
    }
  });

  it("[ZJ-1-3] what a later visit shows to have been neglected is put down to the unit that handled first", () => {
    const scene = play(say.web, [...sent, say.records("2026-03-20 11:00")]);
    expect(factOf(scene.kase, "answerableUnit", null)).toBe(at.labour);
    expect(factOf(scene.kase, "consequence", null)).toBe("skipLevelVisit");
  });
});

describe("article 2: what an initial matter is", () => {
  it("[ZJ-2-1] nothing is sent out before it is settled whether the matter is raised for the first time", () => {
    const unsettled = [say.form("2026-03-02 10:02"), say.dispatch("2026-03-02 10:05", [at.labour])];
    expect(stop(say.web, unsettled)).toMatchObject({ code: "fact.missing", clause: "ZJ-2-1" });
    expect(play(say.web, sent).kase.stage).toBe("inHand");
  });

  it("[ZJ-2-1] a first one needs no link, an opinion or suggestion alone is left unmarked, an unknown mark is refused", () => {
    expect(play(say.web, [say.mark("2026-03-02 10:00")]).kase.repeatOf).toBeNull();
    const suggestion = play(say.web, [say.mark("2026-03-02 10:00", "unmarked")]);
    expect(factOf(suggestion.kase, "occurrence", null)).toBe("unmarked");
    expect(stop(say.web, [say.mark("2026-03-02 10:00", "perhaps")])).toMatchObject({ code: "formality.fieldWrong" });
  });

  it("[ZJ-2-1] the receiving organ settles it, neither the petitioner nor the organ that the matter is about", () => {
    const byUnit = say.mark("2026-03-02 10:00", "initial", holder(at.labour, "clerk"));
    expect(stop(say.web, [byUnit])).toMatchObject({ code: "act.notYourPost", clause: "ZJ-2-1" });
    expect(stop(say.web, [{ ...byUnit, who: "petitioner" }])).toMatchObject({ code: "act.notYourPost" });
  });

  it("[ZJ-2-1] the mark can be put right while the case is under way, and no more once it is answered", () => {
    const corrected = play(say.web, [...viewed, link("2026-03-04 09:00"), say.mark("2026-03-04 09:05", "repeat")]);
    expect(factOf(corrected.kase, "occurrence", null)).toBe("repeat");
    const late = [...say.untilAnswered(at.labour), link("2026-03-16 09:00"), say.mark("2026-03-16 09:05", "repeat")];
    expect(stop(say.web, late)).toMatchObject({ code: "act.notAtThisStage", clause: "ZJ-2-1" });
  });

  it("[ZJ-2-2] letter, web, e-mail, fax, telephone and visit, and no other form", () => {
    const forms: readonly Channel[] = ["letter", "web", "email", "fax", "phone", "visit"];
    expect(pack.settings.channels.value).toEqual(forms);
    for (const channel of forms) {
      expect(play({ at: "2026-03-02 09:00", channel }, []).kase).toMatchObject({ stage: "registered", channel });
    }
  });

  it("[ZJ-2-2] a visit by six persons is registered as such", () => {
    const { kase } = play({ ...say.atCounty, group: { persons: 6, representatives: 5 } }, []);
    expect(kase).toMatchObject({ channel: "visit", group: { persons: 6 } });
  });

  it.each(["诉讼", "仲裁", "行政许可", "行政确认", "行政裁决", "行政给付", "行政复议", "其他法定途径"])(
    "[ZJ-2-3 ZJ-3.1-2] %s: sent to the statutory route, which is no refusal and no initial matter",
    (procedure) => {
      const scene = play(say.web, [elsewhere(procedure)]);
      expect(scene.kase).toMatchObject({ stage: "sentElsewhere", ground: "route.2" });
      expect(of(scene.events, "refused")[0]).toMatchObject({ outcome: "sentElsewhere", fields: { procedure } });
      expect(scene.notices).toEqual(["received", "sent-elsewhere"]);
      expect(scene.duties.filter((d) => d.state === "open").map((d) => d.rule)).toEqual([]);
    },
  );

  it("[ZJ-2-3] the petitioner is told the route and where to go; without both it is refused", () => {
    expect(stop(say.web, [elsewhere("", "法院")])).toMatchObject({ code: "ground.fieldMissing", clause: "ZJ-2-3" });
    expect(stop(say.web, [elsewhere("行政给付", "")])).toMatchObject({ code: "ground.fieldMissing", clause: "ZJ-2-3" });
    expect(stop(say.web, [elsewhere("找熟人")])).toMatchObject({ code: "ground.fieldMissing" });
  });

  it("[ZJ-2-3] it stays outside the ratings and is neither sent out nor sent elsewhere while a unit works on it", () => {
    const rating = say.rate("2026-03-03 09:00", "dissatisfied");
    expect(stop(say.web, [elsewhere("行政给付"), rating])).toMatchObject({ code: "act.notAtThisStage" });
    expect(stop(say.web, [elsewhere("行政给付"), say.dispatch("2026-03-03 09:00", [at.labour])])).toMatchObject({
      code: "act.notAtThisStage",
    });
    expect(stop(say.web, [...viewed, { ...elsewhere("仲裁"), at: "2026-03-04 09:00" }])).toMatchObject({
      code: "track.unitAtWork",
    });
  });
});

describe("article 3: who answers for the first handling", () => {
  const receiving = say.does("2026-03-02 10:00", "nameReceiving", {
    receivingLeader: holder(at.bureau, "bureauHead"),
    receivingPerson: say.dispatcher,
  });

  it("[ZJ-3-1] the receiving organ, its leader and its clerk are put down once", () => {
    const scene = play(say.web, [receiving]);
    expect(factOf(scene.kase, "receivingLeader", null)).toBe(holder(at.bureau, "bureauHead"));
    expect(duty(scene, "name-receiving", at.bureau).state).toBe("met");
    expect(stop(say.web, [receiving, { ...receiving, at: "2026-03-02 11:00" }])).toMatchObject({
      code: "formality.alreadyDone",
      clause: "ZJ-3-1",
    });
  });

  it("[ZJ-3-1] sent to another organ later, the first one and its persons stay on record, and the new one names its own", () => {
    const rerouted: readonly Step[] = [
      receiving,
      ...viewed,
      say.name("2026-03-03 09:30", at.labour),
      say.askReturn("2026-03-04 09:00", at.labour),
      { at: "2026-03-05 09:00", who: say.dispatcher, act: "acceptReturn", leg: at.labour, input: { note: null } },
      say.dispatch("2026-03-09 09:00", [at.traffic]),
      say.view("2026-03-09 10:00", at.traffic),
      say.name("2026-03-09 10:30", at.traffic),
    ];
    const scene = play(say.web, rerouted);
    expect(scene.kase.intake).toBe(at.bureau);
    expect(factOf(scene.kase, "receivingPerson", null)).toBe(say.dispatcher);
    expect(factOf(scene.kase, "responsiblePerson", leg(scene, at.labour).id)).toBe(holder(at.labour, "clerk"));
    expect(factOf(scene.kase, "responsiblePerson", leg(scene, at.traffic).id)).toBe(holder(at.traffic, "clerk"));
    expect(of(scene.events, "formalityDone").map((d) => d.formality)).toEqual([
      "nameReceiving",
      "setOccurrence",
      "setForm",
      "nameResponsible",
      "nameResponsible",
    ]);
  });

  it("[ZJ-3-1] the organ that has named its persons cannot name others afterwards", () => {
    const again = say.name("2026-03-04 09:30", at.labour);
    expect(stop(say.web, [...say.untilNamed(at.labour), again])).toMatchObject({
      code: "formality.alreadyDone",
      clause: "ZJ-3-1",
    });
  });

  it("[ZJ-3.1-1] when it came and when it was registered are both kept; no number of days makes it late", () => {
    const scene = play({ ...say.letter, at: "2026-03-06 09:00", receivedAt: "2026-03-02 09:00" }, []);
    const entered = duty(scene, "register", at.bureau);
    expect(entered).toMatchObject({ startedOn: "2026-03-02", endedOn: "2026-03-06", due: null, state: "met" });
    expect(workingDaysAfter(calendar, entered.startedOn, entered.endedOn ?? entered.startedOn)).toBe(4);
    expect(scene.breaches).toEqual([]);
  });

  it("[ZJ-3.1-1] every organ registers what it receives, and only its own staff does", () => {
    for (const intake of [at.provinceBureau, at.bureau, at.countyBureau, at.labour, at.countyLand]) {
      const { kase } = play({ at: "2026-03-02 09:00", channel: "visit", intake }, []);
      expect(kase).toMatchObject({ stage: "registered", intake, topBureau: intake });
    }
    expect(() => play({ at: "2026-03-02 09:00", channel: "visit", intake: at.discipline }, [])).toThrow(
      "act.notYourPost",
    );
  });

  it("[ZJ-3.1-2] it is sent promptly to the competent organ, without a number of days", () => {
    const scene = play(say.web, sent, { until: "2026-12-01 09:00" });
    expect(duty(scene, "dispatch", at.bureau)).toMatchObject({ due: null, state: "met" });
    expect(leg(scene, at.labour)).toMatchObject({ stage: "dispatched", sender: at.bureau });
    expect(scene.breaches).toEqual([]);
  });

  it("[ZJ-3.1-2] whether it is transferred or assigned is settled first; assigned, it is not over without the report", () => {
    const unsettled = [say.mark("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", [at.labour])];
    expect(stop(say.web, unsettled)).toMatchObject({ code: "fact.missing", clause: "ZJ-3.1-2" });
    const assigned = say
      .untilAnswered(at.labour)
      .map((step) => (step.at === "2026-03-02 10:02" ? say.form(step.at, "assign") : step));
    const open = play(say.web, assigned);
    expect(open.kase.stage).toBe("answering");
    expect(duty(open, "report-back", at.labour)).toMatchObject({ due: null, state: "open" });
    const report = say.doesOn("2026-03-16 09:00", at.labour, "reportBack", { resultReport: "已调解结案" });
    const reported = play(say.web, [...assigned, report]);
    expect(duty(reported, "report-back", at.labour).state).toBe("met");
    expect(reported.kase.stage).toBe("answered");
    const matters = [{ ...say.matter(null, at.labour), by: "2026-03-20" }];
    const dated = assigned.map((step) =>
      step.act === "dispatch" ? { ...step, input: { classification: null, matters } } : step,
    );
    const late = play(say.web, dated, { until: "2026-03-21 00:01" });
    expect(duty(late, "report-back", at.labour)).toMatchObject({ due: "2026-03-20", overdueSince: "2026-03-21" });
    const transferred = play(say.web, say.untilAnswered(at.labour));
    expect(transferred.duties.filter((d) => d.rule === "report-back")).toEqual([]);
    expect(stop(say.web, [...say.untilAnswered(at.labour), report])).toMatchObject({ code: "fact.forbidden" });
  });

  it("[ZJ-3.1-2] an internal section of an organ can be the addressee; an organ that received it itself may keep it", () => {
    const toSection = play(say.web, [...screened, say.dispatch("2026-03-02 10:05", [at.labourSection])]);
    expect(leg(toSection, at.labourSection).stage).toBe("dispatched");
    const clerk = holder(at.labour, "clerk");
    const own = play(say.atOrgan, [
      say.mark("2026-03-02 10:00", "initial", clerk),
      say.form("2026-03-02 10:02", "transfer", clerk),
      say.dispatch("2026-03-02 10:05", [at.labour], clerk),
    ]);
    expect(leg(own, at.labour)).toMatchObject({ sender: at.labour, stage: "dispatched" });
  });

  it("[ZJ-3.1-2] a county's organ is reached through its bureau, the province's matters through the city's", () => {
    expect(stop(say.web, [...screened, say.dispatch("2026-03-02 10:05", [at.countyLand])])).toMatchObject({
      code: "dispatch.throughCountyBureau",
      clause: "ZJ-3.1-2",
    });
    const who = holder(at.provinceBureau, "dispatcher");
    const down = play(say.atProvince, [
      say.mark("2026-03-02 10:00", "initial", who),
      say.form("2026-03-02 10:02", "transfer", who),
      say.dispatch("2026-03-02 10:05", [at.bureau], who),
      say.dispatchOn("2026-03-03 09:00", at.bureau, at.countyBureau),
      say.dispatchOn("2026-03-04 09:00", at.countyBureau, at.countyLand),
    ]);
    expect(leg(down, at.countyLand)).toMatchObject({ sender: at.countyBureau, stage: "dispatched" });
  });

  it("[ZJ-3-1] one organ leads and bears the first responsibility, whoever assists", () => {
    const two = [
      { orgId: at.labour, role: "lead" },
      { orgId: at.traffic, role: "lead" },
    ];
    const step = (targets: unknown): Step => ({
      at: "2026-03-02 10:05",
      who: say.dispatcher,
      act: "dispatch",
      input: { classification: null, matters: [{ ...say.matter(null), targets }] },
    });
    expect(stop(say.web, [...screened, step(two)])).toMatchObject({ code: "dispatch.notOneLead", clause: "ZJ-3-1" });
    expect(stop(say.web, [...screened, step([])])).toMatchObject({ code: "dispatch.noTarget", clause: "ZJ-3-1" });
    const joint = play(say.web, [...screened, say.dispatch("2026-03-02 10:05", [at.labour, at.traffic])]);
    expect(joint.duties.filter((d) => d.rule === "name").map((d) => d.owner)).toEqual([at.labour]);
  });

  it("[ZJ-4.1-1] an organ that is not on the platform on the day cannot be sent anything", () => {
    const gone = changedOffice(pack, (org) =>
      org.id === at.labour ? { ...org, leftOn: plainDate("2026-03-01") } : org,
    );
    expect(stop(say.web, sent, { office: gone })).toMatchObject({
      code: "dispatch.targetNotJoined",
      clause: "ZJ-4.1-1",
    });
  });

  it("[ZJ-3.1-2] an organ that is not competent gives it back with a reason, and it is sent on", () => {
    const mute = { ...say.askReturn("2026-03-03 10:00", at.labour), input: { reason: " ", suggested: null } };
    expect(stop(say.web, [...viewed, mute])).toMatchObject({ code: "return.reasonMissing", clause: "ZJ-3.1-2" });
    const asked = [...viewed, say.askReturn("2026-06-03 10:00", at.labour)];
    const { kase } = play(say.web, [
      ...asked,
      { at: "2026-06-04 09:00", who: say.dispatcher, act: "acceptReturn", leg: at.labour, input: { note: null } },
    ]);
    expect(kase.matters[0]?.stage).toBe("unassigned");
  });
});

describe("article 3 (2): the competent organ", () => {
  it("[ZJ-3.2-1] handling starts only when a leader and a clerk are named", () => {
    for (const step of [say.submit("2026-03-03 10:00", at.labour), say.draft("2026-03-03 10:00", at.labour)]) {
      expect(stop(say.web, [...viewed, step])).toMatchObject({ code: "formality.notDone", clause: "ZJ-3.2-1" });
      expect(play(say.web, [...say.untilNamed(at.labour), step]).kase.stage).toBe("inHand");
    }
  });

  it("[ZJ-3.2-1] both are named, they are two people, and they hold the posts in that organ", () => {
    const name = (values: Record<string, string>) => say.name("2026-03-03 09:30", at.labour, values);
    const leader = holder(at.labour, "leaderInCharge");
    const clerk = holder(at.labour, "clerk");
    expect(stop(say.web, [...viewed, name({ responsibleLeader: leader })])).toMatchObject({
      code: "formality.fieldMissing",
      clause: "ZJ-3.2-1",
    });
    expect(stop(say.web, [...viewed, name({ responsibleLeader: leader, responsiblePerson: leader })])).toMatchObject({
      code: "formality.oneForBoth",
      clause: "ZJ-3.2-1",
    });
    const stranger = holder(at.traffic, "clerk");
    expect(stop(say.web, [...viewed, name({ responsibleLeader: leader, responsiblePerson: stranger })])).toMatchObject({
      code: "formality.fieldWrong",
    });
    expect(stop(say.web, [...viewed, name({ responsibleLeader: clerk, responsiblePerson: clerk })]).code).toBe(
      "formality.oneForBoth",
    );
  });

  it("[ZJ-3.2-1] it is owed from receipt, without a number of days, by the organ's leader", () => {
    const scene = play(say.web, sent, { until: "2026-12-01 09:00" });
    expect(duty(scene, "name", at.labour)).toMatchObject({ due: null, state: "open", ownerPost: "leaderInCharge" });
    const byClerk = { ...say.name("2026-03-03 09:30", at.labour), who: holder(at.labour, "clerk") };
    expect(stop(say.web, [...viewed, byClerk])).toMatchObject({ code: "act.notYourPost", clause: "ZJ-3.2-1" });
  });

  it("[ZJ-3.2-2] the means that were used and how far the matter is solved stand on record before the answer is signed", () => {
    const drafted = [
      ...say.untilNamed(at.labour),
      say.submit("2026-03-03 10:00", at.labour),
      say.draft("2026-03-13 09:00", at.labour),
    ];
    const approve = say.approve("2026-03-13 10:00", at.labour);
    expect(stop(say.web, [...drafted, approve])).toMatchObject({ code: "formality.notDone", clause: "ZJ-3.2-2" });
    const handled = say.handled("2026-03-13 09:30", at.labour);
    const scene = play(say.web, [...drafted, handled, approve]);
    expect(scene.kase.stage).toBe("answered");
    expect(factOf(scene.kase, "means", "l1")).toEqual(["mediation"]);
    expect(factOf(scene.kase, "resolution", "l1")).toBe("resolved");
  });

  it("[ZJ-3.2-2] the four means and the three ways, resolved, partly or not; nothing else", () => {
    const all = ["legal", "policy", "economic", "administrative", "education", "mediation", "persuasion"];
    for (const resolution of ["resolved", "partly", "notResolved"]) {
      const scene = play(say.web, [
        ...say.untilNamed(at.labour),
        say.handled("2026-03-12 16:00", at.labour, { means: all, resolution }),
      ]);
      expect(factOf(scene.kase, "means", "l1")).toEqual(all);
    }
    const strange = say.handled("2026-03-12 16:00", at.labour, { means: ["pressure"], resolution: "resolved" });
    expect(stop(say.web, [...say.untilNamed(at.labour), strange])).toMatchObject({ code: "formality.fieldWrong" });
  });

  it("[ZJ-3.2-2] the text names no number of days for handling: months later nothing is overdue", () => {
    const scene = play(say.web, say.untilNamed(at.labour), { until: "2026-11-20 09:00" });
    expect(duty(scene, "reply", at.labour)).toMatchObject({ due: null, state: "open" });
    expect(scene.breaches).toEqual([]);
  });
});

describe("article 5: the three roles of leaders", () => {
  it("[ZJ-5-1] an organ without a principal leader, a leader in charge or a clerk is not complete", () => {
    expect(pack.settings.requiredPosts.value.map(({ post }) => post)).toEqual([
      "principalLeader",
      "leaderInCharge",
      "clerk",
    ]);
  });

  it("[ZJ-5-1] the principal leader and the leader in charge direct; the clerk handles and cannot sign", () => {
    const handling = [...say.untilNamed(at.labour), say.submit("2026-03-03 10:00", at.labour)];
    for (const post of ["principalLeader", "leaderInCharge", "clerk"] as const) {
      const step: Step = {
        at: "2026-03-03 11:00",
        who: holder(at.labour, post),
        act: "direct",
        leg: at.labour,
        input: { note: "请上门调解" },
      };
      if (post === "clerk") expect(stop(say.web, [...handling, step])).toMatchObject({ code: "act.notYourPost" });
      else expect(of(play(say.web, [...handling, step]).events, "leaderDirected")).toHaveLength(1);
    }
    const byClerk = { ...say.approve("2026-03-13 10:00", at.labour), who: holder(at.labour, "clerk") };
    expect(stop(say.web, [...handling, say.draft("2026-03-13 09:00", at.labour), byClerk])).toMatchObject({
      code: "act.notYourPost",
    });
  });

  it("[ZJ-5-1] reminders climb from the clerk over the leader in charge to the principal leader, none is passed over", () => {
    const remind = (when: string, remindedPost: string) =>
      say.doesOn(when, at.labour, "remindUpward", { remindedPost, reminder: "请尽快办理" }, say.auditor);
    const named = say.untilNamed(at.labour);
    for (const early of ["leaderInCharge", "principalLeader"]) {
      expect(stop(say.web, [...named, remind("2026-03-10 09:00", early)])).toMatchObject({
        code: "formality.notDone",
        clause: "ZJ-5-1",
      });
    }
    const steps = [
      ...named,
      remind("2026-03-10 09:00", "clerk"),
      remind("2026-03-12 09:00", "leaderInCharge"),
      remind("2026-03-16 09:00", "principalLeader"),
    ];
    expect(
      of(play(say.web, steps).events, "formalityDone")
        .slice(-3)
        .map((d) => d.values["remindedPost"]),
    ).toEqual(["clerk", "leaderInCharge", "principalLeader"]);
    expect(stop(say.web, [...named, steps[5] as Step, remind("2026-03-12 09:00", "principalLeader")])).toMatchObject({
      code: "formality.notDone",
    });
  });
});
