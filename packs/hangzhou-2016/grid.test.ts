import { describe, expect, it } from "vitest";
import { type Actor, type Case, type CaseId, unfiled } from "../../domain/case/case.ts";
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
import type { Filing, Step } from "../../domain/rules/example.ts";
import type { Values } from "../../domain/rules/formality.ts";
import { standing } from "../../domain/rules/layers.ts";
import type { RefusalCode } from "../../domain/rules/refusal.ts";
import { type Act, type CaseStage, caseStages, type LegStage, legStages } from "../../domain/rules/vocabulary.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { zhejiang2017 } from "../zhejiang-2017/index.ts";
import { at, holder } from "./example-office.ts";
import { hangzhou2016 } from "./index.ts";
import * as say from "./stories.ts";

/**
 * Who may do what, read from the specification and, where it says nothing, from the province's opinions: `bureau` or
 * `organ` took the case in, `senderBureau` or `senderOrgan` sent this leg, `holder` has it, `area` is the bureau of the
 * receiver's area, `above` the bureaux above it, `city` the city's own bureau.
 */
const receivers: readonly Seat[] = ["dispatcher of bureau", "clerk of organ"];
const deciders: readonly Seat[] = [...receivers, "bureauHead of bureau"];
const senders: readonly Seat[] = ["dispatcher of senderBureau", "clerk of senderOrgan"];
const urgers: readonly Seat[] = [...senders, "dispatcher of bureau"];
const reviewers: readonly Seat[] = ["auditor of senderBureau", "leaderInCharge of senderOrgan"];
const workers: readonly Seat[] = ["clerk of holder", "leaderInCharge of holder"];
const leaders: readonly Seat[] = ["leaderInCharge of holder", "principalLeader of holder"];
const visitors: readonly Seat[] = ["dispatcher of bureau", "auditor of bureau"];
const publishers: readonly Seat[] = ["auditor of city", "bureauHead of city"];
const checkers: readonly Seat[] = ["auditor of area", "auditor of senderBureau"];
const accusers: readonly Seat[] = ["auditor of area", "bureauHead of area", "auditor of above"];
const judges: readonly Seat[] = (["discipline", "personnel"] as const).flatMap((body): Seat[] => [
  `clerk of ${body}`,
  `leaderInCharge of ${body}`,
]);
const live: readonly CaseStage[] = ["registered", "inHand", "answering", "answered"];
const known: readonly CaseStage[] = [...live, "sentElsewhere"];
const working: readonly LegStage[] = ["viewed", "handling", "rework", "drafted"];
const extendable: readonly LegStage[] = ["dispatched", "viewed", "handling", "drafted"];

// biome-ignore format: one line for each rule
const lawful: Readonly<Record<string, readonly Row[]>> = {
  // 3, 5 and 6.1: the petitioner files, the receiving body registers, records the facts, and refuses on a ground of 5.2.
  file: [{ at: ["unfiled"], by: ["petitioner"] }],
  register: [{ at: ["unfiled"], by: ["dispatcher of anyBureau", "clerk of anyOrgan"] }],
  recordFacts: [{ at: ["registered"], by: receivers }],
  refuse: [{ at: ["registered", "inHand"], by: deciders }],
  linkRepeat: [{ at: live, by: receivers }],
  setOccurrence: [{ at: ["registered", "inHand"], by: receivers }],
  nameReceiving: [{ at: live, by: deciders }],
  // 6.2.1: three forms; a district's bureau sends on.
  setForm: [{ at: ["registered", "inHand"], by: receivers }],
  answerAtOnce: [{ at: ["registered"], by: deciders }],
  confirmCriticised: [{ at: ["registered", "inHand"], by: receivers }],
  dispatch: [{ at: ["registered", "inHand"], by: receivers }],
  dispatchOn: [{ at: ["atBureau", "bureauReturnAsked"], by: ["dispatcher of holderBureau"] }],
  closeReference: [{ at: ["dispatched", "viewed", "handling"], by: urgers }],
  // The province: whoever is not competent gives it back to the one that sent it.
  askReturn: [{ at: ["viewed", "handling"], by: workers }],
  acceptReturn: [{ at: ["returnAsked"], by: senders }],
  refuseReturn: [{ at: ["returnAsked"], by: senders }],
  askBureauReturn: [{ at: ["atBureau"], by: ["dispatcher of holderBureau"] }],
  acceptBureauReturn: [{ at: ["bureauReturnAsked"], by: senders }],
  refuseBureauReturn: [{ at: ["bureauReturnAsked"], by: senders }],
  // The province: the unit names its persons and records its handling. 6.3.2 a): a leader of the unit signs.
  view: [{ at: ["dispatched"], by: [...workers, "principalLeader of holder"] }],
  nameResponsible: [{ at: ["dispatched", "viewed"], by: leaders }],
  submitToLeader: [{ at: ["viewed", "returnAsked"], by: ["clerk of holder"] }],
  direct: [{ at: ["handling", "rework"], by: leaders }],
  askInput: [{ at: ["viewed", "handling", "rework"], by: workers }],
  giveInput: [{ at: ["viewed", "handling"], by: workers }],
  recordHandling: [{ at: working, by: workers }],
  draftReply: [{ at: working, by: ["clerk of holder"] }],
  rejectDraft: [{ at: ["drafted"], by: ["leaderInCharge of holder"] }],
  approveReply: [{ at: ["drafted"], by: leaders }],
  reportBack: [{ at: [...working, "passed"], by: workers }],
  remindUpward: [{ at: ["dispatched", ...working], by: ["dispatcher of senderBureau", ...checkers] }],
  // 6.3.1 and 6.2.2: more time from the head of the organ; urging by whoever sent it or took it in.
  askExtension: [{ at: extendable, by: ["clerk of holder"] }],
  grantExtension: [{ at: extendable, by: ["principalLeader of holder"] }],
  refuseExtension: [{ at: extendable, by: ["principalLeader of holder"] }],
  urge: [{ at: [...extendable, "returnAsked", "rework"], by: urgers }],
  proposeUrged: [{ at: [...extendable, "returnAsked", "underAudit", "rework", "passed"], by: [...urgers, "bureauHead of bureau"] }],
  // 6.2.3: the bureau that took it in goes to the spot, its head approves and issues.
  proposeVisit: [{ at: live, by: visitors }],
  approveVisit: [{ at: live, by: ["bureauHead of bureau"] }],
  rejectVisit: [{ at: live, by: ["bureauHead of bureau"] }],
  recordVisit: [{ at: live, by: visitors }],
  issueDocument: [{ at: live, by: ["bureauHead of bureau"] }],
  sendDocument: [{ at: [...extendable, "returnAsked", "underAudit", "rework", "passed"], by: visitors }],
  closeVisit: [{ at: live, by: visitors }],
  // 6.3.2: the unit writes down what the petitioner said, whoever sent it reviews and calls back, the city publishes.
  recordOpinion: [{ at: ["underAudit"], by: workers }],
  reviewCallBack: [{ at: ["underAudit"], by: reviewers }],
  failAudit: [{ at: ["underAudit"], by: reviewers }],
  passAudit: [{ at: ["underAudit"], by: reviewers }],
  publish: [{ at: ["inHand", "answering", "answered"], by: publishers }],
  keepSecret: [{ at: live, by: [...receivers, ...publishers] }],
  takeDown: [{ at: ["inHand", "answering", "answered"], by: publishers }],
  archive: [{ at: ["answered"], by: receivers }],
  // What is told, corrected and noted; the petitioner rates from the answer on.
  recordDelivery: [{ at: [...known, "refused"], by: ["system", ...receivers, "clerk of holder"] }],
  correct: [{ at: known, by: receivers }],
  note: [{ at: known, by: [...receivers, "auditor of bureau", "dispatcher of holderBureau", ...workers] }],
  supplement: [{ at: ["registered", "inHand", "answering"], by: ["petitioner"] }],
  rate: [{ at: ["inHand", "answering", "answered"], by: ["petitioner"] }],
  // The province: rating, call back, check, rectification, review.
  closeRating: [{ at: ["passed"], by: [...receivers, "auditor of bureau", "clerk of holder"] }],
  callBack: [{ at: ["passed"], by: [...workers, "dispatcher of bureau", "auditor of bureau", "dispatcher of senderBureau", "auditor of senderBureau"] }],
  verify: [{ at: ["passed"], by: checkers }],
  openRectification: [{ at: ["passed"], by: checkers }],
  reportRectification: [{ at: ["passed"], by: workers }],
  closeRectification: [{ at: ["passed"], by: checkers }],
  recordReview: [{ at: ["answered"], by: [...receivers, "auditor of bureau"] }],
  recordReviewResult: [{ at: ["answered"], by: [...receivers, "auditor of bureau"] }],
  // The province: who answers for what went wrong.
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

/** Acts that neither knows. */
const unknown: readonly Act[] = [
  "handOver",
  "classify",
  "recordConsent",
  "declineRepeat",
  "flagFinalAudit",
  "escalate",
  "recordInstruction",
  "carryOut",
  "carryOutOnLeg",
];

type Against = Readonly<Record<string, RefusalCode>>;

const pack = standing(hangzhou2016, [zhejiang2017]);
const { play, calendar } = stage(pack, nationalYears);

function set(name: string, filing: Filing, steps: readonly Step[], on: OrgId | null, against: Against): Setting {
  const { kase } = play(filing, steps);
  return { name, kase: frozen(kase), now: steps.at(-1)?.at ?? filing.at, on, against };
}

/** What stands against deeds, apart from these. */
function without(against: Against, ...open: readonly string[]): Against {
  return Object.fromEntries(Object.entries(against).filter(([id]) => !open.includes(id)));
}

const notDone = (...ids: readonly string[]): Against =>
  Object.fromEntries(ids.map((id) => [id, "formality.notDone" as const]));

const quiet: Against = {
  ...notDone(
    "issueCircular",
    "proposeAccountability",
    "transferProposal",
    "accountabilityOutcome",
    "judicialTransfer",
    "reopenAccountability",
    "proposePublicity",
    "approvePublicity",
    "approveVisit",
    "rejectVisit",
    "recordVisit",
    "issueDocument",
    "sendDocument",
    "closeVisit",
  ),
};
const bare: Against = {
  ...quiet,
  dispatch: "fact.missing",
  answerAtOnce: "fact.missing",
  confirmCriticised: "fact.missing",
};
const screened: Against = { ...quiet, answerAtOnce: "fact.forbidden", confirmCriticised: "fact.missing" };
/** Over the web everything is told at once: nothing waits for its delivery. */
const delivered: Against = { recordDelivery: "delivery.nothingDue" };
const unanswered: Against = {
  rate: "delivery.notTold",
  publish: "publication.notPassed",
  takeDown: "publication.notPublished",
};
const atWork: Against = {
  ...quiet,
  ...unanswered,
  refuse: "track.unitAtWork",
  confirmCriticised: "fact.missing",
  closeReference: "fact.forbidden",
  reportBack: "fact.forbidden",
  grantExtension: "formality.notDone",
  refuseExtension: "formality.notDone",
  urge: "term.notOverdue",
  proposeUrged: "finding.none",
};
const alone: Against = { giveInput: "input.notAnAssistant", askInput: "input.notAnAssistant" };
const unnamed: Against = { ...atWork, ...alone, submitToLeader: "formality.notDone", draftReply: "formality.notDone" };
const named: Against = { ...atWork, ...alone, nameResponsible: "formality.alreadyDone" };
const byAssistant: Against = {
  ...atWork,
  askInput: "input.notTheLead",
  draftReply: "input.notTheLead",
  recordHandling: "input.notTheLead",
  askExtension: "input.notTheLead",
  submitToLeader: "formality.notDone",
};
const told: Against = without(atWork, "rate");
const unchecked: Against = {
  ...quiet,
  ...unanswered,
  confirmCriticised: "fact.missing",
  reportBack: "fact.forbidden",
  proposeUrged: "finding.none",
  verify: "formality.notDone",
  openRectification: "fact.forbidden",
  reportRectification: "formality.notDone",
  closeRectification: "formality.notDone",
  recordReviewResult: "formality.notDone",
};
const reviewed: Against = without(unchecked, "rate", "publish");
const finished: Against = { ...reviewed, nameResponsible: "formality.alreadyDone" };

const ready_ = say.sent().slice(0, 3);
const viewed = [...say.sent(), say.view("2026-03-03 09:00", at.urban)];
const joint = say.sent([at.urban, at.construction]);
const handling: readonly Step[] = [
  ...say.taken(),
  {
    at: "2026-03-03 10:00",
    who: holder(at.urban, "clerk"),
    act: "submitToLeader",
    leg: at.urban,
    input: { note: null },
  },
];
const drafted = say.untilSigned().slice(0, -1);
const signed = say.untilSigned();
const judged = [...signed, say.opinion("2026-03-06 09:00"), say.callBack("2026-03-06 10:00")];
const asking = { reason: "该路段由市建委管养", suggested: null };
const askedBack: readonly Step[] = [
  ...say.taken(),
  { at: "2026-03-03 10:00", who: holder(at.urban, "clerk"), act: "askReturn", leg: at.urban, input: asking },
];
const accept: Step = {
  at: "2026-03-04 09:00",
  who: say.dispatcher,
  act: "acceptReturn",
  leg: at.urban,
  input: { note: null },
};
const district = say.sent([at.xihuBureau]);
const districtAsks: Step = {
  at: "2026-03-03 09:00",
  who: holder(at.xihuBureau, "dispatcher"),
  act: "askBureauReturn",
  leg: at.xihuBureau,
  input: asking,
};
const districtUnit = [...district, say.dispatchOn("2026-03-03 09:00", at.xihuBureau, at.xihuUrban)];
const clerk = holder(at.urban, "clerk");
const asOrgan = say.sent([at.schools]).map((step) => ({ ...step, who: clerk }));
const elsewhere: Step = {
  at: "2026-03-02 10:00",
  who: say.dispatcher,
  act: "refuse",
  input: { ground: "route.2", fields: { procedure: "仲裁", caseAt: "西湖区劳动人事争议仲裁委员会" } },
};
const answerable = [...ready_.slice(0, 2), say.form("2026-03-02 10:02", "answer")];
const answerNow = say.does("2026-03-02 15:00", "answerAtOnce", { answerText: "请携带身份证。" });
const asked = [...say.taken(), say.askMore("2026-03-06 09:00")];
const proposed = [...say.taken(), say.proposeVisit("2026-03-03 10:00")];
const approved = [...proposed, say.approveVisit("2026-03-03 11:00")];
const critical = [
  say.facts("2026-03-02 10:00", { acceptance: "b", criticisedUnit: at.construction }),
  ...ready_.slice(1),
];

const settings: readonly Setting[] = [
  {
    name: "unfiled",
    kase: frozen(unfiled("c" as CaseId, pack.id, chinaTime(say.web.at))),
    now: say.web.at,
    on: null,
    against: {},
  },
  set("registered", say.web, [], null, { ...bare, ...delivered }),
  set("registered by a district's bureau", say.toXihu, [], null, bare),
  set("registered by an organ", { ...say.email, intake: at.urban }, [], null, bare),
  set("registered, form chosen", say.web, ready_, null, { ...screened, ...delivered }),
  set("registered, to be answered at once", say.web, answerable, null, {
    ...without(screened, "answerAtOnce"),
    ...delivered,
    dispatch: "fact.forbidden",
  }),
  set("registered, a unit criticised", say.web, critical, null, {
    ...without(screened, "confirmCriticised"),
    ...delivered,
    dispatch: "dispatch.namedUnit",
  }),
  set("refused", say.web, [say.refusal("ground.5.2.b", { caseAt: "人民法院" })], null, delivered),
  set("sent elsewhere", say.web, [elsewhere], null, delivered),
  set("in hand, nobody at work", say.web, [...askedBack, accept], at.urban, {
    ...without(atWork, "refuse", "urge"),
  }),
  set("at the district's bureau", say.web, district, at.xihuBureau, { ...atWork, ...delivered }),
  set("the district asks back", say.web, [...district, districtAsks], at.xihuBureau, { ...atWork, ...delivered }),
  set("passed on", say.web, districtUnit, at.xihuBureau, atWork),
  set("dispatched", say.web, say.sent(), at.urban, atWork),
  set("dispatched by the district", say.web, districtUnit, at.xihuUrban, atWork),
  set("dispatched by an organ", { ...say.email, intake: at.urban }, asOrgan, at.schools, atWork),
  set("for reference, without feedback", say.web, say.referred("no"), at.urban, {
    ...without(atWork, "closeReference"),
    askExtension: "term.alreadyOver",
  }),
  set("viewed, nobody named", say.web, viewed, at.urban, unnamed),
  set("viewed by the assistant", say.web, [...joint, say.view("2026-03-03 09:00", at.construction)], at.construction, {
    ...byAssistant,
  }),
  set("viewed and named", say.web, say.taken(), at.urban, named),
  set("more time asked", say.web, asked, at.urban, without(named, "grantExtension", "refuseExtension")),
  set("more time granted", say.web, [...asked, say.grantMore("2026-03-06 10:00")], at.urban, {
    ...named,
    askExtension: "formality.alreadyDone",
    grantExtension: "formality.alreadyDone",
    refuseExtension: "formality.alreadyDone",
  }),
  set("overdue", say.web, [...say.taken(), say.urge("2026-03-10 09:00")], at.urban, {
    ...without(named, "urge"),
    askExtension: "term.alreadyOver",
  }),
  set("a visit proposed", say.web, proposed, at.urban, without(named, "approveVisit", "rejectVisit")),
  set("a visit approved", say.web, approved, at.urban, {
    ...without(named, "recordVisit"),
    approveVisit: "formality.alreadyDone",
    rejectVisit: "formality.alreadyDone",
  }),
  set("a visit made", say.web, [...approved, say.visit("2026-03-04 09:00")], at.urban, {
    ...without(named, "recordVisit", "issueDocument"),
    approveVisit: "formality.alreadyDone",
    rejectVisit: "formality.alreadyDone",
  }),
  set(
    "a document issued",
    say.web,
    [...approved, say.visit("2026-03-04 09:00"), say.issue("2026-03-04 10:00")],
    at.urban,
    {
      ...without(named, "recordVisit", "issueDocument", "sendDocument"),
      approveVisit: "formality.alreadyDone",
      rejectVisit: "formality.alreadyDone",
    },
  ),
  set("handling", say.web, handling, at.urban, named),
  set("return asked", say.web, askedBack, at.urban, named),
  set("drafted", say.web, drafted, at.urban, named),
  set("signed, the petitioner not told", say.sms, signed, at.urban, {
    ...atWork,
    recordOpinion: "delivery.notTold",
    passAudit: "formality.notDone",
  }),
  set("signed and told", say.web, signed, at.urban, { ...told, passAudit: "formality.notDone" }),
  set("ready for the verdict", say.web, judged, at.urban, told),
  set("sent back", say.web, [...judged, say.fail("2026-03-09 09:00")], at.urban, {
    ...without(named, "rate"),
  }),
  set("answered by short message", say.sms, [...signed, replied(), ...judged.slice(-2), pass()], at.urban, {
    ...finished,
  }),
  set("answered", say.web, say.untilReviewed(), at.urban, finished),
  set("published", say.web, [...say.untilReviewed(), say.publish("2026-03-10 09:00")], at.urban, {
    ...without(finished, "takeDown"),
  }),
  set("answered at once", say.web, [...answerable, answerNow], at.bureau, { ...reviewed, ...delivered }),
  set("answered at once, not told yet", say.sms, [...answerable, answerNow], at.bureau, {
    ...reviewed,
    rate: "delivery.notTold",
    closeRating: "case.notFinished",
  }),
  set("archived", say.web, [...say.untilReviewed(), say.archive("2026-03-11 09:00")], at.urban, {
    ...finished,
  }),
];

/** A message that waits for its delivery where one does: of the transfer, else of the receipt. */
function deliverable({ legs }: Case) {
  const lead = legs.find((l) => l.role === "lead" && l.kind === "unit" && l.orgId !== l.sender);
  return lead ? { notice: "transferred", legId: lead.id } : { notice: "received", legId: null };
}

function replied(): Step {
  return {
    at: "2026-03-05 15:00",
    who: clerk,
    act: "recordDelivery",
    input: { notice: "reply", legId: "l1", channel: "sms", result: "已发送" },
  };
}

function pass(): Step {
  return say.pass("2026-03-09 10:00");
}

const bureaux: readonly OrgId[] = [at.bureau, at.xihuBureau];
const organs: readonly OrgId[] = [at.urban, at.construction, at.schools, at.xihuUrban, at.xihuHousing];
const bureauPosts: readonly Post[] = ["dispatcher", "auditor", "finalAuditor", "bureauHead"];

/** Each post in the bodies where it is at home and in some where it is not. */
const roles = everybody(
  Object.fromEntries(
    posts.map((post) => [
      post,
      bureauPosts.includes(post) ? [...bureaux, at.xihuHousing] : [...organs, at.discipline, at.personnel, at.bureau],
    ]),
  ),
);

function bodies(setting: Setting, onLeg: boolean) {
  const { kase, on } = setting;
  const leg = kase.legs.findLast((l) => l.orgId === on) ?? null;
  const top = kase.topBureau;
  const of = (id: OrgId | null | undefined, kind: OrgKind) => (id && orgOf(grid.office, id).kind === kind ? [id] : []);
  const inDistrict = top === at.xihuBureau;
  const below = inDistrict || kase.legs.some((l) => l.orgId === at.xihuBureau || l.orgId === at.xihuUrban);
  return {
    anyBureau: bureaux,
    anyOrgan: organs,
    bureau: of(top, "petitionBureau"),
    organ: of(top, "handlingUnit"),
    senderBureau: onLeg ? of(leg?.sender, "petitionBureau") : [],
    senderOrgan: onLeg ? of(leg?.sender, "handlingUnit") : [],
    holder: holdersOf(setting, onLeg),
    holderBureau: holdersOf(setting, onLeg).flatMap((id) => of(id, "petitionBureau")),
    area: top === null ? [] : [inDistrict ? at.xihuBureau : at.bureau],
    above: top === null ? [] : below ? [at.xihuBureau, at.bureau] : [at.bureau],
    city: top === null ? [] : [at.bureau],
    discipline: top === null || inDistrict ? [] : [at.discipline],
    personnel: top === null || inDistrict ? [] : [at.personnel],
  };
}

function input(act: Act, { kase, on }: Setting, actor: Actor): object {
  const place = actor.kind === "staff" ? actor.orgId : at.bureau;
  const filing = {
    channel: act === "file" ? "web" : "email",
    receivedAt: chinaTime(say.web.at),
    choice: "public",
    subject: "ordinary",
    accused: null,
    contentHash: "0".repeat(64),
    intake: place,
    topBureau: at.bureau,
  };
  const other = kase.topBureau === at.xihuBureau ? at.xihuHousing : at.construction;
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
    dispatchOn: { targets: say.targets(at.xihuHousing), note: null },
    flagFinalAudit: { reason: "社会影响面广" },
    recordDelivery: { ...deliverable(kase), channel: kase.channel, result: null },
    takeDown: { matterId: "m1", reason: "含有个人信息" },
    escalate: { escalationId: "e1", to: at.bureau, copyTo: at.bureau },
    recordInstruction: { escalationId: "e1", text: "请月底前解决" },
    correct: { field: "place", from: "西湖区", to: "上城区" },
    note: { text: "与前件相似" },
    supplement: { text: "昨晚又坏了一盏", files: 0 },
    rate: { grade: "satisfied", comment: null },
    carryOut: { formality: "none", values: {} },
    carryOutOnLeg: { formality: "none", values: {} },
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
    draftReply: say.draft("", at.urban).input ?? {},
    rejectDraft: { reason: "写明日期" },
    failAudit: { checklist: { content: true, implementation: false }, reason: "没有写明时间" },
    passAudit: { checklist: say.allYes, withhold: false, reason: null },
  };
  return inputs[act] ?? {};
}

function values(formality: string, { kase, on, name }: Setting): Values {
  const top = kase.topBureau ?? at.bureau;
  const organ = organs.includes(top);
  const filled: Readonly<Record<string, Values>> = {
    recordFacts: say.plainFacts,
    setOccurrence: { occurrence: "initial" },
    setForm: { form: "transfer" },
    nameReceiving: {
      receivingLeader: holder(top, organ ? "leaderInCharge" : "bureauHead"),
      receivingPerson: holder(top, organ ? "clerk" : "dispatcher"),
    },
    answerAtOnce: { answerText: "请携带身份证。" },
    confirmCriticised: { criticisedReason: "只有该单位有资料" },
    closeReference: {},
    nameResponsible: on
      ? { responsibleLeader: holder(on, "leaderInCharge"), responsiblePerson: holder(on, "clerk") }
      : {},
    recordHandling: { means: ["administrative"], resolution: "partly" },
    reportBack: { resultReport: "已修复" },
    remindUpward: { remindedPost: "clerk", reminder: "请尽快办理" },
    askExtension: { askedDays: "10", askedReason: "情况复杂" },
    grantExtension: { extensionDays: "10", extensionReason: "情况复杂" },
    refuseExtension: { extensionRefused: "可以先行修复" },
    urge: { urging: "请尽快反馈" },
    proposeUrged: { urgedAnswerable: ["unit"], urgedProposal: "约谈" },
    keepSecret: { secrecyOn: "2026-03-02", secrecyHow: "电话" },
    proposeVisit: { ...say.visitPlan, plannedOn: "2026-12-31" },
    approveVisit: { visitInstruction: "同意" },
    rejectVisit: { visitRejected: "不必" },
    recordVisit: say.visit("2026-03-02 09:00").input?.["values"] as Values,
    issueDocument: { documentKind: "minutes", documentText: "请分工办理" },
    sendDocument: { sentOn: "2026-03-02", sentHow: "公文交换" },
    closeVisit: { visitOutcome: "已分工" },
    recordOpinion: say.content,
    reviewCallBack: say.checked,
    publish: {},
    archive: {},
    closeRating: {},
    callBack: say.calledBack,
    verify: { verdict: "none", facts: "已核实" },
    openRectification: { supervisionMethods: ["cross"], rectifyDemand: "全部修复" },
    reportRectification: { rectified: "已修复", rectificationEvidence: "照片" },
    closeRectification: { rectificationChecked: "已核实" },
    recordReview: { reviewStep: "review", reviewOrgan: "杭州市人民政府", reviewAskedOn: "2026-03-02" },
    recordReviewResult: { reviewResult: "upheld", reviewOpinion: "维持" },
    recordIncident: {
      incidentOn: "2026-03-02",
      answerableUnit: at.urban,
      cause: "notEntered",
      consequence: "skipLevelVisit",
      incidentAccount: "没有录入",
    },
    issueCircular: { circularText: "通报批评" },
    proposeAccountability: { proposedFor: ["unit"], proposal: "建议通报" },
    transferProposal: { transferredTo: ["disciplineBody"] },
    accountabilityOutcome: {
      sanctionedTarget: "leader",
      sanction: "organisational",
      sanctionDetail: "诫勉",
      sanctionedOn: "2026-03-02",
    },
    judicialTransfer: { judicialOrgan: "杭州市人民检察院", judicialOn: "2026-03-02" },
    reopenAccountability: { reopenReason: "不起诉" },
    proposePublicity: { audience: "units", publicityText: "某单位被问责" },
    approvePublicity: { publicityApproved: "yes" },
  };
  if (formality === "setForm" && name.includes("reference")) return { form: "reference", feedback: "no" };
  return filled[formality] ?? {};
}

const grid = ready({
  pack,
  calendar,
  lawful,
  bodies,
  roles: () => roles,
  input,
  values,
  settling: ["passAudit", "closeReference"],
});

/** No tracks, no hand-over, no end of acceptance: these stages neither knows. */
const foreign: readonly (CaseStage | LegStage)[] = ["received", "classified", "notDispatched", "noLongerAccepted"];

describe("every stage × act and formality × role", () => {
  it("the table has a row for every deed that city and province know, and for no other", () => {
    expect(Object.keys(lawful).toSorted()).toEqual(
      deedsOf(grid)
        .filter((name) => !(unknown as readonly string[]).includes(name))
        .toSorted(),
    );
  });

  it("has a setting for each stage there is", () => {
    const legs = settings.flatMap((s) => s.kase.legs.filter((l) => l.orgId === s.on).map((l) => l.stage));
    expect(new Set(settings.map((s) => s.kase.stage))).toEqual(new Set(caseStages.filter((s) => !foreign.includes(s))));
    expect(new Set(legs)).toEqual(new Set(legStages));
  });

  it.each(settings.map((s) => [s.name, s] as const))("%s: who may do what, and nobody else", (_name, setting) => {
    expect(differences(grid, setting)).toEqual([]);
  });

  it.each(settings.map((s) => [s.name, s] as const))("%s: the list of next deeds says the same", (_name, setting) => {
    expect(unlisted(grid, setting)).toEqual([]);
  });
});
