import { describe, expect, it } from "vitest";
import { duty, leg, matter, of, stage } from "../../domain/proof/fixture.ts";
import type { Step } from "../../domain/rules/example.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { yintai2012 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop } = stage(yintai2012, nationalYears);

const passed = [...say.submitted(), say.passAudit("2026-03-06 09:00", at.housing)];
const compiled = [...passed, say.compile("2026-03-06 10:00", at.housing)];
const answered = [...say.released(), say.answer("2026-03-09 09:00", at.housing)];
const fromForum = say.collectedFrom(say.bySource.forum);
const forum = say.released(say.submitted(say.assigned(at.housing, "simple", {}, fromForum)));
const goBack = say.doesOn("2026-03-06 15:00", say.governmentLeader, at.housing, "return-report", {
  leadersObjection: "请说明何时全线检查",
});

describe("article 4 (7): audited, reported, read by the leader", () => {
  it("[YT-4.7-1] what the unit did goes to the supervision office, which passes it or sends it back with reasons", () => {
    const scene = play(say.web, say.submitted());
    expect(duty(scene, "audit")).toMatchObject({
      owner: at.supervision,
      ownerPost: "auditor",
      due: null,
      state: "open",
    });
    const back = play(say.web, [...say.submitted(), say.failAudit("2026-03-06 09:00", at.housing)]);
    expect(leg(back, at.housing).stage).toBe("rework");
    expect(of(back.events, "reworkOrdered")[0]?.reason).toBe("语气生硬，请改写");
    const silent = { ...say.failAudit("2026-03-06 09:00", at.housing), input: { checklist: say.oneNo, reason: " " } };
    expect(stop(say.web, [...say.submitted(), silent])).toMatchObject({ code: "audit.reasonMissing" });
    for (const who of [say.operator, say.dispatcher, say.governmentLeader, holder(at.housing, "principalLeader")]) {
      const step = { ...say.passAudit("2026-03-06 09:00", at.housing), who };
      expect(stop(say.web, [...say.submitted(), step])).toMatchObject({ code: "act.notYourPost", clause: "YT-4.7-1" });
    }
  });

  it("[YT-4.7-1] a report is made of what was passed, once, and of nothing else", () => {
    expect(stop(say.web, [...say.submitted(), say.compile("2026-03-06 10:00", at.housing)])).toMatchObject({
      code: "act.notAtThisStage",
    });
    expect(duty(play(say.web, passed), "compile-report")).toMatchObject({ owner: at.supervision, state: "open" });
    expect(duty(play(say.web, compiled), "compile-report")).toMatchObject({ state: "met" });
    expect(stop(say.web, [...compiled, say.compile("2026-03-06 11:00", at.housing)])).toMatchObject({
      code: "formality.alreadyDone",
    });
  });

  it("[YT-4.7-2] an answer without a leader's approval of the report is refused, and no one else approves it", () => {
    for (const steps of [passed, compiled]) {
      expect(stop(say.web, [...steps, say.answer("2026-03-10 09:00", at.housing)])).toMatchObject({
        code: "formality.notDone",
        clause: "YT-4.7-2",
      });
      expect(play(say.web, steps).notices).not.toContain("reply");
    }
    expect(stop(say.web, [...passed, say.approveReport("2026-03-06 10:00", at.housing)])).toMatchObject({
      code: "formality.notDone",
      clause: "YT-4.7-1",
    });
    for (const who of [say.auditor, say.head, say.officeLeader, say.operator]) {
      const step = { ...say.approveReport("2026-03-06 15:00", at.housing), who };
      expect(stop(say.web, [...compiled, step])).toMatchObject({ code: "act.notYourPost" });
    }
  });

  it("[YT-4.7-2] a leader who does not agree sends it back, and everything up to the approval is done again", () => {
    const back = play(say.web, [...compiled, goBack]);
    expect(back.kase.stage).toBe("inHand");
    expect(leg(back, at.housing).stage).toBe("rework");
    const redone = [
      ...compiled,
      goBack,
      say.handlingReport("2026-03-09 09:00", at.housing),
      say.draft("2026-03-09 10:00", at.housing, "路灯已修好，3月底前全线检查。"),
      say.approve("2026-03-09 11:00", at.housing),
      say.passAudit("2026-03-09 14:00", at.housing),
    ];
    expect(stop(say.web, [...redone, say.approveReport("2026-03-09 15:00", at.housing)])).toMatchObject({
      code: "formality.notDone",
    });
    const approved = [
      ...redone,
      say.compile("2026-03-09 15:00", at.housing),
      say.approveReport("2026-03-09 16:00", at.housing),
      say.answer("2026-03-10 09:00", at.housing),
    ];
    expect(play(say.web, approved).kase.stage).toBe("answered");
    expect(stop(say.web, [...say.released(), { ...goBack, at: "2026-03-09 09:00" }])).toMatchObject({
      code: "formality.alreadyDone",
    });
  });
});

describe("article 4 (8): upward, or to the author", () => {
  it("[YT-4.8-2] the e-government centre answers, online and under the message; a unit or the supervision office has no answer to give", () => {
    const scene = play(say.web, answered);
    expect(scene.kase.stage).toBe("answered");
    expect(matter(scene).publication).toBe("published");
    expect(of(scene.events, "delivered")).toMatchObject([{ notice: "reply", channel: "web", feedback: true }]);
    for (const who of [
      say.auditor,
      say.dispatcher,
      holder(at.housing, "clerk"),
      holder(at.housing, "principalLeader"),
    ]) {
      expect(stop(say.web, [...say.released(), { ...say.answer("2026-03-09 09:00", at.housing), who }])).toMatchObject({
        code: "act.notYourPost",
        clause: "YT-4.8-2",
      });
    }
    expect(stop(say.web, [...answered, say.answer("2026-03-10 09:00", at.housing)])).toMatchObject({
      code: "formality.alreadyDone",
    });
  });

  it("[YT-4.8-2] before the centre answers, nothing is published and nobody is told", () => {
    const scene = play(say.web, say.released());
    expect(matter(scene)).toMatchObject({ publication: "none", stage: "passed" });
    expect(scene.notices).not.toContain("reply");
    expect(duty(scene, "answer")).toMatchObject({ owner: at.centre, ownerPost: "operator", due: null, state: "open" });
  });

  it("[YT-4.8-2] who wants it kept to themselves is answered all the same, and only they", () => {
    const scene = play({ ...say.web, choice: "nonPublic" }, answered);
    expect(scene.kase.stage).toBe("answered");
    expect(matter(scene).publication).toBe("withheld");
    expect(scene.notices).toContain("reply");
  });

  it("[YT-4.8-2 YT-3.1.4] a forum post is answered where it stands: over once the centre has recorded that", () => {
    const told = [...forum, say.answer("2026-03-09 09:00", at.housing)];
    const open = play(say.collected, told);
    expect(open.kase.stage).toBe("answering");
    expect(matter(open).publication).toBe("published");
    const record = (channel: string): Step => ({
      at: "2026-03-09 09:10",
      who: say.operator,
      act: "recordDelivery",
      input: { notice: "reply", legId: "l1", channel, result: "已在原帖下回复" },
    });
    expect(play(say.collected, [...told, record("collected")]).kase.stage).toBe("answered");
    expect(stop(say.collected, [...told, record("phone")])).toMatchObject({ code: "delivery.otherChannel" });
  });

  it.each([
    ["the city mayor's mailbox", say.bySource.mayor],
    ["the city", say.bySource.city],
    ["the province", { ...say.bySource.city, source: "provinceTransfer" }],
  ])(
    "[YT-4.8-1] what came from %s ends with the special report, and with no answer of the district's own",
    (_, source) => {
      const done = say.released(say.submitted(say.assigned(at.housing, "simple", {}, say.collectedFrom(source))));
      const waiting = play(say.collected, done);
      expect(duty(waiting, "special-report")).toMatchObject({ owner: at.supervision, state: "open" });
      expect(waiting.duties.filter((d) => d.rule === "answer")).toEqual([]);
      expect(stop(say.collected, [...done, say.answer("2026-03-10 09:00", at.housing)])).toMatchObject({
        code: "fact.forbidden",
        clause: "YT-4.8-1",
      });
      const sent = play(say.collected, [...done, say.specialReport("2026-03-10 09:00", at.housing)]);
      expect(sent.kase.stage).toBe("answered");
      expect(sent.notices).toEqual([]);
      expect(matter(sent).publication).toBe("none");
      expect(of(sent.events, "formalityDone").at(-1)?.values).toEqual({
        sentTo: "铜川市人民政府办公室",
        issue: "2026年第3期",
      });
    },
  );

  it("[YT-4.8-1] no special report without the leader's approval, its addressee and its number; none on what is the district's own", () => {
    const from = say.collectedFrom(say.bySource.city);
    const unapproved = say.released(say.submitted(say.assigned(at.housing, "simple", {}, from))).slice(0, -1);
    expect(stop(say.collected, [...unapproved, say.specialReport("2026-03-09 09:00", at.housing)])).toMatchObject({
      code: "formality.notDone",
      clause: "YT-4.7-2",
    });
    expect(stop(say.web, [...say.released(), say.specialReport("2026-03-09 09:00", at.housing)])).toMatchObject({
      code: "fact.forbidden",
    });
    expect(stop(say.collected, [...say.upward, say.specialReport("2026-03-10 09:00", at.housing)])).toMatchObject({
      code: "formality.alreadyDone",
      clause: "YT-4.8-1",
    });
    const nameless = say.doesOn("2026-03-09 09:00", say.auditor, at.housing, "special-report", {
      issue: "2026年第3期",
    });
    expect(stop(say.collected, [...say.upward.slice(0, -1), nameless])).toMatchObject({
      code: "formality.fieldMissing",
    });
  });
});

describe("article 4 (10) and article 5 (3): filed, and nothing left without an outcome", () => {
  it("[YT-4.10] what is answered or reported upward is filed by its kind, and is read-only then", () => {
    const endings: readonly (readonly [typeof say.web, readonly Step[]])[] = [
      [say.web, answered],
      [say.collected, say.upward],
    ];
    for (const [filing, steps] of endings) {
      const scene = play(filing, [...steps, say.archive("2026-03-10 09:00")]);
      expect(scene.kase.stage).toBe("archived");
      expect(of(scene.events, "formalityDone").at(-1)?.values).toEqual({ volume: "complaint" });
      expect(scene.duties.findLast((d) => d.rule.startsWith("archive"))).toMatchObject({
        state: "met",
        owner: at.supervision,
      });
      const note: Step = { at: "2026-03-11 09:00", who: say.auditor, act: "note", input: { text: "补记" } };
      expect(stop(filing, [...steps, say.archive("2026-03-10 09:00"), note])).toMatchObject({
        code: "act.notAtThisStage",
      });
    }
  });

  it("[YT-4.10] only the supervision office files, into the volume of the kind that was sorted and no other", () => {
    for (const who of [say.operator, say.dispatcher, say.officeLeader]) {
      expect(stop(say.web, [...answered, { ...say.archive("2026-03-10 09:00"), who }])).toMatchObject({
        code: "act.notYourPost",
      });
    }
    const misfiled = say.does("2026-03-10 09:00", say.auditor, "archive", { volume: "consultation" });
    expect(of(play(say.web, [...answered, misfiled]).events, "formalityDone").at(-1)?.values).toEqual({
      volume: "complaint",
    });
  });

  it.each([
    ["registered", say.web, say.entered],
    ["with the unit", say.web, say.assigned()],
    ["audited", say.web, passed],
    ["approved", say.web, say.released()],
    ["approved, to go upward", say.collected, say.upward.slice(0, -1)],
    [
      "said online, not yet told where it was found",
      say.collected,
      [...forum, say.answer("2026-03-09 09:00", at.housing)],
    ],
  ] as const)("[YT-5.3] %s: it cannot be filed away without its outcome", (_, filing, steps) => {
    expect(stop(filing, [...steps, say.archive("2026-03-12 09:00")])).toMatchObject({ code: "act.notAtThisStage" });
  });

  it("[YT-5.3] as long as there is no outcome, somebody owes the next step", () => {
    const way = [...answered, say.archive("2026-03-10 09:00")];
    for (let n = 0; n < way.length; n += 1) {
      const scene = play(say.web, way.slice(0, n));
      const open = scene.duties.filter((d) => d.state === "open" && d.owner !== null);
      expect(open, `after ${n} steps`).not.toEqual([]);
    }
    expect(play(say.web, way).duties.filter((d) => d.state === "open")).toEqual([]);
  });

  it("[YT-5.3] the author can follow it: filed, refused or answered, each is told", () => {
    expect(play(say.web, answered).notices).toEqual(["received", "assigned", "reply", "answered"]);
    const refuse: Step = {
      at: "2026-03-02 10:00",
      who: say.operator,
      act: "refuse",
      input: { ground: "ground.3.2.3", fields: {} },
    };
    expect(play(say.web, [refuse]).notices).toEqual(["received", "refused"]);
  });
});
