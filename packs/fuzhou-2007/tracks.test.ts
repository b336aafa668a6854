import { describe, expect, it } from "vitest";
import type { OrgId } from "../../domain/office/org.ts";
import { duty, leg, of, reads, stage } from "../../domain/proof/fixture.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { fuzhou2007 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(fuzhou2007, nationalYears);

const classify = (input: Record<string, unknown>, when = "2026-03-02 10:00") => say.classify(when, input);
const because = { reasonNote: "核实后改变类别" };
const differs = { track: "internal", internalReason: "differs" };
const discipline = { track: "internal", subject: "discipline" };
const efficiency = { track: "internal", subject: "efficiency" };
const closed: Filing = { ...say.web, choice: "nonPublic" };
const sms: Filing = { at: "2026-03-03 08:00", channel: "sms" };

const consent = (when: string): Step => ({
  at: when,
  who: say.operator,
  act: "recordConsent",
  input: { on: when.slice(0, 10), how: "电话确认" },
});
const giveBack = (unit: OrgId, asked: string, accepted: string): readonly Step[] => [
  say.askReturn(asked, unit),
  { at: accepted, who: say.dispatcher, act: "acceptReturn", leg: unit, input: { note: null } },
];

describe("articles 4 and 7: a track for every case", () => {
  it("[FZ-4-4] without a track nothing is dispatched", () => {
    expect(stop(say.web, [say.dispatch("2026-03-02 10:05", at.housing)])).toMatchObject({
      code: "track.notSet",
      clause: "FZ-4-4",
    });
  });

  it("[FZ-4-4] the track may be set with the dispatch itself, under the same conditions", () => {
    const both = (classification: Record<string, unknown>): Step => ({
      ...say.dispatch("2026-03-02 10:05", at.housing),
      input: { classification: say.classification(classification), matters: [say.matter(null, at.housing)] },
    });
    expect(play(say.web, [both({})]).kase).toMatchObject({ stage: "inHand", track: "public" });
    expect(stop(say.web, [both({ track: "internal" })])).toMatchObject({
      code: "track.reasonMissing",
      clause: "FZ-7-1",
    });
    expect(stop(closed, [both({})])).toMatchObject({ code: "track.petitionerChoseInternal", clause: "FZ-6.4" });
  });

  it("[FZ-6.4] consent is recorded once, and only where the petitioner chose not to be public", () => {
    const unneeded = { code: "consent.notNeeded", clause: "FZ-6.4" };
    expect(stop(say.web, [consent("2026-03-02 10:00")])).toMatchObject(unneeded);
    expect(stop(closed, [consent("2026-03-02 10:00"), consent("2026-03-02 10:05")])).toMatchObject(unneeded);
    expect(play(closed, [consent("2026-03-02 10:00")]).kase.consentedOn).toBe("2026-03-02");
  });

  it("[FZ-4-4] a change is written down with the track that was before", () => {
    const scene = play(say.web, [classify({}), classify({ ...differs, ...because }, "2026-03-02 11:00")]);
    expect(of(scene.events, "classified").map((c) => [c.previousTrack, c.track])).toEqual([
      [null, "public"],
      ["public", "internal"],
    ]);
  });

  it("[FZ-4-4] a change of track back to public is refused while it gives no reason", () => {
    expect(stop(say.web, [classify(differs), classify({}, "2026-03-02 11:00")])).toMatchObject({ clause: "FZ-4-4" });
  });

  it("[FZ-4-4] while a unit works on it the track stands; given back, it may change", () => {
    const sent = [classify({}), say.dispatch("2026-03-02 10:05", at.housing)];
    expect(stop(say.web, [...sent, classify(differs, "2026-03-02 11:00")])).toMatchObject({
      code: "track.unitAtWork",
      clause: "FZ-4-4",
    });
    const back = [
      ...sent,
      say.view("2026-03-02 10:10", at.housing),
      ...giveBack(at.housing, "2026-03-02 10:20", "2026-03-02 10:30"),
    ];
    expect(play(say.web, [...back, classify({ ...differs, ...because }, "2026-03-02 11:00")]).kase.track).toBe(
      "internal",
    );
  });

  it("[FZ-4-4] the county bureau that holds it sorts too; another county's does not", () => {
    const held = [classify({}), say.dispatch("2026-03-02 10:05", at.gulouBureau)];
    const by = (bureau: OrgId) => ({
      ...classify({ ...differs, ...because }, "2026-03-02 11:00"),
      who: holder(bureau, "dispatcher"),
    });
    expect(play(say.web, [...held, by(at.gulouBureau)]).kase.track).toBe("internal");
    expect(stop(say.web, [...held, by(at.taijiangBureau)])).toMatchObject({ code: "act.notYourPost" });
  });

  it.each([{ track: "internal" }, { track: "internal", reasonNote: "随便" }])(
    "[FZ-7-1] internal without one of the reasons of article 6 is refused (%j)",
    (input) => {
      expect(stop(say.web, [classify(input)])).toMatchObject({ code: "track.reasonMissing", clause: "FZ-7-1" });
    },
  );

  it("[FZ-7-1] what nobody has sorted yet counts as public: its term runs", () => {
    const scene = play(say.web, []);
    expect(duty(scene, "dispatch", at.bureau).due).toBe("2026-03-03");
    expect(scene.duties.filter((d) => d.rule === "dispatch-internal")).toEqual([]);
  });
});

describe("article 6: what goes internally", () => {
  it.each([
    ["discipline", discipline, "FZ-6.1"],
    ["efficiency", efficiency, "FZ-6.2"],
  ])("[FZ-6.1 FZ-6.2] a report about %s cannot be public", (_subject, input, clause) => {
    expect(stop(say.web, [classify({ ...input, track: "public" })])).toMatchObject({
      code: "track.subjectIsInternal",
      clause,
    });
    const scene = play(say.web, [classify(input)]);
    expect(scene.kase).toMatchObject({ track: "internal", internalReason: input.subject });
  });

  it("[FZ-6.1] it goes to the discipline commission of the level and to no other body", () => {
    const sent = (...to: readonly OrgId[]) => [classify(discipline), say.dispatch("2026-03-02 10:05", ...to)];
    expect(leg(play(say.web, sent(at.discipline)), at.discipline).stage).toBe("dispatched");
    for (const to of [[at.housing], [at.efficiency], [at.discipline, at.housing]]) {
      expect(stop(say.web, sent(...to))).toMatchObject({ code: "dispatch.wrongBodyForSubject", clause: "FZ-6.1" });
    }
    expect(stop(say.web, sent(at.gulouDiscipline))).toMatchObject({
      code: "dispatch.throughCountyBureau",
      clause: "FZ-4-2",
    });
  });

  it("[FZ-6.1] in a county to that county's commission, through its bureau", () => {
    const sent = [classify(discipline), say.dispatch("2026-03-02 10:05", at.gulouBureau)];
    const on = (to: OrgId) => [...sent, say.dispatchOn("2026-03-02 11:00", at.gulouBureau, to)];
    expect(leg(play(say.web, on(at.gulouDiscipline)), at.gulouDiscipline).sender).toBe(at.gulouBureau);
    expect(stop(say.web, on(at.gulouUrban))).toMatchObject({ code: "dispatch.wrongBodyForSubject", clause: "FZ-6.1" });
    expect(stop(say.web, on(at.discipline))).toMatchObject({ code: "dispatch.outsideArea", clause: "FZ-4-2" });
  });

  it("[FZ-6.2] to the efficiency office of the level and to no other body", () => {
    const sent = (to: OrgId) => [classify(efficiency), say.dispatch("2026-03-02 10:05", to)];
    expect(leg(play(say.web, sent(at.efficiency)), at.efficiency).stage).toBe("dispatched");
    for (const to of [at.urban, at.discipline]) {
      expect(stop(say.web, sent(to))).toMatchObject({ code: "dispatch.wrongBodyForSubject", clause: "FZ-6.2" });
    }
  });

  it("[FZ-6.1] the unit complained of never gets it and never finds it; the commission does", () => {
    const accusing = { ...discipline, accused: at.housing };
    const scene = play(say.web, [classify(accusing), say.dispatch("2026-03-02 10:05", at.discipline)]);
    expect(scene.sight.some((row) => row.orgId === at.housing)).toBe(false);
    expect(reads(scene, at.discipline, "clerk")).toBe("all");
    expect(reads(scene, at.bureau, "dispatcher")).toBe("all");
  });

  it("[FZ-6.1] a unit that is none is refused as the one complained of, whoever sends it", () => {
    const accusing = { ...discipline, accused: "nowhere" as typeof at.housing };
    expect(stop(say.web, [classify(accusing)])).toMatchObject({ code: "dispatch.noTarget" });
  });

  it("[FZ-6.1 FZ-6.2] a commission or an efficiency office that is complained of itself neither gets it nor finds it", () => {
    const about = { ...discipline, accused: at.discipline };
    expect(stop(say.web, [classify(about), say.dispatch("2026-03-02 10:05", at.discipline)])).toMatchObject({
      code: "dispatch.accusedUnit",
      clause: "FZ-6.1",
      facts: { org: at.discipline },
    });
    const office = { ...efficiency, accused: at.efficiency };
    const scene = play({ ...say.web, subject: "efficiency" }, [classify(office)]);
    expect(scene.sight.some((row) => row.orgId === at.efficiency)).toBe(false);
  });

  it("[FZ-6.1] a case that is internal for reason 6.1 goes to the commission, whatever its subject is called", () => {
    const reason = { track: "internal", internalReason: "discipline" };
    expect(stop(say.web, [classify(reason), say.dispatch("2026-03-02 10:05", at.housing)])).toMatchObject({
      clause: "FZ-6.1",
    });
  });

  it("[FZ-6.1 FZ-8-0] a report about officials that nobody has sorted yet has no term of the public track", () => {
    const scene = play({ ...say.web, subject: "discipline" }, [], { until: "2026-03-10 09:00" });
    expect(scene.breaches).toEqual([]);
  });

  it.each([null, "", "   "])("[FZ-6.3] other reasons need a note (%j)", (reasonNote) => {
    const other = { track: "internal", internalReason: "other", reasonNote };
    expect(stop(say.web, [classify(other)])).toMatchObject({ code: "track.noteMissing", clause: "FZ-6.3" });
  });

  it("[FZ-6.3] with a note, or because it may differ from the facts, it is internal and goes to any fit unit", () => {
    const other = { track: "internal", internalReason: "other", reasonNote: "涉及未公开的规划" };
    for (const input of [other, differs]) {
      const scene = play(say.web, [classify(input), say.dispatch("2026-03-02 10:05", at.housing)]);
      expect(scene.kase.track).toBe("internal");
      expect(leg(scene, at.housing).stage).toBe("dispatched");
    }
  });

  it("[FZ-6.4] the petitioner's choice binds: public is refused until he consents", () => {
    expect(stop(closed, [classify({})])).toMatchObject({ code: "track.petitionerChoseInternal", clause: "FZ-6.4" });
    const scene = play(closed, [consent("2026-03-03 09:00"), classify({}, "2026-03-03 09:30")]);
    expect(scene.kase).toMatchObject({ track: "public", consentedOn: "2026-03-03" });
  });

  it("[FZ-6.4] it is internal before anybody sorts it: no term of the public track runs", () => {
    const scene = play(closed, [], { until: "2026-03-20 09:00" });
    expect(duty(scene, "dispatch-internal", at.bureau).due).toBeNull();
    expect(scene.breaches).toEqual([]);
  });

  it("[FZ-6.4] how he consented must be said, and a unit cannot record it", () => {
    const mute = { ...consent("2026-03-03 09:00"), input: { on: "2026-03-03", how: "  " } };
    expect(stop(closed, [mute])).toMatchObject({ code: "act.inputMissing" });
    const clerk = { ...consent("2026-03-03 09:00"), who: holder(at.housing, "clerk") };
    expect(stop(closed, [clerk])).toMatchObject({ code: "act.notYourPost", clause: "FZ-6.4" });
  });

  it("[FZ-6.4] nobody else can make that choice for him", () => {
    const chosen = { track: "internal", internalReason: "petitionerChoice" };
    expect(stop(say.web, [classify(chosen)])).toMatchObject({ code: "track.petitionerDidNotChoose", clause: "FZ-6.4" });
    expect(play(closed, [classify(chosen)]).kase.internalReason).toBe("petitionerChoice");
  });
});

describe("article 6, last sentence: he is told, in the fixed words", () => {
  const told = [
    say.handOver("2026-03-03 08:10"),
    classify(discipline, "2026-03-03 09:00"),
    say.dispatch("2026-03-03 10:05", at.discipline),
  ];
  const served = (channel: string): Step => ({
    at: "2026-03-03 11:00",
    who: say.operator,
    act: "recordDelivery",
    input: { notice: "internal-transfer", legId: "l1", channel, result: "已告知" },
  });

  it("[FZ-6-5] the words are the regulation's, the unit's name put in for ××单位 as a whole", () => {
    const notice = pack.notices.find((n) => n.id === "internal-transfer");
    const name = pack.exampleOffice.orgs.find((o) => o.id === at.discipline)?.shortName ?? "";
    expect(notice?.template.replace("{unit}", name)).toBe("您所反映的问题已转由市纪委内部办理");
    expect(notice).toMatchObject({ channel: "original", switchable: false, clause: "FZ-6-5" });
  });

  it("[FZ-6-5] due when the unit receives it, owed by the service centre, without a number of days", () => {
    const scene = play(sms, told, { until: "2026-06-01 09:00" });
    expect(scene.notices).toContain("internal-transfer");
    expect(duty(scene, "notify-internal", at.centre)).toMatchObject({
      state: "open",
      due: null,
      ownerPost: "operator",
    });
    expect(scene.breaches).toEqual([]);
    const done = play(sms, [...told, served("sms")]);
    expect(duty(done, "notify-internal").state).toBe("met");
    expect(stop(sms, [...told, served("sms"), { ...served("sms"), at: "2026-03-03 12:00" }])).toMatchObject({
      code: "delivery.nothingDue",
    });
  });

  it("[FZ-6-5] who wrote by the web is told at once, by the same words", () => {
    const scene = play({ ...sms, channel: "web" }, told.slice(1));
    expect(of(scene.events, "delivered")).toMatchObject([{ notice: "internal-transfer", legId: "l1", channel: "web" }]);
    expect(duty(scene, "notify-internal").state).toBe("met");
  });

  it("[FZ-6-5] through a county he is told when the county's unit receives it, not before", () => {
    const county = [
      say.handOver("2026-03-03 08:10"),
      classify(differs, "2026-03-03 09:00"),
      say.dispatch("2026-03-03 10:05", at.gulouBureau),
    ];
    expect(play(sms, county).notices).not.toContain("internal-transfer");
    const on = [...county, say.dispatchOn("2026-03-03 11:00", at.gulouBureau, at.gulouUrban)];
    expect(play(sms, on).notices).toContain("internal-transfer");
  });

  it("[FZ-6-5] a public case has no such message", () => {
    const open = [
      say.handOver("2026-03-03 08:10"),
      classify({}, "2026-03-03 09:00"),
      say.dispatch("2026-03-03 10:05", at.housing),
    ];
    expect(play(sms, open).notices).not.toContain("internal-transfer");
  });

  it("[FZ-6-5] a public case that is made internal after a unit gave it back does not say that this unit has it", () => {
    const steps = [
      classify({}),
      say.dispatch("2026-03-02 10:05", at.housing),
      say.view("2026-03-02 10:10", at.housing),
      ...giveBack(at.housing, "2026-03-02 10:20", "2026-03-02 10:30"),
      classify({ ...differs, ...because }, "2026-03-02 11:00"),
    ];
    const scene = play(say.web, steps);
    expect(scene.notices).not.toContain("internal-transfer");
    expect(of(scene.events, "delivered")).toEqual([]);
  });
});

describe("article 8, first words: its terms are those of the public track alone", () => {
  /** A whole life on the internal track, every step long after any term of article 8. */
  const slow: readonly Step[] = [
    classify(differs, "2026-03-20 10:00"),
    say.dispatch("2026-04-20 10:05", at.housing),
    say.view("2026-05-20 09:00", at.housing),
    say.submit("2026-06-22 09:30", at.housing),
    say.draft("2026-07-20 09:00", at.housing),
    say.approve("2026-08-20 11:00", at.housing),
    say.failAudit("2026-09-21 09:00", at.housing),
    say.draft("2026-10-20 09:00", at.housing),
    say.approve("2026-10-21 09:00", at.housing),
    say.passAudit("2026-11-20 09:00", at.housing),
  ];
  const slowCounty: readonly Step[] = [
    classify(differs, "2026-03-20 10:00"),
    say.dispatch("2026-04-20 10:05", at.gulouBureau),
    say.dispatchOn("2026-05-20 09:00", at.gulouBureau, at.gulouUrban, at.gulouSchools),
    say.view("2026-06-22 09:30", at.gulouUrban),
    say.askReturn("2026-07-20 09:00", at.gulouUrban),
    {
      at: "2026-08-20 11:00",
      who: holder(at.gulouBureau, "dispatcher"),
      act: "acceptReturn",
      leg: at.gulouUrban,
      input: { note: null },
    },
    {
      at: "2026-09-21 09:00",
      who: holder(at.gulouBureau, "dispatcher"),
      act: "askBureauReturn",
      leg: at.gulouBureau,
      input: { reason: "不在本区", suggested: at.urban },
    },
    {
      at: "2026-10-20 09:00",
      who: say.dispatcher,
      act: "acceptBureauReturn",
      leg: at.gulouBureau,
      input: { note: null },
    },
    say.dispatch("2026-11-20 09:00", at.urban),
  ];

  it.each([
    ["in the city", closed, slow],
    ["through a county and back", closed, slowCounty],
  ])("[FZ-8-0] an internal case %s has no last day at any step, and no breach ever", (_where, filing, steps) => {
    for (let n = 0; n <= steps.length; n += 1) {
      const until = steps[n]?.at ?? "2026-12-31 09:00";
      const scene = play(filing, steps.slice(0, n), { until });
      expect(scene.duties.filter((d) => d.due !== null || d.overdueSince !== null)).toEqual([]);
      expect(scene.breaches).toEqual([]);
      expect(scene.kase.legs.every((l) => l.overdue === null)).toBe(true);
    }
  });

  it("[FZ-8-0] it still owes every step: the same acts, without dates", () => {
    const rules = new Set(play(closed, slow).duties.map((d) => d.rule));
    for (const rule of [
      "dispatch-internal",
      "view-untimed",
      "reply-internal",
      "audit-internal",
      "rework-internal",
      "feedback",
    ]) {
      expect(rules).toContain(rule);
    }
  });

  it("[FZ-8-0] no rule with a term names the internal track", () => {
    const timed = pack.duties.filter((rule) => rule.limit !== null);
    expect(timed.filter((r) => r.when.some((c) => c.is === "track" && c.value === "internal"))).toEqual([]);
    const everyTrack = timed.filter((rule) => !rule.when.some((c) => c.is === "track" && c.value === "public"));
    expect(everyTrack.map((r) => r.id)).toEqual(["hand-over"]);
  });

  it("[FZ-8-0 FZ-9-1] two cases sent on one day: the public one is due on 03-16, the internal one never; both wait for the audit", () => {
    const open = play(say.web, say.untilAudit(at.housing));
    const internal = play(say.web, [classify(differs), ...say.untilAudit(at.housing).slice(1)]);
    expect(duty(open, "reply").due).toBe("2026-03-16");
    expect(duty(internal, "reply-internal").due).toBeNull();
    expect(internal.duties.filter((d) => d.rule === "reply")).toEqual([]);
    for (const scene of [open, internal]) expect(scene.notices).not.toContain("reply");
  });

  it("[FZ-8-0] an internal case needs no calendar: it can be sent in the last days of a year", () => {
    const december: Filing = { at: "2026-12-28 09:00", channel: "web" };
    const steps = [classify(differs, "2026-12-28 10:00"), say.dispatch("2026-12-28 10:05", at.housing)];
    expect(leg(play(december, steps), at.housing).stage).toBe("dispatched");
  });

  it("[FZ-8-0] what was internal and became public later breaches nothing that had no term at the time", () => {
    const steps = [
      classify(differs),
      say.dispatch("2026-03-02 10:05", at.housing),
      say.view("2026-03-10 09:00", at.housing),
      ...giveBack(at.housing, "2026-03-11 10:00", "2026-03-12 09:00"),
      classify(because, "2026-03-12 10:00"),
    ];
    const scene = play(say.web, steps, { until: "2026-03-12 11:00" });
    expect(scene.breaches.filter(([, org]) => org === at.housing)).toEqual([]);
  });
});
