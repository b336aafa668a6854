import { describe, expect, it } from "vitest";
import { mayGoBy } from "../../domain/case/notices.ts";
import type { OrgId } from "../../domain/office/org.ts";
import { duty, matter, of, stage } from "../../domain/proof/fixture.ts";
import { chinaTime } from "../../domain/proof/story.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import type { Channel } from "../../domain/rules/vocabulary.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { fuzhou2007 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(fuzhou2007, nationalYears);

const came = (channel: Channel): Filing => ({ at: "2026-03-02 08:00", channel });
const over = say.handOver("2026-03-02 08:30");
const submitted = say.untilAudit(at.housing);
const passed = [...submitted, say.passAudit("2026-03-17 15:00", at.housing)];
const internally = say.classify("2026-03-02 10:00", { track: "internal", internalReason: "differs" });
const passedInternally = [internally, ...passed.slice(1)];

const deliver = (
  channel: Channel,
  when = "2026-03-17 16:00",
  who: Step["who"] = say.operator,
  notice = "reply",
): Step => ({
  at: when,
  who,
  act: "recordDelivery",
  input: { notice, legId: "l1", channel, result: "已告知" },
});

describe("article 9: nothing reaches the petitioner before the audit has passed", () => {
  it.each(["public", "internal"])("[FZ-9-1] on the %s track: submitted 03-16, passed 03-17 15:00", (track) => {
    const steps = track === "public" ? passed : passedInternally;
    const before = play(came("sms"), [over, ...steps.slice(0, -1)], { until: "2026-03-17 14:59" });
    expect(before.notices).not.toContain("reply");
    expect(matter(before).publication).toBe("none");
    expect(before.duties.filter((d) => d.rule === "feedback")).toEqual([]);
    const after = play(came("sms"), [over, ...steps]);
    expect(after.notices).toContain("reply");
    expect(duty(after, "feedback", at.centre)).toMatchObject({
      state: "open",
      startedAt: chinaTime("2026-03-17 15:00"),
    });
  });

  it("[FZ-9-1] nobody can record that it was delivered before, nor while it is being reworked", () => {
    expect(stop(came("sms"), [over, ...submitted, deliver("sms", "2026-03-17 14:59")])).toMatchObject({
      code: "delivery.nothingDue",
      facts: { notice: "reply" },
    });
    const failed = [over, ...submitted, say.failAudit("2026-03-17 14:00", at.housing)];
    expect(stop(came("sms"), [...failed, deliver("sms")])).toMatchObject({ code: "delivery.nothingDue" });
    expect(play(came("web"), [...submitted, say.failAudit("2026-03-17 14:00", at.housing)]).notices).not.toContain(
      "reply",
    );
  });

  it("[FZ-9-1] the unit and its leader cannot let it out themselves", () => {
    for (const post of ["clerk", "leaderInCharge"] as const) {
      const step = { ...say.passAudit("2026-03-17 15:00", at.housing), who: holder(at.housing, post) };
      expect(stop(say.web, [...submitted, step])).toMatchObject({ code: "act.notYourPost", clause: "FZ-9-1" });
    }
  });

  it("[FZ-9-1] the petitioner is told the words that were audited, not an earlier draft", () => {
    const failed = [...submitted, say.failAudit("2026-03-17 14:00", at.housing)];
    const again = [
      say.draft("2026-03-18 09:00", at.housing, { text: "3月18日已全部修复。" }),
      say.approve("2026-03-18 10:00", at.housing),
    ];
    const scene = play(say.web, [...failed, ...again, say.passAudit("2026-03-19 09:00", at.housing)]);
    expect(of(scene.events, "auditPassed")[0]?.version).toBe(2);
    expect(of(scene.events, "replyDrafted").map((d) => d.version)).toEqual([1, 2]);
  });
});

describe("article 2 and 9: published, and fed back by the original channel", () => {
  it("[FZ-2-3 FZ-9-3] a public case is published at the very moment the audit passes", () => {
    const scene = play(say.web, [
      ...say.untilAudit(at.housing, "2026-03-13"),
      say.passAudit("2026-03-16 15:00", at.housing),
    ]);
    expect(matter(scene).publication).toBe("published");
    expect(scene.events.find((e) => e.type === "published")?.at).toBe(chinaTime("2026-03-16 15:00"));
  });

  it.each<Channel>(["phone", "sms", "fax"])(
    "[FZ-9-3] from %s: published, and answered only when the centre has fed it back too",
    (channel) => {
      const scene = play(came(channel), [over, ...passed]);
      expect(matter(scene)).toMatchObject({ publication: "published", stage: "passed" });
      expect(scene.kase.stage).toBe("answering");
      expect(duty(scene, "feedback", at.centre)).toMatchObject({ state: "open", due: null, ownerPost: "operator" });
      const done = play(came(channel), [over, ...passed, deliver(channel)]);
      expect(done.kase.stage).toBe("answered");
      expect(duty(done, "feedback").state).toBe("met");
    },
  );

  it("[FZ-9-3] while it fails it stays outstanding, and other messages do not make it answered", () => {
    const scene = play(came("sms"), [over, ...passed, deliver("sms", "2026-03-17 16:00", "system", "transferred")], {
      until: "2026-04-20 09:00",
    });
    expect(scene.kase.stage).toBe("answering");
    expect(duty(scene, "feedback", at.centre).state).toBe("open");
  });

  it("[FZ-9-3] from the web it goes back by the web, by itself", () => {
    const scene = play(say.web, passed);
    expect(scene.kase.stage).toBe("answered");
    const event = scene.events.find((e) => e.type === "delivered" && e.data.feedback);
    expect(event).toMatchObject({ by: { kind: "system" }, data: { notice: "reply", legId: "l1", channel: "web" } });
  });

  it("[FZ-9-3] fed back on another channel than the original it is not yet fed back", () => {
    const answered = () => play(came("sms"), [over, ...passed, deliver("phone")]).kase.stage === "answered";
    expect(refusedOr(answered)).toBe(false);
  });

  it("[FZ-9-3] the service centre that took it in feeds it back; bureau and unit do not, and once is enough", () => {
    for (const who of [say.dispatcher, holder(at.housing, "clerk")]) {
      expect(stop(came("sms"), [over, ...passed, deliver("sms", "2026-03-17 16:00", who)])).toMatchObject({
        code: "act.notYourPost",
        clause: "FZ-9-3",
      });
    }
    expect(stop(came("sms"), [over, ...passed, deliver("sms"), deliver("sms", "2026-03-17 17:00")])).toMatchObject({
      code: "delivery.nothingDue",
    });
  });

  it("[FZ-9-3] the reply itself is not a message that a region may switch off", () => {
    expect(pack.notices.filter((n) => n.feedback)).toMatchObject([
      { id: "reply", channel: "original", switchable: false },
    ]);
  });

  it("[FZ-9-3 FZ-8.7-2] each part of a split case is fed back by itself, and the case is answered with the last", () => {
    const parts: Step = {
      at: "2026-03-02 10:05",
      who: say.dispatcher,
      act: "dispatch",
      input: { classification: null, matters: [say.matter("路灯", at.housing), say.matter("占道", at.urban)] },
    };
    const work = (unit: OrgId) => [...say.untilAudit(unit).slice(2), say.passAudit("2026-03-17 15:00", unit)];
    const sorted = [...work(at.housing), ...work(at.urban)].toSorted((a, b) => a.at.localeCompare(b.at));
    const both = [over, say.classify("2026-03-02 10:00"), parts, ...sorted];
    const one = play(came("phone"), [...both, deliver("phone")]);
    expect(one.kase.matters.map((m) => m.stage)).toEqual(["delivered", "passed"]);
    expect(one.kase.stage).toBe("answering");
    const second = {
      ...deliver("phone", "2026-03-17 17:00"),
      input: { notice: "reply", legId: "l2", channel: "phone", result: null },
    };
    expect(play(came("phone"), [...both, deliver("phone"), second]).kase.stage).toBe("answered");
  });
});

describe("article 9 (1): internal cases", () => {
  it("[FZ-9.1] passed on 03-17: no public page, one task to feed back by telephone", () => {
    const scene = play(came("phone"), [over, ...passedInternally]);
    expect(matter(scene).publication).toBe("withheld");
    expect(of(scene.events, "published")).toEqual([]);
    expect(of(scene.events, "withheld")).toEqual([{ matterId: "m1", why: "internal", reason: null }]);
    expect(scene.duties.filter((d) => d.rule === "feedback" && d.state === "open")).toMatchObject([
      { owner: at.centre },
    ]);
    expect(play(came("phone"), [over, ...passedInternally, deliver("phone")]).kase.stage).toBe("answered");
  });

  it("[FZ-9.1] the petitioner's own choice (6.4) is covered", () => {
    const chosen = say.classify("2026-03-02 10:00", { track: "internal", internalReason: "petitionerChoice" });
    const scene = play({ ...say.web, choice: "nonPublic" }, [chosen, ...passed.slice(1)]);
    expect(matter(scene).publication).toBe("withheld");
  });

  it("[FZ-9.1] nothing that was not published can be taken down", () => {
    const down: Step = {
      at: "2026-03-18 09:00",
      who: say.dispatcher,
      act: "takeDown",
      input: { matterId: "m1", reason: "含有个人信息" },
    };
    expect(stop(came("phone"), [over, ...passedInternally, down])).toMatchObject({ code: "publication.notPublished" });
    expect(matter(play(say.web, [...passed, down])).publication).toBe("takenDown");
    expect(stop(say.web, [...passed, down, { ...down, at: "2026-03-18 10:00" }])).toMatchObject({
      code: "publication.notPublished",
    });
    expect(stop(say.web, [...passed, { ...down, input: { matterId: "m1", reason: "" } }])).toMatchObject({
      code: "publication.reasonMissing",
    });
  });

  it("[FZ-9.1] what is published already cannot become part of an internal case", () => {
    const parts: Step = {
      at: "2026-03-02 10:05",
      who: say.dispatcher,
      act: "dispatch",
      input: { classification: null, matters: [say.matter("路灯", at.housing), say.matter("占道", at.urban)] },
    };
    const steps = [
      say.classify("2026-03-02 10:00"),
      parts,
      ...say.untilAudit(at.housing, "2026-03-04").slice(2),
      say.passAudit("2026-03-04 12:00", at.housing),
      say.view("2026-03-04 13:00", at.urban),
      say.askReturn("2026-03-04 13:10", at.urban),
      {
        at: "2026-03-04 13:20",
        who: say.dispatcher,
        act: "acceptReturn",
        leg: at.urban,
        input: { note: null },
      } as Step,
      { ...internally, at: "2026-03-04 14:00" },
    ];
    const contradiction = () => {
      const scene = play(say.web, steps);
      return scene.kase.track === "internal" && matter(scene).publication === "published";
    };
    expect(refusedOr(contradiction)).toBe(false);
  });
});

describe("article 12: the petitioner's word on it", () => {
  const rate = (when: string, grade = "satisfied"): Step => ({
    at: when,
    who: "petitioner",
    act: "rate",
    input: { grade, comment: null },
  });

  it("[FZ-12] he rates once, by a grade of the pack, after the audit passed", () => {
    expect(play(say.web, [...passed, rate("2026-03-18 20:00")]).kase.rated).toBe(true);
    expect(stop(say.web, [...passed, rate("2026-03-18 20:00"), rate("2026-03-18 21:00")])).toMatchObject({
      code: "rating.alreadyGiven",
    });
    expect(stop(say.web, [...passed, rate("2026-03-18 20:00", "five stars")])).toMatchObject({
      code: "act.inputMissing",
    });
    expect(stop(say.web, [...submitted, rate("2026-03-16 20:00")])).toMatchObject({
      code: "act.notAtThisStage",
      clause: "FZ-12",
    });
  });

  it("[FZ-12] nobody rates for him", () => {
    expect(stop(say.web, [...passed, { ...rate("2026-03-18 20:00"), who: holder(at.housing, "clerk") }])).toMatchObject(
      { code: "act.notYourPost", clause: "FZ-12" },
    );
  });
});

/** The value of a story, or false where the engine refuses it on the way. */
function refusedOr(tell: () => boolean): boolean {
  try {
    return tell();
  } catch {
    return false;
  }
}

it("[FZ-6-5 FZ-9-3] the result and word of an internal transfer go back by the original channel only; other messages may take another way", () => {
  expect(mayGoBy("phone", { feedback: true }, "sms")).toBe(false);
  expect(mayGoBy("sms", { feedback: true }, "sms")).toBe(true);
  expect(mayGoBy("phone", { feedback: false }, "sms")).toBe(true);
  expect(mayGoBy("phone", { feedback: false, bound: true }, "sms")).toBe(false);
});

describe("what a reply is made of", () => {
  const promising = (by: string) => {
    const draft = say.draft("2026-03-16 09:00", at.housing, {
      claims: [{ n: 1, verdict: "supported", text: "三盏路灯已修复。" }],
      promises: [{ what: "更换灯杆", who: "市政中心", by }],
    });
    return submitted.map((step) => (step.act === "draftReply" ? { ...draft, at: step.at } : step));
  };

  it("keeps the verdict on each claim and what is promised with the version that was written", () => {
    const [draft] = of(play(say.web, promising("2026-04-01")).events, "replyDrafted");
    expect(draft).toMatchObject({ claims: [{ n: 1, verdict: "supported" }], promises: [{ by: "2026-04-01" }] });
  });

  it("takes no promise for a day that is over", () => {
    const steps = promising("2026-03-01");
    const written = steps.slice(0, steps.findIndex((step) => step.act === "draftReply") + 1);
    expect(stop(say.web, written)).toMatchObject({ code: "reply.promiseDayOver", clause: null });
  });
});
