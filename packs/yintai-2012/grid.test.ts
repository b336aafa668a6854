import { describe, expect, it } from "vitest";
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
import type { CaseId } from "../../domain/case/case.ts";
import { unfiled } from "../../domain/case/case.ts";
import type { OrgId } from "../../domain/office/org.ts";
import type { Values } from "../../domain/rules/formality.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { type CaseStage, caseStages, type LegStage, legStages } from "../../domain/rules/vocabulary.ts";
import { chinaTime } from "../../domain/proof/story.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { yintai2012 } from "./index.ts";
import * as say from "./stories.ts";

const told = stage(yintai2012, nationalYears);

const workers: readonly Seat[] = ["clerk of holder", "principalLeader of holder", "leaderInCharge of holder"];
const leaders: readonly Seat[] = ["principalLeader of holder", "leaderInCharge of holder"];
const watchers: readonly Seat[] = ["auditor of top", "bureauHead of top"];
const early: readonly CaseStage[] = ["received", "registered"];
const live: readonly CaseStage[] = [...early, "inHand", "answering", "answered"];
const atUnit: readonly LegStage[] = ["dispatched", "viewed", "handling", "drafted", "rework"];

/** The measures once more, read from their articles and not from the pack: who may do what, and when. */
// biome-ignore format: one line for each rule
const lawful: Grid["lawful"] = {
  // Articles 3 and 4 (1), (2): the author writes to the district's head; all else the e-government centre collects, sorts, refuses, reports.
  file: [{ at: ["unfiled"], by: ["petitioner"] }],
  register: [{ at: ["unfiled"], by: ["operator of centre"] }],
  collect: [{ at: early, by: ["operator of centre"] }],
  sort: [{ at: early, by: ["operator of centre"] }],
  "report-to-office": [{ at: early, by: ["operator of centre"] }],
  handOver: [{ at: ["received"], by: ["operator of centre"] }],
  refuse: [{ at: early, by: ["operator of centre"] }],
  "confirm-other-ground": [{ at: early, by: ["operator of centre", "auditor of top"] }],
  linkRepeat: [{ at: live, by: ["operator of centre", "auditor of top"] }],
  // Article 4 (3), (4): the supervision office enters, the office proposes, the leader agrees, the section assigns.
  ledger: [{ at: ["registered"], by: ["auditor of top"] }],
  propose: [{ at: ["registered"], by: ["officeLeader of office"] }],
  agree: [{ at: ["registered"], by: ["governmentLeader of office"] }],
  "return-proposal": [{ at: ["registered"], by: ["governmentLeader of office"] }],
  dispatch: [{ at: ["registered"], by: ["dispatcher of office"] }],
  "make-complex": [{ at: atUnit, by: ["dispatcher of office", "officeLeader of office"] }],
  // Article 4 (5), article 5: in the unit the clerk writes, the leader answers for it.
  view: [{ at: ["dispatched"], by: workers }],
  giveInput: [{ at: ["viewed", "handling"], by: workers }],
  progress: [{ at: atUnit, by: workers }],
  "handling-report": [{ at: atUnit, by: ["clerk of holder"] }],
  draftReply: [{ at: atUnit, by: ["clerk of holder"] }],
  rejectDraft: [{ at: ["drafted"], by: leaders }],
  approveReply: [{ at: ["drafted"], by: leaders }],
  "follow-up": [{ at: ["passed"], by: workers }],
  recheck: [{ at: ["passed"], by: workers }],
  // Article 4 (6), (7): the supervision office urges, inspects, audits and compiles; the leader reads.
  "mark-key": [{ at: ["registered", "inHand", "answering"], by: watchers }],
  urge: [{ at: atUnit, by: watchers }],
  fault: [{ at: [...atUnit, "underAudit"], by: watchers }],
  inspect: [{ at: [...atUnit, "underAudit", "passed"], by: watchers }],
  failAudit: [{ at: ["underAudit"], by: ["auditor of top"] }],
  passAudit: [{ at: ["underAudit"], by: ["auditor of top"] }],
  "compile-report": [{ at: ["passed"], by: ["auditor of top"] }],
  "approve-report": [{ at: ["passed"], by: ["governmentLeader of office"] }],
  "return-report": [{ at: ["passed"], by: ["governmentLeader of office"] }],
  // Article 4 (8) to (10), article 5 (6): answered by the centre or reported upward, filed, called back.
  answer: [{ at: ["passed"], by: ["operator of centre"] }],
  "special-report": [{ at: ["passed"], by: ["auditor of top"] }],
  recordDelivery: [{ at: [...live, "refused", "archived"], by: ["operator of centre", "system"] }],
  takeDown: [{ at: ["inHand", "answering", "answered"], by: ["operator of centre", "auditor of top"] }],
  archive: [{ at: ["answered"], by: ["auditor of top"] }],
  "list-for-call-back": [{ at: ["passed"], by: watchers }],
  "call-back": [{ at: ["passed"], by: watchers }],
  // Writing down, at every step.
  correct: [{ at: [...live, "refused"], by: ["operator of centre", "auditor of top"] }],
  note: [{ at: [...live, "refused"], by: ["operator of centre", "auditor of top", "dispatcher of office", ...workers] }],
  supplement: [{ at: ["received", "registered", "inHand", "answering"], by: ["petitioner"] }],
};

const values: Readonly<Record<string, Values>> = {
  collect: { source: "districtMayorMailbox" },
  sort: { category: "complaint", urgency: "ordinary" },
  "confirm-other-ground": { otherGround: "属重复提交" },
  ledger: { summary: "路灯不亮" },
  propose: { opinion: "拟请区住建局办理", complexity: "simple" },
  agree: { instruction: "同意" },
  "return-proposal": { objection: "请交区水务局" },
  "make-complex": { complexity: "complex", whyComplex: "涉及地下电缆" },
  progress: { progress: "需更换电缆", strengthened: "增派人员", expectedOn: "2026-03-20" },
  "handling-report": say.solved,
  "follow-up": { solvedHow: "已改造", outcome: "solved" },
  recheck: { recheck: "已更换", settled: "yes" },
  "mark-key": { keyReason: ["manyVoices"] },
  urge: { method: "phone", result: "已安排" },
  fault: { fault: "perfunctory", faultFacts: "未到现场" },
  inspect: { staff: ["甲"], inspectedOn: "2026-03-09", inspection: "已施工" },
  "compile-report": { findings: "已核实" },
  "return-report": { leadersObjection: "请补充" },
  "special-report": { sentTo: "铜川市人民政府办公室", issue: "2026年第3期" },
  archive: {},
  "list-for-call-back": { batch: "2026年3月" },
  "call-back": { reached: "no", remarks: "无人接听" },
};

function input(name: string, { kase, on }: Setting): object {
  const filing = {
    channel: "collected",
    receivedAt: chinaTime(say.web.at),
    choice: "public",
    subject: "ordinary",
    accused: null,
    contentHash: "0".repeat(64),
    intake: at.centre,
    topBureau: at.supervision,
  };
  const inputs: Readonly<Record<string, object | undefined>> = {
    carryOut: { formality: "none", values: {} },
    carryOutOnLeg: { formality: "none", values: {} },
    file: { ...filing, channel: "web" },
    register: filing,
    refuse: { ground: "ground.3.2.2", fields: {} },
    linkRepeat: { previous: "earlier" },
    dispatch: say.dispatch("", at.housing).input,
    giveInput: { text: "已列入检修" },
    draftReply: say.draft("", at.housing).input,
    rejectDraft: { reason: "写明日期" },
    failAudit: say.failAudit("", at.housing).input,
    passAudit: say.passAudit("", at.housing).input,
    recordDelivery: {
      notice: "received",
      legId: null,
      channel: kase.channel,
      result: null,
    },
    takeDown: { matterId: "m1", reason: "含有个人信息" },
    correct: { field: "place", from: "城关街道", to: "陈炉镇" },
    note: { text: "与前件相似" },
    supplement: { text: "昨晚又坏了", files: 0 },
    classify: {
      track: "public",
      internalReason: null,
      reasonNote: null,
      subject: "ordinary",
      accused: null,
      complex: false,
    },
    dispatchOn: { targets: [{ orgId: at.housing, role: "lead" }], note: null },
    askReturn: { reason: "不归本局管", suggested: at.water },
    askInput: { assistLegId: on ? "l2" : "l1", by: "2026-03-06", text: "请说明" },
    rate: { grade: "satisfied", comment: null },
  };
  return inputs[name] ?? {};
}

const units: readonly OrgId[] = [at.housing, at.town, at.supervision];

const roles = everybody({
  operator: [at.centre, at.supervision],
  auditor: [at.supervision, at.office],
  finalAuditor: [at.supervision],
  bureauHead: [at.supervision, at.centre],
  dispatcher: [at.section, at.supervision],
  officeLeader: [at.office, at.supervision],
  governmentLeader: [at.office, at.housing],
  efficiencyOfficer: [at.supervision],
  administrator: [at.centre],
  securityOfficer: [at.centre],
  logAuditor: [at.centre],
  dutyChecker: units,
  clerk: [...units, at.water],
  leaderInCharge: units,
  principalLeader: units,
});

const grid = ready({
  pack: told.pack,
  calendar: told.calendar,
  lawful,
  bodies: (setting, onLeg) => ({
    centre: [setting.kase.intake ?? at.centre],
    top: setting.kase.topBureau ? [setting.kase.topBureau] : [],
    office: [at.office, at.section],
    holder: holdersOf(setting, onLeg),
  }),
  roles: () => roles,
  input,
  values: (formality) => values[formality] ?? {},
  settling: ["passAudit", "answer", "special-report", "return-report"],
  alsoNotYours: ["audit.notFlagged", "audit.reservedForCity"],
});

const joint = [...say.agreed(), say.dispatch("2026-03-03 09:00", at.housing, at.water)];
const viewed = [...joint, say.view("2026-03-03 10:00", at.housing)];
const reported = [...viewed, say.handlingReport("2026-03-03 11:00", at.housing)];
const drafted = [...reported, say.draft("2026-03-03 12:00", at.housing)];
const rejected: Step = {
  at: "2026-03-03 13:00",
  who: holder(at.housing, "principalLeader"),
  act: "rejectDraft",
  leg: at.housing,
  input: { reason: "写明日期" },
};
const submitted = [...drafted, say.approve("2026-03-03 13:00", at.housing)];
const passed = [...submitted, say.passAudit("2026-03-03 14:00", at.housing)];
const approved = [
  ...passed,
  say.compile("2026-03-03 15:00", at.housing),
  say.approveReport("2026-03-03 16:00", at.housing),
];
const answered = [...approved, say.answer("2026-03-03 17:00", at.housing)];
const refused: Step = {
  at: "2026-03-02 10:00",
  who: say.operator,
  act: "refuse",
  input: { ground: "ground.3.2.2", fields: {} },
};

function scene(
  name: string,
  filing: Filing,
  steps: readonly Step[],
  on: OrgId | null = null,
  against: Setting["against"] = {},
): Setting {
  const { kase } = told.play(filing, steps);
  return { name, kase: frozen(kase), now: steps.at(-1)?.at ?? filing.at, on, against };
}

const unfiledYet: Setting = {
  name: "unfiled",
  kase: frozen(unfiled("c" as CaseId, told.pack.id, chinaTime(say.web.at))),
  now: say.web.at,
  on: null,
  against: {},
};

const unsaid = { "report-to-office": "fact.missing" } as const;
const reportedAlready = { "report-to-office": "formality.alreadyDone", ledger: "formality.alreadyDone" } as const;
const unagreed = { dispatch: "formality.notDone" } as const;
const unproposed = { agree: "formality.notDone", "return-proposal": "formality.notDone" } as const;
const agreedAlready = {
  propose: "formality.alreadyDone",
  agree: "formality.alreadyDone",
  "return-proposal": "formality.alreadyDone",
} as const;
const noKey = { inspect: "fact.missing" } as const;
const atWork = { ...noKey, takeDown: "publication.notPublished" } as const;
const leading = { giveInput: "input.notAnAssistant" } as const;
const unwritten = { draftReply: "formality.notDone" } as const;
const assisting = {
  draftReply: "input.notTheLead",
  "make-complex": "input.notTheLead",
  "handling-report": "input.notTheLead",
  progress: "input.notTheLead",
} as const;
const solvedAndUncalled = {
  ...noKey,
  "follow-up": "formality.notDone",
  "call-back": "formality.notDone",
  recheck: "fact.forbidden",
} as const;
const uncompiled = {
  "approve-report": "formality.notDone",
  "return-report": "formality.notDone",
  answer: "formality.notDone",
  "special-report": "formality.notDone",
} as const;
const approvedAlready = {
  "compile-report": "formality.alreadyDone",
  "approve-report": "formality.alreadyDone",
  "return-report": "formality.alreadyDone",
} as const;
const unanswered = { takeDown: "publication.notPublished", "list-for-call-back": "case.notFinished" } as const;
const notUpward = { "special-report": "fact.forbidden" } as const;
const answeredAlready = { ...approvedAlready, ...notUpward, answer: "formality.alreadyDone" } as const;
const nothingToTell = { recordDelivery: "delivery.nothingDue" } as const;

const scenes: readonly Setting[] = [
  unfiledYet,
  scene("collected", say.collected, [], null, { ...unsaid, ...nothingToTell, handOver: "fact.missing" }),
  scene("filed", say.web, [], null, {
    ...unsaid,
    ...unagreed,
    ...unproposed,
    ledger: "formality.notDone",
    propose: "formality.notDone",
  }),
  scene("entered in the ledger", say.web, say.entered, null, { ...reportedAlready, ...unagreed, ...unproposed }),
  scene("proposed", say.web, say.agreed().slice(0, -1), null, { ...reportedAlready, ...unagreed }),
  scene("agreed", say.web, say.agreed(), null, { ...reportedAlready, ...agreedAlready }),
  scene("refused", say.web, [refused], null, {}),
  scene("dispatched", say.web, joint, at.housing, { ...atWork, ...unwritten }),
  scene("viewed", say.web, viewed, at.housing, { ...atWork, ...leading, ...unwritten }),
  scene("viewed by the assistant", say.web, [...joint, say.view("2026-03-03 10:00", at.water)], at.water, {
    ...atWork,
    ...assisting,
  }),
  scene("drafted", say.web, drafted, at.housing, atWork),
  scene("handling", say.web, [...drafted, rejected], at.housing, { ...atWork, ...leading }),
  scene("under audit", say.web, submitted, at.housing, atWork),
  scene("rework", say.web, [...submitted, say.failAudit("2026-03-03 14:00", at.housing)], at.housing, {
    ...atWork,
    ...unwritten,
  }),
  scene("passed", say.web, passed, at.housing, { ...solvedAndUncalled, ...uncompiled, ...unanswered }),
  scene("approved by the leader", say.web, approved, at.housing, {
    ...solvedAndUncalled,
    ...approvedAlready,
    ...unanswered,
    ...notUpward,
  }),
  scene("to go upward", say.collected, say.upward.slice(0, -1), at.housing, {
    ...solvedAndUncalled,
    ...approvedAlready,
    ...unanswered,
    ...nothingToTell,
    answer: "fact.forbidden",
  }),
  scene("answered", say.web, answered, at.housing, { ...solvedAndUncalled, ...answeredAlready }),
  scene("archived", say.web, [...answered, say.archive("2026-03-04 09:00")], at.housing, {
    ...solvedAndUncalled,
    ...answeredAlready,
  }),
];

/** Stages that these measures do not know: no sorting into tracks, no bureau in between, no return, no other end. */
const unknownHere: readonly (CaseStage | LegStage)[] = [
  "classified",
  "notDispatched",
  "sentElsewhere",
  "noLongerAccepted",
  "atBureau",
  "bureauReturnAsked",
  "passedOn",
  "returnAsked",
  "recalled",
];

describe("every stage × act and formality × role", () => {
  it("has a scene for each stage there is", () => {
    const legs = scenes.flatMap((s) => s.kase.legs.filter((l) => l.orgId === s.on).map((l) => l.stage));
    const seen = new Set<string>([...scenes.map((s) => s.kase.stage), ...legs]);
    const should = [...caseStages, ...legStages].filter((s) => !unknownHere.includes(s));
    expect(seen).toEqual(new Set(should));
  });

  it.each(scenes.map((s) => [s.name, s] as const))("%s: who may do what, and nobody else", (_name, one) => {
    expect(differences(grid, one)).toEqual([]);
  });

  it.each(scenes.map((s) => [s.name, s] as const))("%s: the list of next acts says the same", (_name, one) => {
    expect(unlisted(grid, one)).toEqual([]);
  });
});
