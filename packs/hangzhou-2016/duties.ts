import type { DayTerm } from "../../domain/calendar/term.ts";
import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Example, Filing, Step } from "../../domain/rules/example.ts";
import type { DutyRule } from "../../domain/rules/pack.ts";
import type { Condition } from "../../domain/rules/power.ts";
import type { OrgId } from "../../domain/office/org.ts";
import { at, holder } from "./example-office.ts";
import { replyDuties } from "./formalities-handling.ts";
import * as say from "./stories.ts";

const days = (n: number): DayTerm => ({ n, unit: "workingDay" });

const ours = { kind: "duty", cancel: ["leg.ended"], when: [], limit: null, pauses: [], breach: null } as const;

/** An answer that the second review sends back does not meet the duty; the first limit goes on (6.2.2, 6.3.2 b). */
const secondReview = { submitted: "reply.submitted", returned: "reply.returned", passed: "reply.passed" } as const;

const lead = { is: "role", value: "lead" } as const;

const superior = ["nationalComplaintOffice", "governorMailbox", "peopleDailyMessage"] as const;

const fact = (name: string, asOf: "now" | "then", ...oneOf: readonly string[]): Condition => ({
  is: "fact",
  name,
  oneOf,
  asOf,
});
const not = (of: Condition): Condition => ({ is: "not", of });
const fromSuperior = fact("source", "now", ...superior);

/** Not answered by the receiving body itself. */
const sentOut = not(fact("form", "then", "answer"));

/** Sent to be handled, or for reference with feedback. */
const feedbackOwed: Condition = {
  is: "any",
  of: [fact("form", "then", "transfer"), fact("feedback", "then", "yes")],
};

const byDirective = (source: string): readonly Condition[] => [lead, feedbackOwed, fact("source", "then", source)];

function due(filing: Filing, steps: readonly Step[], rule: string, org: OrgId, date: string | null): Example {
  return { filing, steps, then: { due: [[rule, org, date]] } };
}

/** Telling the petitioner that the words have arrived (6.1); a refusal tells it as well. */
const acknowledging = {
  ...ours,
  title: "告知已接收",
  owner: "topBureau",
  ownerPost: null,
  start: "intake.received",
  end: ["told.received", "told.refused", "told.sent-elsewhere"],
  cancel: [],
} as const;

const acknowledgements: readonly DutyRule[] = [
  {
    ...acknowledging,
    id: "acknowledge-superior",
    clause: id("HZ-6.1.1"),
    serves: [id("HZ-3.3")],
    words: "国家投诉办网上信访、省长信箱、人民网重要留言等，接收之日起3个工作日内告知信访人。",
    when: [fromSuperior],
    limit: days(3),
    breach: { kind: "late", clause: id("HZ-6.1.1") },
    example: {
      filing: { at: "2026-03-05 09:00", channel: "email" },
      steps: [say.facts("2026-03-05 10:00", { source: "governorMailbox" })],
      now: "2026-03-11 00:01",
      then: {
        due: [["acknowledge-superior", at.bureau, "2026-03-10"]],
        breaches: [["late", at.bureau, "2026-03-11"]],
      },
    },
  },
  {
    ...acknowledging,
    id: "acknowledge-email",
    clause: id("HZ-6.1.2"),
    serves: [id("HZ-3.3")],
    words: "电子邮件1个工作日内告知信访人已接收；从收到起算，规范未写明起点。",
    when: [{ is: "channel", oneOf: ["email"] }, not(fromSuperior)],
    limit: days(1),
    breach: { kind: "late", clause: id("HZ-6.1.2") },
    example: due({ at: "2026-03-06 16:00", channel: "email" }, [], "acknowledge-email", at.bureau, "2026-03-09"),
  },
  {
    ...acknowledging,
    id: "acknowledge-sms",
    clause: id("HZ-6.1.3"),
    serves: [id("HZ-3.3")],
    words: "手机短信1个工作日内告知信访人已接收；从收到起算，规范未写明起点。",
    when: [{ is: "channel", oneOf: ["sms"] }, not(fromSuperior)],
    limit: days(1),
    breach: { kind: "late", clause: id("HZ-6.1.3") },
    example: due({ at: "2026-03-07 10:00", channel: "sms" }, [], "acknowledge-sms", at.bureau, "2026-03-09"),
  },
  {
    ...acknowledging,
    id: "acknowledge-mailbox",
    clause: id("HZ-6.1.2"),
    words: "在网页信箱提交的，规范未写明告知时限；提交后网页当场显示编号和查询码。",
    when: [{ is: "channel", oneOf: ["web"] }, not(fromSuperior)],
    example: due(say.web, [], "acknowledge-mailbox", at.bureau, null),
  },
];

/** Deciding and sending on; the specification names no days, the province neither. */
const routing: readonly DutyRule[] = [
  {
    ...ours,
    id: "answer-at-once",
    title: "当即答复",
    clause: id("HZ-6.2.1.a"),
    words: "选定“答复”的，当即答复信访人；“当即”按登记当日掌握，规范没有写天数，过了只作提示。",
    owner: "topBureau",
    ownerPost: null,
    start: "topBureau.received",
    end: ["reply.submitted"],
    cancel: ["case.refused", "case.sentElsewhere"],
    when: [fact("form", "now", "answer")],
    limit: { n: 0, unit: "sameDay" },
    example: due(
      say.web,
      [say.facts("2026-03-02 10:00"), say.form("2026-03-02 10:02", "answer")],
      "answer-at-once",
      at.bureau,
      "2026-03-02",
    ),
  },
  {
    ...ours,
    id: "dispatch",
    title: "转办",
    clause: id("HZ-6.2.1.b"),
    serves: [id("ZJ-3.1-2")],
    words: "转相关单位办理或参阅；规范未写明转办期限。",
    owner: "topBureau",
    ownerPost: null,
    start: "topBureau.received",
    end: ["matter.dispatched"],
    cancel: ["case.refused", "case.sentElsewhere"],
    example: due(say.web, [], "dispatch", at.bureau, null),
  },
  {
    ...ours,
    id: "redispatch",
    title: "重新转办",
    clause: id("HZ-6.2.1.b"),
    serves: [id("ZJ-3.1-2")],
    words: "单位退回后重新转办；规范未写明期限。",
    owner: "topBureau",
    ownerPost: null,
    start: "matter.unassigned",
    end: ["matter.dispatched"],
    cancel: ["case.refused", "case.sentElsewhere"],
    example: {
      filing: say.web,
      steps: [
        ...say.taken(),
        {
          at: "2026-03-03 10:00",
          who: holder(at.urban, "clerk"),
          act: "askReturn",
          leg: at.urban,
          input: { reason: "该路段路灯由市建委管养", suggested: null },
        },
        { at: "2026-03-03 11:00", who: say.dispatcher, act: "acceptReturn", leg: at.urban, input: { note: null } },
      ],
      then: { due: [["redispatch", at.bureau, null]] },
    },
  },
  {
    ...ours,
    id: "name-receiving",
    title: "明确接收环节首办责任人",
    clause: id("ZJ-3-1"),
    words: "首次接收信访事项的单位、领导及承办人是首办责任单位、责任领导和责任人；意见未写明期限。",
    owner: "topBureau",
    ownerPost: null,
    start: "topBureau.received",
    end: ["done.nameReceiving"],
    cancel: ["case.refused", "case.sentElsewhere"],
    example: {
      filing: say.web,
      steps: [say.refusal("ground.5.2.b", { caseAt: "人民法院" })],
      then: { stage: "refused" },
    },
  },
  {
    ...ours,
    id: "view",
    title: "查收",
    clause: id("ZJ-4.1-1"),
    serves: [id("HZ-6.2.1.b"), id("HZ-6.2.1.c")],
    words: "承办单位查收；规范未写明期限。",
    owner: "holder",
    ownerPost: "clerk",
    start: "unit.received",
    end: ["unit.viewed"],
    when: [sentOut],
    example: due(say.web, say.referred("no"), "view", at.urban, null),
  },
  {
    ...ours,
    id: "name",
    title: "明确责任领导和承办人",
    clause: id("ZJ-3.2-1"),
    serves: [id("ZJ-3-1")],
    words: "承办单位收到后明确责任领导和承办人；只转参阅、不要求反馈的和当即答复的除外。",
    owner: "holder",
    ownerPost: "leaderInCharge",
    start: "unit.received",
    end: ["done.nameResponsible"],
    when: [lead, sentOut, feedbackOwed],
    example: due(say.web, say.sent(), "name", at.urban, null),
  },
];

/** Feedback and what can be done about its term (6.3.1, 6.2.2). */
const feedback: readonly DutyRule[] = [
  {
    ...ours,
    id: "reply",
    title: "反馈",
    clause: id("HZ-6.3.1-1"),
    serves: [id("HZ-4.4"), id("HZ-6.2.1.c"), id("HZ-6.3.1-2"), id("HZ-7")],
    words:
      "一般信访事项3个至5个工作日内反馈：3个工作日为目标，5个工作日为期限；从单位收到起算，规范未写明起点。二次审核没有通过的不算反馈，仍按原来的期限。经批准并告知的，可延长至多30日。",
    owner: "holder",
    ownerPost: "clerk",
    start: "unit.received",
    end: ["reply.submitted"],
    judgedBy: secondReview,
    when: [lead, feedbackOwed, not(fact("source", "then", "governorMailbox", "peopleDailyMessage"))],
    limit: days(5),
    target: days(3),
    extension: { granted: "term.extended", told: "told.extension", most: { n: 30, unit: "calendarDay" } },
    breach: { kind: "late", clause: id("HZ-6.3.1-1") },
    example: {
      filing: say.web,
      steps: say.taken(),
      now: "2026-03-10 00:00",
      then: { due: [["reply", at.urban, "2026-03-09"]], breaches: [["late", at.urban, "2026-03-10"]] },
    },
  },
  {
    ...ours,
    id: "reply-governor",
    title: "反馈（省长信箱）",
    clause: id("HZ-6.3.1-3"),
    words: "省长信箱的办理按浙委办传〔2011〕101号要求执行；该文件未录入，由地区设定天数，设定前不计超期。",
    owner: "holder",
    ownerPost: "clerk",
    start: "unit.received",
    end: ["reply.submitted"],
    judgedBy: secondReview,
    when: byDirective("governorMailbox"),
    settable: true,
    breach: { kind: "late", clause: id("HZ-6.3.1-3") },
    example: {
      ...due(say.email, say.sent([at.urban], { source: "governorMailbox" }), "reply-governor", at.urban, null),
      now: "2026-06-01 09:00",
    } as Example,
  },
  {
    ...ours,
    id: "reply-people-daily",
    title: "反馈（人民网重要留言）",
    clause: id("HZ-6.3.1-3"),
    words: "人民网重要留言的办理按浙委办传〔2011〕101号要求执行；该文件未录入，由地区设定天数，设定前不计超期。",
    owner: "holder",
    ownerPost: "clerk",
    start: "unit.received",
    end: ["reply.submitted"],
    judgedBy: secondReview,
    when: byDirective("peopleDailyMessage"),
    settable: true,
    breach: { kind: "late", clause: id("HZ-6.3.1-3") },
    example: due(
      say.email,
      say.sent([at.urban], { source: "peopleDailyMessage" }),
      "reply-people-daily",
      at.urban,
      null,
    ),
  },
  {
    ...ours,
    id: "decide-extension",
    title: "审批延期申请",
    clause: id("HZ-6.3.1-2"),
    words: "承办人申请延期的，由本行政机关负责人批准或不批准；规范未写明审批期限，含在反馈期限内。",
    owner: "holder",
    ownerPost: "principalLeader",
    start: "done.askExtension",
    end: ["done.grantExtension", "done.refuseExtension"],
    cancel: ["leg.ended", "reply.submitted"],
    inside: "reply",
    example: due(say.web, [...say.taken(), say.askMore("2026-03-06 09:00")], "decide-extension", at.urban, null),
  },
  {
    ...ours,
    id: "tell-extension",
    title: "告知延期理由",
    clause: id("HZ-6.3.1-2"),
    words: "批准延期后告知信访人延期理由；没有告知的，延期不生效。规范未写明告知期限。",
    owner: "holder",
    ownerPost: "clerk",
    start: "done.grantExtension",
    end: ["told.extension"],
    inside: "reply",
    example: {
      filing: say.sms,
      steps: [...say.taken(), say.askMore("2026-03-06 09:00"), say.grantMore("2026-03-06 10:00")],
      then: {
        due: [
          ["tell-extension", at.urban, null],
          ["reply", at.urban, "2026-03-09"],
        ],
      },
    },
  },
  {
    ...ours,
    id: "urge",
    title: "催办",
    clause: id("HZ-6.2.2-1"),
    words: "转办、参阅事项超出规定办理期限的，转办单位应当催办；规范未写明多久之内。",
    owner: "sender",
    ownerPost: null,
    start: "term.lapsed",
    end: ["done.urge", "reply.submitted"],
    when: [{ is: "value", name: "rule", oneOf: replyDuties }],
    example: { ...due(say.web, say.taken(), "urge", at.bureau, null), now: "2026-03-10 00:00" } as Example,
  },
  {
    ...ours,
    id: "urged-accountability",
    title: "提出追究责任建议",
    clause: id("HZ-6.2.2-2"),
    words: "催办两次以上仍未办结的，追究相关单位和个人的责任：转办单位提出建议；规范未写明多久之内。",
    owner: "sender",
    ownerPost: null,
    start: "term.lapsed",
    end: ["done.proposeUrged"],
    cancel: [],
    when: [{ is: "value", name: "rule", oneOf: ["urge"] }],
    example: due(
      say.web,
      [...say.taken(), say.urge("2026-03-10 09:00"), say.urge("2026-03-12 09:00")],
      "urged-accountability",
      at.bureau,
      null,
    ),
  },
];

/** After the answer: what the petitioner said, the second review, publication, the archive, and the visit (6.3.2, 6.4, 6.2.3). */
const afterwards: readonly DutyRule[] = [
  {
    ...ours,
    id: "feedback",
    title: "回复信访人",
    clause: id("HZ-6.3.2.a-2"),
    serves: [id("ZJ-4.1-2")],
    words: "反馈信访局的同时回复信访人；按来信的渠道送到，规范未写明天数。",
    owner: "holder",
    ownerPost: "clerk",
    start: "reply.submitted",
    end: ["feedback.delivered"],
    cancel: ["leg.ended", "reply.returned"],
    example: due(say.sms, say.untilSigned(), "feedback", at.urban, null),
  },
  {
    ...ours,
    id: "review-call-back",
    title: "复审回访",
    clause: id("HZ-6.3.2.b-2"),
    words: "转办单位复审时向信访人回访核查，联系上才算；规范未写明期限。",
    owner: "auditing",
    ownerPost: null,
    start: "reply.submitted",
    end: ["done.reviewCallBack"],
    endWhen: [{ is: "value", name: "reached", oneOf: ["yes"] }],
    cancel: ["reply.returned"],
    when: [sentOut],
    example: due(
      say.web,
      [...say.untilSigned(), say.callBack("2026-03-09 09:00", at.urban, { method: "phone", reached: "no" })],
      "review-call-back",
      at.bureau,
      null,
    ),
  },
  {
    ...ours,
    id: "record-opinion",
    title: "填写信访人意见",
    clause: id("HZ-6.3.2.a-3"),
    words: "回复信访人后如实填写“信访人意见”；规范未写明期限。",
    owner: "holder",
    ownerPost: "clerk",
    start: "reply.submitted",
    end: ["done.recordOpinion"],
    cancel: ["reply.returned"],
    when: [sentOut],
    example: due(say.web, say.untilSigned(), "record-opinion", at.urban, null),
  },
  {
    ...ours,
    id: "second-review",
    title: "复审",
    clause: id("HZ-6.3.2.b-1"),
    serves: [id("HZ-6.3.2.b-2")],
    words: "转办单位复审反馈内容和落实情况并回访；规范未写明期限。",
    owner: "auditing",
    ownerPost: null,
    start: "reply.submitted",
    end: ["reply.passed", "reply.returned"],
    when: [sentOut],
    example: due(say.web, say.untilSigned(), "second-review", at.bureau, null),
  },
  {
    ...ours,
    id: "redo",
    title: "重新办理",
    clause: id("HZ-6.3.2.b-1"),
    words: "复审退回的，承办单位重新办理并反馈；规范未写明期限。",
    owner: "holder",
    ownerPost: "clerk",
    start: "reply.returned",
    end: ["reply.submitted"],
    example: due(say.web, [...say.untilSigned(), say.fail("2026-03-09 09:00")], "redo", at.urban, null),
  },
  {
    ...ours,
    id: "publish",
    title: "网站公开",
    clause: id("HZ-6.3.2.c-1"),
    serves: [id("HZ-6.3.2.c-2")],
    words: "复审通过后，没有要求保密的向社会公开；规范未写明期限。",
    owner: "topBureau",
    ownerPost: "auditor",
    start: "reply.passed",
    end: ["reply.published"],
    cancel: ["case.archived"],
    when: [
      { is: "choice", value: "public" },
      { is: "level", body: "topBureau", oneOf: ["city"] },
    ],
    example: due(say.web, say.untilReviewed(), "publish", at.bureau, null),
  },
  {
    ...ours,
    id: "archive",
    title: "办结归档",
    clause: id("HZ-6.4.1"),
    words: "反馈处理到位的，办结归档；规范未写明期限。",
    owner: "topBureau",
    ownerPost: null,
    start: "reply.passed",
    end: ["case.archived"],
    cancel: ["reply.returned"],
    example: due(say.web, say.untilReviewed(), "archive", at.bureau, null),
  },
  {
    ...ours,
    id: "report-knotty",
    title: "汇报并填报现场督查协调单",
    clause: id("HZ-6.2.3-1"),
    words: "登记时认定为疑难，或者涉及多部门、较为复杂的，及时汇报并填写协调单；“及时”没有写天数。",
    owner: "topBureau",
    ownerPost: null,
    start: "done.recordFacts",
    end: ["done.proposeVisit"],
    cancel: ["case.archived", "case.refused", "case.sentElsewhere"],
    when: [{ is: "value", name: "knotty", oneOf: ["yes"] }],
    example: due(say.web, say.sent([at.urban, at.construction], { knotty: "yes" }), "report-knotty", at.bureau, null),
  },
  {
    ...ours,
    id: "visit",
    title: "现场督办",
    clause: id("HZ-6.2.3-2"),
    serves: [id("HZ-6.2.3-3")],
    words: "同意后到现场督办协调，形成文书并分送；规范未写明期限。",
    owner: "topBureau",
    ownerPost: null,
    start: "done.approveVisit",
    end: ["done.closeVisit"],
    cancel: [],
    example: due(
      say.web,
      [...say.sent(), say.proposeVisit("2026-03-02 15:00"), say.approveVisit("2026-03-03 09:00")],
      "visit",
      at.bureau,
      null,
    ),
  },
];

/** The terms of the specification, and the steps that have none; the province's others stand beside them. */
export const duties: readonly DutyRule[] = [...acknowledgements, ...routing, ...feedback, ...afterwards];
