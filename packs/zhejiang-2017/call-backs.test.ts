import { describe, expect, it } from "vitest";
import { factOf } from "../../domain/case/facts.ts";
import { duty, leg, matter, of, reads, type Scene, stage } from "../../domain/proof/fixture.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { inCounty } from "./duties.ts";
import { at, holder } from "./example-office.ts";
import { zhejiang2017 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(zhejiang2017, nationalYears);

const answered = say.untilAnswered(at.labour);
const rated = (grade: string) => [...answered, say.rate("2026-03-16 20:00", grade)];
const unhappy = rated("dissatisfied");
const closed = [...answered, say.doesOn("2026-04-13 09:00", at.labour, "closeRating")];

/** Who owes a call back, by rule and organisation, and how each stands. */
function calls(scene: Scene): readonly (readonly [string, string | null, string])[] {
  return scene.duties
    .filter((d) => d.rule.startsWith("call-back"))
    .map((d) => [d.rule.replace(/^call-back-|-unrated$/g, ""), d.owner, d.state]);
}

/** A case of an organ's own: it took it in and handled it itself. */
const clerk = holder(at.labour, "clerk");
const countyDispatcher = holder(at.countyBureau, "dispatcher");
const ownHandling: readonly Step[] = [
  say.mark("2026-03-02 10:00", "initial", clerk),
  say.form("2026-03-02 10:02", "transfer", clerk),
  say.dispatch("2026-03-02 10:05", [at.labour], clerk),
  say.view("2026-03-03 09:00", at.labour),
  say.name("2026-03-03 09:30", at.labour),
  ...say.answeredBy(at.labour),
];
const told = (notice: string, who: Step["who"], channel: string): Step => ({
  at: "2026-03-13 15:00",
  who,
  act: "recordDelivery",
  input: { notice, legId: "l1", channel, result: "当面送达" },
});

describe("article 1: the four things that are done", () => {
  const four = ["rating-open", "call-back-organ", "verify", "propose"];
  const stages = (scene: Scene) => four.filter((rule) => scene.duties.some((d) => d.rule === rule));

  it("[ZJ-1-2] a satisfied initial case is rated, and neither called back nor checked nor held to account", () => {
    const scene = play(say.web, rated("satisfied"));
    expect(stages(scene)).toEqual(["rating-open"]);
    expect(duty(scene, "rating-open", at.labour).state).toBe("met");
  });

  it("[ZJ-1-2] online flow, rating and call back, check of the problem, accountability: one case through all four", () => {
    const scene = play(say.web, [
      ...say.untilRectification(at.labour),
      say.records("2026-03-24 09:00", { ...say.incident, incidentOn: "2026-03-23" }),
    ]);
    expect(stages(scene)).toEqual(four);
    expect(scene.duties.filter((d) => d.state === "open").map((d) => d.rule)).toEqual([
      "name-receiving",
      "call-back-bureau",
      "rectify",
      "circular",
      "propose",
    ]);
  });
});

describe("article 4 (1): everything on the platform, the course open", () => {
  it("[ZJ-4.1-1] every step from reception to re-review is an event with its time and who did it", () => {
    const review = (when: string, reviewStep: string) =>
      say.does(when, "recordReview", { reviewStep, reviewOrgan: "嘉兴市人民政府", reviewAskedOn: "2026-03-31" });
    const result = (when: string, reviewResult: string) =>
      say.does(when, "recordReviewResult", { reviewResult, reviewOpinion: "维持原处理意见" });
    const steps = [
      ...answered,
      review("2026-04-01 09:00", "review"),
      result("2026-04-28 09:00", "upheld"),
      review("2026-05-08 09:00", "reReview"),
      result("2026-06-05 09:00", "upheld"),
    ];
    const scene = play(say.web, steps);
    expect(scene.events.every((e) => e.at && (e.by.kind !== "staff" || (e.by.personId && e.by.post)))).toBe(true);
    expect(scene.events.map((e) => e.type)).toEqual([
      "caseReceived",
      "handedOver",
      "formalityDone",
      "formalityDone",
      "legOpened",
      "viewed",
      "formalityDone",
      "submittedToLeader",
      "formalityDone",
      "replyDrafted",
      "replySubmitted",
      "auditPassed",
      "delivered",
      "formalityDone",
      "formalityDone",
      "formalityDone",
      "formalityDone",
    ]);
    expect(factOf(scene.kase, "reviewStep", null)).toBe("reReview");
  });

  it("[ZJ-4.1-1] the result of a review belongs to one that was asked, and each is entered once", () => {
    const result = say.does("2026-04-28 09:00", "recordReviewResult", {
      reviewResult: "upheld",
      reviewOpinion: "维持",
    });
    expect(stop(say.web, [...answered, result])).toMatchObject({ code: "formality.notDone", clause: "ZJ-4.1-1" });
    const asked = say.does("2026-04-01 09:00", "recordReview", {
      reviewStep: "review",
      reviewOrgan: "嘉兴市人民政府",
      reviewAskedOn: "2026-03-31",
    });
    expect(stop(say.web, [...answered, asked, result, { ...result, at: "2026-04-29 09:00" }])).toMatchObject({
      code: "formality.notDone",
    });
  });

  it("[ZJ-4.1-2] the petitioner learns of each step the same day: received, transferred, answered", () => {
    const sent = play(say.letter, say.untilNamed(at.labour).slice(0, 3));
    expect(sent.notices).toEqual(["received", "transferred"]);
    expect(pack.notices.find((n) => n.id === "transferred")?.template).toContain("{unit}");
    expect(play(say.letter, answered).notices).toEqual(["received", "transferred", "reply", "answered"]);
  });

  it("[ZJ-4.1-2] the course is open, the answer's text is put on no public list", () => {
    const scene = play(say.web, rated("satisfied"));
    expect(matter(scene).publication).toBe("none");
    expect(of(scene.events, "published")).toEqual([]);
    expect(reads(scene, at.traffic, "clerk")).toBeNull();
  });
});

describe("article 4 (2): rating and call back", () => {
  const duties = pack.duties.map((rule) =>
    rule.id === "rating-open" ? { ...rule, limit: { n: 10, unit: "workingDay" } as const } : rule,
  );
  const region = stage({ ...pack, duties }, nationalYears);

  it("[ZJ-4.2-1 ZJ-4.2-2] where the region sets a window, its end makes the case unrated, and each call back is owed without anybody's hand", () => {
    const { due } = duty(region.play(say.web, answered), "rating-open", at.labour);
    expect(due).toBe("2026-03-27");
    expect(calls(region.play(say.web, answered, { until: "2026-03-27 23:59" }))).toEqual([]);
    const over = region.play(say.web, answered, { until: "2026-03-28 00:00" });
    expect(calls(over)).toEqual([
      ["organ", at.labour, "open"],
      ["bureau", at.bureau, "open"],
    ]);
    expect(duty(over, "call-back-organ-unrated", at.labour)).toMatchObject({ startedOn: "2026-03-28", due: null });
    expect(over.breaches).toEqual([]);
    const rated = [...answered, say.rate("2026-03-27 20:00", "satisfied")];
    expect(calls(region.play(say.web, rated, { until: "2026-06-01 09:00" }))).toEqual([]);
    const county = region.play(say.atCounty, inCounty, { until: "2026-06-01 09:00" });
    expect(calls(county).map(([rule, org]) => [rule, org])).toEqual([
      ["organ", at.countyLand],
      ["county", at.countyBureau],
    ]);
  });

  it("[ZJ-4.2-1 ZJ-4.2-2] of ten cases seven satisfied, two dissatisfied and one left alone past its window: exactly three call backs", () => {
    const ten = [...Array(7).fill(rated("satisfied")), unhappy, unhappy, answered] as readonly (readonly Step[])[];
    const owed = ten.flatMap((steps) =>
      calls(region.play(say.web, steps, { until: "2026-06-01 09:00" })).filter(([rule]) => rule === "organ"),
    );
    expect(owed).toEqual(Array(3).fill(["organ", at.labour, "open"]));
  });

  it("[ZJ-4.2-1 ZJ-4.2-2] after the window nobody puts it down by hand; a call back ends what is owed, a late rating as well", () => {
    const byHand = say.doesOn("2026-04-13 09:00", at.labour, "closeRating");
    expect(region.stop(say.web, [...answered, byHand])).toMatchObject({ code: "window.closed", clause: "ZJ-4.2-1" });
    const called = region.play(say.web, [...answered, say.callBack("2026-04-14 09:00", at.labour)]);
    expect(calls(called)).toEqual([
      ["organ", at.labour, "met"],
      ["bureau", at.bureau, "open"],
    ]);
    const late = region.play(say.web, [...answered, say.rate("2026-04-20 09:00", "satisfied")]);
    expect(calls(late).map(([, , state]) => state)).toEqual(["cancelled", "cancelled"]);
    const early = region.play(say.web, [...answered, say.doesOn("2026-03-20 09:00", at.labour, "closeRating")], {
      until: "2026-06-01 09:00",
    });
    expect(calls(early)).toHaveLength(2);
  });

  it("[ZJ-4.2-1] with the answer every initial case opens for rating; where the region sets no window nothing closes it by itself", () => {
    const scene = play(say.web, answered, { until: "2026-11-20 09:00" });
    expect(duty(scene, "rating-open", at.labour)).toMatchObject({ kind: "window", state: "open", due: null });
    expect(pack.settings.ratings.value?.map((g) => g.code)).toEqual(["satisfied", "fairlySatisfied", "dissatisfied"]);
    expect(calls(scene)).toEqual([]);
  });

  it("[ZJ-4.2-1] unrated is a state of its own that somebody puts down, once, and not while the answer is on its way", () => {
    expect(duty(play(say.web, closed), "rating-open", at.labour).state).toBe("met");
    const again = say.doesOn("2026-04-14 09:00", at.labour, "closeRating");
    expect(stop(say.web, [...closed, again])).toMatchObject({ code: "formality.alreadyDone", clause: "ZJ-4.2-1" });
    expect(stop(say.web, [...rated("satisfied"), again])).toMatchObject({
      code: "rating.alreadyGiven",
      clause: "ZJ-4.2-1",
    });
    expect(stop(say.letter, [...answered, again])).toMatchObject({ code: "case.notFinished" });
  });

  it("[ZJ-4.2-1] the petitioner rates once, with one of the grades, after the answer", () => {
    const early = [...say.untilNamed(at.labour), say.rate("2026-03-04 09:00", "satisfied")];
    expect(stop(say.web, early)).toMatchObject({ code: "act.notAtThisStage", clause: "ZJ-4.2-1" });
    expect(stop(say.web, [...unhappy, say.rate("2026-03-17 09:00", "satisfied")])).toMatchObject({
      code: "rating.alreadyGiven",
    });
    const late = play(say.web, [...closed, say.rate("2026-04-20 09:00", "satisfied")]);
    expect(calls(late).map(([rule, , state]) => [rule, state])).toEqual([
      ["organ", "cancelled"],
      ["bureau", "cancelled"],
    ]);
  });

  it("[ZJ-4.2-2] of ten cases seven satisfied, two dissatisfied and one unrated, three are to be called back", () => {
    const ten = [...Array(7).fill(rated("satisfied")), unhappy, unhappy, closed] as readonly (readonly Step[])[];
    const owed = ten.flatMap((steps) => calls(play(say.web, steps)).filter(([rule]) => rule === "organ"));
    expect(owed).toEqual(Array(3).fill(["organ", at.labour, "open"]));
  });

  it("[ZJ-4.2-2] only initial ones: repeats and what is not marked owe no call back", () => {
    for (const occurrence of ["repeat", "unmarked"]) {
      const link: Step = {
        at: "2026-03-02 09:30",
        who: say.dispatcher,
        act: "linkRepeat",
        input: { previous: "first" },
      };
      const steps = [link, ...say.untilNamed(at.labour, occurrence), ...say.answeredBy(at.labour)];
      expect(calls(play(say.web, [...steps, say.rate("2026-03-16 20:00", "dissatisfied")]))).toEqual([]);
    }
    expect(calls(play(say.web, rated("fairlySatisfied")))).toEqual([]);
  });

  it("[ZJ-4.2-2 ZJ-4.2-4] the organ's call back ends the organ's duty and the bureau's its own, and has no number of days", () => {
    const scene = play(say.web, [...unhappy, say.callBack("2026-06-16 09:00", at.labour)]);
    expect(calls(scene)).toEqual([
      ["organ", at.labour, "met"],
      ["bureau", at.bureau, "open"],
    ]);
    expect(duty(scene, "call-back-organ", at.labour).due).toBeNull();
    expect(scene.breaches).toEqual([]);
    const byBureau = play(say.web, [...unhappy, say.callBack("2026-03-18 09:00", at.labour, {}, say.auditor)]);
    expect(calls(byBureau)).toEqual([
      ["organ", at.labour, "open"],
      ["bureau", at.bureau, "met"],
    ]);
  });

  it("[ZJ-4.2-2] of several matters each has its own call back", () => {
    const split: Step = {
      at: "2026-03-02 10:05",
      who: say.dispatcher,
      act: "dispatch",
      input: { classification: null, matters: [say.matter("工资", at.labour), say.matter("班车", at.traffic)] },
    };
    const each = [at.labour, at.traffic].flatMap((unit) => [
      say.view("2026-03-03 09:00", unit),
      say.name("2026-03-03 09:30", unit),
      ...say.answeredBy(unit),
    ]);
    const steps = [
      ...say.untilNamed(at.labour).slice(0, 2),
      split,
      ...each.toSorted((a, b) => a.at.localeCompare(b.at)),
    ];
    const scene = play(say.web, [...steps, say.rate("2026-03-16 20:00", "dissatisfied")]);
    expect(calls(scene).filter(([rule]) => rule === "organ")).toEqual([
      ["organ", at.labour, "open"],
      ["organ", at.traffic, "open"],
    ]);
  });

  it("[ZJ-4.2-3] raised with the county bureau, organ and bureau each call back; raised with the organ, it alone", () => {
    const county = play(say.atCounty, [...inCounty, say.rate("2026-03-16 20:00", "dissatisfied")]);
    expect(calls(county)).toEqual([
      ["organ", at.countyLand, "open"],
      ["county", at.countyBureau, "open"],
    ]);
    const steps = [...ownHandling, told("reply", clerk, "visit"), say.rate("2026-03-16 20:00", "dissatisfied")];
    expect(calls(play(say.atOrgan, steps))).toEqual([["organ", at.labour, "open"]]);
  });

  it("[ZJ-4.2-3] a county's organ that took it in itself calls back alone: it was not raised with the bureau", () => {
    const filing: Filing = { at: "2026-03-02 09:00", channel: "visit", intake: at.countyLand };
    const who = holder(at.countyLand, "clerk");
    const by = (step: Step): Step => ({ ...step, who: step.who === countyDispatcher ? who : step.who });
    const steps = [...inCounty.map(by), say.rate("2026-03-16 20:00", "dissatisfied")];
    expect(calls(play(filing, steps))).toEqual([["organ", at.countyLand, "open"]]);
  });

  it("[ZJ-4.2-3] the county bureau's own call back ends its duty; unrated ones count as well", () => {
    const unrated = [...inCounty, say.doesOn("2026-04-13 09:00", at.countyLand, "closeRating")];
    const who = holder(at.countyBureau, "auditor");
    const scene = play(say.atCounty, [...unrated, say.callBack("2026-04-15 09:00", at.countyLand, {}, who)]);
    expect(calls(scene)).toEqual([
      ["organ", at.countyLand, "open"],
      ["county", at.countyBureau, "met"],
    ]);
  });

  it("[ZJ-4.2-4] the city's bureau calls back what it sent to the city's organs, not what it sent down to a county", () => {
    expect(calls(play(say.web, unhappy)).map(([rule, org]) => [rule, org])).toEqual([
      ["organ", at.labour],
      ["bureau", at.bureau],
    ]);
    const down = [
      ...say.untilNamed(at.labour).slice(0, 2),
      say.dispatch("2026-03-02 10:05", [at.countyBureau]),
      say.dispatchOn("2026-03-02 15:00", at.countyBureau, at.countyLand),
      say.view("2026-03-03 09:00", at.countyLand),
      say.name("2026-03-03 09:30", at.countyLand),
      ...say.answeredBy(at.countyLand),
      say.rate("2026-03-16 20:00", "dissatisfied"),
    ];
    expect(calls(play(say.web, down))).toEqual([["organ", at.countyLand, "open"]]);
  });

  it("[ZJ-4.2-4] the level decides, not the road: sent straight to a county's organ, it is not the city bureau's to call", () => {
    const straight = stage(
      {
        ...pack,
        powers: pack.powers.map((power) =>
          power.id === "dispatch"
            ? { ...power, guards: power.guards.filter((g) => g.is !== "throughCountyBureau") }
            : power,
        ),
      },
      nationalYears,
    );
    const steps = [...say.untilAnswered(at.countyLand), say.rate("2026-03-16 20:00", "dissatisfied")];
    const scene = straight.play(say.web, steps);
    expect(leg(scene, at.countyLand).sender).toBe(at.bureau);
    expect(calls(scene)).toEqual([["organ", at.countyLand, "open"]]);
  });

  it("[ZJ-4.2-4] the province's bureau calls back what it sent to the province's organs; what the city sent on is the city's", () => {
    const who = holder(at.provinceBureau, "dispatcher");
    const filing: Filing = say.atProvince;
    const screened = [say.mark("2026-03-02 10:00", "initial", who), say.form("2026-03-02 10:02", "transfer", who)];
    const through = (unit: typeof at.labour, legId: string): readonly Step[] => [
      say.view("2026-03-03 09:00", unit),
      say.name("2026-03-03 09:30", unit),
      ...say.answeredBy(unit),
      {
        at: "2026-03-13 15:00",
        who: holder(unit, "clerk"),
        act: "recordDelivery",
        input: { notice: "reply", legId, channel: "letter", result: "已寄出" },
      },
      say.rate("2026-03-16 20:00", "dissatisfied"),
    ];
    const own = [...screened, say.dispatch("2026-03-02 10:05", [at.provinceLabour], who)];
    expect(calls(play(filing, [...own, ...through(at.provinceLabour, "l1")]))).toEqual([
      ["organ", at.provinceLabour, "open"],
      ["bureau", at.provinceBureau, "open"],
    ]);
    const sentDown = [
      ...screened,
      say.dispatch("2026-03-02 10:05", [at.bureau], who),
      say.dispatchOn("2026-03-02 15:00", at.bureau, at.labour),
    ];
    expect(calls(play(filing, [...sentDown, ...through(at.labour, "l2")]))).toEqual([
      ["organ", at.labour, "open"],
      ["bureau", at.bureau, "open"],
    ]);
  });

  it("[ZJ-4.2-2 ZJ-4.2-4] of an unrated case, too, each has a call back of its own", () => {
    const called = [...closed, say.callBack("2026-04-15 09:00", at.labour)];
    expect(calls(play(say.web, called)).map(([, , state]) => state)).toEqual(["met", "open"]);
    const both = [...called, say.callBack("2026-04-16 09:00", at.labour, {}, say.auditor)];
    expect(calls(play(say.web, both)).map(([, , state]) => state)).toEqual(["met", "met"]);
    const unreached = { ...say.called, reached: "no" };
    const tried = [...closed, say.doesOn("2026-04-15 09:00", at.labour, "callBack", unreached)];
    expect(calls(play(say.web, tried)).map(([, , state]) => state)).toEqual(["open", "open"]);
  });

  it("[ZJ-4.2-5] by telephone, web, message or on the spot, and by no other way", () => {
    for (const method of ["phone", "web", "sms", "onSite"]) {
      const scene = play(say.web, [...unhappy, say.callBack("2026-03-18 09:00", at.labour, { method })]);
      expect(factOf(scene.kase, "method", "l1")).toBe(method);
    }
    const strange = say.callBack("2026-03-18 09:00", at.labour, { method: "letter" });
    expect(stop(say.web, [...unhappy, strange])).toMatchObject({ code: "formality.fieldWrong", clause: "ZJ-4.2-5" });
  });

  it("[ZJ-4.2-5] without a result it is not entered; who was not reached still has to be called", () => {
    const mute = say.callBack("2026-03-18 09:00", at.labour, { result: "" });
    expect(stop(say.web, [...unhappy, mute])).toMatchObject({ code: "formality.fieldMissing", clause: "ZJ-4.2-5" });
    const attempt = say.doesOn("2026-03-18 09:00", at.labour, "callBack", {
      method: "phone",
      reached: "no",
      result: "两次无人接听",
    });
    expect(calls(play(say.web, [...unhappy, attempt]))[0]).toEqual(["organ", at.labour, "open"]);
    const then = say.callBack("2026-03-19 09:00", at.labour);
    expect(calls(play(say.web, [...unhappy, attempt, then]))[0]).toEqual(["organ", at.labour, "met"]);
  });

  it("[ZJ-4.2-5] reached, whether it is solved, whether they are satisfied and whether there is a problem are said apart", () => {
    for (const name of ["solved", "satisfied", "problem"]) {
      const { [name]: _, ...rest } = say.called;
      const step = say.doesOn("2026-03-18 09:00", at.labour, "callBack", rest);
      expect(stop(say.web, [...unhappy, step])).toMatchObject({ code: "formality.fieldMissing" });
    }
    const scene = play(say.web, [
      ...unhappy,
      say.callBack("2026-03-18 09:00", at.labour, { solved: "yes", satisfied: "notSaid" }),
    ]);
    expect(factOf(scene.kase, "solved", "l1")).toBe("yes");
    expect(factOf(scene.kase, "satisfied", "l1")).toBe("notSaid");
    expect(scene.kase.rated).toBe(true);
  });

  it("[ZJ-4.2-2 ZJ-4.2-3 ZJ-4.2-4] nobody else calls back: no other organ, no other bureau, not the petitioner", () => {
    for (const who of [holder(at.traffic, "clerk"), holder(at.countyBureau, "auditor"), "petitioner"] as const) {
      const step: Step = { ...say.callBack("2026-03-18 09:00", at.labour), who };
      expect(stop(say.web, [...unhappy, step])).toMatchObject({ code: "act.notYourPost" });
    }
  });
});

describe("article 4 (3): the check of problems", () => {
  const problem = say.untilProblem(at.labour);
  const verdict = (when: string, values: Record<string, string>) => say.verify(when, at.labour, values);
  const fault = verdict("2026-03-23 09:00", { verdict: "organFault", fault: "slowAction" });
  const open = (when: string, methods: readonly string[] = ["joint"]) =>
    say.doesOn(
      when,
      at.labour,
      "openRectification",
      { supervisionMethods: methods, rectifyDemand: "足额补发" },
      say.auditor,
    );
  const report = say.doesOn("2026-03-30 09:00", at.labour, "reportRectification", {
    rectified: "已足额补发",
    rectificationEvidence: "银行回单",
  });
  const close = (when: string) =>
    say.doesOn(when, at.labour, "closeRectification", { rectificationChecked: "已向信访人核实" }, say.auditor);

  it("[ZJ-4.3-1] a call back that found a problem makes exactly one check, owed by the bureau; one without makes none", () => {
    const scene = play(say.web, problem);
    expect(scene.duties.filter((d) => d.rule === "verify").map((d) => [d.owner, d.due])).toEqual([[at.bureau, null]]);
    const none = play(say.web, [...unhappy, say.callBack("2026-03-20 09:00", at.labour)]);
    expect(none.duties.filter((d) => d.rule === "verify")).toEqual([]);
  });

  it("[ZJ-4.3-1] without a problem there is nothing to check, and each is checked once", () => {
    const none = [...unhappy, say.callBack("2026-03-20 09:00", at.labour)];
    expect(stop(say.web, [...none, fault])).toMatchObject({ code: "formality.notDone", clause: "ZJ-4.3-1" });
    expect(stop(say.web, [...problem, fault, { ...fault, at: "2026-03-24 09:00" }])).toMatchObject({
      code: "formality.alreadyDone",
      clause: "ZJ-4.3-1",
    });
    expect(duty(play(say.web, [...problem, fault]), "verify", at.bureau).state).toBe("met");
  });

  it("[ZJ-4.3-1] the bureau checks, the organ does not check itself", () => {
    for (const post of ["clerk", "leaderInCharge"] as const) {
      expect(stop(say.web, [...problem, { ...fault, who: holder(at.labour, post) }])).toMatchObject({
        code: "act.notYourPost",
        clause: "ZJ-4.3-1",
      });
    }
  });

  it("[ZJ-4.3-1] of a case that an organ took in itself the bureau of its area checks the problem", () => {
    const steps = [
      ...ownHandling,
      told("reply", clerk, "visit"),
      say.rate("2026-03-16 20:00", "dissatisfied"),
      say.callBack("2026-03-20 09:00", at.labour, { problem: "yes" }),
    ];
    expect(duty(play(say.atOrgan, steps), "verify", at.bureau).state).toBe("open");
    expect(duty(play(say.atOrgan, [...steps, fault]), "verify", at.bureau).state).toBe("met");
  });

  it("[ZJ-4.3-2] a demand that goes too far: facts, policy and reasons are put down, or the check is refused", () => {
    const whole: Record<string, string> = { verdict: "petitionerUnreasonable", ...say.findings };
    for (const name of ["facts", "policy", "reason"]) {
      const step = verdict("2026-03-23 09:00", { ...whole, [name]: "" });
      expect(stop(say.web, [...problem, step])).toMatchObject({ code: "formality.fieldMissing" });
    }
    const scene = play(say.web, [...problem, verdict("2026-03-23 09:00", whole)]);
    expect(factOf(scene.kase, "policy", "l1")).toBe(say.findings.policy);
  });

  it("[ZJ-4.3-2] it does not count against the organ: nothing is owed of it and no supervision can be opened", () => {
    const said = verdict("2026-03-23 09:00", { verdict: "petitionerUnreasonable", ...say.findings });
    const scene = play(say.web, [...problem, said]);
    expect(scene.duties.filter((d) => d.rule === "supervise" || d.rule === "rectify")).toEqual([]);
    expect(scene.breaches).toEqual([]);
    expect(stop(say.web, [...problem, said, open("2026-03-23 10:00")])).toMatchObject({
      code: "fact.forbidden",
      clause: "ZJ-4.3-3",
    });
  });

  it("[ZJ-4.3-3] the organ's fault is inaction, slow action or wrong action, and must be said", () => {
    for (const one of ["inaction", "slowAction", "wrongAction"]) {
      const scene = play(say.web, [...problem, verdict("2026-03-23 09:00", { verdict: "organFault", fault: one })]);
      expect(duty(scene, "supervise", at.bureau)).toMatchObject({ state: "open", due: null });
    }
    expect(stop(say.web, [...problem, verdict("2026-03-23 09:00", { verdict: "organFault" })])).toMatchObject({
      code: "formality.fieldMissing",
      clause: "ZJ-4.3-3",
    });
  });

  it("[ZJ-4.3-3] by joint, cross, social, leader or media supervision, one or more; not without one", () => {
    const all = ["joint", "cross", "social", "leader", "media"];
    const scene = play(say.web, [...problem, fault, open("2026-03-23 10:00", all)]);
    expect(factOf(scene.kase, "supervisionMethods", "l1")).toEqual(all);
    expect(stop(say.web, [...problem, fault, open("2026-03-23 10:00", [])])).toMatchObject({
      code: "formality.fieldMissing",
    });
    expect(stop(say.web, [...problem, fault, open("2026-03-23 10:00", ["secret"])])).toMatchObject({
      code: "formality.fieldWrong",
    });
  });

  it("[ZJ-4.3-3] it ends only with the organ's report and its evidence, and may then begin anew", () => {
    const opened = [...problem, fault, open("2026-03-23 10:00")];
    expect(stop(say.web, [...opened, close("2026-03-24 09:00")])).toMatchObject({
      code: "formality.notDone",
      clause: "ZJ-4.3-3",
    });
    const bare = say.doesOn("2026-03-30 09:00", at.labour, "reportRectification", { rectified: "已补发" });
    expect(stop(say.web, [...opened, bare])).toMatchObject({ code: "formality.fieldMissing" });
    expect(stop(say.web, [...opened, open("2026-03-25 09:00")])).toMatchObject({ code: "formality.alreadyDone" });
    const done = [...opened, report, close("2026-03-31 09:00")];
    const scene = play(say.web, done);
    expect(["supervise", "rectify", "close-rectification"].map((rule) => duty(scene, rule).state)).toEqual([
      "met",
      "met",
      "met",
    ]);
    expect(stop(say.web, [...done, close("2026-04-01 09:00")])).toMatchObject({ code: "formality.alreadyDone" });
    expect(duty(play(say.web, [...done, open("2026-04-02 09:00")]), "rectify", at.labour).state).toBe("open");
    expect(leg(scene, at.labour).stage).toBe("passed");
  });
});
