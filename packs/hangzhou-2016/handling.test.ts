import { describe, expect, it } from "vitest";
import { sanctionsFor } from "../../domain/accountability/tally.ts";
import { duty, leg, of, stage } from "../../domain/proof/fixture.ts";
import type { Step } from "../../domain/rules/example.ts";
import { standing } from "../../domain/rules/layers.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { zhejiang2017 } from "../zhejiang-2017/index.ts";
import { at, holder } from "./example-office.ts";
import { hangzhou2016 } from "./index.ts";
import * as say from "./stories.ts";

const pack = standing(hangzhou2016, [zhejiang2017]);
const { play, stop } = stage(pack, nationalYears);

describe("6.2.2: urging", () => {
  it("[HZ-6.2.2-1] due Monday 03-09: not on that day, from 03-10 on; the urging is dated, numbered and on the case", () => {
    expect(stop(say.web, [...say.taken(), say.urge("2026-03-09 23:59")])).toMatchObject({
      code: "term.notOverdue",
      clause: "HZ-6.2.2-1",
    });
    const scene = play(say.web, [...say.taken(), say.urge("2026-03-10 00:01")]);
    expect(of(scene.events, "formalityDone").filter((f) => f.formality === "urge")).toEqual([
      { formality: "urge", legId: "l1", values: { urging: "已超过办理期限，请尽快反馈" } },
    ]);
  });

  it("[HZ-6.2.2-1] it is owed from the day on which the term has lapsed, by whoever sent the case, until urged or fed back", () => {
    const late = play(say.web, say.taken(), { until: "2026-03-10 00:00" });
    expect(duty(late, "urge", at.bureau)).toMatchObject({ due: null, state: "open", startedOn: "2026-03-10" });
    expect(play(say.web, say.taken(), { until: "2026-03-09 23:59" }).duties.filter((d) => d.rule === "urge")).toEqual(
      [],
    );
    expect(duty(play(say.web, [...say.taken(), say.urge("2026-03-10 09:00")]), "urge").state).toBe("met");
    expect(duty(play(say.web, say.untilSigned(at.urban, "2026-03-11")), "urge").state).toBe("met");
  });

  it("[HZ-6.2.2-1] what was sent for reference with feedback is urged as well; without feedback there is nothing to urge", () => {
    const urged = play(say.web, [...say.referred("yes"), say.urge("2026-03-10 09:00")]);
    expect(duty(urged, "urge", at.bureau).state).toBe("met");
    expect(stop(say.web, [...say.referred("no"), say.urge("2026-04-10 09:00")])).toMatchObject({
      code: "term.notOverdue",
    });
  });

  it("[HZ-6.2.2-1] the sender urges, and the body that took the case in; the unit does not urge itself", () => {
    const district = [...say.sent([at.xihuBureau]), say.dispatchOn("2026-03-03 09:00", at.xihuBureau, at.xihuUrban)];
    for (const who of [holder(at.xihuBureau, "dispatcher"), say.dispatcher]) {
      expect(() => play(say.web, [...district, say.urge("2026-03-11 09:00", at.xihuUrban, who)])).not.toThrow();
    }
    for (const who of [holder(at.xihuUrban, "principalLeader"), holder(at.urban, "clerk"), say.auditor]) {
      expect(stop(say.web, [...district, say.urge("2026-03-11 09:00", at.xihuUrban, who)])).toMatchObject({
        code: "act.notYourPost",
        clause: "HZ-6.2.2-1",
      });
    }
  });

  it("[HZ-6.2.2-1] once fed back there is nothing to urge, late or not", () => {
    const steps = [...say.untilSigned(at.urban, "2026-03-11"), say.urge("2026-03-12 09:00")];
    expect(stop(say.web, steps)).toMatchObject({ code: "act.notAtThisStage" });
  });

  it("[HZ-6.2.2-1] an extension that was told puts it off; one that was not does not", () => {
    const granted = [...say.taken(), say.askMore("2026-03-06 09:00"), say.grantMore("2026-03-06 10:00")];
    expect(stop(say.web, [...granted, say.urge("2026-03-10 09:00")])).toMatchObject({ code: "term.notOverdue" });
    expect(() => play(say.web, [...granted, say.urge("2026-04-09 09:00")])).not.toThrow();
    expect(() => play(say.sms, [...granted, say.urge("2026-03-10 09:00")])).not.toThrow();
  });
});

describe("6.2.2: urged twice and still open", () => {
  const once = [...say.taken(), say.urge("2026-03-10 09:00")];
  const twice = [...once, say.urge("2026-03-12 09:00")];
  const findings = (steps: readonly Step[], until?: string) =>
    play(say.web, steps, until ? { until } : {}).breaches.filter(([kind]) => kind === "urgedAgain");

  it("[HZ-6.2.2-2] none with one urging; on the second, 03-12, a finding against the unit and those responsible there", () => {
    expect(findings(once, "2026-04-10 09:00")).toEqual([]);
    const scene = play(say.web, twice);
    expect(scene.breaches).toContainEqual(["urgedAgain", at.urban, "2026-03-12"]);
    const [finding] = of(scene.events, "dutyBreached").filter((b) => b.kind === "urgedAgain");
    expect(finding?.responsible.map((r) => r.post)).toEqual(["clerk", "leaderInCharge"]);
    expect(findings([...twice, say.urge("2026-03-16 09:00")])).toHaveLength(2);
  });

  it("[HZ-6.2.2-2] finished between the urgings there is none; finished after the second it stays, with the answer beside it", () => {
    const between = [...once, ...say.answeredOn("2026-03-11")];
    expect(findings(between, "2026-04-10 09:00")).toEqual([]);
    const after = play(say.web, [...twice, ...say.answeredOn("2026-03-13")]);
    expect(after.breaches).toContainEqual(["urgedAgain", at.urban, "2026-03-12"]);
    expect(leg(after, at.urban).stage).toBe("underAudit");
  });

  it("[HZ-6.2.2-2] it leads to a circular without asking for the cause, and the unit and its people are held to account", () => {
    expect(sanctionsFor("urgedAgain", null, pack.measures)).toEqual(["circular"]);
    expect(sanctionsFor("late", null, pack.measures)).toEqual([]);
    expect(pack.measures.find((m) => m.id === "urged-accountability")).toMatchObject({
      causes: ["催办两次以上仍未办结"],
      consequences: ["通报", "追究相关单位的责任", "追究相关个人的责任"],
    });
  });

  it("[HZ-6.2.2-2] the accountability itself takes the province's way: recorded, proposed within a week, handed on", () => {
    const incident = say.does(
      "2026-03-12 10:00",
      "recordIncident",
      {
        incidentOn: "2026-03-12",
        answerableUnit: at.urban,
        cause: "dutyUnmet",
        consequence: "other",
        pairingNote: "催办两次以上仍未办结（6.2.2）",
        incidentAccount: "3月10日、12日两次催办，仍未反馈",
      },
      say.auditor,
    );
    const proposal = { proposedFor: ["unit", "person"], proposal: "通报并追究经办人责任" };
    const steps = [...twice, incident, say.does("2026-03-13 09:00", "proposeAccountability", proposal, say.head)];
    expect(duty(play(say.web, [...twice, incident]), "propose").due).toBe("2026-03-19");
    expect(duty(play(say.web, steps), "propose").state).toBe("met");
  });

  it("[HZ-6.2.2-2] from the second urging on the sender owes a proposal of accountability, until it is made", () => {
    expect(play(say.web, twice.slice(0, -1)).duties.filter((d) => d.rule === "urged-accountability")).toEqual([]);
    expect(duty(play(say.web, twice), "urged-accountability")).toMatchObject({
      owner: at.bureau,
      clause: "HZ-6.2.2-2",
      state: "open",
      due: null,
    });
    const proposed = [...twice, say.proposeUrged("2026-03-13 09:00")];
    expect(duty(play(say.web, proposed), "urged-accountability").state).toBe("met");
    expect(stop(say.web, [...twice.slice(0, -1), say.proposeUrged("2026-03-13 09:00")])).toMatchObject({
      code: "finding.none",
      clause: "HZ-6.2.2-2",
    });
  });

  it("[HZ-6.2.2-2] of several units only the one that was urged is found late", () => {
    const joint = [
      ...say.sent([at.urban, at.construction]),
      say.urge("2026-03-10 09:00"),
      say.urge("2026-03-12 09:00"),
    ];
    expect(findings(joint)).toEqual([["urgedAgain", at.urban, "2026-03-12"]]);
  });
});

describe("6.2.3: on the spot", () => {
  it("[HZ-6.2.3-1] found knotty at registration, reporting and the form are owed until the form is filled in", () => {
    const knotty = say.sent([at.urban, at.construction], { knotty: "yes" });
    expect(duty(play(say.web, knotty), "report-knotty")).toMatchObject({ owner: at.bureau, state: "open", due: null });
    const filled = play(say.web, [...knotty, say.proposeVisit("2026-03-02 15:00")]);
    expect(duty(filled, "report-knotty").state).toBe("met");
    const plain = play(say.web, say.sent([at.urban, at.construction]));
    expect(plain.duties.some((d) => d.rule === "report-knotty")).toBe(false);
  });

  const joint = say.sent([at.urban, at.construction]);
  const proposed = [...joint, say.proposeVisit("2026-03-02 15:00")];
  const reject = say.does("2026-03-03 09:00", "rejectVisit", { visitRejected: "先书面说明" }, say.head);

  it("[HZ-6.2.3-1] the form is rejected on 03-03: no visit can be recorded; made again and approved on 03-04: it can", () => {
    expect(stop(say.web, [...proposed, say.visit("2026-03-03 08:00")])).toMatchObject({
      code: "formality.notDone",
      clause: "HZ-6.2.3-2",
    });
    expect(stop(say.web, [...proposed, reject, say.visit("2026-03-03 10:00")])).toMatchObject({
      code: "formality.notDone",
    });
    expect(stop(say.web, [...proposed, reject, say.approveVisit("2026-03-03 11:00")])).toMatchObject({
      code: "formality.notDone",
      clause: "HZ-6.2.3-1",
    });
    const again = [...proposed, reject, say.proposeVisit("2026-03-04 09:00"), say.approveVisit("2026-03-04 10:00")];
    expect(() => play(say.web, [...again, say.visit("2026-03-05 09:00")])).not.toThrow();
  });

  it("[HZ-6.2.3-1] an approval holds for its own form: a new form needs a new one", () => {
    const renewed = [...proposed, say.approveVisit("2026-03-03 09:00"), say.proposeVisit("2026-03-04 09:00")];
    expect(stop(say.web, [...renewed, say.visit("2026-03-05 09:00")])).toMatchObject({ code: "formality.notDone" });
  });

  it("[HZ-6.2.3-1] the head of the bureau approves, not whoever filled in the form; the form says why", () => {
    for (const who of [say.dispatcher, say.auditor, holder(at.urban, "principalLeader")]) {
      expect(stop(say.web, [...proposed, say.approveVisit("2026-03-03 09:00", who)])).toMatchObject({
        code: "act.notYourPost",
        clause: "HZ-6.2.3-1",
      });
    }
    const bare = say.does("2026-03-02 15:00", "proposeVisit", { ...say.visitPlan, visitReason: "" });
    expect(stop(say.web, [...joint, bare])).toMatchObject({ code: "formality.fieldMissing" });
    const foreign = { ...say.proposeVisit("2026-03-02 15:00"), who: holder(at.urban, "clerk") };
    expect(stop(say.web, [...joint, foreign])).toMatchObject({ code: "act.notYourPost" });
  });

  it("[HZ-6.2.3-2] one person is not enough, nor one named twice; two are, with day and place", () => {
    const approved = [...proposed, say.approveVisit("2026-03-03 09:00")];
    for (const staff of [["陈一"], ["陈一", "陈一"], []]) {
      const code = staff.length === 0 ? "formality.fieldMissing" : "formality.tooFewPeople";
      expect(stop(say.web, [...approved, say.visit("2026-03-05 15:00", staff)])).toMatchObject({
        code,
        clause: "HZ-6.2.3-2",
      });
    }
    const scene = play(say.web, [...approved, say.visit("2026-03-05 15:00")]);
    expect(of(scene.events, "formalityDone").at(-1)?.values).toMatchObject({
      visitedOn: "2026-03-05",
      visitPlace: "文三路",
      visitStaff: ["陈一", "李二"],
    });
    expect(duty(scene, "visit", at.bureau)).toMatchObject({ state: "open", due: null });
  });

  it("[HZ-6.2.3-3] two units and the petitioner: with two of three deliveries it stays open, with all it closes", () => {
    const close = say.does("2026-03-06 11:00", "closeVisit", { visitOutcome: "两家已分工" });
    const [one, other] = [
      say.sendDocument("2026-03-06 10:00", at.urban),
      say.sendDocument("2026-03-06 10:05", at.construction),
    ];
    expect(stop(say.web, [...say.untilDocument(), one, close])).toMatchObject({
      code: "formality.notDone",
      clause: "HZ-6.2.3-3",
    });
    expect(stop(say.sms, [...say.untilDocument(), one, other, close])).toMatchObject({
      code: "delivery.notTold",
      clause: "HZ-6.2.3-3",
    });
    const told: Step = {
      at: "2026-03-06 10:30",
      who: say.dispatcher,
      act: "recordDelivery",
      input: { notice: "visit-document", legId: null, channel: "sms", result: "已发送" },
    };
    const scene = play(say.sms, [...say.untilDocument(), one, other, told, close]);
    expect(duty(scene, "visit", at.bureau).state).toBe("met");
    expect(stop(say.sms, [...say.untilDocument(), one, other, told, close, close])).toMatchObject({
      code: "formality.alreadyDone",
    });
  });

  it("[HZ-6.2.3-3] the paper is a supervision opinion or minutes, and comes after the visit", () => {
    const approved = [...proposed, say.approveVisit("2026-03-03 09:00")];
    expect(stop(say.web, [...approved, say.issue("2026-03-06 09:00")])).toMatchObject({
      code: "formality.notDone",
      clause: "HZ-6.2.3-3",
    });
    const other = say.does(
      "2026-03-06 09:00",
      "issueDocument",
      { documentKind: "letter", documentText: "x" },
      say.head,
    );
    expect(stop(say.web, [...approved, say.visit("2026-03-05 15:00"), other])).toMatchObject({
      code: "formality.fieldWrong",
    });
  });

  it("[HZ-6.2.3-3] a case with a visit that is not closed is not archived", () => {
    const steps = [
      ...say.untilReviewed(),
      say.proposeVisit("2026-03-10 09:00"),
      say.approveVisit("2026-03-10 10:00"),
      say.archive("2026-03-11 09:00"),
    ];
    expect(stop(say.web, steps)).toMatchObject({ code: "formality.alreadyDone", clause: "HZ-6.2.3-3" });
  });
});
