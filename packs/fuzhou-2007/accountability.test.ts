import { describe, expect, it } from "vitest";
import { perMille, type Rates, weighted } from "../../domain/accountability/rates.ts";
import { changeReports, vacancies } from "../../domain/accountability/registry.ts";
import { ladderPost, monthlyProposals, needsCause, sanctionsFor } from "../../domain/accountability/tally.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { noChain } from "../../domain/case/context.ts";
import { lawfulActs } from "../../domain/case/lawful.ts";
import type { OrgId, PersonId, Post } from "../../domain/office/org.ts";
import { changedOffice, duty, leg, of, reads, stage } from "../../domain/proof/fixture.ts";
import { actorOf, chinaTime } from "../../domain/proof/story.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { packInForce } from "../../domain/rules/in-force.ts";
import { measureOf } from "../../domain/rules/measure.ts";
import type { Pack, PackId } from "../../domain/rules/pack.ts";
import type { BreachFact, LadderStep } from "../../domain/rules/sanction.ts";
import { packs } from "../index.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { fuzhou2007 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, pack, calendar } = stage(fuzhou2007, nationalYears);
const plain = changedOffice(pack, (org) => org);

const sent = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.housing)];
const viewed = [...sent, say.view("2026-03-03 09:00", at.housing)];
const taken = [...viewed, say.submit("2026-03-03 09:30", at.housing)];

const missed = (day: string, orgId: OrgId = at.housing): BreachFact => ({
  kind: "missedViewing",
  orgId,
  on: plainDate(day),
});

/** The example office in which one post of one unit passes to somebody else on a day. */
function succession(orgId: OrgId, post: Post, from: string, successor: PersonId, standsInFor: PersonId | null = null) {
  const last = plainDate(from);
  return changedOffice(
    pack,
    (org) => org,
    (all) =>
      all.flatMap((h) => {
        if (h.orgId !== orgId || h.post !== post) return [h];
        const before = plainDate(new Date(Date.parse(last) - 86_400_000).toISOString().slice(0, 10));
        return [
          { ...h, to: before },
          { ...h, personId: successor, from: last, standsInFor },
        ];
      }),
  );
}

describe("article 10: persons and what they answer for", () => {
  const next = "new-leader" as PersonId;
  const changed = succession(at.housing, "leaderInCharge", "2026-03-09", next);
  const approved = (day: string, who: PersonId) => [
    ...taken,
    say.draft(`${day} 09:00`, at.housing),
    { ...say.approve(`${day} 10:00`, at.housing), who },
  ];

  it("[FZ-10-1] the leader changes on 03-09: 03-06 is signed by the old one, 03-10 by the new one, and by nobody else", () => {
    const old = holder(at.housing, "leaderInCharge");
    const signer = (day: string, who: PersonId) =>
      play(say.web, approved(day, who), { office: changed }).events.findLast((e) => e.type === "replySubmitted")?.by;
    expect(signer("2026-03-06", old)).toMatchObject({ personId: old, post: "leaderInCharge", orgId: at.housing });
    expect(signer("2026-03-10", next)).toMatchObject({ personId: next, post: "leaderInCharge" });
    expect(stop(say.web, approved("2026-03-10", old), { office: changed })).toMatchObject({
      code: "act.notYourPost",
      clause: "FZ-8.2-3",
    });
    expect(stop(say.web, approved("2026-03-06", next), { office: changed })).toMatchObject({
      code: "act.notYourPost",
      clause: "FZ-8.2-3",
    });
  });

  it("[FZ-10-1] a stand-in signs in his own name and for whom he stands", () => {
    const absent = holder(at.housing, "leaderInCharge");
    const office = succession(at.housing, "leaderInCharge", "2026-03-09", next, absent);
    const scene = play(say.web, approved("2026-03-10", next), { office });
    expect(scene.events.findLast((e) => e.type === "replySubmitted")?.by).toMatchObject({
      personId: next,
      standsInFor: absent,
    });
  });

  it("[FZ-8.1-1 FZ-10-1] a unit without checker, leader or clerk is known to lack them, each under its clause", () => {
    const required = pack.settings.requiredPosts.value;
    expect(vacancies(at.housing, required, plain, plainDate("2026-03-02"))).toEqual([]);
    const bare = changedOffice(
      pack,
      (org) => org,
      (all) => all.filter((h) => h.orgId !== at.housing),
    );
    expect(vacancies(at.housing, required, bare, plainDate("2026-03-02"))).toEqual([
      { post: "dutyChecker", clause: "FZ-8.1-1" },
      { post: "leaderInCharge", clause: "FZ-10-1" },
      { post: "clerk", clause: "FZ-10-1" },
    ]);
  });

  it("[FZ-10-1] a vacancy is one of days: from the day after the last holder, to the day before the next", () => {
    const gap = changedOffice(
      pack,
      (org) => org,
      (all) =>
        all.flatMap((h) =>
          h.orgId === at.housing && h.post === "clerk"
            ? [
                { ...h, to: plainDate("2026-03-01") },
                { ...h, from: plainDate("2026-03-05") },
              ]
            : [h],
        ),
    );
    const lacking = (day: string) =>
      vacancies(at.housing, pack.settings.requiredPosts.value, gap, plainDate(day)).map((v) => v.post);
    expect(["2026-03-01", "2026-03-02", "2026-03-04", "2026-03-05"].map(lacking)).toEqual([
      [],
      ["clerk"],
      ["clerk"],
      [],
    ]);
  });

  it("[FZ-10-2] each step stores who answered for it that day", () => {
    const scene = play(say.web, sent);
    expect(of(scene.events, "legOpened")[0]?.responsible).toEqual([
      { personId: holder(at.housing, "clerk"), post: "clerk" },
      { personId: holder(at.housing, "leaderInCharge"), post: "leaderInCharge" },
    ]);
  });

  it("[FZ-10-2] late at viewing lists the clerk in office on the last day, though another holds the post when it is found", () => {
    const office = succession(at.housing, "clerk", "2026-03-05", "new-clerk" as PersonId);
    const scene = play(say.web, sent, { office, until: "2026-03-20 09:00" });
    const breach = of(scene.events, "dutyBreached").find((b) => b.kind === "missedViewing");
    expect(breach).toMatchObject({ on: "2026-03-05", orgId: at.housing });
    expect(breach?.responsible).toContainEqual({ personId: holder(at.housing, "clerk"), post: "clerk" });
    expect(breach?.responsible.map((r) => r.personId)).not.toContain("new-clerk");
    const lapsed = of(scene.events, "dutyBreached").find((b) => b.kind === "lapsedUnhandled");
    expect(lapsed?.responsible).toContainEqual({ personId: "new-clerk", post: "clerk" });
  });

  it("[FZ-10-2] a late dispatch names the dispatcher, a late audit the auditor of the bureau", () => {
    const named = (steps: readonly Step[], until: string) =>
      of(play(say.web, steps, { until }).events, "dutyBreached").map((b) => [b.rule, b.responsible.map((r) => r.post)]);
    expect(named([sent[0] as Step], "2026-03-04 00:00")).toEqual([
      ["dispatch", expect.arrayContaining(["dispatcher"])],
    ]);
    expect(named([...say.untilAudit(at.housing)], "2026-03-19 00:00")).toEqual([
      ["audit", expect.arrayContaining(["auditor"])],
    ]);
  });

  it("[FZ-10-2] a late hand-over names the operator of the service centre", () => {
    const scene = play({ at: "2026-03-07 10:00", channel: "phone" }, [say.handOver("2026-03-08 00:05")]);
    expect(of(scene.events, "dutyBreached")[0]?.responsible).toContainEqual({
      personId: say.operator,
      post: "operator",
    });
  });

  it("[FZ-10-3] a city unit's change goes to three bodies, all as reports", () => {
    expect(changeReports(at.housing, pack, plain)).toEqual([
      { to: at.efficiency, as: "report" },
      { to: at.bureau, as: "report" },
      { to: at.info, as: "report" },
    ]);
  });

  it("[FZ-10-4] a county unit's to two of the county, with three copies to the city", () => {
    expect(changeReports(at.gulouUrban, pack, plain)).toEqual([
      { to: at.gulouEfficiency, as: "report" },
      { to: at.gulouBureau, as: "report" },
      { to: at.efficiency, as: "copy" },
      { to: at.bureau, as: "copy" },
      { to: at.info, as: "copy" },
    ]);
    expect(
      changeReports(at.taijiangBureau, pack, plain)
        .filter((r) => r.as === "report")
        .map((r) => r.to),
    ).toEqual([at.taijiangEfficiency, at.taijiangBureau]);
  });

  it("[FZ-10-5] no clerk since 03-02 and a lapsed case: the gap is on record, and the principal leader answers", () => {
    const rule = measureOf(pack.measures, "registryGap");
    expect(rule).toMatchObject({ gap: "clerk", answers: "principalLeader" });
    expect(rule?.of).toEqual(expect.arrayContaining(["missedViewing", "lapsedUnhandled", "lateHandling"]));
    const office = changedOffice(
      pack,
      (org) => org,
      (all) => all.filter((h) => h.orgId !== at.housing || h.post !== "clerk"),
    );
    const scene = play(say.web, sent, { office, until: "2026-03-17 00:00" });
    const lapsed = of(scene.events, "dutyBreached").find((b) => b.kind === "lapsedUnhandled");
    expect(lapsed?.responsible.map((r) => r.post)).toEqual(["leaderInCharge"]);
    expect(
      vacancies(at.housing, pack.settings.requiredPosts.value, office, plainDate("2026-03-16")).map((v) => v.post),
    ).toEqual(["clerk"]);
  });
});

describe("article 11: the efficiency offices look on", () => {
  const toGulou = [
    say.classify("2026-03-02 10:00"),
    say.dispatch("2026-03-02 10:05", at.gulouBureau),
    say.dispatchOn("2026-03-02 11:00", at.gulouBureau, at.gulouUrban),
  ];

  it("[FZ-11-1] the city's reads every case of city and counties, from the first day on", () => {
    for (const steps of [[], sent, toGulou, say.untilAudit(at.housing)]) {
      expect(reads(play(say.web, steps), at.efficiency, "efficiencyOfficer")).toBe("all");
    }
  });

  it("[FZ-11-2] the county's reads its own county's cases and no other's", () => {
    const scene = play(say.web, toGulou);
    expect(reads(scene, at.gulouEfficiency, "efficiencyOfficer")).toBe("all");
    expect(reads(scene, at.taijiangEfficiency, "efficiencyOfficer")).toBeNull();
    expect(reads(play(say.web, sent), at.gulouEfficiency, "efficiencyOfficer")).toBeNull();
  });

  it("[FZ-11-1 FZ-11-2] of a discipline case they see the timings and not the content", () => {
    const secret = say.classify("2026-03-02 10:00", { track: "internal", subject: "discipline" });
    const scene = play(say.web, [
      secret,
      say.dispatch("2026-03-02 10:05", at.gulouBureau),
      say.dispatchOn("2026-03-02 11:00", at.gulouBureau, at.gulouDiscipline),
    ]);
    expect(reads(scene, at.efficiency, "efficiencyOfficer")).toBe("timings");
    expect(reads(scene, at.gulouEfficiency, "efficiencyOfficer")).toBe("timings");
  });

  it("[FZ-11-1] they change nothing: the pack gives that post no act", () => {
    expect(pack.powers.filter((power) => power.by.some((h) => h.post === "efficiencyOfficer"))).toEqual([]);
    const note: Step = {
      at: "2026-03-03 10:00",
      who: holder(at.efficiency, "efficiencyOfficer"),
      act: "note",
      input: { text: "x" },
    };
    expect(stop(say.web, [...sent, note])).toMatchObject({ code: "act.notYourPost" });
  });

  it("[FZ-11-1] the period of the circulars is not in the text: null, chosen by the office", () => {
    expect(measureOf(pack.measures, "circularPeriod")).toMatchObject({ period: null });
  });
});

describe("article 11 (1): not viewed in two working days", () => {
  it("[FZ-11.1-1] sent 03-02, unviewed at 03-04 24:00: a miss of 03-05, named in a circular", () => {
    const kinds = (until: string) =>
      play(say.web, sent, { until }).breaches.filter(([kind]) => kind === "missedViewing");
    expect(kinds("2026-03-04 23:59")).toEqual([]);
    expect(kinds("2026-03-05 00:00")).toEqual([["missedViewing", at.housing, "2026-03-05"]]);
    expect(sanctionsFor("missedViewing", null, pack.measures)).toEqual(["circular"]);
    expect(needsCause("missedViewing", pack.measures)).toBe(false);
  });

  it("[FZ-11.1-1] viewed in time there is none; viewed late it stays, once, with its day", () => {
    expect(play(say.web, viewed, { until: "2026-03-05 09:00" }).breaches.map(([kind]) => kind)).not.toContain(
      "missedViewing",
    );
    const late = play(say.web, [...sent, say.view("2026-03-06 09:00", at.housing)], { until: "2026-03-12 09:00" });
    expect(late.breaches.filter(([kind]) => kind === "missedViewing")).toEqual([
      ["missedViewing", at.housing, "2026-03-05"],
    ]);
  });

  it("[FZ-11.1-1] the miss is the unit's that has it, in a county as in the city", () => {
    const county = [
      say.classify("2026-03-02 10:00"),
      say.dispatch("2026-03-02 10:05", at.gulouBureau),
      say.dispatchOn("2026-03-02 11:00", at.gulouBureau, at.gulouUrban),
    ];
    expect(play(say.web, county, { until: "2026-03-05 00:00" }).breaches).toContainEqual([
      "missedViewing",
      at.gulouUrban,
      "2026-03-05",
    ]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ["the third in one month", ["2026-03-05", "2026-03-12", "2026-03-26"], ["2026-03-26"]],
    ["three over the turn of the month", ["2026-03-30", "2026-03-31", "2026-04-08"], []],
    ["two", ["2026-03-05", "2026-03-12"], []],
    ["three on one day", ["2026-03-05", "2026-03-05", "2026-03-05"], ["2026-03-05"]],
    ["a fourth proposes nothing new", ["2026-03-05", "2026-03-12", "2026-03-26", "2026-03-27"], ["2026-03-26"]],
    ["in whatever order they are counted", ["2026-03-26", "2026-03-05", "2026-03-12"], ["2026-03-26"]],
    [
      "three in each of two months",
      ["2026-03-02", "2026-03-03", "2026-03-04", "2026-04-01", "2026-04-02", "2026-04-03"],
      ["2026-03-04", "2026-04-03"],
    ],
    ["the same month of two years", ["2025-03-05", "2026-03-12", "2026-03-26"], []],
    ["three over the year's end", ["2025-12-30", "2025-12-31", "2026-01-05"], []],
  ])("[FZ-11.1-2] admonition: %s", (_what, days, proposed) => {
    const proposals = monthlyProposals(
      days.map((day) => missed(day)),
      pack.measures,
    );
    expect(proposals.map((p) => p.on)).toEqual(proposed);
    for (const proposal of proposals) expect(proposal).toMatchObject({ orgId: at.housing, sanction: "admonition" });
  });

  it("[FZ-11.1-2] the proposal lists the three days that make it up, on which the persons are looked up", () => {
    const [proposal] = monthlyProposals(
      ["2026-03-27", "2026-03-26", "2026-03-05", "2026-03-12"].map((day) => missed(day)),
      pack.measures,
    );
    expect(proposal?.days).toEqual(["2026-03-05", "2026-03-12", "2026-03-26"]);
  });

  it("[FZ-11.1-2] counted per unit, and only misses of viewing", () => {
    const mixed = [missed("2026-03-05"), missed("2026-03-12", at.urban), missed("2026-03-26")];
    expect(monthlyProposals(mixed, pack.measures)).toEqual([]);
    const other: readonly BreachFact[] = [
      missed("2026-03-05"),
      missed("2026-03-12"),
      { ...missed("2026-03-26"), kind: "late" },
    ];
    expect(monthlyProposals(other, pack.measures)).toEqual([]);
  });
});

describe("article 11 (2): late and lapsed", () => {
  const late = (day: string) => [
    ...taken,
    say.draft(`${day} 09:00`, at.housing),
    say.approve(`${day} 10:00`, at.housing),
  ];

  it("[FZ-11.2-1] due 03-16 and nothing by 24:00: 过期未处理 from 03-17; the reply of 03-18 makes it 逾期办理", () => {
    const lapsed = play(say.web, taken, { until: "2026-03-17 00:00" });
    expect(lapsed.breaches).toEqual([["lapsedUnhandled", at.housing, "2026-03-17"]]);
    expect(leg(lapsed, at.housing).overdue).toBe("lapsedUnhandled");
    const scene = play(say.web, late("2026-03-18"));
    expect(scene.breaches).toEqual([["lapsedUnhandled", at.housing, "2026-03-17"]]);
    expect(of(scene.events, "overdueChanged")).toEqual([{ legId: "l1", kind: "lateHandling", on: "2026-03-18" }]);
    expect(leg(scene, at.housing).overdue).toBe("lateHandling");
    expect(duty(scene, "reply").state).toBe("metLate");
  });

  it.each<[string, readonly Step[]]>([
    ["a late reply", late("2026-03-18")],
    [
      "rework too late",
      [
        ...say.untilAudit(at.housing),
        say.failAudit("2026-03-18 09:00", at.housing),
        say.draft("2026-03-26 09:00", at.housing),
        say.approve("2026-03-26 10:00", at.housing),
        say.passAudit("2026-04-01 09:00", at.housing),
      ],
    ],
    [
      "a county whose application nobody answers",
      [
        ...sent.slice(0, 1),
        say.dispatch("2026-03-03 10:05", at.gulouBureau),
        {
          at: "2026-03-04 11:00",
          who: holder(at.gulouBureau, "dispatcher"),
          act: "askBureauReturn",
          leg: at.gulouBureau,
          input: { reason: "不在本区", suggested: at.urban },
        },
        say.dispatchOn("2026-03-20 09:00", at.gulouBureau, at.gulouUrban),
      ],
    ],
  ])("[FZ-11.2-1] %s: looked at every day or never, the record is the same", (_what, steps) => {
    const looks = Array.from({ length: 60 }, (_, n): Step => {
      const day = new Date(Date.UTC(2026, 2, 3 + n)).toISOString().slice(0, 10);
      return { at: `${day} 00:30`, who: say.dispatcher, act: "note", input: { text: "看一看" } };
    });
    const outcome = (all: readonly Step[]) => {
      const scene = play(say.web, all, { until: "2026-05-02 09:00" });
      return {
        breaches: scene.breaches.map(String).toSorted(),
        legs: scene.kase.legs.map((l) => [l.orgId, l.stage, l.overdue]),
      };
    };
    const watched = [...steps, ...looks].toSorted((a, b) => a.at.localeCompare(b.at));
    expect(outcome(watched)).toEqual(outcome(steps));
  });

  it("[FZ-11.2-1] each breach is recorded once, however often time is looked at", () => {
    const notes = ["2026-03-17", "2026-03-18", "2026-03-19"].map(
      (day): Step => ({ at: `${day} 08:00`, who: holder(at.housing, "clerk"), act: "note", input: { text: "x" } }),
    );
    expect(play(say.web, [...taken, ...notes], { until: "2026-04-20 09:00" }).breaches).toEqual([
      ["lapsedUnhandled", at.housing, "2026-03-17"],
    ]);
  });

  it.each(["lapsedUnhandled", "lateHandling"] as const)(
    "[FZ-11.2-1] %s: the cause decides, and only a human one is sanctioned",
    (kind) => {
      expect(needsCause(kind, pack.measures)).toBe(true);
      expect(sanctionsFor(kind, "human", pack.measures)).toEqual(["circular", "admonition"]);
      expect(sanctionsFor(kind, "notHuman", pack.measures)).toEqual([]);
      expect(sanctionsFor(kind, null, pack.measures)).toEqual([]);
    },
  );

  it("[FZ-11.2-1] other lateness is shown and counted, and leads to no sanction", () => {
    for (const kind of ["late", "deemedRefusal"] as const) {
      expect(sanctionsFor(kind, "human", pack.measures)).toEqual([]);
      expect(needsCause(kind, pack.measures)).toBe(false);
    }
  });

  it("[FZ-11.2-2] a joint case lapses: one item for the lead, none for the assistants", () => {
    const joint = [
      say.classify("2026-03-02 10:00"),
      say.dispatch("2026-03-02 10:05", at.housing, at.urban),
      ...taken.slice(2),
    ];
    const scene = play(say.web, joint, { until: "2026-03-17 00:00" });
    expect(scene.breaches).toEqual([["lapsedUnhandled", at.housing, "2026-03-17"]]);
    expect(leg(scene, at.urban).overdue).toBeNull();
    expect(measureOf(pack.measures, "leadAlone")?.of).toEqual(
      expect.arrayContaining(["lapsedUnhandled", "lateHandling"]),
    );
  });

  it("[FZ-11.2-2 FZ-8.4-3] rework of a joint reply that fails is the lead's alone too", () => {
    const joint = [
      say.classify("2026-03-02 10:00"),
      say.dispatch("2026-03-02 10:05", at.housing, at.urban),
      ...say.untilAudit(at.housing).slice(2),
      say.failAudit("2026-03-18 09:00", at.housing),
    ];
    expect(play(say.web, joint, { until: "2026-03-24 00:00" }).breaches).toEqual([
      ["lateHandling", at.housing, "2026-03-24"],
    ]);
  });

  it("[FZ-11.2-2] the parts of a split case are each unit's own", () => {
    const parts: Step = {
      at: "2026-03-02 10:05",
      who: say.dispatcher,
      act: "dispatch",
      input: { classification: null, matters: [say.matter("路灯", at.housing), say.matter("占道", at.urban)] },
    };
    const scene = play(say.web, [say.classify("2026-03-02 10:00"), parts], { until: "2026-03-17 00:00" });
    expect(scene.breaches.filter(([kind]) => kind === "lapsedUnhandled").map(([, org]) => org)).toEqual([
      at.housing,
      at.urban,
    ]);
  });
});

describe("article 11 (3): the ladder of leaders", () => {
  const ladder: readonly LadderStep[] = [
    { count: 1, post: "clerk" },
    { count: 3, post: "leaderInCharge" },
    { count: 5, post: "principalLeader" },
  ];

  it("[FZ-11.3] the other regulation that sets it is not at hand: no ladder, no post, whatever the count", () => {
    const rule = measureOf(pack.measures, "ladder");
    expect(rule).toMatchObject({ steps: null, period: "year" });
    for (const n of [0, 1, 3, 100]) expect(ladderPost(n, rule?.steps ?? null)).toBeNull();
  });

  it.each([
    [0, null],
    [1, "clerk"],
    [2, "clerk"],
    [3, "leaderInCharge"],
    [4, "leaderInCharge"],
    [5, "principalLeader"],
    [9, "principalLeader"],
  ])("[FZ-11.3] with a test ladder of 1/3/5, admonition %i proposes %s", (admonitions, post) => {
    expect(ladderPost(admonitions, ladder)).toBe(post);
    expect(ladderPost(admonitions, ladder.toReversed())).toBe(post);
  });
});

describe("article 12: yearly commendation", () => {
  const rates: Rates = {
    viewedInTime: { met: 9, of: 10 },
    repliedInTime: { met: 2, of: 3 },
    passedFirstAudit: { met: 1, of: 1 },
    satisfied: { met: 0, of: 0 },
  };
  const even = { viewedInTime: 25, repliedInTime: 25, passedFirstAudit: 25, satisfied: 25 };

  it("[FZ-12] four rates, by the year, without weights: side by side, in no order", () => {
    const rule = measureOf(pack.measures, "commendation");
    expect(rule).toMatchObject({
      period: "year",
      weights: null,
      rates: ["viewedInTime", "repliedInTime", "passedFirstAudit", "satisfied"],
    });
    expect(weighted(rates, rule?.weights ?? null)).toBeNull();
    expect(rule).toMatchObject({ persons: "clerk", reward: expect.stringContaining("政府") });
  });

  it("[FZ-12] each rate is a count of cases; where nothing was counted there is none", () => {
    expect(perMille(rates.viewedInTime)).toBe(900);
    expect(perMille(rates.repliedInTime)).toBe(667);
    expect(perMille(rates.satisfied)).toBeNull();
    expect(perMille({ met: 0, of: 4 })).toBe(0);
  });

  it("[FZ-12] weights make one number of them, never from a missing rate", () => {
    expect(weighted(rates, even)).toBeNull();
    expect(weighted(rates, { ...even, passedFirstAudit: 50, satisfied: 0 })).toBe(
      Math.round((900 * 25 + 667 * 25 + 1000 * 50) / 100),
    );
    expect(weighted({ ...rates, satisfied: { met: 1, of: 2 } }, even)).toBe(Math.round((900 + 667 + 1000 + 500) / 4));
  });
});

describe("article 13: in force from its promulgation", () => {
  const on = (day: string, all: readonly Pack[] = packs) => packInForce(all, "fuzhou", plainDate(day))?.id ?? null;

  it.each([
    ["2007-07-03", null],
    ["2007-07-04", "fuzhou-2007"],
    ["2026-03-02", "fuzhou-2007"],
    ["2099-12-31", "fuzhou-2007"],
  ])("[FZ-13] on %s: %s", (day, id) => expect(on(day)).toBe(id));

  it("[FZ-13] no end is set, and it holds for Fuzhou alone", () => {
    expect(pack).toMatchObject({ effectiveFrom: "2007-07-04", effectiveTo: null, jurisdiction: "fuzhou" });
    expect(packInForce(packs, "xiamen", plainDate("2026-03-02"))).toBeNull();
  });

  it("[FZ-13] a later regulation takes over on its day; one that has ended holds to its last day", () => {
    const later: Pack = { ...fuzhou2007, id: "fuzhou-2027" as PackId, effectiveFrom: plainDate("2027-01-01") };
    const ended: Pack = { ...fuzhou2007, effectiveTo: plainDate("2026-12-31") };
    for (const all of [
      [fuzhou2007, later],
      [later, fuzhou2007],
    ]) {
      expect([on("2026-12-31", all), on("2027-01-01", all)]).toEqual(["fuzhou-2007", "fuzhou-2027"]);
    }
    expect([on("2026-12-31", [ended]), on("2027-01-01", [ended])]).toEqual(["fuzhou-2007", null]);
  });

  it("[FZ-13] a case keeps the pack that bound it", () => {
    const filing: Filing = { at: "2026-03-02 09:00", channel: "web" };
    expect(play(filing, []).kase.packId).toBe("fuzhou-2007");
  });
});

it("[FZ-11-1] an efficiency officer reads a case in full and has no act on it, the clerk who holds it has some", () => {
  const scene = play(say.web, taken);
  const now = chinaTime("2026-03-03 10:00");
  const acts = (org: OrgId, post: Post) =>
    lawfulActs(scene.kase, {
      now,
      actor: actorOf(holder(org, post), scene.office, now),
      office: scene.office,
      pack,
      calendar,
      chain: noChain,
    });
  expect(reads(scene, at.efficiency, "efficiencyOfficer")).toBe("all");
  expect(acts(at.efficiency, "efficiencyOfficer")).toEqual([]);
  expect(acts(at.housing, "clerk")).not.toEqual([]);
});
