import { describe, expect, it } from "vitest";
import { at } from "../../packs/fuzhou-2007/example-office.ts";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import * as say from "../../packs/fuzhou-2007/stories.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { type OrgId, type PersonId, type Post, posts } from "../office/org.ts";
import { type Scene, stage } from "../proof/fixture.ts";
import {
  differences,
  everybody,
  frozen,
  holdersOf,
  ready,
  type Row,
  type Seat,
  type Setting,
  unlisted,
} from "../proof/grid.ts";
import { chinaTime } from "../proof/story.ts";
import type { Filing, Step } from "../rules/example.ts";
import type { Pack } from "../rules/pack.ts";
import { type Act, acts, type CaseStage, caseStages, legStages } from "../rules/vocabulary.ts";
import { type Actor, type Case, type CaseId, unfiled } from "./case.ts";
import type { Context } from "./context.ts";
import { decide } from "./decide.ts";
import { allowedAt, leadsTo } from "./transitions.ts";

/**
 * The whole grid: every stage × act × role. The table below says once more, read from the regulation and not from the
 * pack, who may do what and when. Bodies: `centre` took the case in, `city` is the city bureau, `sender` sent this leg,
 * `peer` is the bureau at the unit's own level, `holder` has the leg (for acts on the case: any leg still standing).
 */
const workers: readonly Seat[] = ["clerk of holder", "leaderInCharge of holder"];
/** Only where the city reserved the final audit, or only where it did not (FZ-8.4-4). */
const reserved = (kase: Case) => kase.finalAudit;
const notReserved = (kase: Case) => !kase.finalAudit;
const live: readonly CaseStage[] = ["received", "registered", "classified", "inHand", "answering", "answered"];
const known: readonly CaseStage[] = [...live, "refused", "notDispatched"];

// biome-ignore format: one line for each rule
const lawful: Record<Act, readonly Row[]> = {
  // Articles 2, 3, 5: in by the web or through the service centre; refused by the bureau, emergencies by the centre too.
  file: [{ at: ["unfiled"], by: ["petitioner"] }],
  register: [{ at: ["unfiled"], by: ["operator of centre"] }],
  handOver: [{ at: ["received"], by: ["operator of centre"] }],
  refuse: [{ at: ["received", "registered", "classified", "inHand"], by: ["operator of centre", "dispatcher of city", "bureauHead of city"] }],
  // Articles 4, 6, 7: the bureau sorts; under way also the county bureau that has it. Repeats: only the city may stop.
  classify: [{ at: ["registered", "classified"], by: ["dispatcher of city"] }, { at: ["inHand"], by: ["dispatcher of city", "dispatcher of holder"] }],
  recordConsent: [{ at: ["registered", "classified", "inHand"], by: ["dispatcher of city", "operator of centre"] }],
  linkRepeat: [{ at: live, by: ["dispatcher of city", "operator of centre"] }],
  declineRepeat: [{ at: ["registered", "classified"], by: ["dispatcher of city"] }],
  dispatch: [{ at: ["registered", "classified", "inHand"], by: ["dispatcher of city"] }],
  dispatchOn: [{ at: ["atBureau", "bureauReturnAsked"], by: ["dispatcher of holder"] }],
  flagFinalAudit: [{ at: ["registered", "classified", "inHand"], by: ["dispatcher of city", "finalAuditor of city"] }],
  // Article 8 (1), (2), (6): inside the unit; the leader alone directs and approves, the clerk alone drafts.
  view: [{ at: ["dispatched"], by: [...workers, "dutyChecker of holder", "principalLeader of holder"] }],
  submitToLeader: [{ at: ["viewed", "returnAsked"], by: ["clerk of holder", "dutyChecker of holder"] }],
  direct: [{ at: ["handling", "rework"], by: ["leaderInCharge of holder"] }],
  askInput: [{ at: ["viewed", "handling", "rework"], by: workers }],
  giveInput: [{ at: ["viewed", "handling"], by: workers }],
  draftReply: [{ at: ["handling", "rework", "drafted"], by: ["clerk of holder"] }],
  rejectDraft: [{ at: ["drafted"], by: ["leaderInCharge of holder"] }],
  approveReply: [{ at: ["drafted"], by: ["leaderInCharge of holder"] }],
  // Article 8 (3): the unit asks its sender, the county bureau asks the city; silence speaks through the system.
  askReturn: [{ at: ["viewed", "handling"], by: workers }],
  acceptReturn: [{ at: ["returnAsked"], by: ["dispatcher of sender"] }],
  refuseReturn: [{ at: ["returnAsked"], by: ["dispatcher of sender"] }],
  askBureauReturn: [{ at: ["atBureau"], by: ["dispatcher of holder"] }],
  acceptBureauReturn: [{ at: ["bureauReturnAsked"], by: ["dispatcher of sender"] }],
  refuseBureauReturn: [{ at: ["bureauReturnAsked"], by: ["dispatcher of sender", "system"] }],
  // Article 8 (4): the bureau of the unit's level; only the city's final auditor where the city reserved it.
  failAudit: [{ at: ["underAudit"], by: ["auditor of peer"], when: notReserved }, { at: ["underAudit"], by: ["finalAuditor of city"], when: reserved }],
  passAudit: [{ at: ["underAudit"], by: ["auditor of peer"], when: notReserved }, { at: ["underAudit"], by: ["finalAuditor of city"], when: reserved }],
  // Article 8 (8): city and county bureaux send knotty cases up, and write down what came back.
  escalate: [{ at: ["registered", "classified", "inHand"], by: ["dispatcher of city", "dispatcher of holder"] }],
  recordInstruction: [{ at: known, by: ["dispatcher of city", "dispatcher of holder"] }],
  // Articles 9 and 12: what goes out, and what the petitioner says to it.
  recordDelivery: [{ at: known, by: ["operator of centre", "system"] }, { at: ["refused"], by: ["bureauHead of city"] }],
  takeDown: [{ at: ["inHand", "answering", "answered"], by: ["dispatcher of city", "auditor of city", "finalAuditor of city"] }],
  correct: [{ at: known, by: ["operator of centre", "dispatcher of city"] }],
  note: [{ at: known, by: ["operator of centre", "dispatcher of city", "auditor of city", "dispatcher of holder", "auditor of holder", ...workers] }],
  supplement: [{ at: ["received", "registered", "classified", "inHand", "answering"], by: ["petitioner"] }],
  rate: [{ at: ["answering", "answered"], by: ["petitioner"] }],
  // The regulation has no formalities of its own.
  carryOut: [],
  carryOutOnLeg: [],
};

const { play, calendar } = stage(fuzhou2007, nationalYears);

function set(name: string, filing: Filing, steps: readonly Step[], on: OrgId | null, against: Setting["against"] = {}) {
  const scene: Scene = play(filing, steps);
  // An escalation has been sent, so that an instruction can come back.
  const kase = frozen({ ...scene.kase, escalations: ["e1"] });
  const unneeded = filing.choice === "nonPublic" ? {} : ({ recordConsent: "consent.notNeeded" } as const);
  return { name, kase, now: steps.at(-1)?.at ?? filing.at, on, against: { ...unneeded, ...against } };
}

const phone: Filing = { at: "2026-03-02 09:00", channel: "phone" };
const atWork = {
  classify: "track.unitAtWork",
  refuse: "track.unitAtWork",
  takeDown: "publication.notPublished",
} as const;
const onTheLead = { ...atWork, giveInput: "input.notAnAssistant" } as const;
const onTheAssistant = { ...atWork, askInput: "input.notTheLead", draftReply: "input.notTheLead" } as const;
const untouched = { refuse: "track.unitAtWork", takeDown: "publication.notPublished" } as const;
const act = (when: string, who: PersonId, name: Act, leg: OrgId, input = {}): Step => ({
  at: when,
  who,
  act: name,
  leg,
  input,
});

const classified = [say.classify("2026-03-02 10:00")];
const joint = [...classified, say.dispatch("2026-03-02 10:05", at.housing, at.urban)];
const viewed = [...joint, say.view("2026-03-02 11:00", at.housing)];
const taken = [...viewed, say.submit("2026-03-02 11:30", at.housing)];
const drafted = [...taken, say.draft("2026-03-02 12:00", at.housing)];
const audited = [...drafted, say.approve("2026-03-02 12:30", at.housing)];
const askedBack = [...viewed, say.askReturn("2026-03-02 11:30", at.housing)];
const takenBack = [...askedBack, act("2026-03-02 12:00", say.dispatcher, "acceptReturn", at.housing, { note: null })];
const county = [...classified, say.dispatch("2026-03-02 10:05", at.gulouBureau)];
const countyUnit = [...county, say.dispatchOn("2026-03-02 11:00", at.gulouBureau, at.gulouUrban)];
const countyAudited = [
  ...countyUnit,
  say.view("2026-03-02 11:10", at.gulouUrban),
  say.submit("2026-03-02 11:20", at.gulouUrban),
  say.draft("2026-03-02 11:30", at.gulouUrban),
  say.approve("2026-03-02 11:40", at.gulouUrban),
];
const asking = { reason: "不在本区", suggested: at.urban };
const parts: Step = {
  at: "2026-03-02 10:05",
  who: say.dispatcher,
  act: "dispatch",
  input: { classification: null, matters: [say.matter("路灯", at.housing), say.matter("学校", at.urban)] },
};
const flag: Step = {
  at: "2026-03-02 11:50",
  who: say.dispatcher,
  act: "flagFinalAudit",
  input: { reason: "群众反映强烈" },
};
const refusal: Step = {
  at: "2026-03-02 10:00",
  who: say.dispatcher,
  act: "refuse",
  input: { ground: "ground.3.1", fields: {} },
};
const chain = { timelyReplies: { [at.housing]: 4 } as Record<OrgId, number>, lastReply: "earlier" as CaseId };
const declined = play(say.web, [{ at: "2026-03-02 10:00", who: say.dispatcher, act: "declineRepeat" }], { chain });
const none = { takeDown: "publication.notPublished" } as const;

const settings: readonly Setting[] = [
  {
    name: "unfiled",
    kase: frozen(unfiled("c" as CaseId, fuzhou2007.id, chinaTime(say.web.at))),
    now: say.web.at,
    on: null,
    against: {},
  },
  set("received", phone, [], null),
  set("registered", say.web, [], null),
  set("classified", say.web, classified, null),
  set("in hand, nobody at work", say.web, takenBack, null, none),
  set(
    "in hand, one part published",
    say.web,
    [...classified, parts, ...audited.slice(2), say.passAudit("2026-03-02 13:00", at.housing)],
    null,
    { classify: "track.unitAtWork", refuse: "track.unitAtWork" },
  ),
  set(
    "answering",
    phone,
    [say.handOver("2026-03-02 09:10"), ...audited, say.passAudit("2026-03-02 13:00", at.housing)],
    null,
  ),
  set("answered", say.web, [...audited, say.passAudit("2026-03-02 13:00", at.housing)], null),
  set("refused", say.web, [refusal], null),
  {
    name: "not dispatched",
    kase: frozen({ ...declined.kase, escalations: ["e1"] }),
    now: "2026-03-02 10:00",
    on: null,
    against: {},
  },
  set("at the county bureau", say.web, county, at.gulouBureau, untouched),
  set(
    "county asks back",
    say.web,
    [
      ...county,
      act("2026-03-02 11:00", "gulou-bureau.dispatcher" as PersonId, "askBureauReturn", at.gulouBureau, asking),
    ],
    at.gulouBureau,
    untouched,
  ),
  set("passed on", say.web, countyUnit, at.gulouBureau, atWork),
  set("dispatched", say.web, joint, at.housing, onTheLead),
  set("dispatched by the county", say.web, countyUnit, at.gulouUrban, onTheLead),
  set("viewed", say.web, viewed, at.housing, onTheLead),
  set("viewed by the assistant", say.web, [...joint, say.view("2026-03-02 11:00", at.urban)], at.urban, onTheAssistant),
  set("handling", say.web, taken, at.housing, onTheLead),
  set(
    "assistant handling",
    say.web,
    [...joint, say.view("2026-03-02 11:00", at.urban), say.submit("2026-03-02 11:10", at.urban)],
    at.urban,
    onTheAssistant,
  ),
  set("return asked", say.web, askedBack, at.housing, onTheLead),
  set(
    "return asked in the county",
    say.web,
    [...countyUnit, say.view("2026-03-02 11:10", at.gulouUrban), say.askReturn("2026-03-02 11:20", at.gulouUrban)],
    at.gulouUrban,
    onTheLead,
  ),
  set("drafted", say.web, drafted, at.housing, onTheLead),
  set("under audit", say.web, audited, at.housing, onTheLead),
  set("under audit in the county", say.web, countyAudited, at.gulouUrban, onTheLead),
  set("under final audit", say.web, [...countyAudited, flag], at.gulouUrban, onTheLead),
  set("rework", say.web, [...audited, say.failAudit("2026-03-02 13:00", at.housing)], at.housing, onTheLead),
  set(
    "passed",
    phone,
    [say.handOver("2026-03-02 09:10"), ...audited, say.passAudit("2026-03-02 13:00", at.housing)],
    at.housing,
  ),
  set("recalled", say.web, takenBack, at.housing, none),
];

const offices: Partial<Record<Post, readonly OrgId[]>> = {
  operator: [at.centre, at.housing],
  efficiencyOfficer: [at.efficiency, at.bureau],
  officeLeader: [at.office, at.bureau],
  governmentLeader: [at.office, at.housing],
  administrator: [at.bureau, at.housing],
  securityOfficer: [at.bureau],
  logAuditor: [at.bureau],
};
const bureauPosts: readonly Post[] = ["dispatcher", "auditor", "finalAuditor", "bureauHead"];

/** Everybody: each post in each body where it is at home, and in one where it is not. */
function rolesFor({ kase, on }: Setting): readonly Actor[] {
  const inCounty = kase.legs.some((l) => l.orgId === at.gulouBureau);
  const bureaux = inCounty ? [at.bureau, at.gulouBureau, at.taijiangBureau] : [at.bureau, at.gulouBureau];
  const units = inCounty
    ? [at.gulouUrban, at.gulouSchools]
    : on === at.urban
      ? [at.urban, at.housing]
      : [at.housing, at.urban];
  return everybody(
    Object.fromEntries(
      posts.map((post) => [post, offices[post] ?? (bureauPosts.includes(post) ? bureaux : [...units, at.bureau])]),
    ),
  );
}

function bodies(setting: Setting, onLeg: boolean) {
  const { kase, on } = setting;
  const leg = kase.legs.findLast((l) => l.orgId === on) ?? null;
  return {
    centre: [kase.intake ?? at.centre],
    city: kase.topBureau ? [kase.topBureau] : [],
    sender: leg ? [leg.sender] : [],
    peer: leg ? [leg.orgId === at.gulouUrban ? at.gulouBureau : at.bureau] : [],
    holder: holdersOf(setting, onLeg),
  };
}

function inputFor(name: Act, { kase, on }: Setting, actor: Actor): object {
  const leaders = actor.kind === "staff" && actor.orgId === at.gulouBureau ? at.gulouOffice : at.office;
  const filing = {
    channel: "phone",
    receivedAt: chinaTime(say.web.at),
    choice: "public",
    subject: "ordinary",
    accused: null,
    contentHash: "0".repeat(64),
    intake: at.centre,
    topBureau: at.bureau,
  };
  const inputs: Record<Act, object> = {
    file: { ...filing, channel: "web" },
    register: filing,
    handOver: {},
    refuse: { ground: "ground.3.8", fields: { referral: "110" } },
    classify: say.classification(),
    recordConsent: { on: "2026-03-02", how: "电话确认" },
    linkRepeat: { previous: "earlier" },
    declineRepeat: {},
    dispatch: { classification: kase.track ? null : say.classification(), matters: [say.matter("另一问题", at.urban)] },
    flagFinalAudit: { reason: "社会影响面广" },
    recordDelivery: { notice: "received", legId: null, channel: kase.channel, result: null },
    takeDown: { matterId: "m1", reason: "含有个人信息" },
    escalate: { escalationId: "e1", to: leaders, copyTo: leaders },
    recordInstruction: { escalationId: "e1", text: "请住建局牵头，月底前解决" },
    correct: { field: "place", from: "鼓楼区", to: "台江区" },
    note: { text: "与前件相似" },
    supplement: { text: "昨晚又坏了一盏", files: 0 },
    rate: { grade: "satisfied", comment: null },
    carryOut: { formality: "archive", values: {} },
    carryOutOnLeg: { formality: "remind", values: {} },
    dispatchOn: { targets: say.targets(at.gulouUrban), note: null },
    askBureauReturn: asking,
    acceptBureauReturn: { note: null },
    refuseBureauReturn: { reason: null },
    view: {},
    submitToLeader: { note: null },
    direct: { note: "请当日到场" },
    askInput: {
      assistLegId: kase.legs.find((l) => l.role === "assist" && l.orgId !== on)?.id ?? "l2",
      by: "2026-03-06",
      text: "请说明",
    },
    giveInput: { text: "已列入检修" },
    askReturn: asking,
    acceptReturn: { note: null },
    refuseReturn: { reason: "归你局管养" },
    draftReply: say.draft("", at.housing).input ?? {},
    rejectDraft: { reason: "写明日期" },
    approveReply: {},
    failAudit: { checklist: say.oneNo, reason: "没有写明修复时间" },
    passAudit: { checklist: say.allYes, withhold: false, reason: null },
  };
  return inputs[name];
}

/** Stages that this regulation does not know. */
const unknownHere: readonly CaseStage[] = ["sentElsewhere", "noLongerAccepted", "archived"];

const grid = ready({
  pack: fuzhou2007,
  calendar,
  chain,
  lawful,
  bodies,
  roles: rolesFor,
  input: inputFor,
  values: () => ({}),
  settling: ["passAudit"],
  alsoNotYours: ["audit.reservedForCity", "audit.notFlagged"],
});

const context = ({ now }: Setting, actor: Actor): Context => ({
  now: chinaTime(now),
  actor,
  office: grid.office,
  pack: grid.pack,
  calendar,
  chain,
});

describe("every stage × act × role", () => {
  it("has a setting for each stage there is", () => {
    const legs = settings.flatMap((s) => s.kase.legs.filter((l) => l.orgId === s.on).map((l) => l.stage));
    expect(new Set(settings.map((s) => s.kase.stage))).toEqual(
      new Set([...caseStages].filter((s) => !unknownHere.includes(s))),
    );
    expect(new Set(legs)).toEqual(new Set(legStages));
  });

  it.each(settings.map((s) => [s.name, s] as const))("%s: who may do what, and nobody else", (_name, setting) => {
    expect(differences(grid, setting)).toEqual([]);
  });

  it.each(settings.map((s) => [s.name, s] as const))("%s: the list of next acts says the same", (_name, setting) => {
    expect(unlisted(grid, setting)).toEqual([]);
  });
});

describe("the tables of transitions bind every pack", () => {
  it("no pack can open an act at a stage that the table does not know", () => {
    const passed = settings.find((s) => s.name === "passed") as Setting;
    const bold: Pack = {
      ...fuzhou2007,
      powers: fuzhou2007.powers.map((power) =>
        power.act === "view" ? { ...power, from: [...power.from, "passed"] } : power,
      ) as Pack["powers"],
    };
    const clerk: Actor = { kind: "staff", personId: "x" as PersonId, orgId: at.housing, posts: ["clerk"] };
    const leg = passed.kase.legs.find((l) => l.orgId === at.housing);
    const view = { act: "view", legId: leg?.id ?? null, input: {} } as const;
    expect(decide(view, passed.kase, { ...context(passed, clerk), pack: bold })).toMatchObject({
      refused: { code: "act.notAtThisStage", clause: "FZ-8.1-2" },
    });
  });

  it("every power of the pack stands in the table, and every row of the table leads somewhere", () => {
    const strange = fuzhou2007.powers.flatMap((power) =>
      power.from.filter((from) => !allowedAt(power.act, from)).map((from) => `${power.id} at ${from}`),
    );
    expect(strange).toEqual([]);
    const dead = [...caseStages, ...legStages].flatMap((at) =>
      acts.filter((name) => allowedAt(name, at) && leadsTo(name, at).length === 0),
    );
    expect(dead).toEqual([]);
  });

  it("an act upon a leg that the case does not have is refused, not thrown", () => {
    const registered = settings.find((s) => s.name === "registered") as Setting;
    const clerk: Actor = { kind: "staff", personId: "x" as PersonId, orgId: at.housing, posts: ["clerk"] };
    for (const legId of ["l9", null]) {
      expect(decide({ act: "view", legId, input: {} }, registered.kase, context(registered, clerk))).toEqual({
        refused: { code: "act.noSuchLeg", clause: null, facts: { leg: legId } },
      });
    }
  });
});
