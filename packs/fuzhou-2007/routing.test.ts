import { describe, expect, it } from "vitest";
import type { CaseId } from "../../domain/case/case.ts";
import type { RepeatChain } from "../../domain/case/context.ts";
import type { OrgId } from "../../domain/office/org.ts";
import { changedOffice, duty, leg, matter, of, reads, stage } from "../../domain/proof/fixture.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { fuzhou2007 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(fuzhou2007, nationalYears);

const classified = say.classify("2026-03-02 10:00");
const sent = (...to: readonly OrgId[]) => [classified, say.dispatch("2026-03-02 10:05", ...to)];
const filed = (day: string, time = "09:00"): Filing => ({ at: `${day} ${time}`, channel: "web" });

/** A dispatch of several matters, each with its title and its organisations. */
function split(when: string, ...parts: readonly (readonly [string | null, ...OrgId[]])[]): Step {
  const matters = parts.map(([title, ...orgs]) => say.matter(title, ...orgs));
  return { at: when, who: say.dispatcher, act: "dispatch", input: { classification: null, matters } };
}

function roles(when: string, ...targets: readonly (readonly [OrgId, "lead" | "assist"])[]): Step {
  const step = say.dispatch(when, at.housing);
  const pairs = targets.map(([orgId, role]) => ({ orgId, role }));
  return { ...step, input: { classification: null, matters: [{ ...say.matter(null), targets: pairs }] } };
}

describe("article 4: whoever is in charge is responsible", () => {
  it("[FZ-4-1] the city bureau sends to a city unit, which has it from that moment", () => {
    const scene = play(say.web, sent(at.housing));
    expect(scene.kase).toMatchObject({ stage: "inHand", track: "public" });
    expect(leg(scene, at.housing)).toMatchObject({
      stage: "dispatched",
      kind: "unit",
      role: "lead",
      sender: at.bureau,
    });
    expect(reads(scene, at.housing, "clerk")).toBe("all");
    expect(reads(scene, at.urban, "clerk")).toBeNull();
  });

  it("[FZ-4-1] accepted on 03-02 and not sent by 03-04 it is late; refused or sent, it is owed no more", () => {
    const late = play(say.web, [classified], { until: "2026-03-04 00:00" });
    expect(duty(late, "dispatch", at.bureau)).toMatchObject({
      state: "open",
      due: "2026-03-03",
      overdueSince: "2026-03-04",
    });
    expect(late.breaches).toEqual([["late", at.bureau, "2026-03-04"]]);
    const refused: Step = {
      at: "2026-03-03 10:00",
      who: say.dispatcher,
      act: "refuse",
      input: { ground: "ground.3.9", fields: {} },
    };
    expect(play(say.web, [classified, refused], { until: "2026-03-20 09:00" }).breaches).toEqual([]);
    expect(duty(play(say.web, sent(at.housing)), "dispatch").state).toBe("met");
  });

  it("[FZ-4-2] the city cannot reach past a county bureau; the refusal offers that bureau", () => {
    expect(stop(say.web, sent(at.gulouUrban))).toMatchObject({
      code: "dispatch.throughCountyBureau",
      clause: "FZ-4-2",
      facts: { org: at.gulouUrban, offered: at.gulouBureau },
    });
    expect(stop(say.web, sent(at.housing, at.gulouUrban))).toMatchObject({ code: "dispatch.throughCountyBureau" });
  });

  it("[FZ-4-2] two hops: the city's leg is passed on, the county unit's begins", () => {
    const scene = play(say.web, [
      ...sent(at.gulouBureau),
      say.dispatchOn("2026-03-02 11:00", at.gulouBureau, at.gulouUrban),
    ]);
    expect(leg(scene, at.gulouBureau)).toMatchObject({ stage: "passedOn", kind: "bureau", sender: at.bureau });
    expect(leg(scene, at.gulouUrban)).toMatchObject({
      stage: "dispatched",
      sender: at.gulouBureau,
      parentId: leg(scene, at.gulouBureau).id,
    });
    expect(matter(scene).leadLegId).toBe(leg(scene, at.gulouUrban).id);
  });

  it.each([
    ["a city unit", at.housing, "dispatch.outsideArea"],
    ["a unit of another county", at.taijiangBureau, "dispatch.outsideArea"],
    ["itself", at.gulouBureau, "dispatch.notAUnit"],
    ["its own government office", at.gulouOffice, "dispatch.notAUnit"],
  ])("[FZ-4-2] a county bureau cannot send to %s", (_what, to, code) => {
    const on = [...sent(at.gulouBureau), say.dispatchOn("2026-03-02 11:00", at.gulouBureau, to)];
    expect(stop(say.web, on)).toMatchObject({ code, clause: "FZ-4-2" });
  });

  it.each([
    ["the service centre", at.centre],
    ["the bureau itself", at.bureau],
    ["the city as such", at.city],
    ["the government office", at.office],
  ])("[FZ-4-1 FZ-4-2] nor the city bureau to %s, which handles nothing", (_what, to) => {
    expect(stop(say.web, sent(to))).toMatchObject({ code: "dispatch.notAUnit", clause: "FZ-4-2" });
  });

  it("[FZ-4-1] to nobody, or to a body that does not exist, nothing is sent", () => {
    expect(stop(say.web, [classified, split("2026-03-02 10:05")])).toMatchObject({ code: "dispatch.noTarget" });
    expect(stop(say.web, [classified, split("2026-03-02 10:05", [null])])).toMatchObject({ code: "dispatch.noTarget" });
    expect(stop(say.web, sent("nowhere" as OrgId))).toMatchObject({ code: "dispatch.noTarget" });
  });

  it("[FZ-3.7] only units in the system on the day can be sent to, in the county too", () => {
    expect(stop(say.web, sent(at.unjoined))).toMatchObject({
      code: "dispatch.targetNotJoined",
      clause: "FZ-3.7",
      facts: { org: at.unjoined },
    });
    const left = changedOffice(pack, (org) => (org.id === at.gulouUrban ? { ...org, joinedOn: null } : org));
    const on = [...sent(at.gulouBureau), say.dispatchOn("2026-03-02 11:00", at.gulouBureau, at.gulouUrban)];
    expect(stop(say.web, on, { office: left })).toMatchObject({ code: "dispatch.targetNotJoined", clause: "FZ-3.7" });
  });

  it("[FZ-2-2] what is sent out carries a limit; where the calendar for it is missing, nothing is sent", () => {
    expect(duty(play(say.web, sent(at.housing)), "reply", at.housing).due).toBe("2026-03-16");
    const december = [say.classify("2026-12-18 10:00"), say.dispatch("2026-12-18 10:05", at.housing)];
    expect(stop(filed("2026-12-18"), december)).toMatchObject({
      code: "term.calendarMissing",
      clause: "FZ-2-2",
      facts: { year: 2027 },
    });
    const dayBefore = [say.classify("2026-12-17 10:00"), say.dispatch("2026-12-17 10:05", at.housing)];
    expect(duty(play(filed("2026-12-17"), dayBefore), "reply", at.housing).due).toBe("2026-12-31");
  });

  it("[FZ-2-2] a county's onward dispatch carries one too", () => {
    const county = [say.classify("2026-12-16 10:00"), say.dispatch("2026-12-16 10:05", at.gulouBureau)];
    const on = [...county, say.dispatchOn("2026-12-18 09:00", at.gulouBureau, at.gulouUrban)];
    expect(stop(filed("2026-12-16"), on)).toMatchObject({ code: "term.calendarMissing", clause: "FZ-2-2" });
  });
});

describe("article 7: one working day on each hop", () => {
  it("[FZ-7-2] arrives Friday 03-06, due Monday 03-09; sent on 03-09 in time, on 03-10 late", () => {
    const story = (day: string) => [say.classify("2026-03-06 16:00"), say.dispatch(`${day} 09:00`, at.housing)];
    const inTime = play(filed("2026-03-06", "15:00"), story("2026-03-09"));
    expect(duty(inTime, "dispatch", at.bureau)).toMatchObject({ due: "2026-03-09", state: "met" });
    const late = play(filed("2026-03-06", "15:00"), story("2026-03-10"));
    expect(duty(late, "dispatch", at.bureau).state).toBe("metLate");
    expect(late.breaches).toEqual([["late", at.bureau, "2026-03-10"]]);
  });

  it("[FZ-7-2] what came by telephone counts from its arrival at the bureau, not from the call", () => {
    const call: Filing = { at: "2026-03-06 22:00", channel: "phone" };
    const scene = play(call, [say.handOver("2026-03-06 23:00")]);
    expect(duty(scene, "dispatch", at.bureau).due).toBe("2026-03-09");
    const overHoliday = play({ ...call, at: "2026-09-30 22:00" }, [say.handOver("2026-09-30 23:00")]);
    expect(duty(overHoliday, "dispatch", at.bureau).due).toBe("2026-10-08");
  });

  it("[FZ-7-3] to a county bureau the same day: arrives Monday 03-02, due 03-03", () => {
    const scene = play(say.web, [classified, say.dispatch("2026-03-03 23:59", at.gulouBureau)]);
    expect(duty(scene, "dispatch", at.bureau)).toMatchObject({ due: "2026-03-03", state: "met" });
    const late = play(say.web, [classified, say.dispatch("2026-03-04 00:00", at.gulouBureau)]);
    expect(late.breaches).toEqual([["late", at.bureau, "2026-03-04"]]);
  });

  it("[FZ-7-4] the county's day begins with the city's dispatch, the unit's ten with its own receipt", () => {
    const county = [classified, say.dispatch("2026-03-03 10:05", at.gulouBureau)];
    expect(duty(play(say.web, county), "county-dispatch", at.gulouBureau).due).toBe("2026-03-04");
    const on = play(say.web, [...county, say.dispatchOn("2026-03-04 23:00", at.gulouBureau, at.gulouUrban)]);
    expect(duty(on, "county-dispatch").state).toBe("met");
    expect(duty(on, "reply", at.gulouUrban).due).toBe("2026-03-18");
    expect(duty(on, "view", at.gulouUrban).due).toBe("2026-03-06");
  });

  it("[FZ-7-4] late at the county it is the county bureau's lateness, and the unit's days are still its own", () => {
    const late = [
      classified,
      say.dispatch("2026-03-03 10:05", at.gulouBureau),
      say.dispatchOn("2026-03-06 09:00", at.gulouBureau, at.gulouUrban),
    ];
    const scene = play(say.web, late);
    expect(scene.breaches).toEqual([["late", at.gulouBureau, "2026-03-05"]]);
    expect(duty(scene, "reply", at.gulouUrban).due).toBe("2026-03-20");
  });
});

describe("article 8 (6): one problem, several units", () => {
  it.each<[string, readonly (readonly [OrgId, "lead" | "assist"])[]]>([
    [
      "two leads",
      [
        [at.housing, "lead"],
        [at.urban, "lead"],
      ],
    ],
    [
      "no lead",
      [
        [at.housing, "assist"],
        [at.urban, "assist"],
      ],
    ],
    [
      "one unit twice",
      [
        [at.housing, "lead"],
        [at.housing, "assist"],
      ],
    ],
  ])("[FZ-8.6-1] %s are refused", (_what, targets) => {
    expect(stop(say.web, [classified, roles("2026-03-02 10:05", ...targets)])).toMatchObject({
      code: "dispatch.notOneLead",
      clause: "FZ-8.6-1",
    });
  });

  it("[FZ-8.6-1] one lead and assistants: the lead bears every term, the assistants none", () => {
    const scene = play(say.web, sent(at.housing, at.urban), { until: "2026-03-17 00:00" });
    expect(scene.kase.legs.map((l) => [l.orgId, l.role])).toEqual([
      [at.housing, "lead"],
      [at.urban, "assist"],
    ]);
    expect(duty(scene, "reply", at.housing).due).toBe("2026-03-16");
    expect(duty(scene, "view-assisting", at.urban).due).toBeNull();
    expect(scene.duties.filter((d) => d.owner === at.urban && d.kind === "duty" && d.due !== null)).toEqual([]);
    expect(scene.breaches.filter(([, org]) => org === at.urban)).toEqual([]);
  });

  it("[FZ-8.6-1] the lead is named, not taken by order: it may stand last in the list", () => {
    const scene = play(say.web, [classified, roles("2026-03-02 10:05", [at.urban, "assist"], [at.housing, "lead"])]);
    expect(leg(scene, at.housing).id).toBe(matter(scene).leadLegId);
  });

  it("[FZ-8.6-1] the county bureau names lead and assistants among its own units", () => {
    const on = [
      ...sent(at.gulouBureau),
      say.dispatchOn("2026-03-02 11:00", at.gulouBureau, at.gulouUrban, at.gulouSchools),
    ];
    const scene = play(say.web, on);
    expect(leg(scene, at.gulouSchools)).toMatchObject({ role: "assist", sender: at.gulouBureau });
    const twoLeads = {
      ...on[2],
      input: { targets: [at.gulouUrban, at.gulouSchools].map((orgId) => ({ orgId, role: "lead" })), note: null },
    } as Step;
    expect(stop(say.web, [...on.slice(0, 2), twoLeads])).toMatchObject({
      code: "dispatch.notOneLead",
      clause: "FZ-8.6-1",
    });
  });
});

describe("article 8 (7): several problems, several units", () => {
  const both = split("2026-03-03 10:00", ["路灯", at.housing], ["占道", at.gulouBureau]);

  it("[FZ-8.7-1] one act sends all parts at one moment, each with its own way and term", () => {
    const scene = play(say.web, [classified, both]);
    expect(scene.kase.matters.map((m) => [m.title, m.stage])).toEqual([
      ["路灯", "inHand"],
      ["占道", "inHand"],
    ]);
    expect(new Set(scene.kase.legs.map((l) => l.openedAt)).size).toBe(1);
    expect(duty(scene, "reply", at.housing).due).toBe("2026-03-17");
    expect(duty(scene, "county-dispatch", at.gulouBureau).due).toBe("2026-03-04");
    expect(duty(scene, "dispatch", at.bureau)).toMatchObject({ due: "2026-03-03", state: "met" });
  });

  it("[FZ-8.7-1] each part has one lead, and a name by which it is known", () => {
    expect(
      stop(say.web, [classified, split("2026-03-03 10:00", ["路灯", at.housing], [null, at.urban])]),
    ).toMatchObject({
      code: "act.inputMissing",
      facts: { field: "title" },
    });
    const noLead = {
      ...both,
      input: { classification: null, matters: [say.matter("路灯", at.housing), say.matter("占道")] },
    };
    expect(stop(say.web, [classified, noLead])).toMatchObject({ code: "dispatch.noTarget" });
  });

  it("[FZ-8.7-1] if one part cannot go, none goes", () => {
    const steps = [classified, split("2026-03-03 10:00", ["路灯", at.housing], ["占道", at.gulouUrban])];
    expect(stop(say.web, steps)).toMatchObject({ code: "dispatch.throughCountyBureau", clause: "FZ-4-2" });
    expect(
      stop(say.web, [classified, split("2026-03-03 10:00", ["路灯", at.housing], ["轨道", at.unjoined])]),
    ).toMatchObject({
      code: "dispatch.targetNotJoined",
    });
  });

  it("[FZ-8.7-1] a part that shows only later can be sent beside the one in hand", () => {
    const scene = play(say.web, [...sent(at.housing), split("2026-03-05 10:00", ["占道", at.urban])]);
    expect(scene.kase.matters.map((m) => m.id)).toEqual(["m1", "m2"]);
    expect(duty(scene, "reply", at.urban).due).toBe("2026-03-19");
    expect(duty(scene, "reply", at.housing).due).toBe("2026-03-16");
  });

  it("[FZ-8.7-1] a part in hand is not sent twice", () => {
    const again: Step = {
      ...both,
      at: "2026-03-04 10:00",
      input: { classification: null, matters: [{ ...say.matter("路灯", at.urban), matterId: "m1" }] },
    };
    expect(stop(say.web, [classified, both, again])).toMatchObject({
      code: "dispatch.matterInHand",
      facts: { matter: "m1" },
    });
    const unknown: Step = {
      ...again,
      input: { classification: null, matters: [{ ...say.matter("x", at.urban), matterId: "m9" }] },
    };
    expect(stop(say.web, [classified, both, unknown])).toMatchObject({ code: "dispatch.matterUnknown" });
  });

  it("[FZ-8.7-1] the whole stays open while any part is, and is answered with the last", () => {
    const steps = [classified, split("2026-03-02 10:05", ["路灯", at.housing], ["占道", at.urban])];
    const answer = (unit: OrgId, day: string) => [
      ...say
        .untilAudit(unit, day)
        .slice(2)
        .map((s) => ({ ...s, at: `${day} ${s.at.slice(11)}` })),
      say.passAudit(`${day} 12:00`, unit),
    ];
    const one = play(say.web, [...steps, ...answer(at.housing, "2026-03-03")]);
    expect(one.kase.stage).toBe("inHand");
    expect(one.kase.matters.map((m) => m.stage)).toEqual(["delivered", "inHand"]);
    const all = play(say.web, [...steps, ...answer(at.housing, "2026-03-03"), ...answer(at.urban, "2026-03-04")]);
    expect(all.kase.stage).toBe("answered");
    expect(of(all.events, "published").map((p) => p.matterId)).toEqual(["m1", "m2"]);
  });

  it("[FZ-8.7-2] each unit answers its own part; another's it cannot touch", () => {
    const steps = [
      classified,
      split("2026-03-02 10:05", ["路灯", at.housing], ["占道", at.urban]),
      say.view("2026-03-03 09:00", at.urban),
      say.submit("2026-03-03 09:10", at.urban),
    ];
    const strange = { ...say.draft("2026-03-03 10:00", at.urban), who: holder(at.housing, "clerk") };
    expect(stop(say.web, [...steps, strange])).toMatchObject({ code: "act.notYourPost", clause: "FZ-8.2-1" });
    expect(leg(play(say.web, [...steps, say.draft("2026-03-03 10:00", at.urban)]), at.urban).stage).toBe("drafted");
  });

  it("[FZ-8.7-2] every unit reads the whole", () => {
    const scene = play(say.web, [classified, both]);
    expect(reads(scene, at.housing, "clerk")).toBe("all");
    expect(reads(scene, at.gulouBureau, "dispatcher")).toBe("all");
  });
});

describe("article 8 (5): repeated complaints", () => {
  const link: Step = { at: "2026-03-02 09:30", who: say.dispatcher, act: "linkRepeat", input: { previous: "earlier" } };
  const decline: Step = { at: "2026-03-02 10:00", who: say.dispatcher, act: "declineRepeat" };
  const chain = (replies: Readonly<Record<string, number>>, lastReply: string | null = "earlier"): RepeatChain => ({
    timelyReplies: replies as RepeatChain["timelyReplies"],
    lastReply: lastReply as CaseId | null,
  });

  it.each([1, 2, 3, 4])(
    "[FZ-8.5-1] with %i timely replies before it, a repeat is dispatched with its own ten days",
    (replies) => {
      const scene = play(say.web, [link, ...sent(at.housing)], { chain: chain({ [at.housing]: replies }) });
      expect(scene.kase).toMatchObject({ stage: "inHand", repeatOf: "earlier" });
      expect(duty(scene, "reply", at.housing).due).toBe("2026-03-16");
    },
  );

  it.each([
    ["three timely replies", { [at.housing]: 3 }, 3],
    ["five replies of which two were late", { [at.housing]: 5 - 2 }, 3],
    ["two by one unit and two by another", { [at.housing]: 2, [at.urban]: 2 }, 2],
    ["none", {}, 0],
  ])("[FZ-8.5-2] after %s the city bureau must dispatch", (_what, replies, counted) => {
    expect(stop(say.web, [link, decline], { chain: chain(replies) })).toMatchObject({
      code: "repeat.tooFewTimelyReplies",
      clause: "FZ-8.5-2",
      facts: { counted, over: 3 },
    });
  });

  it.each([4, 5])(
    "[FZ-8.5-2] after %i timely replies by one unit it may stop, and points to the last reply",
    (replies) => {
      const scene = play(say.web, [link, decline], {
        chain: chain({ [at.housing]: replies, [at.urban]: 1 }),
        until: "2026-03-20 09:00",
      });
      expect(scene.kase.stage).toBe("notDispatched");
      expect(of(scene.events, "repeatDeclined")).toEqual([{ timelyReplies: replies, lastReply: "earlier" }]);
      expect(scene.notices).toContain("not-dispatched");
      expect(pack.notices.find((n) => n.id === "not-dispatched")?.template).toContain("{lastReply}");
      expect(scene.breaches).toEqual([]);
    },
  );

  it("[FZ-8.5-2] it is a choice: with four it may as well dispatch, and nothing happens by itself", () => {
    const four = chain({ [at.housing]: 4 });
    expect(play(say.web, [link], { chain: four, until: "2026-03-03 09:00" }).kase.stage).toBe("registered");
    expect(play(say.web, [link, ...sent(at.housing)], { chain: four }).kase.stage).toBe("inHand");
  });

  it("[FZ-8.5-2] nobody but the city bureau may, and not once it has been sent out", () => {
    const four = chain({ [at.housing]: 4 });
    expect(stop(say.web, [{ ...decline, who: say.operator }], { chain: four })).toMatchObject({
      code: "act.notYourPost",
      clause: "FZ-8.5-2",
    });
    const county = { ...decline, at: "2026-03-02 11:00", who: holder(at.gulouBureau, "dispatcher") };
    expect(stop(say.web, [...sent(at.gulouBureau), county], { chain: four })).toMatchObject({
      code: "act.notYourPost",
    });
    expect(stop(say.web, [...sent(at.housing), { ...decline, at: "2026-03-02 11:00" }], { chain: four })).toMatchObject(
      { code: "act.notAtThisStage" },
    );
  });

  it("[FZ-8.5-2] without an earlier case of the same person and matter there is nothing to count", () => {
    expect(stop(say.web, [decline])).toMatchObject({ code: "repeat.notLinked", clause: "FZ-8.5-2" });
    expect(stop(say.web, [decline], { chain: chain({ [at.housing]: 4 }, null) })).toMatchObject({
      code: "repeat.notLinked",
    });
  });
});
