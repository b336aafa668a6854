import { describe, expect, it } from "vitest";
import { type CaseId, unfiled } from "../../domain/case/case.ts";
import { type Context, noChain } from "../../domain/case/context.ts";
import { decide } from "../../domain/case/decide.ts";
import type { FilingInput } from "../../domain/case/input.ts";
import { dutiesOf } from "../../domain/case/timeline.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { office } from "../../domain/office/office.ts";
import type { OrgId } from "../../domain/office/org.ts";
import { changedOffice, duty, matter, of, reads, stage } from "../../domain/proof/fixture.ts";
import { actorOf, chinaTime } from "../../domain/proof/story.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import type { Channel } from "../../domain/rules/vocabulary.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { fuzhou2007 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, calendar, pack } = stage(fuzhou2007, nationalYears);
const place = office(pack.exampleOffice.orgs, pack.exampleOffice.holdings);
const phoned = (when: string): Filing => ({ at: when, channel: "phone" });

const refuse = (
  ground: string,
  fields: Record<string, string> = {},
  when = "2026-03-02 10:00",
  who = say.dispatcher,
): Step => ({
  at: when,
  who,
  act: "refuse",
  input: { ground: `ground.${ground}`, fields },
});

/** Registers a case by hand, for what the stories do not vary: when it was received and in whose name. */
function registered(now: string, who: Context["actor"], over: Partial<FilingInput> = {}) {
  const input: FilingInput = {
    channel: "phone",
    receivedAt: chinaTime(now),
    choice: "public",
    subject: "ordinary",
    accused: null,
    contentHash: "0".repeat(64),
    intake: at.centre,
    topBureau: at.bureau,
    ...over,
  };
  const world = { now: chinaTime(now), office: place, pack, calendar, chain: noChain };
  const before = unfiled("c" as CaseId, pack.id, chinaTime(now));
  const done = decide({ act: "register", legId: null, input }, before, { ...world, actor: who });
  return { done, world };
}

describe("article 2 and 5: how a case comes in", () => {
  it.each<Channel>(["phone", "fax", "sms"])(
    "[FZ-2-1 FZ-5-1] by %s it is registered by the service centre, with its channel",
    (channel) => {
      const scene = play({ at: "2026-03-02 09:30", channel }, []);
      expect(scene.kase).toMatchObject({ stage: "received", channel, intake: at.centre, topBureau: null });
      expect(scene.events[0]).toMatchObject({
        type: "caseReceived",
        by: { personId: say.operator, orgId: at.centre, post: "operator" },
      });
    },
  );

  it("[FZ-2-1] by the web it reaches the city bureau by itself, at once", () => {
    const scene = play(say.web, []);
    expect(scene.kase).toMatchObject({ stage: "registered", channel: "web", topBureau: at.bureau });
    expect(scene.events.map((e) => [e.type, e.by.kind])).toEqual([
      ["caseReceived", "petitioner"],
      ["handedOver", "system"],
    ]);
  });

  it("[FZ-2-1] the pack opens the four ways of the regulation", () => {
    expect([...pack.settings.channels.value].sort()).toEqual(["fax", "phone", "sms", "web"]);
  });

  it.each([
    ["the petitioner", { kind: "petitioner" } as const],
    ["a dispatcher of the bureau", actorOf(say.dispatcher, place, chinaTime(say.web.at))],
    ["a clerk of a unit", actorOf(holder(at.housing, "clerk"), place, chinaTime(say.web.at))],
  ])("[FZ-5-1] %s cannot register what was not sent by the web", (_who, actor) => {
    expect(registered("2026-03-02 09:30", actor).done).toMatchObject({
      refused: { code: "act.notYourPost", clause: "FZ-5-1" },
    });
  });

  it("[FZ-5-1] an operator cannot register a case in the name of a body where he does not sit", () => {
    const stranger = {
      kind: "staff",
      personId: "x",
      orgId: at.housing,
      posts: ["operator"],
    } as unknown as Context["actor"];
    expect(registered("2026-03-02 09:30", stranger).done).toHaveProperty("refused");
  });

  it("[FZ-5-1] what came in stays as it came: a correction stands beside it, with the old value", () => {
    const correct = (from: string, to: string): Step => ({
      at: "2026-03-02 10:00",
      who: say.operator,
      act: "correct",
      input: { field: "place", from, to },
    });
    const scene = play(phoned("2026-03-02 09:30"), [correct("鼓楼区", "台江区")]);
    expect(of(scene.events, "caseReceived")).toHaveLength(1);
    expect(of(scene.events, "corrected")).toEqual([{ field: "place", from: "鼓楼区", to: "台江区" }]);
    expect(stop(phoned("2026-03-02 09:30"), [correct("鼓楼区", "鼓楼区")])).toMatchObject({ code: "correction.empty" });
  });

  it("[FZ-5-1] a call that repeats another is linked, not merged: it keeps its own hand-over", () => {
    const link: Step = { at: "2026-03-02 10:00", who: say.operator, act: "linkRepeat", input: { previous: "earlier" } };
    const scene = play(phoned("2026-03-02 09:30"), [link]);
    expect(scene.kase).toMatchObject({ stage: "received", repeatOf: "earlier" });
    expect(duty(scene, "hand-over", at.centre)).toMatchObject({ state: "open", due: "2026-03-02" });
  });
});

describe("article 5: handed over the same day", () => {
  it("[FZ-5-2] a call of Saturday handed over on Sunday at 00:05 is late, and the centre's lateness", () => {
    const scene = play(phoned("2026-03-07 10:00"), [say.handOver("2026-03-08 00:05")]);
    expect(duty(scene, "hand-over", at.centre)).toMatchObject({ due: "2026-03-07", state: "metLate" });
    expect(scene.breaches).toEqual([["late", at.centre, "2026-03-08"]]);
  });

  it.each([
    ["2026-03-07 10:00", "2026-03-07 23:59"],
    ["2026-10-01 23:50", "2026-10-01 23:59"],
    ["2026-03-02 00:00", "2026-03-02 23:59"],
  ])("[FZ-5-2] received %s, handed over %s: in time, on rest days and holidays too", (received, over) => {
    const scene = play(phoned(received), [say.handOver(over)]);
    expect(scene.breaches).toEqual([]);
    expect(scene.kase).toMatchObject({ stage: "registered", topBureau: at.bureau });
  });

  it("[FZ-5-2] not handed over at all: late from 00:00 of the next day, holiday or not", () => {
    expect(play(phoned("2026-10-01 10:00"), [], { until: "2026-10-01 23:59" }).breaches).toEqual([]);
    expect(play(phoned("2026-10-01 10:00"), [], { until: "2026-10-02 00:00" }).breaches).toEqual([
      ["late", at.centre, "2026-10-02"],
    ]);
  });

  it("[FZ-5-2] the day is that of receipt, not that of registration", () => {
    const operator = actorOf(say.operator, place, chinaTime("2026-03-03 08:00"));
    const { done, world } = registered("2026-03-03 08:00", operator, { receivedAt: chinaTime("2026-03-02 22:00") });
    if ("refused" in done) throw new Error(done.refused.code);
    expect(dutiesOf(done.kase, world).find((d) => d.rule === "hand-over")).toMatchObject({
      due: "2026-03-02",
      overdueSince: "2026-03-03",
    });
  });

  it("[FZ-5-2] nobody hands over what came by the web", () => {
    const scene = play(say.web, [], { until: "2026-03-20 09:00" });
    expect(scene.duties.filter((d) => d.rule === "hand-over")).toEqual([]);
    expect(stop(say.web, [say.handOver("2026-03-02 10:00")])).toMatchObject({
      code: "act.notAtThisStage",
      clause: "FZ-5-2",
    });
  });

  it("[FZ-5-2] an emergency refused on the spot is not handed over, and nobody is late", () => {
    const scene = play(
      phoned("2026-03-02 09:30"),
      [refuse("3.8", { referral: "110" }, "2026-03-02 09:31", say.operator)],
      { until: "2026-03-20 09:00" },
    );
    expect(scene.breaches).toEqual([]);
    expect(duty(scene, "hand-over").state).toBe("cancelled");
  });
});

describe("article 3: what is not accepted", () => {
  const complete: readonly (readonly [string, Record<string, string>])[] = [
    ["3.1", {}],
    ["3.2", {}],
    ["3.3", { note: "与住建局3月1日的记录不符" }],
    ["3.4", {}],
    ["3.5", { competentPlace: "厦门市" }],
    ["3.6", { procedure: "仲裁", caseAt: "市劳动仲裁委" }],
    ["3.7", { unit: at.unjoined }],
    ["3.8", { referral: "110" }],
    ["3.9", { note: "私人借款纠纷" }],
  ];

  it.each(complete)(
    "[FZ-%s] refused with the ground, the officer and the time kept; no unit has it, nobody owes a dispatch",
    (code, fields) => {
      const scene = play(say.web, [refuse(code, fields)], { until: "2026-03-20 09:00" });
      expect(scene.kase).toMatchObject({ stage: "refused", ground: `ground.${code}`, legs: [] });
      const event = scene.events.find((e) => e.type === "refused");
      expect(event).toMatchObject({
        at: chinaTime("2026-03-02 10:00"),
        by: { personId: say.dispatcher, orgId: at.bureau, post: "dispatcher" },
        data: { ground: `ground.${code}`, fields },
      });
      expect(scene.duties.filter((d) => d.state === "open")).toEqual([]);
      expect(scene.breaches).toEqual([]);
      expect(scene.notices).toContain("refused");
      expect(pack.grounds.find((g) => g.code === code)?.clause).toBe(`FZ-${code}`);
    },
  );

  it("[FZ-3.1 FZ-3.9] there are nine grounds, in the regulation's own numbers, and no tenth", () => {
    expect(pack.grounds.map((g) => g.code)).toEqual(complete.map(([code]) => code));
    expect(stop(say.web, [refuse("3.10")])).toMatchObject({ code: "ground.unknown" });
  });

  it("[FZ-3.1] refused is refused: it cannot be sent on, nor refused again", () => {
    const sent = {
      ...say.dispatch("2026-03-02 11:00", at.housing),
      input: { classification: say.classification(), matters: [say.matter(null, at.housing)] },
    };
    expect(stop(say.web, [refuse("3.1"), sent])).toMatchObject({ code: "act.notAtThisStage", clause: "FZ-4-1" });
    expect(stop(say.web, [refuse("3.1"), refuse("3.9")])).toMatchObject({ code: "act.notAtThisStage" });
  });

  it("[FZ-3.1] not once somebody has it in hand, in a unit or at a county bureau", () => {
    const sent = (to: OrgId) => [say.classify("2026-03-02 09:30"), say.dispatch("2026-03-02 09:40", to)];
    for (const to of [at.housing, at.gulouBureau]) {
      expect(stop(say.web, [...sent(to), refuse("3.1")])).toMatchObject({ code: "track.unitAtWork", clause: "FZ-3.1" });
    }
  });

  it("[FZ-3.1] after a unit gave it back it can still be refused", () => {
    const back: readonly Step[] = [
      say.classify("2026-03-02 09:10"),
      say.dispatch("2026-03-02 09:15", at.housing),
      say.view("2026-03-02 09:20", at.housing),
      say.askReturn("2026-03-02 09:25", at.housing),
      { at: "2026-03-02 09:30", who: say.dispatcher, act: "acceptReturn", leg: at.housing, input: { note: null } },
    ];
    expect(play(say.web, [...back, refuse("3.9")], { until: "2026-03-20 09:00" }).kase.stage).toBe("refused");
  });

  it("[FZ-3.8] what the operator has said in the same call is written down as told, and only of a call", () => {
    const told = (channel: "phone" | "sms") =>
      play({ ...say.phone, channel }, [
        {
          at: "2026-03-02 09:31",
          who: say.operator,
          act: "refuse",
          input: { ground: "ground.3.8", fields: { referral: "119" }, told: "当场告知" },
        },
      ]);
    const call = told("phone");
    expect(call.events.at(-1)).toMatchObject({
      type: "delivered",
      by: { personId: say.operator, post: "operator" },
      data: { notice: "refused", channel: "phone", result: "当场告知" },
    });
    expect(call.kase.served).toContain("refused/case");
    expect(told("sms").kase.served).not.toContain("refused/case");
  });

  it("[FZ-3.2] the record is read by the head of the bureau and by nobody else", () => {
    const scene = play(say.phone, [say.handOver("2026-03-02 09:40"), refuse("3.2")]);
    expect(scene.sight).toEqual([{ orgId: at.bureau, post: "bureauHead", sees: "all" }]);
    const before = play(say.phone, [say.handOver("2026-03-02 09:40")]);
    expect(reads(before, at.centre, "operator")).toBe("all");
    expect(reads(before, at.bureau, "dispatcher")).toBe("all");
  });

  it("[FZ-3.2] a report about efficiency refused under 3.2 is closed to the efficiency office too", () => {
    const scene = play({ ...say.web, subject: "efficiency" }, [refuse("3.2")]);
    expect(scene.sight).toEqual([{ orgId: at.bureau, post: "bureauHead", sees: "all" }]);
  });

  it("[FZ-3.2] a unit that had answered one part does not read on once the case is refused under 3.2, nor does the public", () => {
    const parts: Step = {
      at: "2026-03-02 10:05",
      who: say.dispatcher,
      act: "dispatch",
      input: { classification: null, matters: [say.matter("路灯", at.housing), say.matter("传单", at.urban)] },
    };
    const scene = play(say.web, [
      say.classify("2026-03-02 10:00"),
      parts,
      ...say.untilAudit(at.housing, "2026-03-04").slice(2),
      say.passAudit("2026-03-04 12:00", at.housing),
      say.view("2026-03-04 13:00", at.urban),
      say.askReturn("2026-03-04 13:10", at.urban),
      { at: "2026-03-04 13:20", who: say.dispatcher, act: "acceptReturn", leg: at.urban, input: { note: null } },
      refuse("3.2", {}, "2026-03-04 14:00"),
    ]);
    expect(scene.sight).toEqual([{ orgId: at.bureau, post: "bureauHead", sees: "all" }]);
    expect(scene.kase.matters[0]?.publication).toBe("takenDown");
  });

  it.each([{}, { note: "" }, { note: "  \n" }])("[FZ-3.3] without the basis it is blocked (%j)", (fields) => {
    expect(stop(say.web, [refuse("3.3", fields)])).toMatchObject({ code: "ground.fieldMissing", clause: "FZ-3.3" });
  });

  it("[FZ-3.3 FZ-6.3] what merely may differ from the facts is taken up, internally", () => {
    const scene = play(say.web, [say.classify("2026-03-02 10:00", { track: "internal", internalReason: "differs" })]);
    expect(scene.kase).toMatchObject({ stage: "classified", track: "internal", internalReason: "differs" });
  });

  it("[FZ-3.4] its text is never published", () => {
    const scene = play(say.web, [refuse("3.4")]);
    expect(matter(scene).publication).toBe("none");
    expect(pack.grounds.filter((g) => g.neverPublished).map((g) => g.code)).toContain("3.4");
    const down: Step = {
      at: "2026-03-02 11:00",
      who: say.dispatcher,
      act: "takeDown",
      input: { matterId: "m1", reason: "x" },
    };
    expect(stop(say.web, [refuse("3.4"), down])).toMatchObject({ code: "act.notAtThisStage" });
  });

  it("[FZ-3.5] the competent city may be named, and need not be", () => {
    expect(of(play(say.web, [refuse("3.5", { competentPlace: "厦门市" })]).events, "refused")[0]?.fields).toEqual({
      competentPlace: "厦门市",
    });
    expect(play(say.web, [refuse("3.5")]).kase.stage).toBe("refused");
    expect(pack.grounds.find((g) => g.code === "3.5")?.wayOn).toContain("{competentPlace}");
  });

  it.each([{}, { procedure: "仲裁" }, { caseAt: "市劳动仲裁委" }])(
    "[FZ-3.6] needs the procedure and where it runs (%j)",
    (fields) => {
      expect(stop(say.web, [refuse("3.6", fields as Record<string, string>)])).toMatchObject({
        code: "ground.fieldMissing",
        clause: "FZ-3.6",
      });
    },
  );

  it("[FZ-3.6] a claim not yet filed anywhere is not refusable: the procedure must be one of the three", () => {
    expect(stop(say.web, [refuse("3.6", { procedure: "尚未申请", caseAt: "无" })])).toMatchObject({ clause: "FZ-3.6" });
  });

  it("[FZ-3.7] the unit must be named, and be outside the system on the day", () => {
    expect(stop(say.web, [refuse("3.7")])).toMatchObject({ code: "ground.fieldMissing", clause: "FZ-3.7" });
    expect(stop(say.web, [refuse("3.7", { unit: at.housing })])).toMatchObject({
      code: "ground.unitHasJoined",
      clause: "FZ-3.7",
      facts: { org: at.housing },
    });
  });

  it.each([
    ["2026-03-06", true],
    ["2026-03-08", true],
    ["2026-03-09", false],
    ["2026-03-31", false],
    ["2026-04-01", true],
  ])("[FZ-3.7] a unit in the system from 2026-03-09 to 03-31: on %s the ground is there: %s", (date, there) => {
    const joining = changedOffice(pack, (org) =>
      org.id === at.unjoined ? { ...org, joinedOn: plainDate("2026-03-09"), leftOn: plainDate("2026-03-31") } : org,
    );
    const filing: Filing = { at: `${date} 09:00`, channel: "web" };
    const refusal = refuse("3.7", { unit: at.unjoined }, `${date} 10:00`);
    const send = [say.classify(`${date} 10:00`), say.dispatch(`${date} 10:05`, at.unjoined)];
    if (there) {
      expect(play(filing, [refusal], { office: joining }).kase.stage).toBe("refused");
      expect(stop(filing, send, { office: joining })).toMatchObject({
        code: "dispatch.targetNotJoined",
        clause: "FZ-3.7",
      });
    } else {
      expect(stop(filing, [refusal], { office: joining })).toMatchObject({
        code: "ground.unitHasJoined",
        clause: "FZ-3.7",
      });
      expect(play(filing, send, { office: joining }).kase.legs[0]?.orgId).toBe(at.unjoined);
    }
  });

  it("[FZ-3.8] the operator refuses an emergency at once and stores where he pointed to", () => {
    const scene = play(say.phone, [refuse("3.8", { referral: "110" }, "2026-03-02 09:31", say.operator)]);
    expect(scene.kase.stage).toBe("refused");
    expect(of(scene.events, "refused")).toEqual([{ ground: "ground.3.8", fields: { referral: "110" } }]);
    expect(stop(say.phone, [refuse("3.8", {}, "2026-03-02 09:31", say.operator)])).toMatchObject({
      code: "ground.fieldMissing",
      clause: "FZ-3.8",
    });
  });

  it("[FZ-3.8] the other eight grounds are not the operator's, before the hand-over or after it", () => {
    for (const [code, fields] of complete.filter(([c]) => c !== "3.8")) {
      const step = refuse(code, fields, "2026-03-02 09:50", say.operator);
      for (const steps of [[step], [say.handOver("2026-03-02 09:40"), step]]) {
        expect(stop(say.phone, steps)).toMatchObject({ code: "ground.notYours", clause: `FZ-${code}` });
      }
    }
  });

  it("[FZ-3.8] the emergency numbers stand ready, 110 and 122 among them, and words that bring them up", () => {
    const numbers = pack.settings.emergencyNumbers.value.map((n) => n.number);
    expect(numbers).toEqual(expect.arrayContaining(["110", "122"]));
    expect(pack.settings.emergencyWords.value.length).toBeGreaterThan(0);
    expect(pack.grounds.find((g) => g.code === "3.8")).toMatchObject({
      notice: "always",
      wayOn: expect.stringContaining("{referral}"),
    });
  });

  it("[FZ-3.1 FZ-3.4] only the notices of 3.1 to 3.4 may be switched off", () => {
    const switchable = pack.grounds.filter((g) => g.notice === "switchable").map((g) => g.code);
    expect(switchable).toEqual(["3.1", "3.2", "3.3", "3.4"]);
  });
});
