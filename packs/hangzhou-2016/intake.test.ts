import { describe, expect, it } from "vitest";
import { factOf } from "../../domain/case/facts.ts";
import { isSealed } from "../../domain/case/sight.ts";
import { duty, leg, matter, of, reads, type Scene, stage } from "../../domain/proof/fixture.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { standing } from "../../domain/rules/layers.ts";
import type { Channel } from "../../domain/rules/vocabulary.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { zhejiang2017 } from "../zhejiang-2017/index.ts";
import { at, holder } from "./example-office.ts";
import { hangzhou2016 } from "./index.ts";
import * as say from "./stories.ts";

const pack = standing(hangzhou2016, [zhejiang2017]);
const { play, stop } = stage(pack, nationalYears);

const stated = (scene: Scene, name: string) => factOf(scene.kase, name, null);
const without = (name: string) => Object.fromEntries(Object.entries(say.plainFacts).filter(([key]) => key !== name));
const choices = (field: string) =>
  pack.formalities
    .flatMap((f) => f.fields)
    .find((f) => f.name === field)
    ?.choices?.map((c) => c.value);

/** From the second step on: marked, form chosen, sent. */
const onwards = say.sent().slice(1);

describe("1 and 3: who may petition, where, and through what", () => {
  it("[HZ-3.1] a company submits a suggestion as a legal person, with its name and contact; both are on record", () => {
    const scene = play(say.web, [
      say.facts("2026-03-02 10:00", {
        petitionerKind: "legalPerson",
        contactPerson: "某物业公司，联系人周某",
        purpose: "suggestion",
        addressee: "government",
        acceptance: "a",
      }),
    ]);
    expect(stated(scene, "petitionerKind")).toBe("legalPerson");
    expect(stated(scene, "purpose")).toBe("suggestion");
    expect(stated(scene, "addressee")).toBe("government");
    const nameless = say.facts("2026-03-02 10:00", { petitionerKind: "otherOrganisation" });
    expect(stop(say.web, [nameless])).toMatchObject({ code: "formality.fieldMissing", clause: "HZ-3.1" });
  });

  it("[HZ-3.1] three kinds of petitioner, four of matter, four addressees, and no others", () => {
    expect(choices("petitionerKind")).toEqual(["citizen", "legalPerson", "otherOrganisation"]);
    expect(choices("purpose")).toEqual(["situation", "suggestion", "opinion", "complaint"]);
    expect(choices("addressee")).toEqual(["committee", "government", "department", "leader"]);
    expect(stop(say.web, [say.facts("2026-03-02 10:00", { purpose: "appeal" })])).toMatchObject({
      code: "formality.fieldWrong",
      clause: "HZ-3.1",
    });
  });

  it.each(["petitionerKind", "purpose", "addressee"])("[HZ-3.1] without %s nothing is registered or sent", (name) => {
    const bare = say.does("2026-03-02 10:00", "recordFacts", without(name));
    expect(stop(say.web, [bare])).toMatchObject({ code: "formality.fieldMissing", clause: "HZ-3.1" });
    expect(stop(say.web, onwards)).toMatchObject({ code: "fact.missing", clause: "HZ-3.3" });
  });

  it.each<Channel>(["email", "sms"])(
    "[HZ-3.2] what comes by %s is registered by the body that received it",
    (channel) => {
      const filing: Filing = { at: "2026-03-02 09:00", channel };
      const scene = play(filing, []);
      expect(scene.kase).toMatchObject({ channel, stage: "registered", intake: at.bureau, topBureau: at.bureau });
      expect(of(scene.events, "caseReceived")[0]?.receivedAt).toBe("2026-03-02T01:00:00.000Z");
      expect(scene.events[0]?.by).toMatchObject({ kind: "staff", orgId: at.bureau, post: "dispatcher" });
    },
  );

  it("[HZ-3.2] web, mail and short message are the channels of the platform", () => {
    expect(pack.settings.channels.value).toEqual(["web", "email", "sms"]);
  });

  it("[HZ-3.3] six sources; the source decides the term of the acknowledgement", () => {
    expect(choices("source")).toEqual([
      "nationalComplaintOffice",
      "governorMailbox",
      "peopleDailyMessage",
      "cityMayorMailbox",
      "countyMayorMailbox",
      "sms",
    ]);
    const bySource = (source: string) => play(say.email, [say.facts("2026-03-02 10:00", { source })]);
    expect(duty(bySource("governorMailbox"), "acknowledge-superior", at.bureau).due).toBe("2026-03-05");
    expect(duty(bySource("cityMayorMailbox"), "acknowledge-email", at.bureau).due).toBe("2026-03-03");
  });

  it("[HZ-3.3] the source is recorded before anything is sent, and a case without one is not sent", () => {
    expect(stop(say.web, [say.does("2026-03-02 10:00", "recordFacts", without("source"))])).toMatchObject({
      code: "formality.fieldMissing",
      clause: "HZ-3.3",
    });
    expect(stop(say.web, onwards)).toMatchObject({ code: "fact.missing", facts: { names: ["来源"] } });
  });

  it("[HZ-1] the districts and their sub-district offices have the same regulation and the same terms", () => {
    const filing: Filing = { ...say.toXihu, channel: "sms" };
    const steps = say.sent([at.wenxin]).map((step) => ({ ...step, who: holder(at.xihuBureau, "dispatcher") }));
    const scene = play(filing, steps);
    expect(scene.kase).toMatchObject({ packId: "hangzhou-2016", topBureau: at.xihuBureau });
    expect(duty(scene, "acknowledge-sms", at.xihuBureau).due).toBe("2026-03-03");
    expect(duty(scene, "reply", at.wenxin)).toMatchObject({ due: "2026-03-09", target: "2026-03-05" });
  });

  it("[HZ-2] the laws that it rests on are named with their numbers, as they stand in the pack", () => {
    expect(pack.bases).toEqual([
      { title: "信访条例（2005年）", number: "国务院令第431号", clause: "HZ-2" },
      { title: "浙江省信访条例（2004年）", number: null, clause: "HZ-2" },
    ]);
  });
});

describe("4.6: strict confidentiality", () => {
  it("[HZ-4.6] only the bodies that hold the case read it; others do not know that it exists", () => {
    const scene = play(say.web, [
      ...say.sent([at.xihuBureau]),
      say.dispatchOn("2026-03-03 09:00", at.xihuBureau, at.xihuUrban),
    ]);
    expect(reads(scene, at.xihuUrban, "clerk")).toBe("all");
    expect(reads(scene, at.xihuBureau, "auditor")).toBe("all");
    for (const other of [at.xihuHousing, at.urban, at.discipline, at.wenxin]) {
      expect(reads(scene, other, "clerk"), other).toBeNull();
    }
  });

  it("[HZ-4.6] a unit that gave the case back reads it no longer", () => {
    const back: readonly Step[] = [
      ...say.taken(),
      {
        at: "2026-03-03 10:00",
        who: holder(at.urban, "clerk"),
        act: "askReturn",
        leg: at.urban,
        input: { reason: "该路段由市建委管养", suggested: null },
      },
      { at: "2026-03-03 11:00", who: say.dispatcher, act: "acceptReturn", leg: at.urban, input: { note: null } },
    ];
    expect(reads(play(say.web, back), at.urban, "clerk")).toBeNull();
  });

  it("[HZ-4.6] what was published with a name in it is taken down, with a reason, by the city's bureau alone", () => {
    const published = [...say.untilReviewed(), say.publish("2026-03-10 09:00")];
    const down = (who = say.auditor, reason = "含有门牌号"): Step => ({
      at: "2026-03-11 09:00",
      who,
      act: "takeDown",
      input: { matterId: "m1", reason },
    });
    expect(matter(play(say.web, [...published, down()])).publication).toBe("takenDown");
    expect(stop(say.web, [...published, down(say.auditor, " ")])).toMatchObject({ code: "publication.reasonMissing" });
    expect(stop(say.web, [...published, down(holder(at.urban, "leaderInCharge"))])).toMatchObject({
      code: "act.notYourPost",
      clause: "HZ-4.6",
    });
  });
});

describe("5.1: what is accepted", () => {
  it.each(["a", "b", "c", "d", "e", "f"] as const)("[HZ-5.1.%s] is accepted under its own code and sent", (code) => {
    const scene = play(say.web, [say.facts("2026-03-02 10:00", { acceptance: code }), ...onwards]);
    expect(stated(scene, "acceptance")).toBe(code);
    expect(leg(scene, at.urban).stage).toBe("dispatched");
  });

  it("[HZ-5.1.a HZ-5.1.b HZ-5.1.c HZ-5.1.d HZ-5.1.e HZ-5.1.f] there are these six, and each case has exactly one", () => {
    expect(choices("acceptance")).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(stop(say.web, [say.does("2026-03-02 10:00", "recordFacts", without("acceptance"))])).toMatchObject({
      code: "formality.fieldMissing",
    });
    const two = { ...say.plainFacts, acceptance: ["a", "b"] };
    expect(stop(say.web, [say.does("2026-03-02 10:00", "recordFacts", two)])).toMatchObject({
      code: "formality.fieldWrong",
    });
  });

  it("[HZ-5.1.b] a case that criticises a unit goes elsewhere freely, and to that unit only after a reason was given", () => {
    const critical = [
      say.facts("2026-03-02 10:00", { acceptance: "b", criticisedUnit: at.urban }),
      ...onwards.slice(0, -1),
    ];
    expect(stop(say.web, [...critical, say.dispatch("2026-03-02 10:05", [at.urban])])).toMatchObject({
      code: "dispatch.namedUnit",
      clause: "HZ-5.1.b",
      facts: { org: at.urban },
    });
    expect(
      leg(play(say.web, [...critical, say.dispatch("2026-03-02 10:05", [at.construction])]), at.construction).stage,
    ).toBe("dispatched");
    const reason = say.does("2026-03-02 10:04", "confirmCriticised", { criticisedReason: "只有该单位有现场资料" });
    expect(
      leg(play(say.web, [...critical, reason, say.dispatch("2026-03-02 10:05", [at.urban])]), at.urban).stage,
    ).toBe("dispatched");
    const mute = say.does("2026-03-02 10:04", "confirmCriticised", { criticisedReason: " " });
    expect(stop(say.web, [...critical, mute])).toMatchObject({ code: "formality.fieldMissing" });
  });

  it("[HZ-5.1.b] the bureau of the district is held to it as well", () => {
    const steps = [
      say.facts("2026-03-02 10:00", { acceptance: "b", criticisedUnit: at.xihuUrban }),
      ...onwards.slice(0, -1),
      say.dispatch("2026-03-02 10:05", [at.xihuBureau]),
      say.dispatchOn("2026-03-03 09:00", at.xihuBureau, at.xihuUrban),
    ];
    expect(stop(say.web, steps)).toMatchObject({ code: "dispatch.namedUnit" });
  });

  it("[HZ-5.1.d] a sudden incident is accepted and marked as urgent; it is no ground for refusal", () => {
    const scene = play(say.web, [say.facts("2026-03-02 10:00", { acceptance: "d", urgent: "yes" }), ...onwards]);
    expect(stated(scene, "urgent")).toBe("yes");
    expect(pack.grounds.filter((ground) => /紧急|突发/.test(ground.words))).toEqual([]);
    expect(pack.settings.emergencyNumbers.value).toEqual([]);
  });

  it("[HZ-5.1.f] the provision that allows the complaint is kept where it is cited", () => {
    const provision = "《浙江省物业管理条例》第十条";
    const scene = play(say.web, [say.facts("2026-03-02 10:00", { acceptance: "f", provision })]);
    expect(stated(scene, "provision")).toBe(provision);
  });
});

describe("5.2: what is not accepted", () => {
  it("[HZ-5.2.a] what was, and what by law should be, decided elsewhere: two limbs, each names the route and the organ", () => {
    const wages = { procedure: "仲裁", caseAt: "西湖区劳动人事争议仲裁委员会" };
    expect(play(say.web, [say.refusal("ground.5.2.a-2", wages)]).kase).toMatchObject({
      stage: "refused",
      ground: "ground.5.2.a-2",
    });
    expect(play(say.web, [say.refusal("ground.5.2.a-1", { ...wages, procedure: "诉讼" })]).kase.stage).toBe("refused");
    for (const bare of [{ procedure: "仲裁" }, { caseAt: "法院" }, { procedure: "调解", caseAt: "x" }]) {
      expect(stop(say.web, [say.refusal("ground.5.2.a-2", bare)])).toMatchObject({
        code: "ground.fieldMissing",
        clause: "HZ-5.2.a",
      });
    }
  });

  it("[HZ-5.2.b] what lies within the powers of congress, court or procuratorate: the notice names which", () => {
    const scene = play(say.web, [say.refusal("ground.5.2.b", { caseAt: "人民法院" })]);
    expect(of(scene.events, "refused")[0]).toMatchObject({ fields: { caseAt: "人民法院" } });
    expect(pack.grounds.find((g) => g.id === "ground.5.2.b")?.reason).toContain("{caseAt}");
    expect(stop(say.web, [say.refusal("ground.5.2.b", { caseAt: "市纪委" })])).toMatchObject({
      code: "ground.fieldMissing",
      clause: "HZ-5.2.b",
    });
  });

  it("[HZ-5.2.c] what was accepted already is refused only with the earlier number, which the notice gives", () => {
    expect(stop(say.web, [say.refusal("ground.5.2.c")])).toMatchObject({
      code: "ground.fieldMissing",
      clause: "HZ-5.2.c",
    });
    const scene = play(say.web, [say.refusal("ground.5.2.c", { caseAt: "HZ-20260302-000001" })]);
    expect(scene.kase.stage).toBe("refused");
    expect(pack.grounds.find((g) => g.id === "ground.5.2.c")?.reason).toContain("编号{caseAt}");
  });

  it("[HZ-5.2.a HZ-5.2.b HZ-5.2.c] a refusal is always told, with its ground; nothing is refused without one, nor by a unit", () => {
    expect(play(say.sms, [say.refusal("ground.5.2.b", { caseAt: "人民法院" })]).notices).toEqual([
      "received",
      "refused",
    ]);
    expect(pack.notices.find((n) => n.id === "refused")?.switchable).toBe(false);
    expect(stop(say.web, [say.refusal("")])).toMatchObject({ code: "ground.unknown" });
    expect(
      stop(say.web, [say.refusal("ground.5.2.b", { caseAt: "人民法院" }, holder(at.urban, "clerk"))]),
    ).toMatchObject({
      code: "act.notYourPost",
      clause: "HZ-5.2.a",
    });
  });

  it("[HZ-5.2.a] while a unit has it, it is not refused any more", () => {
    const late = { ...say.refusal("ground.5.2.b", { caseAt: "人民法院" }), at: "2026-03-03 09:00" };
    expect(stop(say.web, [...say.sent(), late])).toMatchObject({ code: "track.unitAtWork" });
  });
});

describe("6.1: one register", () => {
  it("[HZ-6.1-1] mail, short message and web come into one register, in which nothing is sent before its facts are recorded", () => {
    for (const filing of [say.web, say.email, say.sms]) {
      expect(play(filing, say.sent()).kase).toMatchObject({ stage: "inHand", topBureau: at.bureau });
      for (const name of ["acceptance", "urgent"]) {
        const values = without(name);
        expect(stop(filing, [say.does("2026-03-02 10:00", "recordFacts", values)])).toMatchObject({
          code: "formality.fieldMissing",
        });
      }
      expect(stop(filing, onwards)).toMatchObject({ code: "fact.missing" });
    }
  });

  it("[HZ-6.1-1] what the web brings is not registered by hand, and a clerk of a unit registers only what the unit received", () => {
    const scene = play({ ...say.email, intake: at.urban }, []);
    expect(scene.kase).toMatchObject({ intake: at.urban, topBureau: at.urban, stage: "registered" });
    expect(pack.powers.filter((p) => p.act === "file").flatMap((p) => p.by.map((h) => h.post))).toEqual(["petitioner"]);
  });

  it("[HZ-6.1-2] the summary stands apart; the petitioner's own words are untouched", () => {
    const scene = play(say.web, [say.facts("2026-03-02 10:00", { summary: "文三路多盏路灯不亮" })]);
    expect(stated(scene, "summary")).toBe("文三路多盏路灯不亮");
    expect(of(scene.events, "corrected")).toEqual([]);
    expect(of(scene.events, "caseReceived")[0]?.contentHash).toBe("0".repeat(64));
    expect(isSealed(scene.kase, pack)).toBe(false);
  });
});

describe("6.2.1: answered, transferred, for reference", () => {
  const enquiry = [
    say.facts("2026-03-02 10:00", { purpose: "situation", acceptance: "c" }),
    say.mark("2026-03-02 10:01"),
    say.form("2026-03-02 10:02", "answer"),
  ];
  const answer = (when: string, who = say.dispatcher) =>
    say.does(when, "answerAtOnce", { answerText: "办理居住证请携带身份证和租赁合同。" }, who);

  it("[HZ-6.2.1.a HZ-5.1.c] an enquiry is answered at once: no unit, told on the same day, on time", () => {
    const scene = play(say.web, [...enquiry, answer("2026-03-02 15:00")]);
    expect(scene.kase.stage).toBe("answered");
    expect(scene.kase.legs.map((l) => l.orgId)).toEqual([at.bureau]);
    expect(scene.duties.filter((d) => d.rule === "name")).toEqual([]);
    expect(scene.notices).toEqual(["received", "reply", "answered"]);
    expect(duty(scene, "answer-at-once", at.bureau)).toMatchObject({ due: "2026-03-02", state: "met" });
    expect(scene.breaches).toEqual([]);
  });

  it("[HZ-6.2.1.a] on the next day it is shown as late; the day is our reading, so nobody is blamed for it", () => {
    const scene = play(say.web, [...enquiry, answer("2026-03-03 09:00")]);
    expect(duty(scene, "answer-at-once", at.bureau).state).toBe("metLate");
    expect(scene.breaches).toEqual([]);
  });

  it("[HZ-6.2.1.a] no answer at once where another form was chosen, without an answer, or by a unit", () => {
    const transferred = [...enquiry.slice(0, 2), say.form("2026-03-02 10:02", "transfer"), answer("2026-03-02 15:00")];
    expect(stop(say.web, transferred)).toMatchObject({ code: "fact.forbidden", clause: "HZ-6.2.1.a" });
    const mute = say.does("2026-03-02 15:00", "answerAtOnce", { answerText: " " });
    expect(stop(say.web, [...enquiry, mute])).toMatchObject({ code: "formality.fieldMissing" });
    expect(stop(say.web, [...enquiry, answer("2026-03-02 15:00", holder(at.urban, "clerk"))])).toMatchObject({
      code: "act.notYourPost",
    });
    expect(stop(say.web, [...enquiry, say.dispatch("2026-03-02 10:05", [at.urban])])).toMatchObject({
      code: "fact.forbidden",
      clause: "HZ-6.2.1.b",
    });
  });

  it("[HZ-6.2.1.b] a district's matter goes through the district's bureau, which has it handled there", () => {
    expect(stop(say.web, say.sent([at.xihuUrban]))).toMatchObject({
      code: "dispatch.throughCountyBureau",
      clause: "HZ-6.2.1.b",
      facts: { org: at.xihuUrban, offered: at.xihuBureau },
    });
    const scene = play(say.web, [
      ...say.sent([at.xihuBureau]),
      say.dispatchOn("2026-03-03 09:00", at.xihuBureau, at.xihuUrban),
    ]);
    expect(leg(scene, at.xihuUrban)).toMatchObject({ stage: "dispatched", sender: at.xihuBureau });
    expect(duty(scene, "reply", at.xihuUrban).due).toBe("2026-03-10");
  });

  it("[HZ-6.2.1.b] the form is chosen first; no term is named for the transfer itself", () => {
    const unchosen = [...say.sent().slice(0, 2), say.dispatch("2026-03-02 10:05", [at.urban])];
    expect(stop(say.web, unchosen)).toMatchObject({ code: "fact.forbidden", clause: "HZ-6.2.1.b" });
    expect(duty(play(say.web, []), "dispatch", at.bureau).due).toBeNull();
  });

  it("[HZ-6.2.1.c] for reference without feedback: closed without an answer of the unit, and no term runs", () => {
    const close = say.doesOn("2026-03-03 09:00", at.urban, "closeReference", {}, say.dispatcher);
    const open = play(say.web, say.referred("no"), { until: "2026-04-30 09:00" });
    expect(open.duties.filter((d) => d.rule === "reply")).toEqual([]);
    expect(open.breaches).toEqual([]);
    expect(play(say.web, [...say.referred("no"), close]).kase.stage).toBe("answered");
  });

  it("[HZ-6.2.1.c] for reference with feedback: not closed until the unit has fed back, within the ordinary term", () => {
    const close = say.doesOn("2026-03-03 09:00", at.urban, "closeReference", {}, say.dispatcher);
    expect(stop(say.web, [...say.referred("yes"), close])).toMatchObject({
      code: "fact.forbidden",
      clause: "HZ-6.2.1.c",
    });
    expect(duty(play(say.web, say.referred("yes")), "reply", at.urban).due).toBe("2026-03-09");
  });

  it("[HZ-6.2.1.c] only suggestions and opinions go for reference, and whether feedback is asked is said", () => {
    const complaint = [say.facts("2026-03-02 10:00"), say.form("2026-03-02 10:02", "reference", "no")];
    expect(stop(say.web, complaint)).toMatchObject({ code: "fact.forbidden", clause: "HZ-6.2.1.c" });
    const silent = [say.facts("2026-03-02 10:00", { purpose: "opinion" }), say.form("2026-03-02 10:02", "reference")];
    expect(stop(say.web, silent)).toMatchObject({ code: "formality.fieldMissing", clause: "HZ-6.2.1.c" });
    const transferred = say.doesOn("2026-03-03 09:00", at.urban, "closeReference", {}, say.dispatcher);
    expect(stop(say.web, [...say.sent(), transferred])).toMatchObject({ code: "fact.forbidden" });
  });
});
