import { describe, expect, it } from "vitest";
import { changedOffice, duty, leg, of, reads, stage } from "../../domain/proof/fixture.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import type { Channel } from "../../domain/rules/vocabulary.ts";
import { channelsTaken } from "../../domain/rules/look-up.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { national2022 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(national2022, nationalYears);
const by = (channel: Channel, more: Partial<Filing> = {}): Filing => ({ at: "2026-03-02 09:00", channel, ...more });
const labourClerk = holder(at.labour, "clerk");

describe("articles 17 to 21: how a matter comes in", () => {
  it.each<Channel>(["letter", "phone", "fax", "visit"])(
    "[N22-17-1 N22-21-1 N22-22-1] what comes by %s is registered by the bureau, with its form, and is on the system at once",
    (channel) => {
      const scene = play(by(channel), []);
      expect(scene.kase).toMatchObject({ stage: "registered", channel, intake: at.bureau, topBureau: at.bureau });
      expect(scene.events[0]).toMatchObject({ type: "caseReceived", by: { post: "operator", orgId: at.bureau } });
      expect(duty(scene, "register")).toMatchObject({ state: "met", due: null });
    },
  );

  it("[N22-17-1 N22-21-1] what comes over the network is registered without anybody's hand", () => {
    expect(play(say.web, []).events.map((e) => [e.type, e.by.kind])).toEqual([
      ["caseReceived", "petitioner"],
      ["handedOver", "system"],
    ]);
    expect([...pack.settings.channels.value]).toEqual(["web", "letter", "phone", "fax", "visit"]);
  });

  it("[N22-18-1] every form that is open has the clause that opens it, and the way of query stands in the first notice", () => {
    const { channels } = pack.settings;
    expect(channels).toMatchObject({ clause: "N22-17-1", serves: ["N22-18-1", "N22-21-1"] });
    const received = pack.notices.find((n) => n.id === "received");
    for (const filled of ["{number}", "{code}", "{site}"]) expect(received?.template).toContain(filled);
    expect(channelsTaken(pack)).toEqual(["letter", "phone", "fax", "visit"]);
  });

  it("[N22-18-2] a leader takes a case, with a plan; a clerk of a unit does not take it in his name", () => {
    const takes = (who: Step["who"]) =>
      say.carry("2026-03-02 11:00", who, "leader-takes", { leader: "副市长", plan: "月底前现场办公" });
    expect(of(play(say.web, [takes(say.head)]).events, "formalityDone")).toMatchObject([
      { formality: "leader-takes", values: { leader: "副市长", plan: "月底前现场办公" } },
    ]);
    expect(stop(say.web, [takes(labourClerk)])).toMatchObject({ code: "act.notYourPost", clause: "N22-18-2" });
    expect(pack.measures.find((m) => m.id === "leaders-receive")).toMatchObject({ months: null, clause: "N22-18-2" });
  });

  it("[N22-18-3] nobody complained of finds the case, so nobody has a name to retaliate against; retaliation is answered for", () => {
    const accused = play({ ...say.web, subject: "discipline", accused: at.housing }, [
      say.sort("2026-03-02 10:00", { category: "report", accused: at.housing }),
      say.dispatch("2026-03-02 10:05", at.discipline),
    ]);
    expect(accused.sight.filter((row) => row.orgId === at.housing)).toEqual([]);
    const retaliated = (who: Step["who"]) =>
      say.carryOn("2026-04-02 09:00", who, "propose-accountability", at.land, {
        conduct: "retaliate",
        consequence: "信访人被停工",
        proposedTo: at.discipline,
      });
    const scene = play(say.web, [...say.sent(), retaliated(say.head)]);
    expect(duty(scene, "answer-accountability", at.discipline)).toMatchObject({ state: "open" });
    expect(reads(scene, at.discipline, "clerk")).toBe("all");
    expect(stop(say.web, [...say.sent(), retaliated(holder(at.land, "leaderInCharge"))])).toMatchObject({
      code: "act.notYourPost",
      clause: "N22-40-3",
    });
    const failings = pack.measures.find((m) => m.id === "failings");
    expect(failings).toMatchObject({ pairs: expect.arrayContaining([["打击报复信访人", "追究责任"]]) });
  });

  it("[N22-19-1 N22-19-2] what is said orally is taken down by staff, and later corrections leave the old words standing", () => {
    const correct: Step = {
      at: "2026-03-02 10:00",
      who: say.operator,
      act: "correct",
      input: { field: "address", from: "河东路", to: "河西路" },
    };
    const scene = play(by("phone"), [correct]);
    expect(of(scene.events, "caseReceived")).toHaveLength(1);
    expect(of(scene.events, "corrected")).toEqual([{ field: "address", from: "河东路", to: "河西路" }]);
    expect(pack.settings.contentLength).toMatchObject({ clause: "N22-19-1", reconstructed: true });
  });

  it("[N22-19-3] the first notice says that the petitioner answers for the truth", () => {
    expect(pack.notices.find((n) => n.serves?.some((c) => c === "N22-19-3"))?.template).toContain("真实性负责");
    expect(play(say.web, []).notices).toEqual(["received"]);
  });

  it("[N22-17-2 N22-19-1 N22-26-1 N22-48-1] anybody files over the web without being asked who they are in law", () => {
    expect(play(say.web, []).kase).toMatchObject({ stage: "registered", topBureau: at.bureau });
  });

  it("[N22-19-4] a matter that a lower organ has in hand is not accepted, and the organ that has it is named", () => {
    const none = say.refuse("2026-03-02 10:00", "ground.19");
    expect(stop(say.web, [none])).toMatchObject({ code: "ground.fieldMissing", clause: "N22-19-4" });
    const scene = play(say.web, [say.refuse("2026-03-02 10:00", "ground.19", { caseAt: "临河县自然资源局" })]);
    expect(scene.kase.stage).toBe("refused");
    expect(scene.notices).toEqual(["received", "refused"]);
  });

  it("[N22-20-1] a visit past the competent level is marked, and taken up all the same", () => {
    const scene = play(say.visit, [
      say.sort("2026-03-02 10:00", { visitLevel: "skipped" }),
      say.dispatch("2026-03-02 10:05", at.land),
    ]);
    expect(scene.kase.stage).toBe("inHand");
    expect(of(scene.events, "formalityDone")[0]?.values).toMatchObject({ visitLevel: "skipped" });
  });

  it("[N22-20-2 N22-22-6] a visitor with a matter of litigation is told the law and guided to the court, and nobody else is", () => {
    const guide = (when: string) =>
      say.carry(when, say.operator, "guide-visitor", { explained: "可以上诉", guidedTo: "市中院" });
    expect(() =>
      play(say.visit, [say.sort("2026-03-02 10:00", { litigation: "yes" }), guide("2026-03-02 10:30")]),
    ).not.toThrow();
    expect(stop(say.visit, [say.sort("2026-03-02 10:00"), guide("2026-03-02 10:30")])).toMatchObject({
      code: "fact.forbidden",
      clause: "N22-22-6",
    });
    const route = play(say.visit, [
      say.refuse("2026-03-02 11:00", "route.31-1", { procedure: "审判机关诉讼程序", caseAt: "市中院" }),
    ]);
    expect(route.kase.stage).toBe("sentElsewhere");
  });

  it.each([
    [4, 0, null],
    [5, 0, "group.noRepresentatives"],
    [30, 0, "group.noRepresentatives"],
    [5, 5, null],
    [6, 5, null],
    [6, 6, "group.tooManyRepresentatives"],
    [30, 6, "group.tooManyRepresentatives"],
  ] as const)("[N22-20-3] of %s visitors with one matter %s speak for all: %s", (persons, representatives, code) => {
    const filing = by("visit", { group: { persons, representatives } });
    if (code) expect(stopAtDoor(filing)).toMatchObject({ code, clause: "N22-20-3", facts: { most: 5 } });
    else expect(play(filing, []).kase.group).toEqual({ persons, representatives });
  });

  it("[N22-20-3] a joint letter may bear any number of names", () => {
    expect(play(by("letter", { group: { persons: 30, representatives: 8 } }), []).kase.stage).toBe("registered");
  });

  it("[N22-21-2] the petitioner is told number and code, and rates once answered", () => {
    const rate: Step = {
      at: "2026-04-10 20:00",
      who: "petitioner",
      act: "rate",
      input: { grade: "fairlySatisfied", comment: null },
    };
    expect(play(say.web, [...say.answered(), rate]).kase.rated).toBe(true);
    expect(stop(say.web, [...say.concluded(), rate])).toMatchObject({ code: "act.notAtThisStage" });
  });
});

/** The refusal of the registration itself. */
function stopAtDoor(filing: Filing) {
  try {
    play(filing, []);
  } catch (error) {
    return JSON.parse(String((error as Error).message).replace(/^[^{]*/, ""));
  }
  throw new Error("it was registered");
}

describe("article 22: the bureau sorts and sends", () => {
  it("[N22-22-2 N22-43-1] it has fifteen days, weekends among them; on the sixteenth it is late and its superior may order correction", () => {
    const open = play(say.web, [], { until: "2026-03-17 23:59" });
    expect(duty(open, "route", at.bureau)).toMatchObject({ due: "2026-03-17", overdueSince: null });
    const late = play(say.web, [], { until: "2026-03-18 00:10" });
    expect(late.breaches).toEqual([["late", at.bureau, "2026-03-18"]]);
    const corrected = say.carry("2026-03-19 09:00", holder(at.provinceBureau, "bureauHead"), "order-correction", {
      corrected: at.bureau,
      correctionGround: "43",
      correction: "当日转送",
    });
    expect(() => play(say.web, [corrected])).not.toThrow();
    expect(stop(say.web, [{ ...corrected, who: say.head }])).toMatchObject({ code: "act.notYourPost" });
  });

  it("[N22-22-2] counted from the day the words came, where they were registered later", () => {
    const scene = play({ ...say.letter, receivedAt: "2026-02-27 09:00" }, []);
    expect(duty(scene, "route")).toMatchObject({ due: "2026-03-14" });
  });

  it("[N22-22-2] nothing is sent before it was sorted", () => {
    expect(stop(say.web, [say.dispatch("2026-03-03 10:05", at.land)])).toMatchObject({
      code: "formality.notDone",
      clause: "N22-22-2",
    });
    const bare = say.carry("2026-03-03 10:00", say.dispatcher, "sort", { category: "claim" });
    expect(stop(say.web, [bare])).toMatchObject({ code: "formality.fieldMissing" });
  });

  it("[N22-22-3] own level: to the competent organ; nobody but the bureau that has it sends it", () => {
    expect(leg(play(say.web, say.sent(at.housing)), at.housing)).toMatchObject({ sender: at.bureau, role: "lead" });
    expect(
      stop(say.web, [
        say.sort("2026-03-03 10:00"),
        say.dispatchBy("2026-03-03 10:05", holder(at.countyBureau, "dispatcher"), null, at.land),
      ]),
    ).toMatchObject({
      code: "act.notYourPost",
    });
  });

  it("[N22-22-3] a serious and urgent one waits for the decision that was asked for", () => {
    const urgent = say.sort("2026-03-02 10:00", { urgent: "yes" });
    const propose = say.carry("2026-03-02 10:10", say.dispatcher, "propose-urgent", { proposal: "请市政府现场协调" });
    const decide = say.carry("2026-03-02 15:00", say.government, "decide-urgent", { decision: "同意" });
    const send = say.dispatch("2026-03-02 16:00", at.land);
    expect(stop(say.web, [urgent, propose, send])).toMatchObject({ code: "formality.notDone", clause: "N22-22-3" });
    const scene = play(say.web, [urgent, propose, decide, send]);
    expect(scene.kase.stage).toBe("inHand");
    expect(duty(scene, "decide-urgent", at.office)).toMatchObject({ state: "met", due: null });
    expect(stop(say.web, [urgent, decide])).toMatchObject({ code: "formality.notDone" });
    expect(reads(scene, at.office, "officeLeader")).toBe("all");
  });

  it("[N22-22-4] a lower level's: to its bureau, which sends on within fifteen days, or straight to the competent organ", () => {
    const sorted = say.sort("2026-03-03 10:00");
    const through = play(say.web, [
      sorted,
      say.dispatch("2026-03-03 10:05", at.countyBureau),
      say.dispatchOn("2026-03-04 09:00", at.countyBureau, at.countyLand),
    ]);
    expect(duty(through, "route-on", at.countyBureau)).toMatchObject({ due: "2026-03-18", state: "met" });
    expect(leg(through, at.countyLand)).toMatchObject({ sender: at.countyBureau });
    expect(leg(play(say.web, [sorted, say.dispatch("2026-03-03 10:05", at.countyLand)]), at.countyLand).sender).toBe(
      at.bureau,
    );
  });

  it("[N22-22-4] never out of the area, and never to a body that has no power to decide", () => {
    const sorted = say.sort("2026-03-03 10:00");
    expect(stop(say.web, [sorted, say.dispatch("2026-03-03 10:05", at.provinceLand)])).toMatchObject({
      code: "dispatch.outsideArea",
      clause: "N22-22-4",
    });
    expect(stop(say.web, [sorted, say.dispatch("2026-03-03 10:05", at.conference)])).toMatchObject({
      code: "dispatch.notAUnit",
    });
    const upward = [
      sorted,
      say.dispatch("2026-03-03 10:05", at.countyBureau),
      say.dispatchOn("2026-03-04 09:00", at.countyBureau, at.land),
    ];
    expect(stop(say.web, upward)).toMatchObject({ code: "dispatch.outsideArea" });
  });

  it("[N22-22-5] an assigned one carries a day, and a closing report is owed by it; a transferred one owes none", () => {
    const assigned = say.sort("2026-03-03 10:00", { form: "assign" });
    expect(stop(say.web, [assigned, say.dispatch("2026-03-03 10:05", at.land)])).toMatchObject({
      code: "act.inputMissing",
      clause: "N22-22-5",
      facts: { field: "by" },
    });
    const sent = [assigned, say.dispatchBy("2026-03-03 10:05", say.dispatcher, "2026-04-10", at.land)];
    const rest = say.answered().slice(2);
    const report = say.carryOn("2026-04-09 09:00", holder(at.land, "clerk"), "closing-report", at.land, {
      closing: "已办结",
    });
    expect(duty(play(say.web, [...sent, ...rest, report]), "assigned-result", at.land)).toMatchObject({
      due: "2026-04-10",
      state: "met",
    });
    expect(play(say.web, [...sent, ...rest], { until: "2026-04-11 00:10" }).breaches).toContainEqual([
      "late",
      at.land,
      "2026-04-11",
    ]);
    expect(play(say.web, say.answered()).duties.filter((d) => d.rule === "assigned-result")).toEqual([]);
  });

  it("[N22-22-6 N22-28-2] what is about litigation goes to the political and legal organs, and nowhere else", () => {
    const sorted = say.sort("2026-03-03 10:00", { litigation: "yes" });
    for (const org of [at.land, at.countyBureau, at.discipline]) {
      expect(stop(say.letter, [sorted, say.dispatch("2026-03-03 10:05", org)])).toMatchObject({
        code: "dispatch.wrongBodyForSubject",
        clause: "N22-22-6",
      });
    }
    const scene = play(say.letter, [sorted, say.dispatch("2026-03-03 10:05", at.court)]);
    expect(duty(scene, "own-rules", at.court)).toMatchObject({ due: null });
    expect(scene.duties.filter((d) => d.rule === "tell-acceptance" || d.rule === "handle")).toEqual([]);
  });

  it("[N22-22-7 N22-30-3] a report goes to the discipline body and through no other hand, least of all the accused unit's", () => {
    const sorted = say.sort("2026-03-03 10:00", { category: "report", accused: at.housing });
    for (const org of [at.land, at.countyBureau, at.court]) {
      expect(stop(say.web, [sorted, say.dispatch("2026-03-03 10:05", org)])).toMatchObject({ clause: "N22-22-7" });
    }
    expect(stop(say.web, [sorted, say.dispatch("2026-03-03 10:05", at.housing)])).toMatchObject({
      code: "dispatch.accusedUnit",
      clause: "N22-30-3",
    });
    expect(play(say.web, [sorted, say.dispatch("2026-03-03 10:05", at.countyDiscipline)]).kase.stage).toBe("inHand");
  });
});

describe("article 23: what organs do with what they take in, and with what they are sent", () => {
  const own: Step = say.dispatchBy("2026-03-03 10:05", labourClerk, null, at.labour);
  const sorted = say.sort("2026-03-03 10:00", {}, labourClerk);

  it("[N22-23-1] an organ registers what is brought to it, sorts it, and tells receipt, way and procedure", () => {
    const scene = play(say.direct, [sorted, own, say.accept("2026-03-04 09:00", at.labour)]);
    expect(scene.kase).toMatchObject({ intake: at.labour, topBureau: at.labour });
    expect(scene.notices).toEqual(["received", "acceptance"]);
    expect(scene.duties.filter((d) => d.rule === "route" || d.rule === "tell-acceptance")).toEqual([]);
    expect(pack.notices.find((n) => n.id === "acceptance")?.template).toContain("{route}");
  });

  it("[N22-23-2] what is a subordinate's is passed to it, and the petitioner is told where", () => {
    const scene = play(say.direct, [sorted, say.dispatchBy("2026-03-03 10:05", labourClerk, null, at.countyLabour)]);
    expect(leg(scene, at.countyLabour).sender).toBe(at.labour);
    expect(scene.notices).toEqual(["received", "routed"]);
  });

  it("[N22-23-3] what is neither's ends with word whom to go to, and is no refusal", () => {
    const tell = (fields: Record<string, string>) => say.refuse("2026-03-03 10:00", "told.23", fields, labourClerk);
    const scene = play(say.direct, [tell({ competentPlace: "市医疗保障局" })]);
    expect(scene.kase.stage).toBe("sentElsewhere");
    expect(scene.notices).toContain("sent-elsewhere");
    expect(stop(say.direct, [tell({})])).toMatchObject({ code: "ground.fieldMissing", clause: "N22-23-3" });
  });

  it("[N22-23-4 N22-44-1] within fifteen days, in writing: the term ends when the petitioner has it, not when it is written", () => {
    const taken = [sorted, own, say.accept("2026-03-04 09:00", at.labour)];
    expect(duty(play(say.direct, taken), "tell-direct", at.labour)).toMatchObject({ due: "2026-03-17", state: "open" });
    const scene = play(say.direct, [...taken, say.told("2026-03-17 20:00", labourClerk, "acceptance", "l1", "visit")]);
    expect(duty(scene, "tell-direct")).toMatchObject({ state: "met" });
    const late = play(say.direct, taken, { until: "2026-03-18 00:10" });
    expect(late.breaches).toEqual([["late", at.labour, "2026-03-18"]]);
  });

  it("[N22-23-4] who comes in person and can be told at once is told on the spot: the term is met that day, and no letter is owed", () => {
    const onTheSpot = [
      say.sort("2026-03-02 09:20", {}, labourClerk),
      say.dispatchBy("2026-03-02 09:25", labourClerk, null, at.labour),
      say.accept("2026-03-02 09:30", at.labour),
    ];
    const told = (channel: string) => say.told("2026-03-02 09:40", labourClerk, "acceptance", "l1", channel);
    const scene = play(say.direct, [...onTheSpot, told("visit")], { until: "2026-04-20 00:00" });
    expect(duty(scene, "tell-direct")).toMatchObject({ state: "met", endedOn: "2026-03-02" });
    expect(of(scene.events, "delivered")).toMatchObject([{ notice: "acceptance", channel: "visit" }]);
    expect(scene.breaches.filter(([, org]) => org === at.labour)).toEqual([]);
    const early = say.told("2026-03-02 09:28", labourClerk, "acceptance", "l1", "visit");
    expect(stop(say.direct, [...onTheSpot.slice(0, 2), early])).toMatchObject({
      code: "delivery.nothingDue",
    });
  });

  it("[N22-23-4] nobody is owed a letter whose name or address is unclear", () => {
    const unclear = say.sort("2026-03-03 10:00", { contactClear: "no" }, labourClerk);
    const scene = play(say.direct, [unclear, own], { until: "2026-04-20 00:00" });
    expect(scene.duties.filter((d) => d.rule === "tell-direct")).toEqual([]);
    expect(scene.breaches).toEqual([]);
  });

  it("[N22-23-5 N22-44-1] a routed one: the organ tells within fifteen days of its own receipt", () => {
    const accepted = [...say.sent(), say.accept("2026-03-06 09:00", at.land)];
    expect(duty(play(say.letter, accepted), "tell-acceptance", at.land)).toMatchObject({
      due: "2026-03-18",
      state: "open",
    });
    const told = say.told("2026-03-09 09:00", holder(at.land, "clerk"), "acceptance", "l1");
    expect(duty(play(say.letter, [...accepted, told]), "tell-acceptance")).toMatchObject({
      state: "met",
      endedOn: "2026-03-09",
    });
    expect(play(say.letter, accepted, { until: "2026-03-19 00:10" }).breaches).toEqual([
      ["late", at.land, "2026-03-19"],
    ]);
  });

  it("[N22-23-6] not ours: an objection with reasons within five working days, and no word on whose it is", () => {
    expect(duty(play(say.web, say.sent()), "objection-window", at.land)).toMatchObject({
      due: "2026-03-10",
      kind: "window",
    });
    expect(leg(play(say.web, [...say.sent(), say.object("2026-03-10 23:59", at.land)]), at.land).stage).toBe(
      "returnAsked",
    );
    expect(stop(say.web, [...say.sent(), say.object("2026-03-11 00:00", at.land)])).toMatchObject({
      code: "window.closed",
      clause: "N22-23-6",
      facts: { due: "2026-03-10" },
    });
    expect(stop(say.web, [...say.sent(), say.object("2026-03-05 09:00", at.land, "  ")])).toMatchObject({
      code: "return.reasonMissing",
    });
  });

  it("[N22-23-6] what was accepted is ours, and what an organ took in itself it cannot object to", () => {
    expect(stop(say.web, [...say.accepted(), say.object("2026-03-09 09:00", at.land)])).toMatchObject({
      code: "formality.alreadyDone",
    });
    expect(stop(say.direct, [sorted, own, say.object("2026-03-04 09:00", at.labour)])).toMatchObject({
      code: "window.notOpen",
    });
  });

  it("[N22-23-6] a county's bureau objects within the same five working days", () => {
    const ask = (when: string): Step => ({
      at: when,
      who: holder(at.countyBureau, "dispatcher"),
      act: "askBureauReturn",
      leg: at.countyBureau,
      input: { reason: "属于市级事权", suggested: null },
    });
    const sent = [say.sort("2026-03-03 10:00"), say.dispatch("2026-03-03 10:05", at.countyBureau)];
    expect(leg(play(say.web, [...sent, ask("2026-03-10 09:00")]), at.countyBureau).stage).toBe("bureauReturnAsked");
    expect(stop(say.web, [...sent, ask("2026-03-11 09:00")])).toMatchObject({ code: "window.closed" });
  });

  it("[N22-23-7] the material comes back only when the sender has agreed; silence decides nothing", () => {
    const asked = [...say.sent(), say.object("2026-03-10 09:00", at.land)];
    const waiting = play(say.web, asked, { until: "2026-06-30 09:00" });
    expect(leg(waiting, at.land).stage).toBe("returnAsked");
    expect(duty(waiting, "verify-objection", at.bureau)).toMatchObject({ due: null, state: "open" });
    const agree = (who: Step["who"]): Step => ({
      at: "2026-03-12 09:00",
      who,
      act: "acceptReturn",
      leg: at.land,
      input: { note: null },
    });
    expect(stop(say.web, [...asked, agree(holder(at.countyBureau, "dispatcher"))])).toMatchObject({
      code: "act.notYourPost",
    });
    const back = play(say.web, [...asked, agree(say.dispatcher)]);
    expect(leg(back, at.land).stage).toBe("recalled");
    expect(duty(back, "route-again", at.bureau)).toMatchObject({ due: null });
    const refused: Step = {
      at: "2026-03-12 09:00",
      who: say.dispatcher,
      act: "refuseReturn",
      leg: at.land,
      input: { reason: "属你局" },
    };
    const stays = play(say.web, [...asked, refused]);
    expect(leg(stays, at.land).stage).toBe("dispatched");
    expect(duty(stays, "tell-acceptance", at.land)).toMatchObject({ due: "2026-03-18" });
  });
});

describe("articles 24 and 25: whose it is, and what cannot wait", () => {
  it("[N22-24-1] of several organs one accepts, and others assist", () => {
    const joint = [say.sort("2026-03-03 10:00"), say.dispatch("2026-03-03 10:05", at.land, at.housing)];
    expect(stop(say.web, [...joint, say.accept("2026-03-04 09:00", at.housing)])).toMatchObject({
      code: "input.notTheLead",
      clause: "N22-24-1",
    });
    const two = {
      matterId: null,
      title: null,
      text: null,
      note: null,
      targets: [
        { orgId: at.land, role: "lead" },
        { orgId: at.housing, role: "lead" },
      ],
    };
    const send: Step = {
      at: "2026-03-03 10:05",
      who: say.dispatcher,
      act: "dispatch",
      input: { classification: null, matters: [two] },
    };
    expect(stop(say.web, [say.sort("2026-03-03 10:00"), send])).toMatchObject({
      code: "dispatch.notOneLead",
      clause: "N22-24-1",
    });
  });

  it.each([
    ["agreed", null],
    ["superior", "formality.fieldMissing"],
    ["conference", "formality.fieldMissing"],
  ] as const)("[N22-24-1] settled by %s without naming who decided: %s", (competenceBy, code) => {
    const settle = say.carry("2026-03-02 10:30", say.head, "settle-competence", {
      competenceBy,
      involved: "市自然资源局、市住建局",
      acceptingOrgan: at.land,
    });
    if (code) expect(stop(say.web, [settle])).toMatchObject({ code });
    else expect(() => play(say.web, [settle])).not.toThrow();
  });

  it("[N22-24-2] an organ that is no more cannot be sent anything; its successor is settled and gets it", () => {
    const office = changedOffice(pack, (org) =>
      org.id === at.housing ? { ...org, leftOn: "2026-01-01" as never } : org,
    );
    const sorted = say.sort("2026-03-03 10:00");
    expect(stop(say.web, [sorted, say.dispatch("2026-03-03 10:05", at.housing)], { office })).toMatchObject({
      code: "dispatch.targetNotJoined",
      clause: "N22-24-2",
    });
    const settle = say.carry("2026-03-03 10:03", say.head, "settle-competence", {
      competenceBy: "successor",
      involved: "市住建局（已撤销）",
      acceptingOrgan: at.land,
    });
    expect(play(say.web, [sorted, settle, say.dispatch("2026-03-03 10:05", at.land)], { office }).kase.stage).toBe(
      "inHand",
    );
  });

  it("[N22-25-1 N22-25-2 N22-46-1] an urgent one is reported to five, none left out, and stays open until it is", () => {
    const urgent = say.sort("2026-03-02 10:00", { urgent: "yes" });
    const five = {
      toGovernment: "10:10电话",
      toDepartments: "10:20电话",
      toConference: "10:25电话",
      toUpperBureau: "10:30系统",
      toNational: "10:30系统",
      measures: "已派人到场",
    };
    const report = (values: Record<string, string>) =>
      say.carry("2026-03-02 10:40", say.dispatcher, "report-urgent", values);
    expect(duty(play(say.web, [urgent]), "report-urgent", at.bureau)).toMatchObject({ state: "open", due: null });
    expect(duty(play(say.web, [urgent, report(five)]), "report-urgent")).toMatchObject({ state: "met" });
    expect(stop(say.web, [urgent, report({ ...five, toNational: " " })])).toMatchObject({
      code: "formality.fieldMissing",
      clause: "N22-25-2",
    });
    expect(stop(say.web, [say.sort("2026-03-02 10:00"), report(five)])).toMatchObject({ code: "fact.forbidden" });
  });

  it("[N22-25-1] the organ that has it reports what it sees itself", () => {
    const report = say.carryOn("2026-03-04 09:00", holder(at.land, "leaderInCharge"), "report-urgent-organ", at.land, {
      organToGovernment: "电话",
      organToConference: "书面",
      organMeasures: "已派人到现场",
    });
    expect(of(play(say.web, [...say.sent(), report]).events, "formalityDone").at(-1)).toMatchObject({ legId: "l1" });
    const bare = { ...report, input: { formality: "report-urgent-organ", values: { organToGovernment: "电话" } } };
    expect(stop(say.web, [...say.sent(), bare])).toMatchObject({ code: "formality.fieldMissing" });
  });
});

describe("article 30: reports and accusations", () => {
  const report = [
    say.sort("2026-03-03 10:00", { category: "report", accused: at.housing, cadre: "yes" }),
    say.dispatch("2026-03-03 10:05", at.discipline),
  ];

  it("[N22-30-1] the discipline body handles them by its own rules: no term of this ordinance, no opinion to be reasoned", () => {
    const scene = play(say.web, report, { until: "2026-08-01 09:00" });
    expect(scene.duties.filter((d) => d.owner === at.discipline && d.due !== null).map((d) => d.rule)).toEqual([
      "objection-window",
    ]);
    const answered = [
      ...report,
      say.view("2026-03-04 09:00", at.discipline),
      say.draft("2026-03-20 09:00", at.discipline, { text: "您反映的问题已按规定处理。", parts: {} }),
      say.approve("2026-03-21 09:00", at.discipline),
    ];
    expect(play(say.web, answered).kase.stage).toBe("answered");
  });

  it("[N22-30-2] the bureau tells the organisation department; a major one also names whom it was sent to", () => {
    const tell = (values: Record<string, string>) =>
      say.carry("2026-03-03 11:00", say.head, "report-cadre", { personnelBody: "市委组织部", ...values });
    expect(duty(play(say.web, report), "report-cadre", at.bureau)).toMatchObject({ state: "open", due: null });
    expect(duty(play(say.web, [...report, tell({ cadreMajor: "no" })]), "report-cadre")).toMatchObject({
      state: "met",
    });
    expect(stop(say.web, [...report, tell({ cadreMajor: "yes" })])).toMatchObject({
      code: "formality.fieldMissing",
      clause: "N22-30-2",
    });
    expect(stop(say.web, [say.sort("2026-03-03 10:00"), tell({ cadreMajor: "no" })])).toMatchObject({
      code: "fact.forbidden",
    });
  });

  it("[N22-30-3 N22-46-2] beyond the discipline body only two posts of the bureau read them; no bureau above, no government", () => {
    const scene = play({ ...say.web, subject: "discipline", accused: at.housing }, report);
    const readers = scene.sight.map((row) => `${row.orgId}/${row.post}`).toSorted();
    expect(readers).toEqual(
      [
        `${at.bureau}/dispatcher`,
        `${at.bureau}/bureauHead`,
        ...["bureauHead", "clerk", "dispatcher", "leaderInCharge", "principalLeader"].map(
          (post) => `${at.discipline}/${post}`,
        ),
      ].toSorted(),
    );
  });

  it("[N22-30-3] a claim that turns out to be a report is closed to those who read it as a claim", () => {
    const before = play(say.web, []);
    expect(reads(before, at.bureau, "operator")).toBe("all");
    const after = play(say.web, [say.sort("2026-03-03 10:00", { category: "report" })]);
    expect(reads(after, at.bureau, "operator")).toBeNull();
    expect(after.kase.subject).toBe("discipline");
  });
});
