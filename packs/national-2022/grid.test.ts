import { describe, expect, it } from "vitest";
import { type CaseId, unfiled } from "../../domain/case/case.ts";
import { orgOf } from "../../domain/office/office.ts";
import type { OrgId, OrgKind } from "../../domain/office/org.ts";
import { stage } from "../../domain/proof/fixture.ts";
import {
  differences,
  everybody,
  frozen,
  type Grid,
  holdersOf,
  ready,
  type Seat,
  type Setting,
  unlisted,
} from "../../domain/proof/grid.ts";
import { chinaTime } from "../../domain/proof/story.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import type { Values } from "../../domain/rules/formality.ts";
import { type CaseStage, caseStages, type LegStage, legStages } from "../../domain/rules/vocabulary.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { national2022 } from "./index.ts";
import * as say from "./stories.ts";

const told = stage(national2022, nationalYears);

/** Whoever took the case in and decides on it: the bureau, or an organ of its own. */
const deciders: readonly Seat[] = ["dispatcher of bureau", "bureauHead of bureau", "clerk of receiver"];
const bureau: readonly Seat[] = ["dispatcher of bureau", "bureauHead of bureau"];
const organ: readonly Seat[] = ["clerk of organ", "leaderInCharge of organ"];
const whole: readonly Seat[] = [...organ, "principalLeader of organ"];
const others: readonly Seat[] = ["clerk of other", "leaderInCharge of other"];
const senders: readonly Seat[] = ["dispatcher of sender", "clerk of sendingOrgan"];
const government: readonly Seat[] = ["officeLeader of government", "governmentLeader of government"];
const applicants: readonly Seat[] = ["petitioner", "dispatcher of bureau", "operator of bureau", "clerk of organ"];
const reviewers: readonly Seat[] = ["clerk of reviewer", "leaderInCharge of reviewer"];
const reReviewers: readonly Seat[] = ["clerk of reReviewer", "leaderInCharge of reReviewer"];

const early: readonly CaseStage[] = ["registered", "classified"];
const undecided: readonly CaseStage[] = [...early, "inHand"];
const live: readonly CaseStage[] = [...undecided, "answering", "answered"];
const all: readonly CaseStage[] = [...live, "refused", "sentElsewhere", "noLongerAccepted"];
const fresh: readonly LegStage[] = ["dispatched", "viewed"];
const working: readonly LegStage[] = ["viewed", "handling", "rework"];
const longer: readonly LegStage[] = [...working, "drafted"];
const allLegs: readonly LegStage[] = [...longer, "dispatched", "returnAsked", "passed"];

/** The ordinance once more, read from its articles and not from the pack: who may do what, and when. */
// biome-ignore format: one line for each rule
const lawful: Grid["lawful"] = {
  // Articles 17 to 22: in by the net, or registered by whoever receives; sorted, refused, sent by whoever took it in.
  file: [{ at: ["unfiled"], by: ["petitioner"] }],
  register: [{ at: ["unfiled"], by: ["operator of anyBureau", "clerk of anyOrgan"] }],
  sort: [{ at: early, by: deciders }],
  refuse: [{ at: undecided, by: deciders }],
  linkRepeat: [{ at: live, by: [...deciders, "operator of bureau"] }],
  "propose-urgent": [{ at: early, by: bureau }],
  "decide-urgent": [{ at: early, by: government }],
  "guide-visitor": [{ at: early, by: ["operator of bureau", "dispatcher of bureau", "clerk of receiver"] }],
  "settle-competence": [{ at: undecided, by: bureau }],
  dispatch: [{ at: undecided, by: ["dispatcher of bureau", "clerk of receiver"] }],
  dispatchOn: [{ at: ["atBureau", "bureauReturnAsked"], by: ["dispatcher of passing"] }],
  // Article 18, 25, 28, 30: leaders, urgent reports, recusal, cadres.
  "leader-takes": [{ at: live, by: ["bureauHead of bureau", ...government] }],
  "report-urgent": [{ at: live, by: bureau }],
  "report-urgent-organ": [{ at: ["dispatched", ...longer], by: whole }],
  recuse: [{ at: live, by: [...bureau, ...whole] }],
  "report-cadre": [{ at: live, by: bureau }],
  // Article 23: receipt told, or an objection that the sender verifies.
  view: [{ at: ["dispatched"], by: [...whole, ...others] }],
  accept: [{ at: fresh, by: organ }],
  askReturn: [{ at: fresh, by: [...organ, ...others] }],
  acceptReturn: [{ at: ["returnAsked"], by: senders }],
  refuseReturn: [{ at: ["returnAsked"], by: senders }],
  askBureauReturn: [{ at: ["atBureau"], by: ["dispatcher of passing"] }],
  acceptBureauReturn: [{ at: ["bureauReturnAsked"], by: senders }],
  refuseBureauReturn: [{ at: ["bureauReturnAsked"], by: senders }],
  // The simple procedure is the competent organ's to choose and to leave.
  simplify: [{ at: fresh, by: organ }],
  "to-ordinary": [{ at: ["dispatched", "viewed", "handling", "drafted"], by: organ }],
  // Articles 29 to 34: the organ works; its head alone extends.
  "lead-in": [{ at: ["dispatched", "viewed", "handling"], by: organ }],
  hear: [{ at: working, by: organ }],
  "open-hearing": [{ at: working, by: organ }],
  "close-hearing": [{ at: working, by: organ }],
  mediate: [{ at: working, by: organ }],
  study: [{ at: working, by: organ }],
  opinion: [{ at: working, by: organ }],
  "ask-extension": [{ at: longer, by: ["clerk of organ"] }],
  "grant-extension": [{ at: longer, by: ["principalLeader of organ"] }],
  "refuse-extension": [{ at: longer, by: ["principalLeader of organ"] }],
  draftReply: [{ at: longer, by: ["clerk of organ", "clerk of other"] }],
  rejectDraft: [{ at: ["drafted"], by: ["leaderInCharge of organ", "leaderInCharge of other"] }],
  approveReply: [{ at: ["drafted"], by: ["leaderInCharge of organ", "leaderInCharge of other"] }],
  reward: [{ at: ["passed"], by: organ }],
  "urge-execution": [{ at: ["passed"], by: whole }],
  guide: [{ at: ["passed"], by: organ }],
  aid: [{ at: [...longer, "passed"], by: [...organ, "clerk of other"] }],
  "closing-report": [{ at: ["passed"], by: [...organ, "clerk of other"] }],
  // Articles 35 to 37: the petitioner asks, on paper through staff; the organs above conclude.
  "apply-review": [{ at: ["passed"], by: applicants }],
  "conclude-review": [{ at: ["passed"], by: reviewers }],
  "revoke-in-review": [{ at: ["passed"], by: reviewers }],
  "apply-re-review": [{ at: ["passed"], by: applicants }],
  "open-re-review-hearing": [{ at: ["passed"], by: reReviewers }],
  "close-re-review-hearing": [{ at: ["passed"], by: reReviewers }],
  "conclude-re-review": [{ at: ["passed"], by: reReviewers }],
  "revoke-in-re-review": [{ at: ["passed"], by: reReviewers }],
  "publish-opinion": [{ at: ["passed"], by: reReviewers }],
  "help-after": [{ at: ["answered", "sentElsewhere", "noLongerAccepted"], by: [...deciders, "clerk of organ"] }],
  // Article 21: rated once the answer is there.
  rate: [{ at: ["answering", "answered"], by: ["petitioner"] }],
  "rate-bureau": [{ at: ["answering", "answered"], by: ["petitioner"] }],
  // Articles 38 to 46: bureaux supervise and propose, those concerned answer, superiors order correction.
  supervise: [{ at: allLegs, by: ["dispatcher of bureau", "bureauHead of above"] }],
  "answer-improvement": [{ at: allLegs, by: whole }],
  "propose-policy": [{ at: all, by: ["bureauHead of bureau"] }],
  "answer-policy": [{ at: all, by: government }],
  "propose-accountability": [{ at: allLegs, by: ["bureauHead of bureau", "bureauHead of above"] }],
  "answer-accountability": [{ at: allLegs, by: ["clerk of blamed", "leaderInCharge of blamed", "officeLeader of blamed"] }],
  inspect: [{ at: all, by: ["bureauHead of bureau", "officeLeader of conference"] }],
  "order-correction": [{ at: all, by: [...government, "bureauHead of province"] }],
  // Article 39: the joint conference calls leaders to account, and theirs report.
  "hold-leaders": [{ at: all, by: ["officeLeader of conference"] }],
  "report-rectification": [{ at: all, by: ["leaderInCharge of held", "principalLeader of held"] }],
  // Writing down, at every step.
  recordDelivery: [{ at: all, by: ["system", "operator of bureau", "dispatcher of bureau", "clerk of receiver", "clerk of organ", "clerk of other"] }],
  correct: [{ at: all, by: [...deciders, "operator of bureau"] }],
  note: [{ at: all, by: [...deciders, "operator of bureau", "dispatcher of passing", ...organ, "clerk of other"] }],
  supplement: [{ at: ["registered", "classified", "inHand", "answering"], by: ["petitioner"] }],
};

const opinion: Values = { outcome: "supported", resolution: ["solved"] };
const extension: Values = { days: "10", extensionReason: "情况复杂" };
const values: Readonly<Record<string, Values>> = {
  sort: { category: "claim", occurrence: "first", form: "transfer", urgent: "no", contactClear: "yes" },
  "propose-urgent": { proposal: "请协调" },
  "decide-urgent": { decision: "同意" },
  "guide-visitor": { explained: "可以上诉", guidedTo: "市中院" },
  "settle-competence": { competenceBy: "agreed", involved: "两局", acceptingOrgan: at.land },
  "leader-takes": { leader: "副市长", plan: "现场办公" },
  "report-urgent": {
    toGovernment: "电话",
    toDepartments: "电话",
    toConference: "电话",
    toUpperBureau: "系统",
    toNational: "系统",
    measures: "到场",
  },
  "report-urgent-organ": { organToGovernment: "电话", organToConference: "书面", organMeasures: "到场" },
  recuse: { recused: "nobody", interest: "亲属" },
  "report-cadre": { personnelBody: "市委组织部", cadreMajor: "no" },
  accept: { branch: "31-6", route: "调查核实" },
  simplify: { procedure: "simple", simpleBecause: "daily", paperWanted: "no" },
  "to-ordinary": { procedure: "ordinary", ordinaryReason: "需要测绘" },
  "lead-in": { leadInto: "仲裁", leadTo: "仲裁委" },
  hear: { statement: "面积少算", findings: "已复测" },
  "open-hearing": { weight: "complex", place: "三楼" },
  "close-hearing": { heard: "已听证" },
  mediate: { settlementWay: "mediation", consent: "yes", agreed: "no" },
  study: { adopted: "whole", studied: "可行" },
  opinion,
  "ask-extension": extension,
  "grant-extension": extension,
  "refuse-extension": { refusedBecause: "可以办结" },
  reward: { contribution: "节约", rewarded: "表扬" },
  "urge-execution": { executedBy: "镇政府", executed: "已付" },
  guide: { guidance: "讲解" },
  aid: { aidKind: "social", aidGiven: "已告知" },
  "closing-report": { closing: "已办结" },
  "apply-review": { reviewRequest: "撤销", reviewer: at.provinceLand },
  "conclude-review": { reviewResult: "upheld", reviewOpinion: "维持" },
  "revoke-in-review": { reviewOpinion: "不清", wronglyUnsupported: "no" },
  "apply-re-review": { reReviewRequest: "撤销", reReviewer: at.provinceLand },
  "open-re-review-hearing": { place: "听证室" },
  "close-re-review-hearing": { heard: "已听证" },
  "conclude-re-review": { reReviewResult: "upheld", reReviewOpinion: "维持" },
  "revoke-in-re-review": { reReviewOpinion: "不清", wronglyUnsupported: "no" },
  "publish-opinion": { publishedAt: "公开栏" },
  "help-after": { helpGiven: "走访" },
  "rate-bureau": { bureauGrade: "satisfied" },
  supervise: { fault: "delay", improvement: "尽快" },
  "answer-improvement": { improvementAdopted: "adopted", improvementAdoptedText: "已改" },
  "propose-policy": { policyProblem: "过低", policyProposal: "修订" },
  "answer-policy": { policyAdopted: "adopted", policyAdoptedText: "已修订" },
  "propose-accountability": { conduct: "delay", consequence: "严重", proposedTo: at.discipline },
  "answer-accountability": { accountabilityAdopted: "adopted", accountabilityAdoptedText: "已立案" },
  inspect: { inspected: "未告知", fedBackTo: "临河县", important: "no" },
  "hold-leaders": {
    heldOrgan: at.land,
    heldPersons: ["周启明，局长"],
    failing: "weak",
    heldBy: ["talk", "rectify"],
    heldAccount: "全年十二件超期",
    rectifyBy: "2026-12-30",
  },
  "report-rectification": { rectification: "已整改" },
  "order-correction": { corrected: at.land, correctionGround: "44-3", correction: "三日内告知" },
};

function input(name: string, { kase, on }: Setting, actor: { readonly orgId?: OrgId }): object {
  const own = actor.orgId ?? at.bureau;
  const filing = {
    channel: "letter",
    receivedAt: chinaTime(say.web.at),
    choice: "public",
    subject: "ordinary",
    accused: null,
    contentHash: "0".repeat(64),
    intake: own,
    topBureau: own,
  };
  const inputs: Readonly<Record<string, object | undefined>> = {
    carryOut: { formality: "none", values: {} },
    carryOutOnLeg: { formality: "none", values: {} },
    file: { ...filing, channel: "web", intake: at.bureau, topBureau: at.bureau },
    register: filing,
    refuse: { ground: "route.31-2", fields: { procedure: "仲裁", caseAt: "仲裁委" } },
    linkRepeat: { previous: "earlier" },
    dispatch: {
      classification: null,
      matters: [
        {
          matterId: null,
          title: "另一问题",
          text: null,
          note: null,
          targets: say.targets(
            kase.topBureau === at.labour ? at.labour : kase.subject === "discipline" ? at.discipline : at.housing,
          ),
        },
      ],
    },
    dispatchOn: { targets: say.targets(at.countyLand), note: null },
    askBureauReturn: { reason: "属于市级事权", suggested: null },
    acceptBureauReturn: { note: null },
    refuseBureauReturn: { reason: "属县级" },
    askReturn: { reason: "不属于职权范围", suggested: null },
    acceptReturn: { note: null },
    refuseReturn: { reason: "属你局" },
    draftReply: {
      text: "答复",
      parts: say.parts,
      internalOpinion: null,
      advisesWithholding: false,
      adviceReason: null,
    },
    rejectDraft: { reason: "补充依据" },
    recordDelivery: { notice: "received", legId: null, channel: kase.channel, result: null },
    correct: { field: "place", from: "河东路", to: "河西路" },
    note: { text: "与前件相似" },
    supplement: { text: "补充照片", files: 1 },
    rate: { grade: "satisfied", comment: null },
    classify: {
      track: "public",
      internalReason: null,
      reasonNote: null,
      subject: "ordinary",
      accused: null,
      complex: false,
    },
    askInput: { assistLegId: on ? "l2" : "l1", by: "2026-03-06", text: "请说明" },
  };
  return inputs[name] ?? {};
}

const units: readonly OrgId[] = [at.land, at.labour, at.provinceLand, at.discipline];
const bureaux: readonly OrgId[] = [at.bureau, at.countyBureau, at.provinceBureau];

const roles = everybody({
  operator: bureaux,
  dispatcher: bureaux,
  auditor: bureaux,
  bureauHead: bureaux,
  clerk: units,
  leaderInCharge: units,
  principalLeader: units,
  officeLeader: [at.office, at.conference, at.bureau, at.discipline],
  governmentLeader: [at.office, at.land],
  efficiencyOfficer: [at.bureau],
  administrator: [at.bureau],
  securityOfficer: [at.bureau],
  logAuditor: [at.bureau],
});

const grid = ready({
  pack: told.pack,
  calendar: told.calendar,
  lawful,
  bodies: (setting, onLeg) => {
    const { kase } = setting;
    const kind = (id: OrgId): OrgKind => orgOf(grid.office, id).kind;
    const top = kase.topBureau ? [kase.topBureau] : [];
    const holders = holdersOf(setting, onLeg);
    const leg = kase.legs.findLast((l) => l.orgId === setting.on);
    const sender = onLeg && leg ? [leg.sender] : [];
    const charged = onLeg ? holders : kase.legs.length > 0 ? kase.legs.map((l) => l.orgId) : top;
    const stated = (name: string) =>
      kase.happenings.flatMap((h) => (typeof h.values?.[name] === "string" ? [h.values[name] as OrgId] : []));
    return {
      bureau: top.filter((id) => kind(id) === "petitionBureau"),
      receiver: top.filter((id) => kind(id) === "handlingUnit"),
      anyBureau: bureaux.filter((id) => kind(id) === "petitionBureau"),
      anyOrgan: units.filter((id) => kind(id) === "handlingUnit"),
      organ: holders.filter((id) => kind(id) === "handlingUnit"),
      other: holders.filter((id) => kind(id) === "disciplineBody" || kind(id) === "judicialBody"),
      passing: holders.filter((id) => kind(id) === "petitionBureau"),
      sender: sender.filter((id) => kind(id) === "petitionBureau"),
      sendingOrgan: sender.filter((id) => kind(id) === "handlingUnit"),
      government: top.length > 0 ? [at.office] : [],
      conference: top.length > 0 ? [at.conference] : [],
      above: [
        ...(charged.some((id) => id === at.countyBureau || id === at.countyLand) ? [at.countyBureau] : []),
        ...(charged.length > 0 ? [at.bureau, at.provinceBureau] : []),
      ],
      province: charged.length > 0 ? [at.provinceBureau] : [],
      reviewer: stated("reviewer"),
      reReviewer: stated("reReviewer"),
      blamed: stated("proposedTo"),
      held: stated("heldOrgan"),
    };
  },
  roles: () => roles,
  input: (act, setting, actor) => input(act, setting, actor.kind === "staff" ? actor : {}),
  values: (formality, { kase }) =>
    formality === "recuse" ? { recused: "", interest: `${kase.id}` } : (values[formality] ?? {}),
  settling: ["approveReply", "lead-in"],
  reopening: ["revoke-in-review", "revoke-in-re-review"],
});

const land = say.sent();
const taken = say.accepted();
const viewed = [...taken, say.view("2026-03-06 09:10", at.land)];
const concluded = [...viewed, say.hear("2026-03-09 09:00", at.land), say.opinion("2026-03-10 09:00", at.land)];
const drafted = [...concluded, say.draft("2026-03-11 09:00", at.land)];
const approve = say.approve("2026-03-12 09:00", at.land);
const rejected: Step = {
  at: "2026-03-12 09:00",
  who: holder(at.land, "leaderInCharge"),
  act: "rejectDraft",
  leg: at.land,
  input: { reason: "补充" },
};
const asked = [...land, say.object("2026-03-05 09:00", at.land)];
const back: Step = {
  at: "2026-03-06 09:00",
  who: say.dispatcher,
  act: "acceptReturn",
  leg: at.land,
  input: { note: null },
};
const toCounty = [say.sort("2026-03-03 10:00"), say.dispatch("2026-03-03 10:05", at.countyBureau)];
const countyAsks: Step = {
  at: "2026-03-05 09:00",
  who: holder(at.countyBureau, "dispatcher"),
  act: "askBureauReturn",
  leg: at.countyBureau,
  input: { reason: "属于市级事权", suggested: null },
};
const applied = say.applyReview("2026-03-20 09:00", at.land, at.provinceLand);
const report = say.sort("2026-03-03 10:00", { category: "report" });
const ownClerk = holder(at.labour, "clerk");
const own = [say.sort("2026-03-03 10:00", {}, ownClerk), say.dispatchBy("2026-03-03 10:05", ownClerk, null, at.labour)];

function scene(
  name: string,
  filing: Filing,
  steps: readonly Step[],
  on: OrgId | null,
  against: Setting["against"],
): Setting {
  const { kase } = told.play(filing, steps);
  return { name, kase: frozen(kase), now: steps.at(-1)?.at ?? filing.at, on, against };
}

/** What stands against deeds that would be lawful: nothing urgent, nobody to recuse named, nothing proposed yet. */
const notUrgent = { "propose-urgent": "fact.forbidden", "report-urgent": "fact.forbidden" } as const;
const plain = {
  "report-urgent": "fact.forbidden",
  "report-cadre": "fact.forbidden",
  recuse: "formality.fieldMissing",
  "answer-policy": "formality.notDone",
} as const;
const atGate = {
  ...plain,
  ...notUrgent,
  "decide-urgent": "formality.notDone",
  "guide-visitor": "fact.forbidden",
} as const;
const unsorted = { ...atGate, dispatch: "formality.notDone" } as const;
const onTheWay = { ...plain, refuse: "track.unitAtWork" } as const;
const atWork = { ...onTheWay, "answer-improvement": "formality.notDone" } as const;
const unaccepted = { ...atWork, "to-ordinary": "formality.notDone", "lead-in": "fact.forbidden" } as const;
const unasked = {
  "to-ordinary": "formality.notDone",
  "grant-extension": "formality.notDone",
  "refuse-extension": "formality.notDone",
} as const;
const branch6 = {
  ...atWork,
  ...unasked,
  "close-hearing": "formality.notDone",
  "lead-in": "fact.forbidden",
  study: "fact.forbidden",
} as const;
const acceptedAlready = {
  askReturn: "formality.alreadyDone",
  simplify: "formality.alreadyDone",
  accept: "formality.alreadyDone",
} as const;
const unheard = { draftReply: "formality.notDone", opinion: "formality.notDone" } as const;
const over = {
  ...plain,
  "answer-improvement": "formality.notDone",
  reward: "fact.forbidden",
  "urge-execution": "fact.forbidden",
  "closing-report": "fact.forbidden",
  "apply-re-review": "window.notOpen",
} as const;
const closed = { "answer-policy": "formality.notDone" } as const;

const against: Readonly<Record<string, Setting["against"]>> = {
  registered: unsorted,
  "registered by an organ": unsorted,
  "a report": atGate,
  "given back": plain,
  dispatched: unaccepted,
  "an organ has its own": { ...unaccepted, askReturn: "window.notOpen" },
  "at the discipline body": onTheWay,
  "at the county's bureau": onTheWay,
  "the county objects": onTheWay,
  "passed on": onTheWay,
  objected: atWork,
  viewed: { ...branch6, ...acceptedAlready, ...unheard },
  concluded: { ...branch6, ...acceptedAlready },
  drafted: { ...atWork, ...unasked },
  "draft rejected": branch6,
  "answered, not delivered": { ...over, "apply-review": "window.notOpen" },
  answered: over,
  "under review": { ...over, "apply-review": "window.notOpen" },
  revoked: { ...branch6, ...unheard, "ask-extension": "term.alreadyOver" },
  refused: closed,
  "sent elsewhere": closed,
  "no longer accepted": closed,
};
const on = (name: string): Setting["against"] => against[name] ?? {};

const scenes: readonly Setting[] = [
  {
    name: "unfiled",
    kase: frozen(unfiled("c" as CaseId, told.pack.id, chinaTime(say.web.at))),
    now: say.web.at,
    on: null,
    against: {},
  },
  scene("registered", say.web, [], null, on("registered")),
  scene("registered by an organ", say.direct, [], null, on("registered by an organ")),
  scene("a report", say.web, [report], null, on("a report")),
  scene("given back", say.web, [...asked, back], at.land, on("given back")),
  scene("dispatched", say.web, land, at.land, on("dispatched")),
  scene("an organ has its own", say.direct, own, at.labour, on("an organ has its own")),
  scene(
    "at the discipline body",
    say.web,
    [report, say.dispatch("2026-03-03 10:05", at.discipline), say.view("2026-03-04 09:00", at.discipline)],
    at.discipline,
    on("at the discipline body"),
  ),
  scene("at the county's bureau", say.web, toCounty, at.countyBureau, on("at the county's bureau")),
  scene("the county objects", say.web, [...toCounty, countyAsks], at.countyBureau, on("the county objects")),
  scene(
    "passed on",
    say.web,
    [...toCounty, say.dispatchOn("2026-03-04 09:00", at.countyBureau, at.countyLand)],
    at.countyBureau,
    on("passed on"),
  ),
  scene("objected", say.web, asked, at.land, on("objected")),
  scene("viewed", say.web, viewed, at.land, on("viewed")),
  scene("concluded", say.web, concluded, at.land, on("concluded")),
  scene("drafted", say.web, drafted, at.land, on("drafted")),
  scene("draft rejected", say.web, [...drafted, rejected], at.land, on("draft rejected")),
  scene("answered, not delivered", say.letter, [...drafted, approve], at.land, on("answered, not delivered")),
  scene("answered", say.web, [...drafted, approve], at.land, on("answered")),
  scene("under review", say.web, [...drafted, approve, applied], at.land, on("under review")),
  scene(
    "revoked",
    say.web,
    [
      ...drafted,
      approve,
      applied,
      say.carryOn(
        "2026-03-25 09:00",
        holder(at.provinceLand, "clerk"),
        "revoke-in-review",
        at.land,
        values["revoke-in-review"],
      ),
    ],
    at.land,
    on("revoked"),
  ),
  scene("refused", say.web, [say.refuse("2026-03-03 10:00", "ground.19", { caseAt: "县局" })], null, on("refused")),
  scene(
    "sent elsewhere",
    say.web,
    [say.refuse("2026-03-03 10:00", "told.23", { competentPlace: "县局" })],
    null,
    on("sent elsewhere"),
  ),
  scene(
    "no longer accepted",
    say.web,
    [say.refuse("2026-03-03 10:00", "ended.36", { caseAt: "省厅" })],
    null,
    on("no longer accepted"),
  ),
];

/** Stages that the ordinance does not know: nothing waits to be handed over, nothing is audited, nothing is archived. */
const unknownHere: readonly (CaseStage | LegStage)[] = ["received", "notDispatched", "archived", "underAudit"];

describe("every stage × act and formality × role", () => {
  it("has a scene for each stage there is", () => {
    const legs = scenes.flatMap((s) => s.kase.legs.filter((l) => l.orgId === s.on).map((l) => l.stage));
    const seen = new Set<string>([...scenes.map((s) => s.kase.stage), ...legs]);
    expect(seen).toEqual(new Set([...caseStages, ...legStages].filter((s) => !unknownHere.includes(s))));
  });

  it.each(scenes.map((s) => [s.name, s] as const))("%s: who may do what, and nobody else", (_name, one) => {
    expect(differences(grid, one)).toEqual([]);
  });

  it.each(scenes.map((s) => [s.name, s] as const))("%s: the list of next acts says the same", (_name, one) => {
    expect(unlisted(grid, one)).toEqual([]);
  });
});
