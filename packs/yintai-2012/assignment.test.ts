import { describe, expect, it } from "vitest";
import { vacancies } from "../../domain/accountability/registry.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { changedOffice, duty, leg, of, stage } from "../../domain/proof/fixture.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { yintai2012 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(yintai2012, nationalYears);

const proposed = [...say.entered, say.propose("2026-03-02 14:00")];
const sendBack = say.does("2026-03-02 15:00", say.governmentLeader, "return-proposal", { objection: "请交区水务局" });

describe("article 4 (4): proposed, agreed, assigned", () => {
  it("[YT-4.4-1] with the opinion not yet agreed to nothing is assigned; agreed on 03-02 it can be", () => {
    for (const steps of [say.entered, proposed]) {
      expect(stop(say.web, [...steps, say.dispatch("2026-03-03 09:00", at.housing)])).toMatchObject({
        code: "formality.notDone",
        clause: "YT-4.4-1",
      });
    }
    expect(play(say.web, say.assigned()).kase.stage).toBe("inHand");
  });

  it("[YT-4.4-1] a leader of the district agrees, not the office that proposed, and only what was proposed", () => {
    for (const who of [say.officeLeader, say.dispatcher, say.auditor, say.head, say.operator]) {
      expect(stop(say.web, [...proposed, { ...say.agree("2026-03-02 15:00"), who }])).toMatchObject({
        code: "act.notYourPost",
      });
    }
    expect(stop(say.web, [...say.entered, say.agree("2026-03-02 15:00")])).toMatchObject({ code: "formality.notDone" });
    expect(stop(say.web, [...say.agreed(), say.agree("2026-03-02 16:00")])).toMatchObject({
      code: "formality.alreadyDone",
    });
  });

  it("[YT-4.4-1] whoever holds both posts does not agree to their own proposal", () => {
    const both = changedOffice(
      pack,
      (org) => org,
      (all) => all.map((h) => (h.post === "governmentLeader" ? { ...h, personId: say.officeLeader } : h)),
    );
    const own = { ...say.agree("2026-03-02 15:00"), who: say.officeLeader };
    expect(stop(say.web, [...proposed, own], { office: both })).toMatchObject({ code: "formality.samePerson" });
  });

  it("[YT-4.4-1] the leader may send it back, and then a new proposal is needed", () => {
    const scene = play(say.web, [...proposed, sendBack]);
    expect(duty(scene, "propose-again")).toMatchObject({ owner: at.office, due: null, state: "open" });
    expect(stop(say.web, [...proposed, sendBack, say.agree("2026-03-02 16:00")])).toMatchObject({
      code: "formality.notDone",
    });
    const again = [...proposed, sendBack, say.propose("2026-03-02 16:00"), say.agree("2026-03-02 17:00")];
    expect(duty(play(say.web, again), "assign")).toMatchObject({ owner: at.section, ownerPost: "dispatcher" });
    expect(stop(say.web, [...say.agreed(), { ...sendBack, at: "2026-03-02 16:00" }])).toMatchObject({
      code: "formality.alreadyDone",
    });
  });

  it("[YT-4.4-1] the instruction is kept word for word, and can make the message a key one", () => {
    const values = { instruction: "请区住建局抓紧办理", keyReason: ["leaderInstruction"] };
    const scene = play(say.web, say.agreed("simple", values));
    expect(of(scene.events, "formalityDone").at(-1)?.values).toEqual(values);
    expect(stop(say.web, [...proposed, say.agree("2026-03-02 15:00", { instruction: " " })])).toMatchObject({
      code: "formality.fieldMissing",
    });
  });

  it("[YT-4.4-2] the administrative section alone assigns: the supervision office and all others cannot", () => {
    for (const who of [say.auditor, say.head, say.operator, say.officeLeader, say.governmentLeader]) {
      expect(stop(say.web, [...say.agreed(), { ...say.dispatch("2026-03-03 09:00", at.housing), who }])).toMatchObject({
        code: "act.notYourPost",
        clause: "YT-4.4-2",
      });
    }
    const scene = play(say.web, say.assigned());
    expect(scene.events.find((e) => e.type === "legOpened")?.by).toMatchObject({
      orgId: at.section,
      post: "dispatcher",
    });
    expect(leg(scene, at.housing)).toMatchObject({ stage: "dispatched" });
    expect(duty(scene, "reply-simple")).toMatchObject({ startedOn: "2026-03-03", owner: at.housing });
  });

  it("[YT-4.4-2] of several units one leads and has the term; the others help, and answer nobody but it", () => {
    const joint = [...say.agreed(), say.dispatch("2026-03-03 09:00", at.housing, at.water)];
    const scene = play(say.web, joint);
    expect(scene.duties.filter((d) => d.rule === "reply-simple").map((d) => d.owner)).toEqual([at.housing]);
    expect(stop(say.web, [...joint, say.handlingReport("2026-03-03 10:00", at.water)])).toMatchObject({
      code: "input.notTheLead",
    });
  });
});

describe("article 2: by territory and by competence", () => {
  it("[YT-2] a village road in 陈炉镇 goes to the town itself, and to nobody outside the district", () => {
    const scene = play(say.web, [...say.agreed(), say.dispatch("2026-03-03 09:00", at.town)]);
    expect(leg(scene, at.town)).toMatchObject({ stage: "dispatched" });
    expect(duty(scene, "reply-simple").owner).toBe(at.town);
    expect(stop(say.web, [...say.agreed(), say.dispatch("2026-03-03 09:00", at.cityTraffic)])).toMatchObject({
      code: "dispatch.outsideArea",
      clause: "YT-2",
    });
    expect(stop(say.web, [...say.agreed(), say.dispatch("2026-03-03 09:00", at.supervision)])).toMatchObject({
      code: "dispatch.notAUnit",
    });
  });

  it("[YT-2] somebody is always responsible: one unit leads, no unit twice", () => {
    for (const orgs of [[], [at.housing, at.housing]] as const) {
      expect(["dispatch.noTarget", "dispatch.notOneLead"]).toContain(
        stop(say.web, [...say.agreed(), say.dispatch("2026-03-03 09:00", ...orgs)]).code,
      );
    }
  });

  it("[YT-2] the report names the means used: policy, law, economy, administration, education, consultation, mediation", () => {
    const field = pack.formalities.flatMap((f) => f.fields).find((f) => f.name === "means");
    expect(field?.choices?.map((c) => c.label)).toEqual(["政策", "法律", "经济", "行政", "教育", "协商", "调解"]);
    const without = { ...say.solved, means: [] };
    expect(
      stop(say.web, [...say.assigned(), say.handlingReport("2026-03-04 09:00", at.housing, without)]),
    ).toMatchObject({
      code: "formality.fieldMissing",
      clause: "YT-2",
    });
  });
});

describe("article 5 (1): the principal leader answers for it", () => {
  const without = changedOffice(
    pack,
    (org) => org,
    (all) => all.filter((h) => h.orgId !== at.housing || h.post !== "principalLeader"),
  );

  it("[YT-5.1] a unit without a principal leader on record is assigned nothing", () => {
    const steps = [...say.agreed(), say.dispatch("2026-03-03 09:00", at.housing)];
    expect(stop(say.web, steps, { office: without })).toMatchObject({
      code: "dispatch.postVacant",
      clause: "YT-5.1",
      facts: { org: at.housing, needs: "principalLeader" },
    });
    const required = pack.settings.requiredPosts.value;
    expect(vacancies(at.housing, required, without, plainDate("2026-03-03")).map((v) => v.post)).toEqual([
      "principalLeader",
    ]);
    expect(
      play(say.web, [...say.agreed(), say.dispatch("2026-03-03 09:00", at.water)], { office: without }).kase.stage,
    ).toBe("inHand");
  });

  it("[YT-5.1] whoever wrote the reply does not approve it, though holding both posts", () => {
    const both = changedOffice(
      pack,
      (org) => org,
      (all) => all.map((h) => (h.orgId === at.housing ? { ...h, personId: holder(at.housing, "clerk") } : h)),
    );
    const own = { ...say.approve("2026-03-05 11:00", at.housing), who: holder(at.housing, "clerk") };
    expect(stop(say.web, [...say.submitted().slice(0, -1), own], { office: both })).toMatchObject({
      code: "reply.drafterMayNotApprove",
      clause: "YT-5.1",
    });
  });

  it("[YT-5.1] a unit that has left the system is assigned nothing", () => {
    const left = changedOffice(pack, (org) =>
      org.id === at.housing ? { ...org, leftOn: plainDate("2026-03-02") } : org,
    );
    const steps = [...say.agreed(), say.dispatch("2026-03-03 09:00", at.housing)];
    expect(stop(say.web, steps, { office: left })).toMatchObject({ code: "dispatch.targetNotJoined" });
  });

  it("[YT-5.1] nothing leaves the unit without its leader, who is not the one who wrote it", () => {
    const written = say.submitted().slice(0, -1);
    expect(
      stop(say.web, [...written, { ...say.approve("2026-03-05 11:00", at.housing), who: holder(at.housing, "clerk") }]),
    ).toMatchObject({
      code: "act.notYourPost",
      clause: "YT-5.1",
    });
    for (const post of ["principalLeader", "leaderInCharge"] as const) {
      const approved = { ...say.approve("2026-03-05 11:00", at.housing), who: holder(at.housing, post) };
      expect(leg(play(say.web, [...written, approved]), at.housing).stage).toBe("underAudit");
    }
  });
});
