import { describe, expect, it } from "vitest";
import { duty, leg, of, reads, stage } from "../../domain/proof/fixture.ts";
import type { Step } from "../../domain/rules/example.ts";
import { measureOf } from "../../domain/rules/measure.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { yintai2012 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(yintai2012, nationalYears);

const urge = (when: string, method: string, who = say.auditor): Step =>
  say.doesOn(when, who, at.housing, "urge", { method, result: "答应今天到场" });
const fault = (when: string, what: string): Step =>
  say.doesOn(when, say.auditor, at.housing, "fault", { fault: what, faultFacts: "称不归本局管，未到现场" });
const inspect = (when: string, who = say.auditor): Step =>
  say.doesOn(when, who, at.housing, "inspect", {
    staff: ["督查人员甲", "督查人员乙"],
    inspectedOn: when.slice(0, 10),
    inspection: "现场已施工",
  });

/** Due on Monday 9 March. */
const key = (keyReason: string) => [
  ...say.agreed("simple", { keyReason: [keyReason] }),
  say.dispatch("2026-03-05 09:00", at.housing),
];
const plain = [...say.agreed(), say.dispatch("2026-03-05 09:00", at.housing)];

const items = (steps: readonly Step[], until: string) =>
  play(say.web, steps, { until }).duties.filter((d) => d.rule.startsWith("special-inspection"));

describe("article 4 (6): urging and inspecting", () => {
  it.each(["phone", "siteVisit", "tracking"])(
    "[YT-4.6-1] urged by %s on Friday 03-06, before it is due: it stands on the case, who did it and what came of it",
    (method) => {
      const scene = play(say.web, [...plain, urge("2026-03-06 10:00", method)]);
      expect(of(scene.events, "formalityDone").at(-1)).toEqual({
        formality: "urge",
        legId: "l1",
        values: { method, result: "答应今天到场" },
      });
      expect(scene.kase.happenings.at(-1)).toMatchObject({ moment: "done.urge", personId: say.auditor });
      expect(duty(scene, "reply-simple").due).toBe("2026-03-09");
    },
  );

  it("[YT-4.6-1] it is urged after the last day as well, as often as needed, but only by the supervision office and in these ways", () => {
    const often = [...plain, urge("2026-03-06 10:00", "phone"), urge("2026-03-11 10:00", "siteVisit", say.head)];
    expect(play(say.web, often).kase.happenings.filter((h) => h.moment === "done.urge")).toHaveLength(2);
    expect(stop(say.web, [...plain, urge("2026-03-06 10:00", "letter")])).toMatchObject({
      code: "formality.fieldWrong",
    });
    for (const who of [say.operator, say.dispatcher, holder(at.housing, "principalLeader")]) {
      expect(stop(say.web, [...plain, urge("2026-03-06 10:00", "phone", who)])).toMatchObject({
        code: "act.notYourPost",
      });
    }
    expect(stop(say.web, [...say.submitted(), urge("2026-03-06 10:00", "phone")])).toMatchObject({
      code: "act.notAtThisStage",
    });
  });

  it.each(["leaderInstruction", "manyVoices", "greatInfluence"])(
    "[YT-4.6-2] a key message (%s) due 03-09 and unanswered: on 03-10 the supervision office owes an inspection",
    (reason) => {
      expect(items(key(reason), "2026-03-09 23:59")).toEqual([]);
      expect(items(key(reason), "2026-03-10 00:00")).toMatchObject([
        { rule: "special-inspection", owner: at.supervision, ownerPost: "auditor", state: "open", due: null },
      ]);
    },
  );

  it("[YT-4.6-2] one that is no key message has none, late or not, and cannot be inspected so", () => {
    expect(items(plain, "2026-03-20 09:00")).toEqual([]);
    expect(stop(say.web, [...plain, inspect("2026-03-20 09:00")])).toMatchObject({
      code: "fact.missing",
      clause: "YT-4.6-2",
    });
  });

  it("[YT-4.6-2] a key message whose unit shirks is inspected before it is late; perfunctory is counted, not inspected", () => {
    expect(items([...key("manyVoices"), fault("2026-03-06 09:00", "shirking")], "2026-03-06 10:00")).toMatchObject([
      { rule: "special-inspection-shirked", owner: at.supervision, state: "open" },
    ]);
    expect(items([...key("manyVoices"), fault("2026-03-06 09:00", "perfunctory")], "2026-03-06 10:00")).toEqual([]);
    expect(items([...plain, fault("2026-03-06 09:00", "shirking")], "2026-03-06 10:00")).toEqual([]);
  });

  it("[YT-4.6-2] it may be made a key message later, by the supervision office", () => {
    const mark = (who = say.auditor) =>
      say.does("2026-03-11 09:00", who, "mark-key", { keyReason: ["manyVoices", "greatInfluence"] });
    expect(items([...plain, mark()], "2026-03-11 10:00")).toHaveLength(1);
    expect(stop(say.web, [...plain, mark(say.operator)])).toMatchObject({ code: "act.notYourPost" });
  });

  it("[YT-4.6-2] the inspection closes with who went, when, and what they found, even after the unit has answered", () => {
    const late = [...key("leaderInstruction"), inspect("2026-03-11 09:00")];
    const scene = play(say.web, late);
    expect(duty(scene, "special-inspection")).toMatchObject({ state: "met", endedOn: "2026-03-11" });
    for (const missing of ["staff", "inspectedOn", "inspection"]) {
      const values = { staff: ["甲"], inspectedOn: "2026-03-11", inspection: "已施工", [missing]: "" };
      const step = say.doesOn("2026-03-11 09:00", say.auditor, at.housing, "inspect", values);
      expect(stop(say.web, [...key("leaderInstruction"), step])).toMatchObject({ code: "formality.fieldMissing" });
    }
    expect(stop(say.web, [...key("leaderInstruction"), inspect("2026-03-11 09:00", say.dispatcher)])).toMatchObject({
      code: "act.notYourPost",
    });
  });

  it("[YT-4.6-3] all kinds are inspected regularly; how often is not written, and no period is borrowed", () => {
    const regular = pack.measures.find((m) => m.is === "periodic" && m.what === "inspection");
    expect(regular).toMatchObject({
      months: null,
      contents: ["咨询", "建议", "投诉", "求助", "其他"],
      clause: "YT-4.6-3",
    });
    for (const steps of [[], plain, say.submitted(), say.longest]) {
      const scene = play(say.web, steps);
      expect(reads(scene, at.supervision, "auditor")).toBe("all");
      expect(reads(scene, at.supervision, "bureauHead")).toBe("all");
    }
  });
});

describe("article 5 (2): no shirking, nothing perfunctory", () => {
  it("[YT-5.2-1] what the audit finds is on record by its kind, with the facts, against the unit", () => {
    const audited = [
      ...say.submitted(),
      fault("2026-03-06 08:50", "perfunctory"),
      say.failAudit("2026-03-06 09:00", at.housing),
    ];
    const scene = play(say.web, audited);
    const found = scene.kase.happenings.filter((h) => h.moment === "done.fault");
    expect(found).toMatchObject([{ legId: "l1", values: { fault: "perfunctory" } }]);
    expect(leg(scene, at.housing)).toMatchObject({ stage: "rework", orgId: at.housing });
    const bare = say.doesOn("2026-03-06 08:50", say.auditor, at.housing, "fault", { fault: "perfunctory" });
    expect(stop(say.web, [...say.submitted(), bare])).toMatchObject({ code: "formality.fieldMissing" });
  });

  it("[YT-5.2-1] a unit cannot give a message back: no article knows a return", () => {
    const acts = new Set(pack.powers.map((p) => p.act));
    expect(["askReturn", "acceptReturn", "refuseReturn"].filter((act) => acts.has(act as never))).toEqual([]);
    const back: Step = {
      at: "2026-03-05 10:00",
      who: holder(at.housing, "clerk"),
      act: "askReturn",
      leg: at.housing,
      input: { reason: "不归本局管", suggested: at.water },
    };
    expect(stop(say.web, [...plain, back])).toMatchObject({ code: "act.notYourPost" });
  });
});

describe("article 1: early warning", () => {
  it("[YT-1] messages that cluster are told by kind, place and unit, to leaders who read all of them; from how many on is not written", () => {
    expect(measureOf(pack.measures, "clusters")).toMatchObject({
      by: ["类别", "地点", "承办单位"],
      size: null,
      clause: "YT-1",
    });
    const scene = play(say.web, say.entered);
    expect(reads(scene, at.office, "governmentLeader")).toBe("all");
    expect(of(scene.events, "formalityDone")[0]?.values).toHaveProperty("category", "complaint");
  });
});
