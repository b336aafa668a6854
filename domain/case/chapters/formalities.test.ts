import { describe, expect, it } from "vitest";
import { at, holder } from "../../../packs/hangzhou-2016/example-office.ts";
import { hangzhou2016 } from "../../../packs/hangzhou-2016/index.ts";
import * as say from "../../../packs/hangzhou-2016/stories.ts";
import { nationalYears } from "../../../packs/holidays/national.gen.ts";
import { zhejiang2017 } from "../../../packs/zhejiang-2017/index.ts";
import type { OrgId } from "../../office/org.ts";
import { duty, leg, matter, of, stage } from "../../proof/fixture.ts";
import { clauseId } from "../../rules/clause.ts";
import type { Step } from "../../rules/example.ts";
import type { Formality, Values } from "../../rules/formality.ts";
import { standing } from "../../rules/layers.ts";
import type { Pack } from "../../rules/pack.ts";

const revoke: Formality = {
  id: "revoke",
  label: "撤销重办",
  on: "leg",
  from: ["passed"],
  clause: clauseId("HZ-6.3.2.b-1"),
  words: "撤销后重新办理",
  by: [{ post: "auditor", body: "auditing" }],
  guards: [],
  fields: [],
  effects: [{ is: "redo" }],
  example: { value: null },
};
const base = standing(hangzhou2016, [zhejiang2017, hangzhou2016]);
const pack: Pack = { ...base, formalities: [...base.formalities, revoke] };
const { play, stop } = stage(pack, nationalYears);

function revoked(when: string, unit: OrgId = at.urban): Step {
  return say.doesOn(when, unit, "revoke", {}, say.auditor);
}

function told(when: string, legId = "l1"): Step {
  const input = { notice: "reply", legId, channel: "sms", result: "已发送" };
  return { at: when, who: say.dispatcher, act: "recordDelivery", input };
}

describe("what guards look at", () => {
  const registered = [say.facts("2026-03-02 10:00"), say.mark("2026-03-02 10:01")];
  const referred = (values: Values) => [...registered, say.does("2026-03-02 10:02", "setForm", values)];

  it("is what will be written down: a value with blanks around it counts as the value", () => {
    const padded = { form: " reference ", feedback: "no" };
    expect(stop(say.web, referred(padded)).code).toBe("fact.forbidden");
  });

  it("is never a value that the formality does not ask for", () => {
    const slipped = { form: "reference", feedback: "no", purpose: "suggestion" };
    expect(stop(say.web, referred(slipped)).code).toBe("fact.forbidden");
    const answerText = "请携带身份证办理。";
    const atOnce = say.does("2026-03-02 10:03", "answerAtOnce", { ...say.plainFacts, form: "answer", answerText });
    expect(stop(say.web, [say.mark("2026-03-02 10:01"), atOnce]).code).toBe("fact.missing");
  });

  it("is what was told on the same leg", () => {
    const matters = [say.matter("路灯", at.urban), say.matter("井盖", at.construction)];
    const both: Step = {
      at: "2026-03-02 10:05",
      who: say.dispatcher,
      act: "dispatch",
      input: { classification: null, matters },
    };
    const work = (unit: OrgId, hour: string): readonly Step[] => [
      say.view(`2026-03-03 ${hour}:00`, unit),
      say.name(`2026-03-03 ${hour}:10`, unit),
      say.handled(`2026-03-05 ${hour}:00`, unit),
      say.draft(`2026-03-05 ${hour}:10`, unit),
      say.sign(`2026-03-05 ${hour}:20`, unit),
    ];
    const signed = [...say.sent().slice(0, 3), both, ...work(at.urban, "09"), ...work(at.construction, "10")];
    const first = [...signed, told("2026-03-05 15:00", "l1")];
    expect(stop(say.sms, [...first, say.opinion("2026-03-06 09:00", at.construction)]).code).toBe("delivery.notTold");
    play(say.sms, [...first, say.opinion("2026-03-06 09:00", at.urban)]);
  });
});

it("an answer at once has no gap of its template left open, as any other", () => {
  const facts = say.facts("2026-03-02 10:00", { purpose: "situation", acceptance: "c" });
  const before = [facts, say.mark("2026-03-02 10:01"), say.form("2026-03-02 10:02", "answer")];
  const answer = say.does("2026-03-02 15:00", "answerAtOnce", { answerText: "请到××窗口办理。" });
  expect(stop(say.web, [...before, answer]).code).toBe("reply.placeholderLeft");
});

describe("a date that is filled in", () => {
  const planned = say.does("2026-03-05 10:00", "proposeVisit", { ...say.visitPlan, plannedOn: "2026-03-04" });
  const visited = (visitedOn: string): readonly Step[] => {
    const made = say.visit("2026-03-05 14:00");
    const values = { ...(made.input?.["values"] as Values), visitedOn };
    return [
      ...say.taken(),
      say.proposeVisit("2026-03-04 10:00"),
      say.approveVisit("2026-03-04 11:00"),
      say.does("2026-03-05 14:00", "recordVisit", values),
    ];
  };

  it("is not over where it is to come", () => {
    expect(stop(say.web, [...say.taken(), planned])).toMatchObject({
      code: "formality.dayOver",
      clause: "HZ-6.2.3-1",
      facts: { field: "拟定日期", today: "2026-03-05" },
    });
  });

  it("is not to come where it is over", () => {
    expect(stop(say.web, visited("2026-03-06"))).toMatchObject({ code: "formality.dayToCome" });
    expect(() => play(say.web, visited("2026-03-05"))).not.toThrow();
  });

  it("is not before the filing where it tells of this case", () => {
    const facts = { field: "日期", filed: "2026-03-02" };
    expect(stop(say.web, visited("2026-03-01"))).toMatchObject({ code: "formality.dayTooEarly", facts });
    expect(() => play(say.web, visited("2026-03-02"))).not.toThrow();
  });
});

describe("an answer that was sent back before the petitioner had it", () => {
  const failed = [...say.untilSigned(), say.opinion("2026-03-06 09:00")];
  const back = [...say.untilSigned(), say.fail("2026-03-06 10:00")];
  const again = [...back, ...say.answeredOn("2026-03-09")];

  it("is not told any more", () => {
    expect(stop(say.sms, failed).code).toBe("delivery.notTold");
    expect(stop(say.sms, [...back, told("2026-03-06 11:00")]).code).toBe("delivery.nothingDue");
  });

  it("does not stand for the next one: the matter is over once that has arrived", () => {
    const due = play(say.sms, again).notices.filter((id) => id === "reply");
    expect(due).toEqual(["reply"]);
    const arrived = [...again, told("2026-03-09 15:00")];
    expect(matter(play(say.sms, again))).toMatchObject({ told: false });
    expect(matter(play(say.sms, arrived))).toMatchObject({ told: true, stage: "inHand" });
    expect(stop(say.sms, [...arrived, told("2026-03-09 16:00")]).code).toBe("delivery.nothingDue");
  });
});

describe("a leg that is closed without an answer", () => {
  const two = [...say.referred("no").slice(0, 3), say.dispatch("2026-03-02 10:05", [at.urban, at.construction])];
  const close = (when: string, unit: OrgId) => say.doesOn(when, unit, "closeReference", {}, say.dispatcher);

  it("is closed alone when it only assists", () => {
    const scene = play(say.web, [...two, close("2026-03-03 09:00", at.construction)]);
    expect(leg(scene, at.construction).stage).toBe("passed");
    expect(leg(scene, at.urban).stage).toBe("dispatched");
    expect(scene.kase.stage).toBe("inHand");
  });

  it("takes those that assist it along, with what they owe", () => {
    const scene = play(say.web, [...two, close("2026-03-03 09:00", at.urban)]);
    expect(scene.kase.stage).toBe("answered");
    const ended = scene.kase.happenings.filter((h) => h.moment === "leg.ended").map((h) => h.legId);
    expect(ended).toEqual(["l1", "l2"]);
    expect(duty(scene, "view", at.construction).state).toBe("cancelled");
  });
});

describe("an answer that is taken up again", () => {
  const published = [...say.untilReviewed(), say.publish("2026-03-10 09:00")];

  it("leaves the public list, and comes back with the next answer only", () => {
    const scene = play(say.web, [...published, revoked("2026-03-11 09:00")]);
    expect(scene.kase.stage).toBe("inHand");
    expect(matter(scene)).toMatchObject({ stage: "inHand", told: false, publication: "takenDown" });
    expect(of(scene.events, "takenDown")).toEqual([{ matterId: "m1", reason: "撤销重办" }]);
    const early = [...published, revoked("2026-03-11 09:00"), say.publish("2026-03-11 10:00")];
    expect(stop(say.web, early).code).toBe("publication.notPassed");
  });

  it("is the lead's: no assisting leg can be", () => {
    const joint = [...say.sent([at.urban, at.construction]), say.view("2026-03-03 09:00", at.urban)];
    const answered = [...joint, say.name("2026-03-03 09:10", at.urban), ...say.answeredOn("2026-03-05")];
    const passed = [...answered, say.opinion("2026-03-06 09:00"), say.callBack("2026-03-09 09:00")];
    const story = [...passed, say.pass("2026-03-09 10:00"), revoked("2026-03-11 09:00", at.construction)];
    expect(stop(say.web, story).code).toBe("input.notTheLead");
  });

  it("is not one of a case that has gone to the archive", () => {
    const filed = [...say.untilReviewed(), say.archive("2026-03-11 09:00")];
    expect(stop(say.web, [...filed, revoked("2026-03-12 09:00")]).code).toBe("act.notAtThisStage");
  });
});

it("who has withdrawn from a case does not answer for its lateness", () => {
  const withdraw: Formality = {
    ...revoke,
    id: "withdraw",
    from: ["viewed"],
    by: [{ post: "leaderInCharge", body: "holder" }],
    fields: [{ name: "who", label: "回避的人", kind: "person", required: true }],
    effects: [{ is: "recuse", person: "who" }],
  };
  const stricter = stage({ ...pack, formalities: [...pack.formalities, withdraw] }, nationalYears);
  const clerk = holder(at.urban, "clerk");
  const leader = holder(at.urban, "leaderInCharge");
  const late = (steps: readonly Step[]) => {
    const scene = stricter.play(say.web, [...say.taken(), ...steps], { until: "2026-03-10 09:00" });
    return of(scene.events, "dutyBreached").flatMap((breach) => breach.responsible.map((one) => one.personId));
  };
  expect(late([])).toEqual(expect.arrayContaining([clerk, leader]));
  const gone = late([say.doesOn("2026-03-03 10:00", at.urban, "withdraw", { who: clerk }, leader)]);
  expect(gone).toContain(leader);
  expect(gone).not.toContain(clerk);
});

it("a last day that is over when the case is sent is none", () => {
  const matters = [{ ...say.matter(null, at.urban), by: "2026-03-01" }];
  const late: Step = {
    at: "2026-03-02 10:05",
    who: holder(at.bureau, "dispatcher"),
    act: "dispatch",
    input: { classification: null, matters },
  };
  expect(stop(say.web, [...say.sent().slice(0, 3), late])).toMatchObject({
    code: "act.inputMissing",
    facts: { field: "by" },
  });
});
