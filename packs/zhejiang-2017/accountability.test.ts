import { describe, expect, it } from "vitest";
import { addDays, plainDate } from "../../domain/calendar/plain-date.ts";
import { factOf } from "../../domain/case/facts.ts";
import { changedOffice, duty, matter, of, reads, stage } from "../../domain/proof/fixture.ts";
import { measureOf } from "../../domain/rules/measure.ts";
import { packInForce } from "../../domain/rules/in-force.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { zhejiang2017 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack } = stage(zhejiang2017, nationalYears);

const inHand = say.untilNamed(at.labour);
const recorded = [...inHand, say.records("2026-03-10 09:00")];
const propose = (when: string, values: Record<string, string | readonly string[]> = {}) =>
  say.does(
    when,
    "proposeAccountability",
    { proposedFor: ["unit", "leader", "person"], proposal: "建议追究责任", ...values },
    say.head,
  );
const transfer = (when: string, transferredTo: readonly string[]) =>
  say.does(when, "transferProposal", { transferredTo }, say.auditor);
const discipline = say.atDiscipline("clerk");
const outcome = (when: string, values: Record<string, string> = {}, who = discipline) =>
  say.does(
    when,
    "accountabilityOutcome",
    {
      sanctionedTarget: "leader",
      sanction: "organisational",
      sanctionDetail: "诫勉",
      sanctionedOn: "2026-04-13",
      ...values,
    },
    who,
  );
const judicial = (when: string) =>
  say.does(when, "judicialTransfer", { judicialOrgan: "嘉兴市人民检察院", judicialOn: "2026-04-20" }, discipline);
const transferred = say.untilTransferred();

describe("article 4 (4): what leads to criticism", () => {
  const paired = [
    ["notEntered", "skipLevelVisit"],
    ["irregular", "skipLevelVisit"],
    ["dutyUnmet", "skipLevelVisit"],
    ["dereliction", "escalation"],
    ["dereliction", "rightsHarmed"],
  ];
  const causes = ["notEntered", "irregular", "dutyUnmet", "dereliction", "other"];
  const effects = ["skipLevelVisit", "escalation", "rightsHarmed", "other"];

  it.each(causes.flatMap((cause) => effects.map((consequence) => [cause, consequence] as const)))(
    "[ZJ-4.4-1] %s with %s: as the text pairs them, or with a note that says why",
    (cause, consequence) => {
      const values = { ...say.incident, cause, consequence };
      const known = paired.some(([a, b]) => a === cause && b === consequence);
      const bare = [...inHand, say.records("2026-03-10 09:00", values)];
      if (known) expect(factOf(play(say.web, bare).kase, "cause", null)).toBe(cause);
      else expect(stop(say.web, bare)).toMatchObject({ code: "formality.fieldMissing", clause: "ZJ-4.4-1" });
      const noted = [...inHand, say.records("2026-03-10 09:00", { ...values, pairingNote: "另有群体性事件" })];
      expect(duty(play(say.web, noted), "circular", at.bureau).state).toBe("open");
    },
  );

  it("[ZJ-4.4-1] without a cause, a consequence, a unit or an account there is nothing to criticise", () => {
    for (const name of ["cause", "consequence", "answerableUnit", "incidentAccount", "incidentOn"]) {
      const { [name]: _, ...rest } = say.incident;
      expect(stop(say.web, [...inHand, say.records("2026-03-10 09:00", rest)])).toMatchObject({
        code: "formality.fieldMissing",
      });
    }
  });

  it("[ZJ-4.4-1] the bureau's head circulates the criticism, once for each incident; it is owed without a number of days", () => {
    const issue = say.does("2026-03-12 09:00", "issueCircular", { circularText: "通报批评市人社局" }, say.head);
    expect(duty(play(say.web, recorded), "circular", at.bureau)).toMatchObject({ due: null, state: "open" });
    expect(duty(play(say.web, [...recorded, issue]), "circular", at.bureau).state).toBe("met");
    expect(stop(say.web, [...inHand, issue])).toMatchObject({ code: "formality.notDone", clause: "ZJ-4.4-1" });
    expect(stop(say.web, [...recorded, issue, { ...issue, at: "2026-03-13 09:00" }])).toMatchObject({
      code: "formality.notDone",
    });
    expect(stop(say.web, [...recorded, { ...issue, who: say.auditor }])).toMatchObject({ code: "act.notYourPost" });
  });

  it("[ZJ-4.4-1] the pairs stand in the pack as the tables of oversight read them", () => {
    expect(pack.measures.find((m) => m.is === "consequences")).toMatchObject({
      causes: ["信息不录入", "办理不规范", "责任不落实", "失责、失职", "其他"],
      pairs: [
        ["信息不录入", "造成群众越级上访"],
        ["办理不规范", "造成群众越级上访"],
        ["责任不落实", "造成群众越级上访"],
        ["失责、失职", "造成矛盾激化"],
        ["失责、失职", "损害信访人合法权益"],
      ],
    });
  });

  it("[ZJ-4.4-1] the organ concerned and the petitioner record no incident; a bureau above does", () => {
    for (const who of [holder(at.labour, "clerk"), "petitioner"] as const) {
      expect(stop(say.web, [...inHand, { ...say.records("2026-03-10 09:00"), who }])).toMatchObject({
        code: "act.notYourPost",
      });
    }
    const above = { ...say.records("2026-03-10 09:00"), who: holder(at.provinceBureau, "auditor") };
    expect(duty(play(say.web, [...inHand, above]), "propose", at.bureau).due).toBe("2026-03-16");
  });
});

describe("article 4 (4): the proposal within a week", () => {
  it("[ZJ-4.4-2] an incident of Monday 9 March: due Monday 16 March, late on the 17th, and possible then", () => {
    const inTime = play(say.web, [...recorded, propose("2026-03-16 23:59")]);
    expect(duty(inTime, "propose", at.bureau)).toMatchObject({
      startedOn: "2026-03-09",
      due: "2026-03-16",
      state: "met",
    });
    expect(inTime.breaches).toEqual([]);
    const late = play(say.web, [...recorded, propose("2026-03-17 00:00")]);
    expect(duty(late, "propose", at.bureau).state).toBe("metLate");
    expect(late.breaches).toEqual([["late", at.bureau, "2026-03-17"]]);
  });

  it("[ZJ-4.4-2] the week counts from the incident, not from the day on which it was recorded", () => {
    const scene = play(say.web, [...inHand, say.records("2026-03-20 09:00")]);
    expect(duty(scene, "propose", at.bureau)).toMatchObject({ due: "2026-03-16", overdueSince: "2026-03-17" });
    expect(scene.breaches).toEqual([["late", at.bureau, "2026-03-17"]]);
  });

  it("[ZJ-4.4-2] seven calendar days from every day of 2026, over weekends, holidays and make-up days alike", () => {
    for (let day = plainDate("2026-01-01"); day <= plainDate("2026-12-31"); day = addDays(day, 1)) {
      const filing = { at: `${day} 08:00`, channel: "web" } as const;
      const scene = play(filing, [say.records(`${day} 09:00`, { ...say.incident, incidentOn: day })]);
      expect([day, duty(scene, "propose", at.bureau).due]).toEqual([day, addDays(day, 7)]);
    }
  });

  it("[ZJ-4.4-2] no proposal without an incident, none twice for one; a second incident has a week of its own", () => {
    expect(stop(say.web, [...inHand, propose("2026-03-12 09:00")])).toMatchObject({
      code: "formality.notDone",
      clause: "ZJ-4.4-2",
    });
    const proposed = [...recorded, propose("2026-03-12 09:00")];
    expect(stop(say.web, [...proposed, propose("2026-03-13 09:00")])).toMatchObject({ code: "formality.notDone" });
    const second = say.records("2026-03-24 09:00", { ...say.incident, incidentOn: "2026-03-23" });
    const scene = play(say.web, [...proposed, second]);
    expect(scene.duties.filter((d) => d.rule === "propose").map((d) => [d.due, d.state])).toEqual([
      ["2026-03-16", "met"],
      ["2026-03-30", "open"],
    ]);
  });

  it("[ZJ-4.4-2] it says what is proposed and for whom: unit, leader, person", () => {
    expect(stop(say.web, [...recorded, propose("2026-03-12 09:00", { proposedFor: [] })])).toMatchObject({
      code: "formality.fieldMissing",
    });
    expect(stop(say.web, [...recorded, propose("2026-03-12 09:00", { proposal: " " })])).toMatchObject({
      code: "formality.fieldMissing",
    });
  });

  it("[ZJ-4.4-3] the proposal goes to the discipline body, the personnel body or both, never to nobody", () => {
    const proposed = [...recorded, propose("2026-03-12 09:00")];
    expect(stop(say.web, [...proposed, transfer("2026-03-13 09:00", [])])).toMatchObject({
      code: "formality.fieldMissing",
      clause: "ZJ-4.4-3",
    });
    expect(stop(say.web, [...recorded, transfer("2026-03-13 09:00", ["disciplineBody"])])).toMatchObject({
      code: "formality.notDone",
      clause: "ZJ-4.4-3",
    });
    expect(duty(play(say.web, proposed), "transfer-proposal", at.bureau)).toMatchObject({ due: null, state: "open" });
    const both = play(say.web, [...proposed, transfer("2026-03-13 09:00", ["disciplineBody", "personnelBody"])]);
    expect(duty(both, "transfer-proposal", at.bureau).state).toBe("met");
    expect(factOf(both.kase, "transferredTo", null)).toEqual(["disciplineBody", "personnelBody"]);
  });

  it("[ZJ-4.4-3] before it is passed on, neither body finds the case; afterwards both read it", () => {
    for (const org of [at.discipline, at.personnel]) {
      expect(reads(play(say.web, say.untilProposed()), org, "clerk")).toBeNull();
      expect(reads(play(say.web, transferred), org, "clerk")).toBe("all");
    }
  });
});

describe("article 4 (4): what came of it", () => {
  it("[ZJ-4.4-4] the body that has the proposal starts promptly: owed by it, without a number of days", () => {
    const proposed = [...recorded, propose("2026-03-12 09:00")];
    const one = play(say.web, [...proposed, transfer("2026-03-13 09:00", ["personnelBody"])], {
      until: "2026-11-20 09:00",
    });
    expect(duty(one, "sanction-by-personnel", at.personnel)).toMatchObject({ due: null, state: "open" });
    expect(one.duties.filter((d) => d.rule === "sanction")).toEqual([]);
  });

  it("[ZJ-4.4-4] outcomes are put down for the unit, the leader and the person, each with its kind and day", () => {
    const kinds = ["organisational", "party", "administrative", "noAction"];
    for (const sanctionedTarget of ["unit", "leader", "person"]) {
      for (const sanction of kinds) {
        const scene = play(say.web, [...transferred, outcome("2026-04-14 09:00", { sanctionedTarget, sanction })]);
        expect(of(scene.events, "formalityDone").at(-1)?.values).toMatchObject({
          sanctionedTarget,
          sanction,
          sanctionDetail: "诫勉",
          sanctionedOn: "2026-04-13",
        });
        expect(duty(scene, "sanction", at.discipline).state).toBe("met");
      }
    }
    const several = [
      ...transferred,
      outcome("2026-04-14 09:00"),
      outcome("2026-04-15 09:00", { sanctionedTarget: "unit" }),
    ];
    expect(play(say.web, several).kase.stage).toBe("inHand");
  });

  it("[ZJ-4.4-4] only those bodies record it, only what was passed on to them, and not without a day", () => {
    for (const who of [say.head, say.auditor, holder(at.labour, "principalLeader")]) {
      expect(stop(say.web, [...transferred, outcome("2026-04-14 09:00", {}, who)])).toMatchObject({
        code: "act.notYourPost",
        clause: "ZJ-4.4-4",
      });
    }
    expect(stop(say.web, [...say.untilProposed(), outcome("2026-04-14 09:00")])).toMatchObject({
      code: "formality.notDone",
      clause: "ZJ-4.4-4",
    });
    expect(stop(say.web, [...transferred, outcome("2026-04-14 09:00", { sanctionedOn: "" })])).toMatchObject({
      code: "formality.fieldMissing",
    });
    expect(
      play(say.web, [...transferred, outcome("2026-04-14 09:00", {}, holder(at.personnel, "clerk"))]).kase.stage,
    ).toBe("inHand");
  });

  it("[ZJ-4.4-5] a suspected crime goes to a named judicial organ; then nothing else is put down unless it is taken up again", () => {
    const gone = [...transferred, judicial("2026-04-21 09:00")];
    expect(factOf(play(say.web, gone).kase, "judicialOrgan", null)).toBe("嘉兴市人民检察院");
    expect(stop(say.web, [...gone, outcome("2026-04-22 09:00")])).toMatchObject({
      code: "formality.alreadyDone",
      clause: "ZJ-4.4-5",
    });
    const reopened = say.does("2026-05-20 09:00", "reopenAccountability", { reopenReason: "不起诉" }, discipline);
    expect(stop(say.web, [...transferred, reopened])).toMatchObject({ code: "formality.notDone" });
    const scene = play(say.web, [...gone, reopened, outcome("2026-05-21 09:00", { sanctionedOn: "2026-05-20" })]);
    expect(factOf(scene.kase, "sanction", null)).toBe("organisational");
    const nameless = say.does("2026-04-21 09:00", "judicialTransfer", { judicialOn: "2026-04-20" }, discipline);
    expect(stop(say.web, [...transferred, nameless])).toMatchObject({
      code: "formality.fieldMissing",
      clause: "ZJ-4.4-5",
    });
  });

  const draft = say.does(
    "2026-04-15 09:00",
    "proposePublicity",
    { audience: "units", publicityText: "某单位未及时录入被问责" },
    say.auditor,
  );
  const approve = (who = say.head) =>
    say.does("2026-04-16 09:00", "approvePublicity", { publicityApproved: "yes" }, who);
  const sanctioned = [...transferred, outcome("2026-04-14 09:00")];

  it("[ZJ-4.4-6] it is published to nobody unless somebody proposes a circle and the head approves", () => {
    expect(factOf(play(say.web, sanctioned).kase, "audience", null)).toBeNull();
    expect(stop(say.web, [...transferred, draft])).toMatchObject({ code: "formality.notDone", clause: "ZJ-4.4-6" });
    expect(stop(say.web, [...sanctioned, approve()])).toMatchObject({ code: "formality.notDone", clause: "ZJ-4.4-6" });
    expect(stop(say.web, [...sanctioned, draft, approve(say.auditor)])).toMatchObject({ code: "act.notYourPost" });
    const scene = play(say.web, [...sanctioned, draft, approve()]);
    expect(factOf(scene.kase, "publicityApproved", null)).toBe("yes");
  });

  it("[ZJ-4.4-6] whoever proposed it does not approve it, whatever posts they hold", () => {
    const both = changedOffice(
      pack,
      (org) => org,
      (all) => all.map((h) => (h.personId === say.head ? { ...h, personId: say.auditor } : h)),
    );
    const steps = [...sanctioned, draft, approve(say.auditor)].map((step) =>
      step.who === say.head ? { ...step, who: say.auditor } : step,
    );
    expect(stop(say.web, steps, { office: both })).toMatchObject({ code: "formality.samePerson", clause: "ZJ-4.4-6" });
  });

  it("[ZJ-4.4-6] a limited circle opens the case to nobody and puts nothing on the public list", () => {
    const scene = play(say.web, [...sanctioned, draft, approve()]);
    expect(matter(scene).publication).toBe("none");
    expect(reads(scene, at.traffic, "clerk")).toBeNull();
    for (const audience of ["units", "level", "public"]) {
      const values = { audience, publicityText: "某单位未及时录入被问责" };
      const other = { ...draft, input: { formality: "proposePublicity", values } };
      expect(factOf(play(say.web, [...sanctioned, other]).kase, "audience", null)).toBe(audience);
    }
  });
});

describe("article 4 (4) and article 5: what comes round", () => {
  it("[ZJ-4.4-7] every half year a meeting with discipline, personnel and petition bodies", () => {
    expect(pack.measures.find((m) => m.is === "periodic")).toMatchObject({
      what: "meeting",
      months: 6,
      with: ["disciplineBody", "personnelBody", "petitionBureau"],
    });
    for (const kind of ["disciplineBody", "personnelBody", "petitionBureau"]) {
      expect(pack.exampleOffice.orgs.some((org) => org.kind === kind)).toBe(true);
    }
  });

  it("[ZJ-5-2] what is carried out of it counts in the yearly assessment of targets", () => {
    const rule = measureOf(pack.measures, "indicators");
    const of = (name: string) => {
      const one = rule?.counted.find((indicator) => indicator.name === name);
      return one && "duties" in one ? one.duties : [];
    };
    const unhappy = [...say.untilAnswered(at.labour), say.rate("2026-03-16 20:00", "dissatisfied")];
    const owedBy = (name: string) =>
      play(say.web, unhappy)
        .duties.filter((d) => of(name).includes(d.rule))
        .map((d) => [d.owner, d.state]);
    expect(owedBy("登记录入")).toEqual([[at.bureau, "met"]]);
    expect(owedBy("转送交办")).toEqual([[at.bureau, "met"]]);
    expect(owedBy("按时办理")).toEqual([[at.labour, "met"]]);
    expect(owedBy("回访完成率")).toEqual([
      [at.labour, "open"],
      [at.bureau, "open"],
    ]);
    expect(play(say.web, recorded).duties.filter((d) => of("责任追究").includes(d.rule))).toHaveLength(1);
    expect(rule?.counted.filter((one) => "rated" in one).map(({ name }) => name)).toEqual(["满意度"]);
  });

  it("[ZJ-5-2] three owed call backs and three made: the figures stand on the cases", () => {
    const answered = [...say.untilAnswered(at.labour), say.rate("2026-03-16 20:00", "dissatisfied")];
    const called = play(say.web, [...answered, say.callBack("2026-03-18 09:00", at.labour)]);
    const owed = called.duties.filter((d) => d.rule === "call-back-organ");
    expect([owed.length, owed.filter((d) => d.state === "met").length]).toEqual([1, 1]);
  });

  it("[ZJ-5-4] in force from its issue, of which only the publication of 21 February 2017 is known, to this day", () => {
    const on = (day: string) => packInForce([pack], "zhejiang", plainDate(day))?.id ?? null;
    expect(on("2017-02-20")).toBeNull();
    expect(on("2017-02-21")).toBe("zhejiang-2017");
    expect(on("2026-03-02")).toBe("zhejiang-2017");
    expect(pack).toMatchObject({ inForceBy: "ZJ-5-4", effectiveTo: null, standsOn: null });
  });
});
