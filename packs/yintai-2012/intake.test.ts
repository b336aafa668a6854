import { describe, expect, it } from "vitest";
import { of, reads, stage } from "../../domain/proof/fixture.ts";
import type { Step } from "../../domain/rules/example.ts";
import { monitored } from "../../domain/accountability/monitored.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, secondOperator } from "./example-office.ts";
import { packs } from "../index.ts";
import { yintai2012 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(yintai2012, nationalYears);

const refuse = (ground: string, fields: Record<string, string> = {}, when = "2026-03-02 10:00"): Step => ({
  at: when,
  who: say.operator,
  act: "refuse",
  input: { ground: `ground.${ground}`, fields },
});

describe("article 3 (1): what is taken in", () => {
  it("[YT-3.1.2] a message to the district's head is filed by its author and at once with the supervision office", () => {
    const scene = play(say.web, []);
    expect(scene.kase).toMatchObject({
      stage: "registered",
      channel: "web",
      intake: at.centre,
      topBureau: at.supervision,
    });
    expect(scene.duties.map((d) => [d.rule, d.owner, d.due])).toEqual([
      ["sort", at.centre, null],
      ["ledger", at.supervision, null],
    ]);
  });

  it.each([
    ["[YT-3.1.1] the city mayor's mailbox", say.bySource.mayor],
    ["[YT-3.1.3] passed on by the city", say.bySource.city],
    ["[YT-3.1.3] passed on by the province", { ...say.bySource.city, source: "provinceTransfer" }],
    ["[YT-3.1.4] another form on the net", say.bySource.forum],
  ])("%s is collected by the centre, with its source on record", (_, values) => {
    const scene = play(say.collected, [say.collect("2026-03-02 09:30", values)]);
    expect(scene.kase).toMatchObject({ stage: "received", channel: "collected", intake: at.centre, topBureau: null });
    expect(of(scene.events, "formalityDone")).toEqual([{ formality: "collect", legId: null, values }]);
  });

  it.each([
    ["YT-3.1.3", { source: "cityTransfer" }],
    ["YT-3.1.3", { source: "provinceTransfer", document: " " }],
    ["YT-3.1.4", { source: "otherNet", capturedOn: "2026-03-02" }],
    ["YT-3.1.4", { source: "otherNet", site: "本地论坛" }],
  ])(
    "[YT-3.1.3 YT-3.1.4] %s: without its document, or its site and day, a source is not recorded",
    (clause, values) => {
      expect(stop(say.collected, [say.collect("2026-03-02 09:30", values)])).toMatchObject({
        code: "formality.fieldMissing",
        clause,
      });
    },
  );

  it("[YT-0-1] messages come to the centre, in the words and at the place that the measures name", () => {
    expect(play(say.collected, []).kase).toMatchObject({ intake: at.centre, stage: "received" });
  });

  it("[YT-3.1.4] a message from a forum has no author to reach: nothing is sent to anybody before the answer", () => {
    const values = say.collectedFrom(say.bySource.forum);
    expect(play(say.collected, say.assigned(at.housing, "simple", {}, values)).notices).toEqual([]);
  });
});

describe("article 3 (2): what is not taken up", () => {
  it.each([
    ["[YT-3.2.1] 你们都不行: no substance", "3.2.1-1", {}],
    ["[YT-3.2.1] unclear and not to be verified, with the attempt to ask", "3.2.1-2", { note: "3月2日电话两次，空号" }],
    ["[YT-3.2.2] an advertisement", "3.2.2", {}],
    ["[YT-3.2.3] a quarrel between friends", "3.2.3", {}],
    ["[YT-3.2.4] a court's schedule", "3.2.4", { competentPlace: "印台区人民法院" }],
    ["[YT-3.2.5] a case filed in court", "3.2.5", { procedure: "诉讼", caseAt: "印台区人民法院" }],
    ["[YT-3.2.6] a petition that was terminated", "3.2.6", { caseAt: "铜信终字〔2025〕1号" }],
  ])("%s is refused by the centre and never reaches the ledger", (_, ground, fields) => {
    const scene = play(say.web, [refuse(ground, fields)]);
    expect(scene.kase).toMatchObject({ stage: "refused", ground: `ground.${ground}` });
    expect(scene.duties.find((d) => d.rule === "ledger")).toMatchObject({ state: "cancelled" });
    expect(stop(say.web, [refuse(ground, fields), say.enter("2026-03-02 11:00")])).toMatchObject({
      code: "act.notAtThisStage",
    });
  });

  it.each([
    ["YT-3.2.1", "3.2.1-2", {}],
    ["YT-3.2.5", "3.2.5", { procedure: "诉讼" }],
    ["YT-3.2.5", "3.2.5", { caseAt: "印台区人民法院" }],
    ["YT-3.2.5", "3.2.5", { procedure: "打算起诉", caseAt: "印台区人民法院" }],
    ["YT-3.2.6", "3.2.6", {}],
  ])(
    "[YT-3.2.1 YT-3.2.5 YT-3.2.6] %s: without the fact that the ground rests on it is no ground",
    (clause, ground, fields) => {
      expect(stop(say.web, [refuse(ground, fields)])).toMatchObject({ code: "ground.fieldMissing", clause });
    },
  );

  it("[YT-3.2.7] other reasons are written down, and a second officer has to confirm them", () => {
    const fields = { note: "同一内容当日已提交两次" };
    const confirm = (who = say.operator) =>
      say.does("2026-03-02 09:30", who, "confirm-other-ground", { otherGround: "属重复提交" });
    expect(stop(say.web, [refuse("3.2.7", fields)])).toMatchObject({ code: "ground.notConfirmed", clause: "YT-3.2.7" });
    expect(stop(say.web, [confirm(), refuse("3.2.7", fields)])).toMatchObject({ code: "ground.notConfirmed" });
    expect(play(say.web, [confirm(secondOperator), refuse("3.2.7", fields)]).kase.stage).toBe("refused");
    expect(play(say.web, [confirm(say.auditor), refuse("3.2.7", fields)]).kase.stage).toBe("refused");
    expect(stop(say.web, [confirm(secondOperator), refuse("3.2.7", { note: " " })])).toMatchObject({
      code: "ground.fieldMissing",
    });
    expect(pack.grounds.find((g) => g.id === "ground.3.2.7")?.reconstructed).toBe(true);
  });

  it("[YT-3.2.1] nobody but the centre refuses, and nothing that is already with a unit", () => {
    for (const who of [say.auditor, say.officeLeader, say.dispatcher, say.governmentLeader]) {
      expect(stop(say.web, [{ ...refuse("3.2.2"), who }])).toMatchObject({ code: "act.notYourPost" });
    }
    expect(stop(say.web, [...say.assigned(), refuse("3.2.2", {}, "2026-03-03 10:00")])).toMatchObject({
      code: "act.notAtThisStage",
    });
  });
});

describe("article 4 (1) to (3): collected, sorted, reported, entered", () => {
  it("[YT-4.1] only the e-government centre registers, and hands nothing on before its source is on record", () => {
    const known = [say.sort("2026-03-02 09:40"), say.report("2026-03-02 09:50")];
    expect(stop(say.collected, [...known, say.handOver("2026-03-02 10:00")])).toMatchObject({
      code: "fact.missing",
      clause: "YT-4.1",
    });
    const scene = play(say.collected, [...known, say.collect("2026-03-02 09:55"), say.handOver("2026-03-02 10:00")]);
    expect(scene.kase).toMatchObject({ stage: "registered", topBureau: at.supervision });
    const register = pack.powers.find((p) => p.act === "register");
    expect(register?.by).toEqual([{ post: "operator", body: "anyone", kind: "eGovCentre" }]);
  });

  it("[YT-4.2-1] there are five kinds, of which a message has one; 其他 is one of them", () => {
    for (const category of ["enquiry", "suggestion", "complaint", "helpRequest", "other"]) {
      const scene = play(say.web, [say.sort("2026-03-02 10:00", { category }), say.report("2026-03-02 10:10")]);
      expect(of(scene.events, "formalityDone")[0]?.values).toEqual({ category, urgency: "ordinary" });
    }
    for (const category of ["report", "", ["complaint", "other"]]) {
      expect(stop(say.web, [say.sort("2026-03-02 10:00", { category })]).clause).toBe("YT-4.2-1");
    }
  });

  it("[YT-4.2-1] without its kind and how urgent it is, nothing is passed on", () => {
    expect(stop(say.web, [say.report("2026-03-02 10:00")])).toMatchObject({ code: "fact.missing", clause: "YT-4.2-1" });
    expect(stop(say.web, [say.does("2026-03-02 10:00", say.operator, "sort", { category: "other" })])).toMatchObject({
      code: "formality.fieldMissing",
    });
    expect(stop(say.web, [{ ...say.sort("2026-03-02 10:00"), who: say.auditor, act: "carryOut" }])).toMatchObject({
      code: "act.notYourPost",
    });
  });

  it("[YT-4.2-2] reported on 03-02, a message is the government office's to read; before, it is not", () => {
    const sorted = play(say.web, [say.sort("2026-03-02 10:00")]);
    expect(reads(sorted, at.office, "officeLeader")).toBeNull();
    expect(sorted.duties.find((d) => d.rule === "report-to-office")).toMatchObject({ owner: at.centre, due: null });
    const reported = play(say.web, [say.sort("2026-03-02 10:00"), say.report("2026-03-02 10:10")]);
    expect(reads(reported, at.office, "officeLeader")).toBe("all");
    expect(reads(reported, at.section, "dispatcher")).toBe("all");
    expect(reported.duties.find((d) => d.rule === "report-to-office")).toMatchObject({ state: "met" });
    const twice = [say.sort("2026-03-02 10:00"), say.report("2026-03-02 10:10"), say.report("2026-03-02 10:20")];
    expect(stop(say.web, twice)).toMatchObject({ code: "formality.alreadyDone" });
  });

  it("[YT-4.3] the supervision office enters each message once, after it was reported, and nothing is proposed before", () => {
    const reported = [say.sort("2026-03-02 10:00"), say.report("2026-03-02 10:10")];
    expect(stop(say.web, [say.enter("2026-03-02 09:30")])).toMatchObject({ code: "formality.notDone" });
    expect(stop(say.web, [...reported, say.propose("2026-03-02 14:00")])).toMatchObject({
      code: "formality.notDone",
      clause: "YT-4.3",
    });
    const scene = play(say.web, [...reported, say.enter("2026-03-02 11:00")]);
    expect(of(scene.events, "formalityDone").at(-1)).toEqual({
      formality: "ledger",
      legId: null,
      values: { summary: "楼门口路灯不亮" },
    });
    expect(scene.duties.find((d) => d.rule === "ledger")).toMatchObject({ owner: at.supervision, state: "met" });
    expect(stop(say.web, [...say.entered, say.enter("2026-03-02 12:00")])).toMatchObject({
      code: "formality.alreadyDone",
      clause: "YT-4.3",
    });
    expect(stop(say.web, [...reported, { ...say.enter("2026-03-02 11:00"), who: say.operator }])).toMatchObject({
      code: "act.notYourPost",
    });
  });
});

it("[YT-4.1] what is watched are the sources by which messages are collected, by who collects them", () => {
  const collect = pack.formalities.find(({ id }) => id === "collect");
  const watched = monitored(pack);
  expect(watched?.clause).toBe("YT-4.1");
  expect(watched?.sources.map(({ value }) => value)).toEqual([
    "cityMayorMailbox",
    "districtMayorMailbox",
    "provinceTransfer",
    "cityTransfer",
    "otherNet",
  ]);
  expect(watched?.by).toEqual(collect?.by);
  expect(packs.filter((one) => monitored(one) !== null).map(({ id }) => id)).toEqual(["yintai-2012"]);
});
