import { describe, expect, it } from "vitest";
import { duty, leg, matter, of, reads, stage } from "../../domain/proof/fixture.ts";
import type { Step } from "../../domain/rules/example.ts";
import type { Values } from "../../domain/rules/formality.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { national2022 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(national2022, nationalYears);
const answered = say.answered(at.countyLand);
const applied = [...answered, say.applyReview("2026-04-20 09:00", at.countyLand, at.land)];
const reviewed = [...applied, say.review("2026-05-06 09:00", at.countyLand, at.land)];
const appliedAgain = [...reviewed, say.applyReReview("2026-05-20 09:00", at.countyLand, at.provinceLand)];
const province = holder(at.provinceLand, "clerk");

const hearing = (open: string, close: string | null): readonly Step[] => [
  say.carryOn(open, province, "open-re-review-hearing", at.countyLand, { place: "省厅听证室" }),
  ...(close ? [say.carryOn(close, province, "close-re-review-hearing", at.countyLand, { heard: "双方已陈述" })] : []),
];
const revoke = (when: string, formality: string, who: Step["who"], wronglyUnsupported = "no"): Step =>
  say.carryOn(when, who, formality, at.countyLand, {
    [formality === "revoke-in-review" ? "reviewOpinion" : "reReviewOpinion"]: "认定事实不清",
    wronglyUnsupported,
  });

describe("article 35: review", () => {
  it("[N22-35-1] may be asked for thirty days after the written answer came, the last day included, once", () => {
    expect(duty(play(say.web, answered), "review-window", at.countyLand)).toMatchObject({
      due: "2026-05-08",
      kind: "window",
    });
    expect(() =>
      play(say.web, [...answered, say.applyReview("2026-05-08 23:59", at.countyLand, at.land)]),
    ).not.toThrow();
    expect(stop(say.web, [...answered, say.applyReview("2026-05-09 00:00", at.countyLand, at.land)])).toMatchObject({
      code: "window.closed",
      clause: "N22-35-1",
      facts: { due: "2026-05-08" },
    });
    expect(stop(say.web, [...applied, say.applyReview("2026-04-21 09:00", at.countyLand, at.land)])).toMatchObject({
      code: "window.notOpen",
    });
  });

  it("[N22-35-1] the organ one level above is found by the system, and no other is taken", () => {
    const asked = (values: Values, who: Step["who"] = "petitioner") =>
      say.carryOn("2026-04-20 09:00", who, "apply-review", at.countyLand, { reviewRequest: "请求撤销", ...values });
    const scene = play(say.web, [...answered, asked({})]);
    expect(duty(scene, "review").owner).toBe(at.land);
    for (const organ of [at.countyLand, at.court, at.discipline, at.labour, at.province, at.provinceLand]) {
      expect(stop(say.web, [...answered, asked({ reviewer: organ })])).toMatchObject({
        code: "formality.notAbove",
        clause: "N22-35-1",
        facts: { organs: ["清江市自然资源和规划局"] },
      });
    }
  });

  it("[N22-35-1] where the tree knows none above, staff names one of a higher level, and the petitioner is told whom to ask", () => {
    const there = say.answered(at.countyWater);
    const asked = (who: Step["who"], values: Values = {}) =>
      say.carryOn("2026-04-20 09:00", who, "apply-review", at.countyWater, { reviewRequest: "请求撤销", ...values });
    expect(stop(say.web, [...there, asked("petitioner")])).toMatchObject({ code: "formality.noneAbove" });
    expect(stop(say.web, [...there, asked(say.operator)])).toMatchObject({ code: "formality.fieldMissing" });
    expect(stop(say.web, [...there, asked(say.operator, { reviewer: at.countyLand })])).toMatchObject({
      code: "formality.notAbove",
    });
    const named = play(say.web, [...there, asked(say.operator, { reviewer: at.office })]);
    expect(duty(named, "review").owner).toBe(at.office);
  });

  it("[N22-36-1] re-review goes one level above the reviewer, never to the organ itself nor to who reviewed", () => {
    const again = (values: Values) =>
      say.carryOn("2026-05-20 09:00", "petitioner", "apply-re-review", at.countyLand, {
        reReviewRequest: "请求复核",
        ...values,
      });
    expect(duty(play(say.web, [...reviewed, again({})]), "re-review").owner).toBe(at.provinceLand);
    for (const organ of [at.countyLand, at.land, at.court]) {
      expect(stop(say.web, [...reviewed, again({ reReviewer: organ })])).toMatchObject({ code: "formality.notAbove" });
    }
  });

  it("[N22-35-2] the day of receipt is the office's to write down: what a petitioner states of it counts for nothing", () => {
    const stated = say.applyReview("2026-04-20 09:00", at.countyLand, at.land, "petitioner", {
      receivedOn: "2026-04-10",
    });
    expect(duty(play(say.web, [...answered, stated]), "review")).toMatchObject({ due: "2026-05-20" });
  });

  it("[N22-35-1] the thirty days begin when a letter is delivered, not when it is signed", () => {
    const signed = say.applyReview("2026-04-20 09:00", at.countyLand, at.land, say.dispatcher);
    expect(stop(say.letter, [...answered, signed])).toMatchObject({ code: "window.notOpen" });
    const delivered = say.told("2026-04-15 09:00", holder(at.countyLand, "clerk"), "reply", "l1");
    const scene = play(say.letter, [...answered, delivered]);
    expect(duty(scene, "review-window")).toMatchObject({ startedOn: "2026-04-15", due: "2026-05-15" });
    expect(() => play(say.letter, [...answered, delivered, signed])).not.toThrow();
  });

  it("[N22-35-1] against an opinion only: a suggestion that was answered has no review", () => {
    const steps: readonly Step[] = [
      ...say.accepted(at.land, "31-5"),
      say.view("2026-03-06 09:10", at.land),
      say.draft("2026-03-20 09:00", at.land, { text: "已依法立案。", parts: {} }),
      say.approve("2026-03-21 09:00", at.land),
    ];
    expect(stop(say.web, [...steps, say.applyReview("2026-03-30 09:00", at.land, at.provinceLand)])).toMatchObject({
      code: "fact.forbidden",
      clause: "N22-35-1",
    });
  });

  it("[N22-35-2] the organ that was asked concludes in thirty days, and the petitioner has its opinion in writing", () => {
    const scene = play(say.web, applied);
    expect(duty(scene, "review", at.land)).toMatchObject({ startedOn: "2026-04-20", due: "2026-05-20" });
    expect(reads(scene, at.land, "clerk")).toBe("all");
    expect(reads(play(say.web, answered), at.land, "clerk")).toBeNull();
    expect(play(say.web, applied, { until: "2026-05-21 00:10" }).breaches).toEqual([["late", at.land, "2026-05-21"]]);
    const done = play(say.web, reviewed);
    expect(duty(done, "review")).toMatchObject({ state: "met" });
    expect(done.notices.at(-1)).toBe("review-opinion");
    expect(of(done.events, "delivered").at(-1)).toMatchObject({ notice: "review-opinion", legId: "l1" });
  });

  it("[N22-35-2] counted from the day the request was received, where it was entered later", () => {
    const entered = say.applyReview("2026-04-24 09:00", at.countyLand, at.land, say.operator, {
      receivedOn: "2026-04-20",
    });
    expect(duty(play(say.web, [...answered, entered]), "review", at.land)).toMatchObject({ due: "2026-05-20" });
  });

  it("[N22-35-2] nobody else concludes, and nobody twice", () => {
    const other = { ...say.review("2026-05-06 09:00", at.countyLand, at.land), who: holder(at.countyLand, "clerk") };
    expect(stop(say.web, [...applied, other])).toMatchObject({ code: "act.notYourPost", clause: "N22-35-2" });
    expect(stop(say.web, [...reviewed, say.review("2026-05-07 09:00", at.countyLand, at.land)])).toMatchObject({
      code: "formality.alreadyDone",
    });
  });

  it("[N22-35-2 N22-45-2] revoked, the organ starts over: a new opinion, a new answer, a new thirty days", () => {
    const revoked = [...applied, revoke("2026-05-06 09:00", "revoke-in-review", holder(at.land, "clerk"), "yes")];
    const back = play(say.web, revoked);
    expect(leg(back, at.countyLand).stage).toBe("rework");
    expect(back.kase.stage).toBe("inHand");
    expect(of(back.events, "formalityDone").at(-1)?.values).toMatchObject({ wronglyUnsupported: "yes" });
    expect(duty(back, "redo", at.countyLand)).toMatchObject({ state: "open", due: null });
    const draft = say.draft("2026-05-20 09:00", at.countyLand);
    expect(stop(say.web, [...revoked, draft])).toMatchObject({ code: "formality.notDone", clause: "N22-31-6" });
    const again = [
      ...revoked,
      say.hear("2026-05-18 09:00", at.countyLand),
      say.opinion("2026-05-19 09:00", at.countyLand, "supported", "solved"),
      draft,
      say.approve("2026-05-21 09:00", at.countyLand),
    ];
    const scene = play(say.web, again);
    expect(scene.kase.stage).toBe("answered");
    expect(matter(scene).stage).toBe("delivered");
    expect(duty(scene, "review-window")).toMatchObject({ startedOn: "2026-05-21", due: "2026-06-20", state: "open" });
    expect(() => play(say.web, [...again, say.applyReview("2026-06-01 09:00", at.countyLand, at.land)])).not.toThrow();
  });

  it("[N22-45-2] a lawful claim that was not supported is ordered to be corrected by the superior, not by the organ itself", () => {
    const order = (who: Step["who"]) =>
      say.carry("2026-05-07 09:00", who, "order-correction", {
        corrected: at.countyLand,
        correctionGround: "45-2",
        correction: "十日内重新作出",
      });
    expect(() => play(say.web, [...applied, order(say.government)])).not.toThrow();
    expect(stop(say.web, [...applied, order(holder(at.countyLand, "leaderInCharge"))])).toMatchObject({
      code: "act.notYourPost",
    });
    const bare = say.carryOn("2026-05-06 09:00", holder(at.land, "clerk"), "revoke-in-review", at.countyLand, {
      reviewOpinion: "不清",
    });
    expect(stop(say.web, [...applied, bare])).toMatchObject({ code: "formality.fieldMissing", clause: "N22-45-2" });
  });
});

describe("article 36: re-review, and the end", () => {
  it("[N22-36-1] may be asked for thirty days after the review's answer came, and not before there is one", () => {
    expect(duty(play(say.web, reviewed), "re-review-window")).toMatchObject({
      startedOn: "2026-05-06",
      due: "2026-06-05",
    });
    expect(
      stop(say.web, [...applied, say.applyReReview("2026-05-05 09:00", at.countyLand, at.provinceLand)]),
    ).toMatchObject({
      code: "window.notOpen",
      clause: "N22-36-1",
    });
    expect(
      stop(say.web, [...reviewed, say.applyReReview("2026-06-06 00:00", at.countyLand, at.provinceLand)]),
    ).toMatchObject({
      code: "window.closed",
    });
  });

  it("[N22-36-2] the opinion is due in thirty days", () => {
    expect(duty(play(say.web, appliedAgain), "re-review", at.provinceLand)).toMatchObject({ due: "2026-06-19" });
    const done = play(say.web, [...appliedAgain, say.reReview("2026-06-19 23:00", at.countyLand, at.provinceLand)]);
    expect(duty(done, "re-review")).toMatchObject({ state: "met" });
    expect(done.notices.at(-1)).toBe("re-review-opinion");
    expect(play(say.web, appliedAgain, { until: "2026-06-20 00:10" }).breaches).toEqual([
      ["late", at.provinceLand, "2026-06-20"],
    ]);
    const revoked = play(say.web, [...appliedAgain, revoke("2026-06-10 09:00", "revoke-in-re-review", province)]);
    expect(leg(revoked, at.countyLand).stage).toBe("rework");
    expect(revoked.notices.at(-1)).toBe("re-review-revoked");
  });

  it("[N22-36-3] a hearing stops the clock from its day to its end, and only the clock of the re-review", () => {
    const during = play(say.web, [...appliedAgain, ...hearing("2026-05-25 09:00", null)], {
      until: "2026-07-30 09:00",
    });
    expect(duty(during, "re-review", at.provinceLand)).toMatchObject({ state: "paused", due: null });
    expect(during.breaches).toEqual([]);
    const after = play(say.web, [...appliedAgain, ...hearing("2026-05-25 09:00", "2026-06-04 09:00")]);
    expect(duty(after, "re-review", at.provinceLand)).toMatchObject({ due: "2026-06-29" });
    expect(pack.duties.filter((d) => d.pauses.length > 0).map((d) => d.id)).toEqual(["re-review"]);
  });

  it("[N22-36-3] a heard opinion may be published, an unheard or unwanted one not", () => {
    const concluded = say.reReview("2026-06-20 09:00", at.countyLand, at.provinceLand);
    const heard = [...appliedAgain, ...hearing("2026-05-25 09:00", "2026-06-04 09:00"), concluded];
    const publish = say.carryOn("2026-06-22 09:00", province, "publish-opinion", at.countyLand, {
      publishedAt: "公开栏",
    });
    expect(() => play(say.web, [...heard, publish])).not.toThrow();
    expect(stop(say.web, [...appliedAgain, concluded, publish])).toMatchObject({
      code: "formality.notDone",
      clause: "N22-36-3",
    });
    expect(stop({ ...say.web, choice: "nonPublic" }, [...heard, publish])).toMatchObject({
      code: "publication.confidential",
    });
    expect(matter(play(say.web, [...heard, publish])).publication).toBe("none");
  });

  it("[N22-36-4] after it the same facts and reasons are no longer accepted, which is no refusal; new ones are a new matter", () => {
    const end = say.refuse("2026-09-01 10:00", "ended.36", { caseAt: "省自然资源厅" });
    const link: Step = {
      at: "2026-09-01 09:30",
      who: say.dispatcher,
      act: "linkRepeat",
      input: { previous: "earlier" },
    };
    const again = { ...say.web, at: "2026-09-01 09:00" };
    const scene = play(again, [link, end]);
    expect(scene.kase).toMatchObject({ stage: "noLongerAccepted", ground: "ended.36" });
    expect(scene.notices).toEqual(["received", "no-longer-accepted"]);
    expect(stop(again, [{ ...end, input: { ground: "ended.36", fields: {} } }])).toMatchObject({
      code: "ground.fieldMissing",
    });
    const anew = [
      link,
      say.sort("2026-09-01 10:00", { occurrence: "repeat" }),
      say.dispatch("2026-09-01 10:05", at.countyLand),
    ];
    expect(play(again, anew).kase.stage).toBe("inHand");
  });
});

describe("article 37: help", () => {
  it.each(["social", "judicial"])("[N22-37-1] somebody in hardship is told of aid, at any time: %s", (aidKind) => {
    const aid = say.carryOn("2026-04-10 09:00", holder(at.countyLand, "clerk"), "aid", at.countyLand, {
      aidKind,
      aidGiven: "已告知",
    });
    expect(() => play(say.web, [...answered, aid])).not.toThrow();
  });

  it("[N22-37-2] guidance and help go on after the end, in every kind of end", () => {
    const help = (when: string) => say.carry(when, say.dispatcher, "help-after", { helpGiven: "村干部定期走访" });
    const ends: readonly (readonly Step[])[] = [
      answered,
      [say.refuse("2026-03-03 10:00", "ended.36", { caseAt: "省自然资源厅" })],
      [say.refuse("2026-03-03 10:00", "route.31-1", { procedure: "审判机关诉讼程序", caseAt: "市中院" })],
    ];
    for (const steps of ends) expect(() => play(say.web, [...steps, help("2026-05-01 09:00")])).not.toThrow();
    expect(stop(say.web, [...say.sent(), help("2026-05-01 09:00")])).toMatchObject({ code: "act.notAtThisStage" });
  });
});

describe("the longest way there is", () => {
  it("[N22-34-2 N22-35-2 N22-36-2] goes through from the web to help after the end, with nothing late", () => {
    const scene = play(say.web, say.wholeWay);
    expect(scene.kase).toMatchObject({ stage: "answered", rated: true });
    expect(scene.breaches).toEqual([]);
    expect(scene.notices).toEqual([
      "received",
      "routed",
      "acceptance",
      "hearing",
      "extension",
      "reply",
      "review-received",
      "review-opinion",
      "re-review-received",
      "re-review-hearing",
      "re-review-opinion",
    ]);
    expect(duty(scene, "handle", at.countyLand)).toMatchObject({ due: "2026-05-20", extendedFrom: "2026-05-05" });
    expect(duty(scene, "re-review", at.provinceLand)).toMatchObject({ due: "2026-08-19", state: "met" });
  });
});
