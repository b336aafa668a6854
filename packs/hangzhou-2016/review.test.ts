import { describe, expect, it } from "vitest";
import { factOf } from "../../domain/case/facts.ts";
import { owesContact } from "../../domain/case/sight.ts";
import { duty, leg, matter, of, reads, stage } from "../../domain/proof/fixture.ts";
import { chinaTime } from "../../domain/proof/story.ts";
import type { Step } from "../../domain/rules/example.ts";
import { standing } from "../../domain/rules/layers.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { zhejiang2017 } from "../zhejiang-2017/index.ts";
import { at, holder } from "./example-office.ts";
import { hangzhou2016 } from "./index.ts";
import * as say from "./stories.ts";

const pack = standing(hangzhou2016, [zhejiang2017]);
const { play, stop, calendar } = stage(pack, nationalYears);

const drafted = say.untilSigned().slice(0, -1);
const secret = { ...say.web, choice: "nonPublic" } as const;
const replied = (when: string): Step => ({
  at: when,
  who: holder(at.urban, "clerk"),
  act: "recordDelivery",
  input: { notice: "reply", legId: "l1", channel: "sms", result: "已发送" },
});

describe("6.3.2 a): signed in the unit, and answered at the same time", () => {
  it("[HZ-6.3.2.a-1] the drafter does not sign, whatever posts they hold; a leader of the unit signs, with time and name", () => {
    expect(
      stop(say.web, [...drafted, say.sign("2026-03-05 14:00", at.urban, holder(at.urban, "clerk"))]),
    ).toMatchObject({
      code: "act.notYourPost",
      clause: "HZ-6.3.2.a-1",
    });
    for (const post of ["leaderInCharge", "principalLeader"] as const) {
      const scene = play(say.web, [...drafted, say.sign("2026-03-05 14:00", at.urban, holder(at.urban, post))]);
      const signed = scene.events.find((event) => event.type === "replySubmitted");
      expect(signed).toMatchObject({ at: "2026-03-05T06:00:00.000Z", by: { personId: holder(at.urban, post), post } });
    }
  });

  it("[HZ-6.3.2.a-1] a leader who drafted as a clerk does not sign the same text", () => {
    const both = holder(at.urban, "clerk");
    const { office } = play(say.web, []);
    const holdings = new Map(office.holdings);
    const [first] = office.holdings.get(at.urban) ?? [];
    if (!first) throw new Error("nobody works in the unit");
    const leads = { ...first, personId: both, post: "leaderInCharge" as const };
    holdings.set(at.urban, [...(office.holdings.get(at.urban) ?? []), leads]);
    const sign = say.sign("2026-03-05 14:00", at.urban, both);
    expect(stop(say.web, [...drafted, sign], { office: { ...office, holdings } })).toMatchObject({
      code: "reply.drafterMayNotApprove",
      clause: "HZ-6.3.2.a-1",
    });
  });

  it("[HZ-6.3.2.a-1] another unit's head does not sign, and nothing goes out unsigned", () => {
    const foreign = say.sign("2026-03-05 14:00", at.urban, holder(at.construction, "principalLeader"));
    expect(stop(say.web, [...drafted, foreign])).toMatchObject({ code: "act.notYourPost" });
    expect(play(say.web, drafted).notices).toEqual(["received", "transferred"]);
  });

  it("[HZ-6.3.2.a-2] signed 03-05 14:00: the bureau's queue and the petitioner's answer carry the same moment", () => {
    const scene = play(say.web, say.untilSigned());
    expect(leg(scene, at.urban).stage).toBe("underAudit");
    expect(duty(scene, "second-review", at.bureau)).toMatchObject({ startedAt: "2026-03-05T06:00:00.000Z", due: null });
    const answer = scene.events.find((event) => event.type === "delivered" && event.data.notice === "reply");
    expect(answer).toMatchObject({ at: "2026-03-05T06:00:00.000Z", data: { feedback: true, channel: "web" } });
    expect(scene.kase.stage).toBe("inHand");
    expect(matter(scene)).toMatchObject({ told: true, stage: "inHand" });
  });

  it("[HZ-6.3.2.a-2] the unit delivers it by the channel of the case; the case is over only when it is reviewed as well", () => {
    const signed = say.untilSigned();
    expect(
      stop(say.sms, [...signed, { ...replied("2026-03-05 15:00"), who: holder(at.construction, "clerk") }]),
    ).toMatchObject({
      code: "act.notYourPost",
      clause: "HZ-6.3.2.a-2",
    });
    const wrong = { ...replied("2026-03-05 15:00"), input: { ...replied("").input, channel: "email" } };
    expect(stop(say.sms, [...signed, wrong])).toMatchObject({ code: "delivery.otherChannel" });
    const told = play(say.sms, [...signed, replied("2026-03-05 15:00")]);
    expect(told.kase.stage).toBe("inHand");
    const reviewed = [say.opinion("2026-03-06 09:00"), say.callBack("2026-03-09 09:00"), say.pass("2026-03-09 10:00")];
    expect(play(say.sms, [...signed, replied("2026-03-05 15:00"), ...reviewed]).kase.stage).toBe("answered");
  });

  it("[HZ-6.3.2.a-2] the petitioner may rate it before the review, and not before there is an answer", () => {
    expect(
      of(play(say.web, [...say.untilSigned(), say.rate("2026-03-06 20:00", "satisfied")]).events, "rated"),
    ).toHaveLength(1);
    expect(stop(say.web, [...drafted, say.rate("2026-03-05 13:00", "satisfied")])).toMatchObject({
      code: "delivery.notTold",
      clause: "HZ-6.3.2.a-2",
    });
  });

  it("[HZ-6.3.2.a-3] the unit writes satisfied, the petitioner rates dissatisfied: the reviewer has both", () => {
    const scene = play(say.web, [
      ...say.untilSigned(),
      say.opinion("2026-03-06 09:00"),
      say.rate("2026-03-06 20:00", "dissatisfied"),
    ]);
    expect(factOf(scene.kase, "opinionGrade", "l1")).toBe("satisfied");
    expect(of(scene.events, "rated")[0]?.grade).toBe("dissatisfied");
    expect(reads(scene, at.bureau, "auditor")).toBe("all");
  });

  it("[HZ-6.3.2.a-3] required before the review passes: grade and words, after the answer reached the petitioner, each time anew", () => {
    const called = [...say.untilSigned(), say.callBack("2026-03-09 09:00")];
    expect(stop(say.web, [...called, say.pass("2026-03-09 10:00")])).toMatchObject({
      code: "formality.notDone",
      clause: "HZ-6.3.2.a-3",
    });
    const mute = say.opinion("2026-03-06 09:00", at.urban, { opinionGrade: "satisfied" });
    expect(stop(say.web, [...say.untilSigned(), mute])).toMatchObject({ code: "formality.fieldMissing" });
    expect(stop(say.sms, [...say.untilSigned(), say.opinion("2026-03-06 09:00")])).toMatchObject({
      code: "delivery.notTold",
    });
    const again = [
      ...say.untilSigned(),
      say.opinion("2026-03-06 09:00"),
      say.fail("2026-03-09 09:00"),
      ...say.answeredOn("2026-03-11"),
      say.callBack("2026-03-12 09:00"),
      say.pass("2026-03-12 10:00"),
    ];
    expect(stop(say.web, again)).toMatchObject({ code: "formality.notDone", clause: "HZ-6.3.2.a-3" });
    expect(duty(play(say.web, say.untilSigned()), "record-opinion", at.urban).due).toBeNull();
  });
});

describe("6.3.2 b): the second review", () => {
  const ready = [...say.untilSigned(), say.opinion("2026-03-06 09:00"), say.callBack("2026-03-09 09:00")];

  it("[HZ-6.3.2.b-1] content passes, implementation fails on 03-09: back to the unit with the reason, and a second round", () => {
    const failed = [...ready, say.fail("2026-03-09 10:00")];
    const scene = play(say.web, failed);
    expect(leg(scene, at.urban)).toMatchObject({ stage: "rework", inRework: true });
    expect(of(scene.events, "reworkOrdered")[0]).toMatchObject({
      checklist: { content: true, implementation: false },
      reason: "现场仍有两盏不亮",
    });
    expect(duty(scene, "redo", at.urban)).toMatchObject({ due: null, state: "open" });
    const second = play(say.web, [...failed, ...say.answeredOn("2026-03-11")]);
    expect(leg(second, at.urban).draft?.version).toBe(2);
    expect(second.notices.filter((n) => n === "reply")).toHaveLength(2);
    expect(second.duties.filter((d) => d.rule === "second-review").map((d) => d.state)).toEqual(["met", "open"]);
  });

  it("[HZ-6.3.2.b-1] both verdicts are given; a fail says which and why; a pass has no no", () => {
    expect(
      stop(say.web, [...ready, say.pass("2026-03-09 10:00", at.urban, say.auditor, { content: true })]),
    ).toMatchObject({
      code: "audit.checklistOpen",
      clause: "HZ-6.3.2.b-1",
      facts: { items: ["implementation"] },
    });
    const no = { content: true, implementation: false };
    expect(stop(say.web, [...ready, say.pass("2026-03-09 10:00", at.urban, say.auditor, no)])).toMatchObject({
      code: "audit.checklistHasNo",
    });
    expect(stop(say.web, [...ready, say.fail("2026-03-09 10:00", at.urban, say.allYes)])).toMatchObject({
      code: "audit.checklistHasNoNo",
    });
    const mute = { ...say.fail("2026-03-09 10:00"), input: { checklist: no, reason: " " } };
    expect(stop(say.web, [...ready, mute])).toMatchObject({ code: "audit.reasonMissing" });
  });

  it("[HZ-6.3.2.b-1] whoever sent the case reviews it: the district's bureau for its units, not the city's", () => {
    const steps = [
      ...say.sent([at.xihuBureau]),
      say.dispatchOn("2026-03-03 09:00", at.xihuBureau, at.xihuUrban),
      say.view("2026-03-03 10:00", at.xihuUrban),
      say.name("2026-03-03 10:10", at.xihuUrban),
      ...say.answeredOn("2026-03-05", at.xihuUrban),
      say.opinion("2026-03-06 09:00", at.xihuUrban),
    ];
    const own = holder(at.xihuBureau, "auditor");
    expect(duty(play(say.web, steps), "second-review").owner).toBe(at.xihuBureau);
    const called = [...steps, say.callBack("2026-03-09 09:00", at.xihuUrban, say.checked, own)];
    expect(stop(say.web, [...called, say.pass("2026-03-09 10:00", at.xihuUrban)])).toMatchObject({
      code: "act.notYourPost",
      clause: "HZ-6.3.2.b-1",
    });
    expect(play(say.web, [...called, say.pass("2026-03-09 10:00", at.xihuUrban, own)]).kase.stage).toBe("answered");
  });

  it("[HZ-6.3.2.b-2] no pass without a call back; result and remarks are both filled in", () => {
    const uncalled = [...say.untilSigned(), say.opinion("2026-03-06 09:00")];
    expect(stop(say.web, [...uncalled, say.pass("2026-03-09 10:00")])).toMatchObject({
      code: "formality.notDone",
      clause: "HZ-6.3.2.b-2",
      facts: { formalities: ["复审回访"] },
    });
    for (const blank of ["checkResult", "checkRemarks"]) {
      const call = say.callBack("2026-03-09 09:00", at.urban, { ...say.checked, [blank]: "  " });
      expect(stop(say.web, [...uncalled, call])).toMatchObject({
        code: "formality.fieldMissing",
        clause: "HZ-6.3.2.b-2",
      });
    }
  });

  it("[HZ-6.3.2.b-2 HZ-6.3.2.a-3 HZ-4.6] unit and reviewer may look up how to reach the petitioner while they owe a call", () => {
    const owing = (steps: readonly Step[]) => {
      const { kase, office } = play(say.web, steps);
      const ctx = { now: chinaTime("2026-03-10 09:00"), office, pack, calendar };
      return [at.urban, at.bureau, at.construction].filter((org) => owesContact(kase, org, ctx));
    };
    expect(owing(say.untilSigned())).toEqual([at.urban, at.bureau]);
    expect(owing([...say.untilSigned(), say.opinion("2026-03-06 09:00")])).toEqual([at.bureau]);
    expect(owing(ready)).toEqual([]);
  });

  it("[HZ-6.3.2.b-2] an attempt that reached nobody is on record and is no call back; nor is one of an earlier round", () => {
    const missed = say.callBack("2026-03-09 09:00", at.urban, { method: "phone", reached: "no" });
    const uncalled = [...say.untilSigned(), say.opinion("2026-03-06 09:00"), missed];
    expect(of(play(say.web, uncalled).events, "formalityDone").at(-1)?.values).toEqual({
      method: "phone",
      reached: "no",
    });
    expect(stop(say.web, [...uncalled, say.pass("2026-03-09 10:00")])).toMatchObject({ code: "formality.notDone" });
    const round = [
      ...ready,
      say.fail("2026-03-09 10:00"),
      ...say.answeredOn("2026-03-11"),
      say.opinion("2026-03-12 09:00"),
    ];
    expect(stop(say.web, [...round, say.pass("2026-03-12 10:00")])).toMatchObject({
      code: "formality.notDone",
      clause: "HZ-6.3.2.b-2",
    });
  });
});

describe("6.3.2 c): published by the city's bureau", () => {
  const reviewed = say.untilReviewed();

  it("[HZ-6.3.2.c-1] reviewed, it is not public by itself; published on 03-10 it is, from that day", () => {
    expect(matter(play(say.web, reviewed)).publication).toBe("none");
    expect(duty(play(say.web, reviewed), "publish", at.bureau)).toMatchObject({ due: null, state: "open" });
    const scene = play(say.web, [...reviewed, say.publish("2026-03-10 09:00")]);
    expect(matter(scene).publication).toBe("published");
    expect(scene.events.find((event) => event.type === "published")?.at).toBe("2026-03-10T01:00:00.000Z");
    expect(duty(scene, "publish", at.bureau).state).toBe("met");
  });

  it("[HZ-6.3.2.c-1] never where confidentiality was asked, and nothing of it is owed", () => {
    expect(stop(secret, [...reviewed, say.publish("2026-03-10 09:00")])).toMatchObject({
      code: "publication.confidential",
      clause: "HZ-6.3.2.c-1",
    });
    const scene = play(secret, reviewed);
    expect(matter(scene).publication).toBe("withheld");
    expect(scene.duties.filter((d) => d.rule === "publish")).toEqual([]);
  });

  it("[HZ-6.3.2.c-1] nor where it was asked after filing: what is out is taken down, and nothing of it goes out again", () => {
    const asked = (when: string) => say.does(when, "keepSecret", { secrecyOn: "2026-03-10", secrecyHow: "电话中提出" });
    const scene = play(say.web, [...reviewed, say.publish("2026-03-10 09:00"), asked("2026-03-10 10:00")]);
    expect(scene.kase.choice).toBe("nonPublic");
    expect(matter(scene).publication).toBe("takenDown");
    expect(stop(say.web, [...reviewed, asked("2026-03-10 10:00"), say.publish("2026-03-10 11:00")])).toMatchObject({
      code: "publication.confidential",
      clause: "HZ-6.3.2.c-1",
    });
    expect(stop(secret, [...reviewed, asked("2026-03-10 10:00")])).toMatchObject({ code: "publication.confidential" });
  });

  it("[HZ-6.3.2.c-1] not before the review has passed, and by the city's bureau only", () => {
    expect(stop(say.web, [...say.untilSigned(), say.publish("2026-03-06 09:00")])).toMatchObject({
      code: "publication.notPassed",
    });
    for (const who of [holder(at.urban, "principalLeader"), holder(at.xihuBureau, "auditor"), say.dispatcher]) {
      expect(stop(say.web, [...reviewed, say.publish("2026-03-10 09:00", who)])).toMatchObject({
        code: "act.notYourPost",
        clause: "HZ-6.3.2.c-1",
      });
    }
    expect(matter(play(say.web, [...reviewed, say.publish("2026-03-10 09:00", say.head)])).publication).toBe(
      "published",
    );
  });

  it("[HZ-6.3.2.c-1] of what a district took in, the city's bureau publishes as well, and the district's does not", () => {
    const local = holder(at.xihuBureau, "dispatcher");
    const judge = holder(at.xihuBureau, "auditor");
    const replied_: Step = {
      at: "2026-03-05 15:00",
      who: holder(at.xihuUrban, "clerk"),
      act: "recordDelivery",
      input: { notice: "reply", legId: "l1", channel: "email", result: "已发送" },
    };
    const steps = [
      ...say.sent([at.xihuUrban], { source: "countyMayorMailbox" }).map((step) => ({ ...step, who: local })),
      say.view("2026-03-03 09:00", at.xihuUrban),
      say.name("2026-03-03 09:10", at.xihuUrban),
      ...say.answeredOn("2026-03-05", at.xihuUrban),
      replied_,
      say.opinion("2026-03-06 09:00", at.xihuUrban),
      say.callBack("2026-03-09 09:00", at.xihuUrban, say.checked, judge),
      say.pass("2026-03-09 10:00", at.xihuUrban, judge),
    ];
    expect(stop(say.toXihu, [...steps, say.publish("2026-03-10 09:00", judge)])).toMatchObject({
      code: "act.notYourPost",
    });
    expect(matter(play(say.toXihu, [...steps, say.publish("2026-03-10 09:00")])).publication).toBe("published");
  });

  it("[HZ-6.3.2.c-1] of a case in two parts, the part that was reviewed", () => {
    const parts: Step = {
      at: "2026-03-02 10:05",
      who: say.dispatcher,
      act: "dispatch",
      input: { classification: null, matters: [say.matter("路灯", at.urban), say.matter("人行道", at.construction)] },
    };
    const steps = [...say.sent().slice(0, 3), parts, ...reviewed.slice(4), say.publish("2026-03-10 09:00")];
    const scene = play(say.web, steps);
    expect(scene.kase.matters.map((m) => m.publication)).toEqual(["published", "none"]);
  });
});

describe("6.4: closed, archived, asked after", () => {
  it("[HZ-6.4.1] a case under second review is not archived; a reviewed one is, and then nothing is changed in it", () => {
    expect(stop(say.web, [...say.untilSigned(), say.archive("2026-03-06 09:00")])).toMatchObject({
      code: "act.notAtThisStage",
      clause: "HZ-6.4.1",
    });
    const archived = [...say.untilReviewed(), say.archive("2026-03-11 09:00")];
    const scene = play(say.web, archived);
    expect(scene.kase.stage).toBe("archived");
    expect(duty(scene, "archive", at.bureau).state).toBe("met");
    const after: readonly Step[] = [
      say.publish("2026-03-12 09:00"),
      say.facts("2026-03-12 09:00"),
      say.proposeVisit("2026-03-12 09:00"),
      {
        at: "2026-03-12 09:00",
        who: say.dispatcher,
        act: "correct",
        input: { field: "place", from: "西湖区", to: "上城区" },
      },
      say.opinion("2026-03-12 09:00"),
    ];
    for (const step of after) expect(stop(say.web, [...archived, step])).toMatchObject({ code: "act.notAtThisStage" });
  });

  it("[HZ-6.4.1] an answer that has not reached the petitioner keeps the case open", () => {
    const undelivered = [
      ...say.untilSigned(),
      replied("2026-03-05 15:00"),
      say.opinion("2026-03-06 09:00"),
      say.fail("2026-03-06 10:00"),
      ...say.answeredOn("2026-03-09"),
    ];
    expect(stop(say.sms, [...undelivered, say.opinion("2026-03-09 15:00")])).toMatchObject({
      code: "delivery.notTold",
    });
    expect(stop(say.sms, [...undelivered, say.archive("2026-03-10 09:00")])).toMatchObject({
      code: "act.notAtThisStage",
    });
  });

  it("[HZ-6.4.2] number and query code come with the first message, which no region switches off", () => {
    const notice = pack.notices.find((n) => n.id === "received");
    for (const place of ["{number}", "{code}", "{site}"]) expect(notice?.template).toContain(place);
    expect(notice).toMatchObject({ switchable: false, on: "intake.received" });
    expect(play(say.sms, []).notices).toEqual(["received"]);
  });

  it("[HZ-6.2.2-2 HZ-6.2.3-3 HZ-6.3.1-2 HZ-6.3.2.b-1 HZ-6.3.2.c-1 HZ-6.4.1] the longest way goes through to the archive", () => {
    const scene = play(say.web, say.longest());
    expect(scene.kase.stage).toBe("archived");
    expect(scene.breaches).toEqual([
      ["late", at.urban, "2026-04-09"],
      ["urgedAgain", at.urban, "2026-04-13"],
    ]);
    expect(scene.notices).toEqual([
      "received",
      "transferred",
      "visit-document",
      "extension",
      "reply",
      "answered",
      "reply",
      "answered",
    ]);
    expect(matter(scene).publication).toBe("published");
    const owed = scene.duties.filter((d) => d.kind === "duty" && d.state === "open").map((d) => d.rule);
    expect(owed).toEqual([]);
  });
});
