import { describe, expect, it } from "vitest";
import { type CaseId, unfiled } from "../../domain/case/case.ts";
import { orgOf } from "../../domain/office/office.ts";
import { type OrgId, type OrgKind, type Post, posts } from "../../domain/office/org.ts";
import { stage } from "../../domain/proof/fixture.ts";
import {
  deedsOf,
  differences,
  everybody,
  frozen,
  holdersOf,
  ready,
  type Row,
  type Seat,
  type Setting,
  unlisted,
} from "../../domain/proof/grid.ts";
import { chinaTime } from "../../domain/proof/story.ts";
import type { Actor } from "../../domain/case/case.ts";
import type { Values } from "../../domain/rules/formality.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import type { RefusalCode } from "../../domain/rules/refusal.ts";
import { type Act, type CaseStage, caseStages, type LegStage, legStages } from "../../domain/rules/vocabulary.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { zhejiang2017 } from "./index.ts";
import * as say from "./stories.ts";

/**
 * Who may do what, read from the opinions: `bureau` or `organ` took the case in (every organ is a seat of its own),
 * `senderBureau` or `senderOrgan` sent this leg, `holder` has it, `area` is the bureau of the receiver's area, `above`
 * the bureaux above it, `discipline` and `personnel` the bodies to which proposals go.
 */
const receivers: readonly Seat[] = ["dispatcher of bureau", "clerk of organ"];
const senders: readonly Seat[] = ["dispatcher of senderBureau", "clerk of senderOrgan"];
const workers: readonly Seat[] = ["clerk of holder", "leaderInCharge of holder"];
const leaders: readonly Seat[] = ["leaderInCharge of holder", "principalLeader of holder"];
const checkers: readonly Seat[] = ["auditor of area", "auditor of senderBureau"];
const accusers: readonly Seat[] = ["auditor of area", "bureauHead of area", "auditor of above"];
const judges: readonly Seat[] = (["discipline", "personnel"] as const).flatMap((body): Seat[] => [
  `clerk of ${body}`,
  `leaderInCharge of ${body}`,
]);
const live: readonly CaseStage[] = ["registered", "inHand", "answering", "answered"];
const known: readonly CaseStage[] = [...live, "sentElsewhere"];
const working: readonly LegStage[] = ["viewed", "handling", "rework", "drafted"];

// biome-ignore format: one line for each rule
const lawful: Readonly<Record<string, readonly Row[]>> = {
  // Articles 2 and 3 (1): every organ registers what it receives, screens it and sends it to the competent one.
  file: [{ at: ["unfiled"], by: ["petitioner"] }],
  register: [{ at: ["unfiled"], by: ["dispatcher of anyBureau", "clerk of anyOrgan"] }],
  refuse: [{ at: ["registered", "inHand"], by: [...receivers, "bureauHead of bureau"] }],
  linkRepeat: [{ at: live, by: receivers }],
  setOccurrence: [{ at: ["registered", "inHand"], by: receivers }],
  setForm: [{ at: ["registered", "inHand"], by: receivers }],
  nameReceiving: [{ at: live, by: [...receivers, "bureauHead of bureau"] }],
  dispatch: [{ at: ["registered", "inHand"], by: receivers }],
  dispatchOn: [{ at: ["atBureau", "bureauReturnAsked"], by: ["dispatcher of holderBureau"] }],
  // Whoever is not competent gives it back to the one that sent it.
  askReturn: [{ at: ["viewed", "handling"], by: workers }],
  acceptReturn: [{ at: ["returnAsked"], by: senders }],
  refuseReturn: [{ at: ["returnAsked"], by: senders }],
  askBureauReturn: [{ at: ["atBureau"], by: ["dispatcher of holderBureau"] }],
  acceptBureauReturn: [{ at: ["bureauReturnAsked"], by: senders }],
  refuseBureauReturn: [{ at: ["bureauReturnAsked"], by: senders }],
  // Articles 3 (2) and 5: the organ's leaders name and direct, its clerk handles.
  view: [{ at: ["dispatched"], by: [...workers, "principalLeader of holder"] }],
  nameResponsible: [{ at: ["dispatched", "viewed"], by: leaders }],
  submitToLeader: [{ at: ["viewed", "returnAsked"], by: ["clerk of holder"] }],
  direct: [{ at: ["handling", "rework"], by: leaders }],
  askInput: [{ at: ["viewed", "handling", "rework"], by: workers }],
  giveInput: [{ at: ["viewed", "handling"], by: workers }],
  recordHandling: [{ at: working, by: workers }],
  draftReply: [{ at: working, by: ["clerk of holder"] }],
  rejectDraft: [{ at: ["drafted"], by: ["leaderInCharge of holder"] }],
  approveReply: [{ at: ["drafted"], by: ["leaderInCharge of holder"] }],
  reportBack: [{ at: [...working, "passed"], by: workers }],
  remindUpward: [{ at: ["dispatched", ...working], by: ["dispatcher of senderBureau", ...checkers] }],
  // Article 4 (1) to (3): everything stands on the platform; rating, call back, check, rectification.
  recordDelivery: [{ at: known, by: ["system", ...receivers, "clerk of holder"] }],
  correct: [{ at: known, by: receivers }],
  note: [{ at: known, by: [...receivers, "auditor of bureau", "dispatcher of holderBureau", ...workers] }],
  supplement: [{ at: ["registered", "inHand", "answering"], by: ["petitioner"] }],
  rate: [{ at: ["answering", "answered"], by: ["petitioner"] }],
  closeRating: [{ at: ["passed"], by: [...receivers, "auditor of bureau", "clerk of holder"] }],
  callBack: [{ at: ["passed"], by: [...workers, "dispatcher of bureau", "auditor of bureau", "dispatcher of senderBureau", "auditor of senderBureau"] }],
  verify: [{ at: ["passed"], by: checkers }],
  openRectification: [{ at: ["passed"], by: checkers }],
  reportRectification: [{ at: ["passed"], by: workers }],
  closeRectification: [{ at: ["passed"], by: checkers }],
  recordReview: [{ at: ["answered"], by: [...receivers, "auditor of bureau"] }],
  recordReviewResult: [{ at: ["answered"], by: [...receivers, "auditor of bureau"] }],
  // Article 4 (4): the bureaux record, circulate and propose; discipline and personnel bodies decide.
  recordIncident: [{ at: live, by: accusers }],
  issueCircular: [{ at: live, by: ["bureauHead of area"] }],
  proposeAccountability: [{ at: live, by: accusers }],
  transferProposal: [{ at: live, by: accusers }],
  accountabilityOutcome: [{ at: live, by: judges }],
  judicialTransfer: [{ at: live, by: judges }],
  reopenAccountability: [{ at: live, by: judges }],
  proposePublicity: [{ at: live, by: ["auditor of area"] }],
  approvePublicity: [{ at: live, by: ["bureauHead of area"] }],
};

/** Acts that the opinions do not know. */
const unknown: readonly Act[] = [
  "handOver",
  "classify",
  "recordConsent",
  "declineRepeat",
  "flagFinalAudit",
  "escalate",
  "recordInstruction",
  "takeDown",
  "failAudit",
  "passAudit",
  "carryOut",
  "carryOutOnLeg",
];

type Against = Readonly<Record<string, RefusalCode>>;

const { play, calendar } = stage(zhejiang2017, nationalYears);

function set(name: string, filing: Filing, steps: readonly Step[], on: OrgId | null, against: Against): Setting {
  const { kase } = play(filing, steps);
  return { name, kase: frozen(kase), now: steps.at(-1)?.at ?? filing.at, on, against };
}

const blameless: Against = Object.fromEntries(
  [
    "issueCircular",
    "proposeAccountability",
    "transferProposal",
    "accountabilityOutcome",
    "judicialTransfer",
    "reopenAccountability",
    "proposePublicity",
    "approvePublicity",
  ].map((id) => [id, "formality.notDone" as const]),
);
const atWork: Against = { ...blameless, refuse: "track.unitAtWork" };
const transferred: Against = { ...atWork, reportBack: "fact.forbidden" };
const unnamed: Against = { ...transferred, submitToLeader: "formality.notDone", draftReply: "formality.notDone" };
const onLead: Against = { giveInput: "input.notAnAssistant", askInput: "input.notAnAssistant" };
const byAssistant: Against = {
  ...transferred,
  askInput: "input.notTheLead",
  draftReply: "input.notTheLead",
  recordHandling: "input.notTheLead",
};
const named: Against = { ...transferred, ...onLead, nameResponsible: "formality.alreadyDone" };
const unchecked: Against = {
  ...transferred,
  verify: "formality.notDone",
  openRectification: "fact.forbidden",
  reportRectification: "formality.notDone",
  closeRectification: "formality.notDone",
};

const screened = [say.mark("2026-03-02 10:00"), say.form("2026-03-02 10:02")];
const sent = [...screened, say.dispatch("2026-03-02 10:05", [at.labour])];
const joint = [...screened, say.dispatch("2026-03-02 10:05", [at.labour, at.traffic])];
const jointViewed = [...joint, say.view("2026-03-03 09:00", at.labour)];
const untilNamed = say.untilNamed(at.labour);
const handling = [...untilNamed, say.submit("2026-03-03 10:00", at.labour)];
const drafted = [...handling, say.draft("2026-03-13 09:00", at.labour)];
const handled = [...handling, say.handled("2026-03-12 16:00", at.labour), say.draft("2026-03-13 09:00", at.labour)];
const answered = say.untilAnswered(at.labour);
const askedBack = [...untilNamed, say.askReturn("2026-03-03 10:00", at.labour)];
const accept: Step = {
  at: "2026-03-04 09:00",
  who: say.dispatcher,
  act: "acceptReturn",
  leg: at.labour,
  input: { note: null },
};
const county = [...screened, say.dispatch("2026-03-02 10:05", [at.countyBureau])];
const asking = { reason: "不在本地", suggested: null };
const countyAsks: Step = {
  at: "2026-03-03 09:00",
  who: holder(at.countyBureau, "dispatcher"),
  act: "askBureauReturn",
  leg: at.countyBureau,
  input: asking,
};
const countyUnit = [...county, say.dispatchOn("2026-03-03 09:00", at.countyBureau, at.countyLand)];
const clerk = holder(at.labour, "clerk");
const own = [
  say.mark("2026-03-02 10:00", "initial", clerk),
  say.form("2026-03-02 10:02", "assign", clerk),
  say.dispatch("2026-03-02 10:05", [at.labour], clerk),
];
const elsewhere: Step = {
  at: "2026-03-02 10:00",
  who: say.dispatcher,
  act: "refuse",
  input: { ground: "route.2", fields: { procedure: "仲裁", caseAt: "嘉兴市劳动人事争议仲裁委员会" } },
};
const sanctioned = [
  ...say.untilTransferred(),
  say.does("2026-04-14 09:00", "accountabilityOutcome", sanction(), say.atDiscipline("clerk")),
];
const judicial = say.does(
  "2026-04-15 09:00",
  "judicialTransfer",
  { judicialOrgan: "嘉兴市人民检察院", judicialOn: "2026-03-02" },
  say.atDiscipline("clerk"),
);
const publicity = { audience: "units", publicityText: "某单位被问责" };
const nothingNew = {
  ...atWork,
  ...onLead,
  nameResponsible: "formality.alreadyDone",
  reportBack: "fact.forbidden",
} as const;
const done = "formality.alreadyDone" as const;

/** What stands against deeds, apart from these. */
function without(against: Against, ...open: readonly string[]): Against {
  return Object.fromEntries(Object.entries(against).filter(([id]) => !open.includes(id)));
}

/** The accountability steps that stand open although nothing else has changed. */
function but(...open: readonly string[]): Against {
  return without(nothingNew, ...open);
}

function sanction(): Values {
  return {
    sanctionedTarget: "leader",
    sanction: "organisational",
    sanctionDetail: "诫勉",
    sanctionedOn: "2026-03-02",
  };
}

const settings: readonly Setting[] = [
  {
    name: "unfiled",
    kase: frozen(unfiled("c" as CaseId, zhejiang2017.id, chinaTime(say.web.at))),
    now: say.web.at,
    on: null,
    against: {},
  },
  set("registered", say.web, [], null, { ...blameless, dispatch: "fact.missing" }),
  set("registered and screened", say.web, screened, null, blameless),
  set("registered by an organ", say.atOrgan, [], null, { ...blameless, dispatch: "fact.missing" }),
  set("registered by a county's bureau", say.atCounty, [], null, { ...blameless, dispatch: "fact.missing" }),
  set("sent elsewhere", say.web, [elsewhere], null, {}),
  set("in hand, nobody at work", say.web, [...askedBack, accept], null, blameless),
  set("at the county's bureau", say.web, county, at.countyBureau, atWork),
  set("the county asks back", say.web, [...county, countyAsks], at.countyBureau, atWork),
  set("passed on", say.web, countyUnit, at.countyBureau, atWork),
  set("dispatched", say.web, sent, at.labour, atWork),
  set("dispatched by the county", say.web, countyUnit, at.countyLand, atWork),
  set("viewed, nobody named", say.web, [...sent, say.view("2026-03-03 09:00", at.labour)], at.labour, {
    ...unnamed,
    ...onLead,
  }),
  set(
    "viewed and named, with an assistant",
    say.web,
    [...jointViewed, say.name("2026-03-03 09:30", at.labour)],
    at.labour,
    {
      ...without(named, "askInput"),
    },
  ),
  set("viewed by the assistant", say.web, [...joint, say.view("2026-03-03 09:00", at.traffic)], at.traffic, {
    ...byAssistant,
    submitToLeader: "formality.notDone",
  }),
  set(
    "viewed by the organ that took it in",
    say.atOrgan,
    [...own, say.view("2026-03-03 09:00", at.labour)],
    at.labour,
    {
      ...atWork,
      ...onLead,
      submitToLeader: "formality.notDone",
      draftReply: "formality.notDone",
    },
  ),
  set("handling", say.web, handling, at.labour, named),
  set("return asked", say.web, askedBack, at.labour, { ...named }),
  set(
    "return asked of an organ",
    say.atOrgan,
    [
      ...own,
      say.view("2026-03-03 09:00", at.labour),
      say.name("2026-03-03 09:30", at.labour),
      say.askReturn("2026-03-03 10:00", at.labour),
    ],
    at.labour,
    atWork,
  ),
  set("drafted, handling not recorded", say.web, drafted, at.labour, { ...named, approveReply: "formality.notDone" }),
  set("drafted", say.web, handled, at.labour, named),
  set("answering", say.letter, answered, at.labour, {
    ...unchecked,
    closeRating: "case.notFinished",
  }),
  set("answered", say.web, answered, at.labour, { ...unchecked, recordReviewResult: "formality.notDone" }),
  set("answered and rated", say.web, [...answered, say.rate("2026-03-16 20:00", "dissatisfied")], at.labour, {
    ...unchecked,
    recordReviewResult: "formality.notDone",
    closeRating: "rating.alreadyGiven",
    rate: "rating.alreadyGiven",
  }),
  set("a problem found", say.web, say.untilProblem(at.labour), at.labour, {
    ...without(unchecked, "verify"),
    recordReviewResult: "formality.notDone",
    closeRating: "rating.alreadyGiven",
    rate: "rating.alreadyGiven",
  }),
  set("supervised", say.web, say.untilRectification(at.labour), at.labour, {
    ...transferred,
    verify: done,
    openRectification: done,
    closeRectification: "formality.notDone",
    recordReviewResult: "formality.notDone",
    closeRating: "rating.alreadyGiven",
    rate: "rating.alreadyGiven",
  }),
  set("recalled", say.web, [...askedBack, accept], at.labour, blameless),
  set("an incident on record", say.web, [...untilNamed, say.records("2026-03-10 09:00")], at.labour, {
    ...but("issueCircular", "proposeAccountability"),
  }),
  set("accountability proposed", say.web, say.untilProposed(), at.labour, but("issueCircular", "transferProposal")),
  set(
    "the proposal passed on",
    say.web,
    say.untilTransferred(),
    at.labour,
    but("issueCircular", "accountabilityOutcome", "judicialTransfer"),
  ),
  set(
    "an outcome on record",
    say.web,
    sanctioned,
    at.labour,
    but("issueCircular", "accountabilityOutcome", "judicialTransfer", "proposePublicity"),
  ),
  set("with the judiciary", say.web, [...sanctioned, judicial], at.labour, {
    ...but("issueCircular", "proposePublicity", "reopenAccountability"),
    accountabilityOutcome: done,
    judicialTransfer: done,
  }),
  set(
    "publicity proposed",
    say.web,
    [...sanctioned, say.does("2026-04-15 09:00", "proposePublicity", publicity, say.auditor)],
    at.labour,
    but("issueCircular", "accountabilityOutcome", "judicialTransfer", "proposePublicity", "approvePublicity"),
  ),
];

const bureaux: readonly OrgId[] = [at.bureau, at.countyBureau, at.provinceBureau];
const organs: readonly OrgId[] = [at.labour, at.traffic, at.countyLand, at.countyHousing, at.provinceLabour];
const bureauPosts: readonly Post[] = ["dispatcher", "auditor", "finalAuditor", "bureauHead"];
const sanctioning: readonly OrgId[] = [at.discipline, at.personnel];

/** Each post in the bodies where it is at home and in some where it is not. */
const roles = everybody(
  Object.fromEntries(
    posts.map((post) => [
      post,
      bureauPosts.includes(post) ? [...bureaux, at.labour] : [...organs, ...sanctioning, at.bureau],
    ]),
  ),
);

function bodies(setting: Setting, onLeg: boolean) {
  const { kase, on } = setting;
  const leg = kase.legs.findLast((l) => l.orgId === on) ?? null;
  const top = kase.topBureau;
  const of = (id: OrgId | null | undefined, kind: OrgKind) => (id && orgOf(grid.office, id).kind === kind ? [id] : []);
  const inCounty = top === at.countyBureau;
  return {
    anyBureau: bureaux,
    anyOrgan: organs,
    bureau: of(top, "petitionBureau"),
    organ: of(top, "handlingUnit"),
    senderBureau: onLeg ? of(leg?.sender, "petitionBureau") : [],
    senderOrgan: onLeg ? of(leg?.sender, "handlingUnit") : [],
    holder: holdersOf(setting, onLeg),
    holderBureau: holdersOf(setting, onLeg).flatMap((id) => of(id, "petitionBureau")),
    area: top === null ? [] : [inCounty ? at.countyBureau : at.bureau],
    above:
      top === null
        ? []
        : above(
            kase.legs.map((l) => l.orgId),
            inCounty,
          ),
    discipline: top === null || inCounty ? [] : [at.discipline],
    personnel: top === null || inCounty ? [] : [at.personnel],
  };
}

/** The bureaux of the areas in which the case lies, and those above them. */
function above(held: readonly OrgId[], inCounty: boolean): readonly OrgId[] {
  const below = inCounty || held.some((id) => id === at.countyBureau || id === at.countyLand);
  return below ? [at.countyBureau, at.bureau, at.provinceBureau] : [at.bureau, at.provinceBureau];
}

function input(act: Act, { kase, on }: Setting, actor: Actor): object {
  const place = actor.kind === "staff" ? actor.orgId : at.bureau;
  const filing = {
    channel: act === "file" ? "web" : "letter",
    receivedAt: chinaTime(say.web.at),
    choice: "public",
    subject: "ordinary",
    accused: null,
    contentHash: "0".repeat(64),
    intake: place,
    topBureau: at.bureau,
  };
  const other = kase.topBureau === at.countyBureau ? at.countyHousing : at.traffic;
  const inputs: Partial<Record<Act, object>> = {
    file: filing,
    register: filing,
    refuse: elsewhere.input ?? {},
    classify: {
      track: "public",
      internalReason: null,
      reasonNote: null,
      subject: "ordinary",
      accused: null,
      complex: false,
    },
    recordConsent: { on: "2026-03-02", how: "电话确认" },
    linkRepeat: { previous: "earlier" },
    dispatch: { classification: null, matters: [say.matter("另一问题", other)] },
    dispatchOn: { targets: say.targets(at.countyHousing), note: null },
    flagFinalAudit: { reason: "社会影响面广" },
    recordDelivery: { notice: "received", legId: null, channel: kase.channel, result: null },
    takeDown: { matterId: "m1", reason: "含有个人信息" },
    escalate: { escalationId: "e1", to: at.bureau, copyTo: at.bureau },
    recordInstruction: { escalationId: "e1", text: "请月底前解决" },
    correct: { field: "place", from: "南湖区", to: "秀洲区" },
    note: { text: "与前件相似" },
    supplement: { text: "附工资条", files: 0 },
    rate: { grade: "satisfied", comment: null },
    carryOut: { formality: "archive", values: {} },
    carryOutOnLeg: { formality: "archive", values: {} },
    askBureauReturn: asking,
    acceptBureauReturn: { note: null },
    refuseBureauReturn: { reason: null },
    submitToLeader: { note: null },
    direct: { note: "请当日到场" },
    askInput: {
      assistLegId: kase.legs.find((l) => l.role === "assist" && l.orgId !== on)?.id ?? "l2",
      by: "2026-12-31",
      text: "请说明",
    },
    giveInput: { text: "已核实" },
    askReturn: asking,
    acceptReturn: { note: null },
    refuseReturn: { reason: "归你局管" },
    draftReply: say.draft("", at.labour).input ?? {},
    rejectDraft: { reason: "写明日期" },
    failAudit: { checklist: {}, reason: "没有写明时间" },
    passAudit: { checklist: {}, withhold: false, reason: null },
  };
  return inputs[act] ?? {};
}

function values(formality: string, { kase, on }: Setting): Values {
  const top = kase.topBureau ?? at.bureau;
  const organ = organs.includes(top);
  const filled: Readonly<Record<string, Values>> = {
    setOccurrence: { occurrence: "initial" },
    setForm: { form: "transfer" },
    nameReceiving: {
      receivingLeader: holder(top, organ ? "leaderInCharge" : "bureauHead"),
      receivingPerson: holder(top, organ ? "clerk" : "dispatcher"),
    },
    nameResponsible: on ? say.persons(on) : {},
    recordHandling: { means: ["mediation"], resolution: "partly" },
    reportBack: { resultReport: "已调解" },
    remindUpward: { remindedPost: "clerk", reminder: "请尽快办理" },
    callBack: say.called,
    verify: { verdict: "none", facts: "已核实" },
    openRectification: { supervisionMethods: ["cross"], rectifyDemand: "足额补发" },
    reportRectification: { rectified: "已补发", rectificationEvidence: "回单" },
    closeRectification: { rectificationChecked: "已核实" },
    recordReview: { reviewStep: "review", reviewOrgan: "嘉兴市人民政府", reviewAskedOn: "2026-03-02" },
    recordReviewResult: { reviewResult: "upheld", reviewOpinion: "维持" },
    recordIncident: { ...say.incident, incidentOn: "2026-03-02" },
    issueCircular: { circularText: "通报批评" },
    proposeAccountability: { proposedFor: ["unit"], proposal: "建议通报" },
    transferProposal: { transferredTo: ["disciplineBody"] },
    accountabilityOutcome: sanction(),
    judicialTransfer: { judicialOrgan: "嘉兴市人民检察院", judicialOn: "2026-03-02" },
    reopenAccountability: { reopenReason: "不起诉" },
    proposePublicity: publicity,
    approvePublicity: { publicityApproved: "yes" },
  };
  return filled[formality] ?? {};
}

const grid = ready({
  pack: zhejiang2017,
  calendar,
  lawful,
  bodies,
  roles: () => roles,
  input,
  values,
  settling: ["approveReply"],
});

/** No audit, no tracks, no archive, no end of acceptance: these stages the opinions do not know. */
const foreign: readonly (CaseStage | LegStage)[] = [
  "received",
  "classified",
  "refused",
  "notDispatched",
  "noLongerAccepted",
  "archived",
  "underAudit",
  "rework",
];

describe("every stage × act and formality × role", () => {
  it("the table has a row for every deed that the opinions know, and for no other", () => {
    expect(Object.keys(lawful).toSorted()).toEqual(
      deedsOf(grid)
        .filter((name) => !(unknown as readonly string[]).includes(name))
        .toSorted(),
    );
  });

  it("has a setting for each stage there is", () => {
    const legs = settings.flatMap((s) => s.kase.legs.filter((l) => l.orgId === s.on).map((l) => l.stage));
    expect(new Set(settings.map((s) => s.kase.stage))).toEqual(new Set(caseStages.filter((s) => !foreign.includes(s))));
    expect(new Set(legs)).toEqual(new Set(legStages.filter((s) => !foreign.includes(s))));
  });

  it.each(settings.map((s) => [s.name, s] as const))("%s: who may do what, and nobody else", (_name, setting) => {
    expect(differences(grid, setting)).toEqual([]);
  });

  it.each(settings.map((s) => [s.name, s] as const))("%s: the list of next deeds says the same", (_name, setting) => {
    expect(unlisted(grid, setting)).toEqual([]);
  });
});
