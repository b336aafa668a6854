import { describe, expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { duty, of, reads, stage } from "../../domain/proof/fixture.ts";
import type { Step } from "../../domain/rules/example.ts";
import { packInForce } from "../../domain/rules/in-force.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { national2022 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(national2022, nationalYears);
const sent = say.sent();
const landClerk = holder(at.land, "clerk");
const provinceHead = holder(at.provinceBureau, "bureauHead");

const supervise = (who: Step["who"], fault = "delay") =>
  say.carryOn("2026-04-01 09:00", who, "supervise", at.land, { fault, improvement: "一周内告知受理" });
const answers = (formality: string, field: string, who: Step["who"], when = "2026-04-20 09:00") =>
  say.carryOn(when, who, formality, at.land, { [field]: "adopted", [`${field}Text`]: "已改正" });
const blame = (consequence = "造成群体性上访") =>
  say.carryOn("2026-04-02 09:00", say.head, "propose-accountability", at.land, {
    conduct: "delay",
    consequence,
    proposedTo: at.discipline,
  });
const measure = (id: string) => pack.measures.find((m) => m.id === id);

describe("articles 38 and 39: inspection and assessment", () => {
  it("[N22-38-1] what an inspection finds is fed back, and what is important is reported", () => {
    const inspect = (values: Record<string, string>) =>
      say.carry("2026-03-20 09:00", say.head, "inspect", { inspected: "三件未告知", fedBackTo: "临河县", ...values });
    expect(() => play(say.web, [...sent, inspect({ important: "no" })])).not.toThrow();
    expect(stop(say.web, [...sent, inspect({ important: "yes" })])).toMatchObject({
      code: "formality.fieldMissing",
      clause: "N22-38-1",
    });
    expect(stop(say.web, [...sent, { ...inspect({ important: "no" }), who: landClerk }])).toMatchObject({
      code: "act.notYourPost",
    });
    expect(measure("inspection")).toMatchObject({
      is: "periodic",
      months: null,
      with: ["jointConference", "petitionBureau"],
    });
  });

  it("[N22-39-1] the assessment comes round every year, and is made known", () => {
    expect(measure("assessment")).toMatchObject({ is: "periodic", what: "circular", months: 12 });
  });

  it("[N22-39-2] leaders who fail are talked to, named, put under listed supervision and given a day", () => {
    const held = play(say.web, [...sent, say.holdLeaders()]);
    expect(of(held.events, "formalityDone").at(-1)).toMatchObject({
      formality: "hold-leaders",
      values: { heldOrgan: at.land, heldPersons: ["周启明，局长"], failing: "weak", heldBy: ["talk", "rectify"] },
    });
    for (const heldBy of ["talk", "circular", "listed"]) {
      const mild = play(say.web, [...sent, say.holdLeaders({ heldBy: [heldBy], rectifyBy: "" })]);
      expect(mild.duties.filter((d) => d.rule === "rectify")).toEqual([]);
    }
    for (const lacking of [{ heldPersons: [] }, { heldBy: [] }, { rectifyBy: "" }, { heldOrgan: "" }]) {
      expect(stop(say.web, [...sent, say.holdLeaders(lacking)])).toMatchObject({
        code: "formality.fieldMissing",
        clause: "N22-39-2",
      });
    }
    for (const who of [say.head, say.government, landClerk]) {
      expect(stop(say.web, [...sent, say.holdLeaders({}, who)])).toMatchObject({
        code: "act.notYourPost",
        clause: "N22-39-2",
      });
    }
  });

  it("[N22-39-2] the day is the conference's: the organ's leader owes the report by it, is shown late after it, and reads the case", () => {
    const labour = [...sent, say.holdLeaders({ heldOrgan: at.labour })];
    const late = play(say.web, labour, { until: "2026-07-01 09:00" });
    expect(duty(late, "rectify", at.labour)).toMatchObject({ due: "2026-06-30", overdueSince: "2026-07-01" });
    expect(reads(late, at.labour, "principalLeader")).toBe("all");
    expect(reads(play(say.web, sent), at.labour, "principalLeader")).toBeNull();
    expect(reads(play(say.web, sent), at.conference, "officeLeader")).toBe("timings");
    const report = (org: typeof at.labour) =>
      say.carry("2026-06-20 09:00", holder(org, "principalLeader"), "report-rectification", {
        rectification: "已整改",
      });
    expect(duty(play(say.web, [...labour, report(at.labour)]), "rectify").state).toBe("met");
    expect(stop(say.web, [...labour, report(at.land)])).toMatchObject({ code: "act.notYourPost" });
    expect(stop(say.web, [...sent, report(at.land)])).toMatchObject({ code: "act.notYourPost" });
  });
});

describe("article 40: supervision and proposals", () => {
  it.each(["rules", "shirk", "perfunctory", "delay", "falsify", "notExecuted"])(
    "[N22-40-1 N22-28-1] the bureau supervises and proposes improvement: %s",
    (fault) => {
      const scene = play(say.web, [...sent, supervise(say.dispatcher, fault)]);
      expect(of(scene.events, "formalityDone").at(-1)).toMatchObject({ formality: "supervise", values: { fault } });
    },
  );

  it("[N22-40-1] so does the bureau above; a bureau of another place and an organ do not", () => {
    expect(() => play(say.web, [...sent, supervise(provinceHead)])).not.toThrow();
    for (const who of [holder(at.countyBureau, "bureauHead"), holder(at.housing, "leaderInCharge")]) {
      expect(stop(say.web, [...sent, supervise(who)])).toMatchObject({ code: "act.notYourPost", clause: "N22-40-1" });
    }
    const bare = say.carryOn("2026-04-01 09:00", say.dispatcher, "supervise", at.land, { fault: "delay" });
    expect(stop(say.web, [...sent, bare])).toMatchObject({ code: "formality.fieldMissing" });
  });

  it("[N22-40-2 N22-40-4] a problem of policy goes to the government with a proposal, and it answers in writing", () => {
    const propose = say.carry("2026-04-01 09:00", say.head, "propose-policy", {
      policyProblem: "标准多年未调",
      policyProposal: "修订标准",
    });
    const open = play(say.web, [...sent, propose]);
    expect(duty(open, "answer-policy", at.office)).toMatchObject({ state: "open", due: null });
    expect(reads(play(say.web, sent), at.office, "officeLeader")).toBe("timings");
    expect(reads(open, at.office, "officeLeader")).toBe("all");
    const answer = say.carry("2026-04-20 09:00", say.government, "answer-policy", {
      policyAdopted: "partly",
      policyAdoptedText: "列入明年计划",
    });
    expect(duty(play(say.web, [...sent, propose, answer]), "answer-policy")).toMatchObject({ state: "met" });
    expect(stop(say.web, [...sent, answer])).toMatchObject({ code: "formality.notDone", clause: "N22-40-4" });
  });

  it("[N22-40-3] serious consequences: accountability is proposed to whoever has the authority, who then can read the case", () => {
    const scene = play(say.web, [...sent, blame()]);
    expect(reads(scene, at.discipline, "clerk")).toBe("all");
    expect(reads(play(say.web, sent), at.discipline, "clerk")).toBeNull();
    expect(stop(say.web, [...sent, blame(" ")])).toMatchObject({ code: "formality.fieldMissing", clause: "N22-40-3" });
  });

  it("[N22-40-4] each proposal is answered by the body it went to, in words, once for each time", () => {
    const improved = [...sent, supervise(say.dispatcher)];
    expect(duty(play(say.web, improved), "answer-improvement", at.land)).toMatchObject({ due: null, state: "open" });
    const done = play(say.web, [...improved, answers("answer-improvement", "improvementAdopted", landClerk)]);
    expect(duty(done, "answer-improvement")).toMatchObject({ state: "met" });
    const mute = say.carryOn("2026-04-20 09:00", landClerk, "answer-improvement", at.land, {
      improvementAdopted: "adopted",
    });
    expect(stop(say.web, [...improved, mute])).toMatchObject({ code: "formality.fieldMissing" });
    const blamed = [...sent, blame()];
    const reply = answers("answer-accountability", "accountabilityAdopted", holder(at.discipline, "clerk"));
    expect(duty(play(say.web, [...blamed, reply]), "answer-accountability", at.discipline)).toMatchObject({
      state: "met",
    });
    expect(stop(say.web, [...blamed, { ...reply, who: landClerk }])).toMatchObject({ code: "act.notYourPost" });
    expect(stop(say.web, [...blamed, reply, { ...reply, at: "2026-04-21 09:00" }])).toMatchObject({
      code: "formality.notDone",
    });
  });
});

describe("articles 41 to 46: the report, and who answers", () => {
  it("[N22-41-1] the yearly report goes to the government of the level and to the bureau above, with four contents", () => {
    const report = measure("annual-report");
    expect(report).toMatchObject({
      is: "periodic",
      what: "report",
      months: 12,
      with: ["governmentOffice", "petitionBureau"],
    });
    expect(report && "contents" in report && report.contents).toHaveLength(4);
  });

  it.each([
    ["N22-43-1", "43"],
    ["N22-44-1", "44-1"],
    ["N22-44-1", "44-2"],
    ["N22-44-1", "44-3"],
    ["N22-45-1", "45-1"],
    ["N22-45-2", "45-2"],
    ["N22-46-1", "46-4"],
    ["N22-46-2", "46-5"],
  ])("[%s] correction is ordered on the ground %s, by the superior", (clause, correctionGround) => {
    const order = say.carry("2026-04-01 09:00", say.government, "order-correction", {
      corrected: at.land,
      correctionGround,
      correction: "三日内改正",
    });
    expect(of(play(say.web, [...sent, order]).events, "formalityDone").at(-1)?.values).toMatchObject({
      correctionGround,
    });
    expect(stop(say.web, [...sent, { ...order, who: landClerk }])).toMatchObject({ code: "act.notYourPost" });
    const formality = pack.formalities.find((f) => f.id === "order-correction");
    expect([formality?.clause, ...(formality?.serves ?? [])]).toContain(clause);
  });

  it("[N22-43-1 N22-44-1 N22-45-1] what is late stands against the organ under the article that makes it answer", () => {
    const breaches = pack.duties.flatMap((d) => (d.breach ? [[d.id, d.breach.clause]] : []));
    expect(Object.fromEntries(breaches)).toMatchObject({
      route: "N22-43-1",
      "route-on": "N22-43-1",
      "tell-direct": "N22-44-1",
      "tell-acceptance": "N22-44-1",
      handle: "N22-45-1",
      "assigned-result": "N22-45-1",
    });
  });

  it("[N22-50-1] the ordinance governs from 1 May 2022", () => {
    expect(packInForce([pack], "national", plainDate("2022-04-30"))).toBeNull();
    expect(packInForce([pack], "national", plainDate("2022-05-01"))?.id).toBe(pack.id);
    expect(pack.inForceBy).toBe("N22-50-1");
  });
});

describe("rating, and what the petitioner sees", () => {
  const rate = (grade = "satisfied", at_ = "2026-04-10 20:00"): Step => ({
    at: at_,
    who: "petitioner",
    act: "rate",
    input: { grade, comment: null },
  });
  const rateBureau = (bureauGrade = "dissatisfied", when = "2026-04-10 20:05") =>
    say.carry(when, "petitioner", "rate-bureau", { bureauGrade });

  it("[MY22-3-1] bureau and organ are rated apart", () => {
    const scene = play(say.web, [...say.answered(), rate("satisfied"), rateBureau("dissatisfied")]);
    expect(of(scene.events, "rated")).toMatchObject([{ grade: "satisfied" }]);
    expect(of(scene.events, "formalityDone").at(-1)).toMatchObject({ values: { bureauGrade: "dissatisfied" } });
    expect(stop(say.web, [...say.answered(), { ...rateBureau(), who: say.dispatcher }])).toMatchObject({
      code: "act.notYourPost",
    });
  });

  it("[MY22-4-1] only what was registered for the first time, and no report", () => {
    const repeat = [say.sort("2026-03-03 10:00", { occurrence: "repeat" }), ...say.answered().slice(1)];
    for (const step of [rate(), rateBureau()]) {
      expect(stop(say.web, [...repeat, step])).toMatchObject({ code: "fact.forbidden", clause: "MY22-4-1" });
    }
    const report = [
      say.sort("2026-03-03 10:00", { category: "report" }),
      say.dispatch("2026-03-03 10:05", at.discipline),
      say.view("2026-03-04 09:00", at.discipline),
      say.draft("2026-03-20 09:00", at.discipline, { text: "已按规定处理。", parts: {} }),
      say.approve("2026-03-21 09:00", at.discipline),
    ];
    expect(stop(say.web, [...report, rate()])).toMatchObject({ code: "fact.forbidden", clause: "MY22-4-1" });
  });

  it("[MY22-0-1] where the region sets ten working days, a rating after them is refused and the case is unrated", () => {
    const duties = pack.duties.map((rule) =>
      rule.id === "rating-window" ? { ...rule, limit: { n: 10, unit: "workingDay" } as const } : rule,
    );
    const region = stage({ ...pack, duties }, nationalYears);
    const { due } = duty(region.play(say.web, say.answered()), "rating-window");
    expect(due).not.toBeNull();
    expect(() => region.play(say.web, [...say.answered(), rate("satisfied", `${due} 20:00`)])).not.toThrow();
    expect(region.stop(say.web, [...say.answered(), rate("satisfied", "2026-07-01 20:00")])).toMatchObject({
      code: "window.closed",
      clause: "MY22-0-1",
      facts: { due },
    });
    const unrated = region.play(say.web, say.answered(), { until: "2026-07-01 09:00" });
    expect(duty(unrated, "rating-window").overdueSince).not.toBeNull();
    expect(unrated.kase.rated).toBe(false);
    expect(unrated.breaches.filter(([, org]) => org === at.land)).toEqual([]);
  });

  it("[MY22-0-1] three grades, once each; who has not rated is unrated, in a window whose length is the region's to set", () => {
    expect(pack.settings.ratings.value?.map((g) => g.code)).toEqual(["satisfied", "fairlySatisfied", "dissatisfied"]);
    expect(stop(say.web, [...say.answered(), rate(), rate("dissatisfied", "2026-04-11 20:00")])).toMatchObject({
      code: "rating.alreadyGiven",
    });
    expect(stop(say.web, [...say.answered(), rateBureau(), rateBureau("satisfied", "2026-04-11 20:00")])).toMatchObject(
      {
        code: "formality.alreadyDone",
      },
    );
    const unrated = play(say.web, say.answered(), { until: "2026-10-01 09:00" });
    expect(duty(unrated, "rating-window")).toMatchObject({ state: "open", due: null, overdueSince: null });
    expect(duty(play(say.web, [...say.answered(), rate()]), "rating-window")).toMatchObject({ state: "met" });
    expect(pack.duties.find((d) => d.id === "rating-window")).toMatchObject({ settable: true, reconstructed: true });
  });

  it("[WS15-0-1] every date that is to be shown has its message: registered, sent, accepted, not accepted, extended, answered, reviewed", () => {
    const shown = pack.notices.filter((n) => n.serves?.some((c) => c === "WS15-0-1")).map((n) => n.id);
    expect(shown).toEqual([
      "received",
      "routed",
      "acceptance",
      "refused",
      "no-longer-accepted",
      "extension",
      "reply",
      "review-opinion",
      "re-review-opinion",
    ]);
    const scene = play(say.web, say.wholeWay);
    const delivered = of(scene.events, "delivered").map((d) => d.notice);
    expect(delivered).toEqual(["routed", "acceptance", "extension", "reply", "review-opinion", "re-review-opinion"]);
  });
});
