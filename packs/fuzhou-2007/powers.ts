import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Example, Outcome, Step } from "../../domain/rules/example.ts";
import type { Guard, Holder, Power } from "../../domain/rules/power.ts";
import { at, holder } from "./example-office.ts";
import * as say from "./stories.ts";

const cityDispatcher: Holder = { post: "dispatcher", body: "topBureau" };
const countyDispatcher: Holder = { post: "dispatcher", body: "holder" };
const sendingDispatcher: Holder = { post: "dispatcher", body: "sender" };
const operator: Holder = { post: "operator", body: "intake" };
const clerk: Holder = { post: "clerk", body: "holder" };
const leader: Holder = { post: "leaderInCharge", body: "holder" };
const petitioner: Holder = { post: "petitioner", body: "anyone" };
const system: Holder = { post: "system", body: "anyone" };

/** The parts that the reply to a complex matter must have (FZ-8.2-2). */
export const complexParts = [
  { code: "handled", label: "办理情况" },
  { code: "problems", label: "存在问题" },
  { code: "measures", label: "今后解决问题的措施或建议" },
] as const;

const trackGuards: readonly Guard[] = [
  { is: "internalNeedsReason", clause: id("FZ-7-1") },
  { is: "reasonNeedsNote", reason: "other", clause: id("FZ-6.3") },
  { is: "subjectIsInternal", subject: "discipline", clause: id("FZ-6.1") },
  { is: "subjectIsInternal", subject: "efficiency", clause: id("FZ-6.2") },
  { is: "consentForPublic", clause: id("FZ-6.4") },
  { is: "choiceIsPetitioners", clause: id("FZ-6.4") },
  { is: "changeNeedsNote", clause: id("FZ-4-4") },
];

const routeGuards: readonly Guard[] = [
  { is: "oneLead", clause: id("FZ-8.6-1") },
  { is: "throughCountyBureau", clause: id("FZ-4-2") },
  { is: "targetsJoined", clause: id("FZ-3.7") },
  { is: "bodyForSubject", subject: "discipline", kind: "disciplineBody", clause: id("FZ-6.1") },
  { is: "bodyForSubject", subject: "efficiency", kind: "efficiencyOffice", clause: id("FZ-6.2") },
  { is: "notTheAccused", clause: id("FZ-6.1") },
  { is: "dueDateKnown", clause: id("FZ-2-2") },
];

/** What an audit asks of a reply; the regulation says only 符合要求, the five questions are ours. */
const auditQuestions = ["addressed", "facts", "basis", "dates", "privacy"] as const;

const auditGuards: readonly Guard[] = [
  { is: "auditedHere", clause: id("FZ-8.4-4") },
  { is: "checklistAnswered", items: auditQuestions, clause: id("FZ-8.4-1") },
];

function story(steps: readonly Step[], then: Outcome, now?: string): Example {
  return { filing: say.web, steps, then, ...(now ? { now } : {}) };
}

const sent = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.housing)];
const viewed = [...sent, say.view("2026-03-03 09:00", at.housing)];
const taken = [...viewed, say.submit("2026-03-03 09:30", at.housing)];
const joint = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.housing, at.urban)];
const atCounty = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-03 10:05", at.gulouBureau)];
const countyAsked: readonly Step[] = [
  ...atCounty,
  {
    at: "2026-03-04 11:00",
    who: holder(at.gulouBureau, "dispatcher"),
    act: "askBureauReturn",
    leg: at.gulouBureau,
    input: { reason: "事发地不在本区", suggested: at.urban },
  },
];

const intake: readonly Power[] = [
  {
    id: "file",
    act: "file",
    clause: id("FZ-2-1"),
    serves: [id("FZ-7-1")],
    words: "公民、法人和其他组织可以上网反映诉求。",
    from: ["unfiled"],
    by: [petitioner],
    guards: [],
    example: story([], { stage: "registered", due: [["dispatch", at.bureau, "2026-03-03"]] }),
  },
  {
    id: "register",
    act: "register",
    clause: id("FZ-5-1"),
    serves: [id("FZ-2-1")],
    words: "电话、传真、短信等诉求件由服务中心逐一如实登记。",
    from: ["unfiled"],
    by: [{ post: "operator", body: "anyone", kind: "serviceCentre" }],
    guards: [],
    example: {
      filing: say.phone,
      steps: [],
      then: { stage: "received", due: [["hand-over", at.centre, "2026-03-02"]] },
    },
  },
  {
    id: "hand-over",
    act: "handOver",
    clause: id("FZ-5-2"),
    words: "服务中心当日将登记的诉求件转市信访局。",
    from: ["received"],
    by: [operator],
    guards: [],
    example: { filing: say.phone, steps: [say.handOver("2026-03-02 09:40")], then: { stage: "registered" } },
  },
  {
    id: "refuse",
    act: "refuse",
    clause: id("FZ-3.1"),
    serves: ["3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9"].map((n) => id(`FZ-${n}`)),
    words: "属于第三条所列九种情形的，不予受理；紧急救助由服务中心当场引导。",
    from: ["received", "registered", "classified", "inHand"],
    by: [cityDispatcher, { post: "bureauHead", body: "topBureau" }, operator],
    guards: [],
    example: story(
      [{ at: "2026-03-02 10:00", who: say.dispatcher, act: "refuse", input: { ground: "ground.3.1", fields: {} } }],
      { stage: "refused" },
    ),
  },
  {
    id: "classify",
    act: "classify",
    clause: id("FZ-4-4"),
    serves: [id("FZ-6.1"), id("FZ-6.2"), id("FZ-6.3"), id("FZ-6.4"), id("FZ-7-1")],
    words: "信访局将诉求件分为内部批转办理和网上公开办理两类；内部办理须有第六条的理由。",
    from: ["registered", "classified"],
    by: [cityDispatcher],
    guards: trackGuards,
    example: story([say.classify("2026-03-02 10:00", { track: "internal" })], { refused: "track.reasonMissing" }),
  },
  {
    id: "reclassify",
    act: "classify",
    clause: id("FZ-4-4"),
    words: "批转途中，持有该件的信访局可以改类别；单位正在办理的，不能改。",
    from: ["inHand"],
    by: [cityDispatcher, countyDispatcher],
    guards: [{ is: "wholeCaseHere", clause: id("FZ-4-4") }, ...trackGuards],
    example: story([...sent, say.classify("2026-03-03 10:00", { track: "internal", internalReason: "differs" })], {
      refused: "track.unitAtWork",
    }),
  },
  {
    id: "record-consent",
    act: "recordConsent",
    clause: id("FZ-6.4"),
    words: "诉求人选择不公开的，取得并记录其同意后才能改为公开办理。",
    from: ["registered", "classified", "inHand"],
    by: [cityDispatcher, operator],
    guards: [{ is: "consentNeeded", clause: id("FZ-6.4") }],
    example: {
      filing: { ...say.web, choice: "nonPublic" },
      steps: [
        {
          at: "2026-03-03 09:00",
          who: say.operator,
          act: "recordConsent",
          input: { on: "2026-03-03", how: "电话确认" },
        },
        say.classify("2026-03-03 09:30"),
      ],
      then: { stage: "classified" },
    },
  },
  {
    id: "link-repeat",
    act: "linkRepeat",
    clause: id("FZ-8.5-1"),
    words: "同一人反映的同一问题，由工作人员认定并与前件关联；不合并，照常办理。",
    from: ["received", "registered", "classified", "inHand", "answering", "answered"],
    by: [cityDispatcher, operator],
    guards: [],
    example: story(
      [{ at: "2026-03-02 10:00", who: say.dispatcher, act: "linkRepeat", input: { previous: "earlier" } }, ...sent],
      { stage: "inHand", due: [["reply", at.housing, "2026-03-16"]] },
    ),
  },
  {
    id: "decline-repeat",
    act: "declineRepeat",
    clause: id("FZ-8.5-2"),
    words: "同一人同一问题已及时答复超过三次（即至少四次）的，市信访局可以不再批转。",
    from: ["registered", "classified"],
    by: [cityDispatcher],
    guards: [{ is: "timelyRepliesOver", n: 3, clause: id("FZ-8.5-2") }],
    example: story([{ at: "2026-03-02 10:00", who: say.dispatcher, act: "declineRepeat" }], {
      refused: "repeat.notLinked",
    }),
  },
];

const routing: readonly Power[] = [
  {
    id: "dispatch",
    act: "dispatch",
    clause: id("FZ-4-1"),
    serves: [id("FZ-2-2"), id("FZ-4-2"), id("FZ-7-2"), id("FZ-7-3"), id("FZ-8.6-1"), id("FZ-8.7-1")],
    words: "市信访局按“谁主管谁负责”批转到市直单位，或批转到县（市）区信访局；多个问题同时批转。",
    from: ["registered", "classified", "inHand"],
    by: [cityDispatcher],
    guards: [{ is: "trackIsSet", clause: id("FZ-4-4") }, ...trackGuards, ...routeGuards],
    example: story([say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.gulouUrban)], {
      refused: "dispatch.throughCountyBureau",
    }),
  },
  {
    id: "dispatch-on",
    act: "dispatchOn",
    clause: id("FZ-4-2"),
    serves: [id("FZ-7-4"), id("FZ-8.6-1")],
    words: "县（市）区信访局再批转到县（市）区直单位。",
    from: ["atBureau", "bureauReturnAsked"],
    by: [countyDispatcher],
    guards: routeGuards,
    example: story([...atCounty, say.dispatchOn("2026-03-04 09:00", at.gulouBureau, at.gulouUrban)], {
      leg: [at.gulouUrban, "dispatched"],
      due: [["reply", at.gulouUrban, "2026-03-18"]],
    }),
  },
  {
    id: "flag-final-audit",
    act: "flagFinalAudit",
    clause: id("FZ-8.4-4"),
    words: "重大、敏感或必须由市里把关的诉求件，市信访局可以保留最终审核权。",
    from: ["registered", "classified", "inHand"],
    by: [cityDispatcher, { post: "finalAuditor", body: "topBureau" }],
    guards: [],
    example: story(
      [
        ...atCounty,
        { at: "2026-03-03 11:00", who: say.dispatcher, act: "flagFinalAudit", input: { reason: "社会影响面广" } },
        say.dispatchOn("2026-03-04 09:00", at.gulouBureau, at.gulouUrban),
        ...say
          .untilAudit(at.gulouUrban, "2026-03-10")
          .slice(2)
          .map((s) =>
            s.act === "view" || s.act === "submitToLeader" ? { ...s, at: `2026-03-05 ${s.at.slice(11)}` } : s,
          ),
        say.passAudit("2026-03-11 09:00", at.gulouUrban, at.gulouBureau),
      ],
      { refused: "audit.reservedForCity" },
    ),
  },
];

const handling: readonly Power[] = [
  {
    id: "view",
    act: "view",
    clause: id("FZ-8.1-2"),
    words: "承办单位专人查阅诉求件；第一次打开即为查阅。",
    from: ["dispatched"],
    by: [clerk, leader, { post: "dutyChecker", body: "holder" }, { post: "principalLeader", body: "holder" }],
    guards: [],
    example: story(viewed, { leg: [at.housing, "viewed"] }),
  },
  {
    id: "submit-to-leader",
    act: "submitToLeader",
    clause: id("FZ-8.1-2"),
    words: "查阅后呈报分管领导批办。",
    from: ["viewed", "returnAsked"],
    by: [clerk, { post: "dutyChecker", body: "holder" }],
    guards: [],
    example: story(taken, { leg: [at.housing, "handling"] }),
  },
  {
    id: "direct",
    act: "direct",
    clause: id("FZ-8.1-2"),
    words: "分管领导批办。",
    from: ["handling", "rework"],
    by: [leader],
    guards: [],
    example: story(
      [
        ...taken,
        {
          at: "2026-03-03 11:00",
          who: holder(at.housing, "leaderInCharge"),
          act: "direct",
          leg: at.housing,
          input: { note: "请照明科当日到场" },
        },
      ],
      { leg: [at.housing, "handling"] },
    ),
  },
  {
    id: "ask-input",
    act: "askInput",
    clause: id("FZ-8.6-2"),
    words: "牵头单位可以请协办单位在约定日期前提供意见。",
    from: ["viewed", "handling", "rework"],
    by: [clerk, leader],
    guards: [{ is: "onLeadLeg", clause: id("FZ-8.6-1") }],
    example: story(
      [
        ...joint,
        say.view("2026-03-03 09:00", at.urban),
        {
          at: "2026-03-03 10:00",
          who: holder(at.urban, "clerk"),
          act: "askInput",
          leg: at.urban,
          input: { assistLegId: "l1", by: "2026-03-06", text: "请说明" },
        },
      ],
      { refused: "input.notTheLead" },
    ),
  },
  {
    id: "give-input",
    act: "giveInput",
    clause: id("FZ-8.6-1"),
    serves: [id("FZ-8.6-2")],
    words: "协办单位向牵头单位提供意见，不直接答复诉求人。",
    from: ["viewed", "handling"],
    by: [clerk, leader],
    guards: [],
    example: story(
      [
        ...joint,
        say.view("2026-03-03 09:00", at.urban),
        {
          at: "2026-03-09 09:00",
          who: holder(at.urban, "clerk"),
          act: "giveInput",
          leg: at.urban,
          input: { text: "该路段已列入本月检修" },
        },
      ],
      { leg: [at.urban, "viewed"] },
    ),
  },
  {
    id: "ask-return",
    act: "askReturn",
    clause: id("FZ-8.3-1"),
    words: "不属于本单位职责的，2个工作日内申请退回，写明理由并建议单位；被驳回后不得再退。",
    from: ["viewed", "handling"],
    by: [clerk, leader],
    guards: [
      { is: "notBarred", clause: id("FZ-8.3-3") },
      { is: "windowOpen", duty: "unit-return-window", clause: id("FZ-8.3-1") },
      { is: "reasonAndSuggestion", clause: id("FZ-8.3-1") },
    ],
    example: story([...viewed, say.askReturn("2026-03-05 00:01", at.housing)], { refused: "return.windowClosed" }),
  },
  {
    id: "accept-return",
    act: "acceptReturn",
    clause: id("FZ-8.3-2"),
    words: "理由充分、确需撤回的，同级信访局撤回并重新批转；新单位的期限从其收到之日起算。",
    from: ["returnAsked"],
    by: [sendingDispatcher],
    guards: [],
    example: story(
      [
        ...viewed,
        say.askReturn("2026-03-03 10:00", at.housing),
        { at: "2026-03-04 09:00", who: say.dispatcher, act: "acceptReturn", leg: at.housing, input: { note: null } },
        say.dispatch("2026-03-04 09:30", at.urban),
      ],
      { due: [["reply", at.urban, "2026-03-18"]] },
    ),
  },
  {
    id: "refuse-return",
    act: "refuseReturn",
    clause: id("FZ-8.3-3"),
    words: "理由不充分的，仍由该单位办理，不得再退回；办理期限照常计算。",
    from: ["returnAsked"],
    by: [sendingDispatcher],
    guards: [],
    example: story(
      [
        ...viewed,
        say.askReturn("2026-03-04 10:00", at.housing),
        {
          at: "2026-03-04 15:00",
          who: say.dispatcher,
          act: "refuseReturn",
          leg: at.housing,
          input: { reason: "路灯归你局管养" },
        },
        say.askReturn("2026-03-04 16:00", at.housing),
      ],
      { refused: "return.barred" },
    ),
  },
  {
    id: "ask-bureau-return",
    act: "askBureauReturn",
    clause: id("FZ-8.3-4"),
    words: "不属于本辖区的，县（市）区信访局1个工作日内申请退回市信访局，并建议单位。",
    from: ["atBureau"],
    by: [countyDispatcher],
    guards: [
      { is: "notBarred", clause: id("FZ-8.3-5") },
      { is: "windowOpen", duty: "county-return-window", clause: id("FZ-8.3-4") },
      { is: "reasonAndSuggestion", clause: id("FZ-8.3-4") },
    ],
    example: story(countyAsked, { leg: [at.gulouBureau, "bureauReturnAsked"] }),
  },
  {
    id: "accept-bureau-return",
    act: "acceptBureauReturn",
    clause: id("FZ-8.3-5"),
    words: "市信访局1个工作日内可以接受退回；过后不能再接受。",
    from: ["bureauReturnAsked"],
    by: [sendingDispatcher],
    guards: [{ is: "windowOpen", duty: "decide-county-return", clause: id("FZ-8.3-5") }],
    example: story(
      [
        ...countyAsked,
        {
          at: "2026-03-05 23:59",
          who: say.dispatcher,
          act: "acceptBureauReturn",
          leg: at.gulouBureau,
          input: { note: null },
        },
      ],
      { leg: [at.gulouBureau, "recalled"] },
    ),
  },
  {
    id: "refuse-bureau-return",
    act: "refuseBureauReturn",
    clause: id("FZ-8.3-5"),
    words: "市信访局不同意退回，或1个工作日内没有接受的，仍由该县（市）区办理。",
    from: ["bureauReturnAsked"],
    by: [sendingDispatcher, system],
    guards: [],
    example: story(
      [
        ...countyAsked,
        {
          at: "2026-03-06 00:00",
          who: say.dispatcher,
          act: "acceptBureauReturn",
          leg: at.gulouBureau,
          input: { note: null },
        },
      ],
      { refused: "act.notAtThisStage" },
    ),
  },
];

const replying: readonly Power[] = [
  {
    id: "draft-reply",
    act: "draftReply",
    clause: id("FZ-8.2-1"),
    serves: [id("FZ-8.2-2"), id("FZ-8.7-2"), id("FZ-9.2"), id("FZ-8.5-1")],
    words: "承办单位拟写答复；复杂问题要写明办理情况、存在问题、措施或建议。协办单位不能代写。",
    from: ["handling", "rework", "drafted"],
    by: [clerk],
    guards: [
      { is: "onLeadLeg", clause: id("FZ-8.6-1") },
      { is: "partsGiven", parts: complexParts, clause: id("FZ-8.2-2") },
    ],
    example: story(
      [
        say.classify("2026-03-02 10:00", { complex: true }),
        ...taken.slice(1),
        say.draft("2026-03-09 09:00", at.housing, {
          text: "",
          parts: { handled: "已现场查看", measures: "4月底前改造" },
        }),
      ],
      { refused: "reply.partMissing" },
    ),
  },
  {
    id: "reject-draft",
    act: "rejectDraft",
    clause: id("FZ-8.2-3"),
    words: "分管领导可以退回修改，办理期限不变。",
    from: ["drafted"],
    by: [leader],
    guards: [],
    example: story(
      [
        ...taken,
        say.draft("2026-03-09 09:00", at.housing),
        {
          at: "2026-03-09 10:00",
          who: holder(at.housing, "leaderInCharge"),
          act: "rejectDraft",
          leg: at.housing,
          input: { reason: "写明修复日期" },
        },
      ],
      { leg: [at.housing, "handling"], due: [["reply", at.housing, "2026-03-16"]] },
    ),
  },
  {
    id: "approve-reply",
    act: "approveReply",
    clause: id("FZ-8.2-3"),
    serves: [id("FZ-10-1")],
    words: "办理结果须经本单位分管领导批准后才能反馈；拟稿人不能自己批准。",
    from: ["drafted"],
    by: [leader],
    guards: [{ is: "approverNotDrafter", clause: id("FZ-8.2-3") }],
    example: story(
      [
        ...taken,
        say.draft("2026-03-09 09:00", at.housing),
        { ...say.approve("2026-03-09 10:00", at.housing), who: holder(at.housing, "clerk") },
      ],
      { refused: "act.notYourPost" },
    ),
  },
  {
    id: "fail-audit",
    act: "failAudit",
    clause: id("FZ-8.4-2"),
    words: "答复不符合要求的，退回重新办理，不超过3个工作日。",
    from: ["underAudit"],
    by: [
      { post: "auditor", body: "auditing" },
      { post: "auditor", body: "sender" },
      { post: "finalAuditor", body: "auditing" },
    ],
    guards: [...auditGuards, { is: "checklistSays", items: auditQuestions, verdict: "someNo", clause: id("FZ-8.4-2") }],
    example: story([...say.untilAudit(at.housing), say.failAudit("2026-03-18 09:00", at.housing)], {
      due: [["rework", at.housing, "2026-03-23"]],
    }),
  },
  {
    id: "pass-audit",
    act: "passAudit",
    clause: id("FZ-9-1"),
    serves: [id("FZ-8.4-1"), id("FZ-8.4-4"), id("FZ-9.1"), id("FZ-9.2"), id("FZ-9-3"), id("FZ-2-3")],
    words: "办理结果经信访局审核通过后方可反馈；单位建议不公开且信访局认定不宜公开的，才不公开。",
    from: ["underAudit"],
    by: [
      { post: "auditor", body: "auditing" },
      { post: "auditor", body: "sender" },
      { post: "finalAuditor", body: "auditing" },
    ],
    guards: [
      ...auditGuards,
      { is: "checklistSays", items: auditQuestions, verdict: "allYes", clause: id("FZ-8.4-2") },
      { is: "withholdAdvised", clause: id("FZ-9.2") },
    ],
    example: story(
      [
        ...say.untilAudit(at.housing),
        say.passAudit("2026-03-17 15:00", at.housing, at.bureau, { withhold: true, reason: "涉及第三人" }),
      ],
      { refused: "audit.withholdNotAdvised" },
    ),
  },
];

const escalating: readonly Power[] = [
  {
    id: "escalate",
    act: "escalate",
    clause: id("FZ-8.8"),
    words: "需要党委、政府协调的疑难诉求件，主送同级办公厅（室）分管领导，抄送同级党委、政府分管领导。",
    from: ["registered", "classified", "inHand"],
    by: [cityDispatcher, countyDispatcher],
    guards: [{ is: "addresseesOfOwnLevel", kind: "governmentOffice", clause: id("FZ-8.8") }],
    example: story(
      [
        ...atCounty,
        {
          at: "2026-03-04 09:00",
          who: holder(at.gulouBureau, "dispatcher"),
          act: "escalate",
          input: { escalationId: "e1", to: at.office, copyTo: at.office },
        },
      ],
      { refused: "escalation.wrongLevel" },
    ),
  },
  {
    id: "record-instruction",
    act: "recordInstruction",
    clause: id("FZ-8.8"),
    words: "领导批示记回各案件。",
    from: ["received", "registered", "classified", "inHand", "answering", "answered", "refused", "notDispatched"],
    by: [cityDispatcher, countyDispatcher],
    guards: [],
    example: story(
      [
        ...sent,
        {
          at: "2026-03-04 09:00",
          who: say.dispatcher,
          act: "escalate",
          input: { escalationId: "e1", to: at.office, copyTo: at.office },
        },
        {
          at: "2026-03-05 09:00",
          who: say.dispatcher,
          act: "recordInstruction",
          input: { escalationId: "e1", text: "请住建局牵头，月底前解决" },
        },
      ],
      { stage: "inHand" },
    ),
  },
];

const answering: readonly Power[] = [
  {
    id: "record-delivery",
    act: "recordDelivery",
    clause: id("FZ-9-3"),
    serves: [id("FZ-6-5"), id("FZ-9.1")],
    words: "服务中心通过原收件渠道告知、反馈，并记录送达。",
    from: ["received", "registered", "classified", "inHand", "answering", "answered", "refused", "notDispatched"],
    by: [system, operator],
    guards: [],
    example: {
      filing: { at: "2026-03-02 08:00", channel: "phone" },
      steps: [
        say.handOver("2026-03-02 08:30"),
        ...say.untilAudit(at.housing),
        say.passAudit("2026-03-17 15:00", at.housing),
        {
          at: "2026-03-17 16:00",
          who: say.operator,
          act: "recordDelivery",
          input: { notice: "reply", legId: "l1", channel: "phone", result: "已接听" },
        },
      ],
      then: { stage: "answered" },
    },
  },
  {
    id: "record-delivery-of-refusal",
    act: "recordDelivery",
    clause: id("FZ-3.2"),
    words: "第三条（二）的件服务中心不能查看，由市信访局负责人告知；办法未写由谁告知，本条为重构。",
    reconstructed: true,
    from: ["refused"],
    by: [{ post: "bureauHead", body: "topBureau" }],
    guards: [],
    example: {
      filing: say.phone,
      steps: [
        say.handOver("2026-03-02 09:40"),
        { at: "2026-03-02 10:00", who: say.dispatcher, act: "refuse", input: { ground: "ground.3.2", fields: {} } },
        {
          at: "2026-03-02 11:00",
          who: say.head,
          act: "recordDelivery",
          input: { notice: "refused", legId: null, channel: "phone", result: "已接听" },
        },
      ],
      then: { stage: "refused" },
    },
  },
  {
    id: "take-down",
    act: "takeDown",
    clause: id("FZ-9.2"),
    words: "已公开的答复发现不宜公开的，信访局写明理由后撤下；办法未写撤下程序，本条为重构。",
    reconstructed: true,
    from: ["inHand", "answering", "answered"],
    by: [cityDispatcher, { post: "auditor", body: "topBureau" }, { post: "finalAuditor", body: "topBureau" }],
    guards: [],
    example: story(
      [
        ...say.untilAudit(at.housing),
        say.passAudit("2026-03-17 15:00", at.housing),
        {
          at: "2026-03-18 09:00",
          who: say.dispatcher,
          act: "takeDown",
          input: { matterId: "m1", reason: "含有个人信息" },
        },
      ],
      { stage: "answered" },
    ),
  },
  {
    id: "correct",
    act: "correct",
    clause: id("FZ-5-1"),
    words: "登记内容有误的可以更正，原值留在记录里。",
    from: ["received", "registered", "classified", "inHand", "answering", "answered", "refused", "notDispatched"],
    by: [operator, cityDispatcher],
    guards: [],
    example: story(
      [
        {
          at: "2026-03-02 10:00",
          who: say.dispatcher,
          act: "correct",
          input: { field: "place", from: "鼓楼区", to: "台江区" },
        },
      ],
      { stage: "registered" },
    ),
  },
  {
    id: "note",
    act: "note",
    clause: id("FZ-8.6-2"),
    words: "经手单位可以写内部便签，互相沟通；不给诉求人看。",
    from: ["received", "registered", "classified", "inHand", "answering", "answered", "refused", "notDispatched"],
    by: [
      operator,
      cityDispatcher,
      { post: "auditor", body: "topBureau" },
      countyDispatcher,
      { post: "auditor", body: "holder" },
      clerk,
      leader,
    ],
    guards: [],
    example: story([{ at: "2026-03-02 10:00", who: say.dispatcher, act: "note", input: { text: "与前件相似" } }], {
      stage: "registered",
    }),
  },
  {
    id: "supplement",
    act: "supplement",
    clause: id("FZ-2-1"),
    words: "诉求人可以补充情况；办理期限照常计算。",
    from: ["received", "registered", "classified", "inHand", "answering"],
    by: [petitioner],
    guards: [],
    example: story(
      [
        ...sent,
        { at: "2026-03-04 20:00", who: "petitioner", act: "supplement", input: { text: "昨晚又坏了一盏", files: 0 } },
      ],
      {
        due: [["reply", at.housing, "2026-03-16"]],
      },
    ),
  },
  {
    id: "rate",
    act: "rate",
    clause: id("FZ-12"),
    words: "答复后诉求人可以评价一次，作为年度通报表扬的依据之一。",
    from: ["answering", "answered"],
    by: [petitioner],
    guards: [],
    example: story(
      [
        ...say.untilAudit(at.housing),
        say.passAudit("2026-03-17 15:00", at.housing),
        { at: "2026-03-18 20:00", who: "petitioner", act: "rate", input: { grade: "satisfied", comment: null } },
      ],
      { stage: "answered" },
    ),
  },
];

/** Who may do what, when, and under which conditions. */
export const powers: readonly Power[] = [...intake, ...routing, ...handling, ...replying, ...escalating, ...answering];
