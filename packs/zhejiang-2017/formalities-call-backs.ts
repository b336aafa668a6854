import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Formality } from "../../domain/rules/formality.ts";
import type { Holder } from "../../domain/rules/power.ts";
import { at } from "./example-office.ts";
import * as say from "./stories.ts";
import { auditorOfReceiver, bureauAuditors, clerk, leader, receivers } from "./who.ts";

const isYes = ["yes"];

/** Whoever owes a call back: the competent organ, the bureau that took the case in, the one that sent it. */
const callers: readonly Holder[] = [
  clerk,
  leader,
  ...(["intake", "sender"] as const).flatMap((body) =>
    (["dispatcher", "auditor"] as const).map((post): Holder => ({ post, body, kind: "petitionBureau" })),
  ),
];

/** Rating, call back, verification, rectification (article 4, 2 and 3), and the review of an answer (4, 1). */
export const callBacks: readonly Formality[] = [
  {
    id: "closeRating",
    on: "leg",
    label: "记为未评价",
    clause: id("ZJ-4.2-1"),
    serves: [id("ZJ-4.2-2")],
    words:
      "答复后信访人没有评价的，由工作人员记为未评价；意见没有写评价期限，地区设定了期限的，期满自动转为未评价，不用再记。信访人以后仍可评价。",
    from: ["passed"],
    by: [...receivers, auditorOfReceiver, clerk],
    guards: [
      { is: "onLeadLeg", clause: id("ZJ-4.2-1") },
      { is: "finished", clause: id("ZJ-4.2-1") },
      { is: "notRated", clause: id("ZJ-4.2-1") },
      { is: "formalityNotDone", formality: "closeRating", clause: id("ZJ-4.2-1") },
      { is: "windowNotOver", duty: "rating-open", clause: id("ZJ-4.2-1") },
    ],
    fields: [{ name: "closeNote", label: "备注", kind: "text", required: false }],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilAnswered(at.labour),
        say.rate("2026-03-16 20:00", "satisfied"),
        say.doesOn("2026-03-20 09:00", at.labour, "closeRating"),
      ],
      then: { refused: "rating.alreadyGiven" },
    },
  },
  {
    id: "callBack",
    on: "leg",
    label: "回访",
    clause: id("ZJ-4.2-5"),
    serves: [id("ZJ-4.2-2"), id("ZJ-4.2-3"), id("ZJ-4.2-4")],
    words: "采取电话、网络、短信、实地方式跟踪回访、征询评价意见，录入是否联系上、是否解决、是否满意和回访结果。",
    from: ["passed"],
    reachesPetitioner: true,
    by: callers,
    guards: [{ is: "onLeadLeg", clause: id("ZJ-4.2-2") }],
    fields: [
      {
        name: "method",
        label: "方式",
        kind: "choice",
        required: true,
        choices: [
          { value: "phone", label: "电话" },
          { value: "web", label: "网络" },
          { value: "sms", label: "短信" },
          { value: "onSite", label: "实地" },
        ],
      },
      { name: "reached", label: "是否联系上", kind: "yesNo", required: true },
      {
        name: "solved",
        label: "信访人认为是否解决",
        kind: "yesNo",
        required: false,
        requiredWhen: { field: "reached", oneOf: isYes },
      },
      {
        name: "satisfied",
        label: "回访时的评价",
        kind: "choice",
        required: false,
        requiredWhen: { field: "reached", oneOf: isYes },
        choices: [
          { value: "satisfied", label: "满意" },
          { value: "fairlySatisfied", label: "基本满意" },
          { value: "dissatisfied", label: "不满意" },
          { value: "notSaid", label: "未表态" },
        ],
      },
      {
        name: "problem",
        label: "是否发现问题",
        kind: "yesNo",
        required: false,
        requiredWhen: { field: "reached", oneOf: isYes },
        hint: "发现问题的，由信访工作机构核查",
      },
      { name: "result", label: "回访结果", kind: "text", required: true },
      { name: "remarks", label: "备注", kind: "text", required: false },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilAnswered(at.labour),
        say.rate("2026-03-16 20:00", "dissatisfied"),
        say.callBack("2026-03-18 09:00", at.labour, { result: " " }),
      ],
      then: { refused: "formality.fieldMissing" },
    },
  },
  {
    id: "verify",
    on: "leg",
    label: "核查",
    clause: id("ZJ-4.3-1"),
    serves: [id("ZJ-4.3-2"), id("ZJ-4.3-3")],
    words:
      "回访发现问题的，信访工作机构逐件核查，认定是信访人要求过高或无理，还是有权处理的机关不作为、慢作为、乱作为。",
    from: ["passed"],
    judges: true,
    by: bureauAuditors,
    guards: [
      {
        is: "formalityDone",
        anyOf: ["callBack"],
        where: { name: "problem", oneOf: isYes },
        clause: id("ZJ-4.3-1"),
      },
      { is: "formalityNotDone", formality: "verify", since: "done.callBack", clause: id("ZJ-4.3-1") },
    ],
    fields: [
      {
        name: "verdict",
        label: "核查结论",
        kind: "choice",
        required: true,
        choices: [
          { value: "petitionerUnreasonable", label: "信访人要求过高或无理", hint: "不计入有权处理的机关的问题" },
          { value: "organFault", label: "有权处理的机关有问题", hint: "须督查整改" },
          { value: "none", label: "没有问题" },
        ],
      },
      {
        name: "fault",
        label: "问题",
        kind: "choice",
        required: false,
        requiredWhen: { field: "verdict", oneOf: ["organFault"] },
        clause: id("ZJ-4.3-3"),
        choices: [
          { value: "inaction", label: "不作为" },
          { value: "slowAction", label: "慢作为" },
          { value: "wrongAction", label: "乱作为" },
        ],
      },
      { name: "facts", label: "查明的事实", kind: "text", required: true },
      {
        name: "policy",
        label: "讲明的政策",
        kind: "text",
        required: false,
        requiredWhen: { field: "verdict", oneOf: ["petitionerUnreasonable"] },
        clause: id("ZJ-4.3-2"),
      },
      {
        name: "reason",
        label: "释明的道理",
        kind: "text",
        required: false,
        requiredWhen: { field: "verdict", oneOf: ["petitionerUnreasonable"] },
        clause: id("ZJ-4.3-2"),
      },
      { name: "care", label: "疏导和关爱工作", kind: "text", required: false },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilProblem(at.labour),
        say.verify("2026-03-23 09:00", at.labour, { verdict: "petitionerUnreasonable" }),
      ],
      then: { refused: "formality.fieldMissing" },
    },
  },
  {
    id: "openRectification",
    on: "leg",
    label: "督查整改",
    clause: id("ZJ-4.3-3"),
    words: "有权处理的机关不作为、慢作为、乱作为的，通过联合、交叉、社会、领导、媒体督查督促整改。",
    from: ["passed"],
    by: bureauAuditors,
    guards: [
      { is: "factIs", name: "verdict", oneOf: ["organFault"], clause: id("ZJ-4.3-3") },
      {
        is: "formalityNotDone",
        formality: "openRectification",
        since: "done.closeRectification",
        clause: id("ZJ-4.3-3"),
      },
    ],
    fields: [
      {
        name: "supervisionMethods",
        label: "督查方式",
        kind: "choices",
        required: true,
        choices: [
          { value: "joint", label: "联合督查" },
          { value: "cross", label: "交叉督查" },
          { value: "social", label: "社会督查" },
          { value: "leader", label: "领导督查" },
          { value: "media", label: "媒体督查" },
        ],
      },
      { name: "rectifyDemand", label: "整改要求", kind: "text", required: true },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilProblem(at.labour),
        say.verify("2026-03-23 09:00", at.labour, { verdict: "none" }),
        say.doesOn(
          "2026-03-23 10:00",
          at.labour,
          "openRectification",
          { supervisionMethods: ["joint"], rectifyDemand: "足额补发" },
          say.auditor,
        ),
      ],
      then: { refused: "fact.forbidden" },
    },
  },
  {
    id: "reportRectification",
    on: "leg",
    label: "报告整改落实",
    clause: id("ZJ-4.3-3"),
    words: "有权处理的机关报告整改措施，并附整改落实的证据。",
    from: ["passed"],
    by: [clerk, leader],
    guards: [
      {
        is: "formalityDone",
        anyOf: ["openRectification"],
        since: "done.closeRectification",
        clause: id("ZJ-4.3-3"),
      },
    ],
    fields: [
      { name: "rectified", label: "整改措施", kind: "text", required: true },
      { name: "rectificationEvidence", label: "落实的证据", kind: "text", required: true },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilRectification(at.labour),
        say.doesOn("2026-03-30 09:00", at.labour, "reportRectification", { rectified: "已足额补发" }),
      ],
      then: { refused: "formality.fieldMissing" },
    },
  },
  {
    id: "closeRectification",
    on: "leg",
    label: "整改销号",
    clause: id("ZJ-4.3-3"),
    words: "整改有证据的，督查结束；没有证据的不能结束。",
    from: ["passed"],
    by: bureauAuditors,
    guards: [
      {
        is: "formalityDone",
        anyOf: ["reportRectification"],
        since: "done.openRectification",
        clause: id("ZJ-4.3-3"),
      },
      {
        is: "formalityNotDone",
        formality: "closeRectification",
        since: "done.openRectification",
        clause: id("ZJ-4.3-3"),
      },
    ],
    fields: [{ name: "rectificationChecked", label: "核对情况", kind: "text", required: true }],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilRectification(at.labour),
        say.doesOn(
          "2026-03-31 09:00",
          at.labour,
          "closeRectification",
          { rectificationChecked: "电话核实" },
          say.auditor,
        ),
      ],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "recordReview",
    on: "case",
    label: "登记复查复核",
    clause: id("ZJ-4.1-1"),
    words: "信访人申请复查或复核的，在原信访事项上登记；期限和程序意见未写明。",
    reconstructed: true,
    from: ["answered"],
    by: [...receivers, auditorOfReceiver],
    guards: [],
    fields: [
      {
        name: "reviewStep",
        label: "复查还是复核",
        kind: "choice",
        required: true,
        choices: [
          { value: "review", label: "复查" },
          { value: "reReview", label: "复核" },
        ],
      },
      { name: "reviewOrgan", label: "复查复核机关", kind: "text", required: true },
      { name: "reviewAskedOn", label: "申请日期", kind: "date", when: "sinceFiling", required: true },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilAnswered(at.labour),
        say.does("2026-04-01 09:00", "recordReview", {
          reviewStep: "review",
          reviewOrgan: "嘉兴市人民政府",
          reviewAskedOn: "2026-03-31",
        }),
      ],
      then: { stage: "answered" },
    },
  },
  {
    id: "recordReviewResult",
    on: "case",
    label: "登记复查复核结果",
    clause: id("ZJ-4.1-1"),
    words: "复查复核的结果在原信访事项上登记。",
    reconstructed: true,
    from: ["answered"],
    by: [...receivers, auditorOfReceiver],
    guards: [
      {
        is: "formalityDone",
        anyOf: ["recordReview"],
        since: "done.recordReviewResult",
        clause: id("ZJ-4.1-1"),
      },
    ],
    fields: [
      {
        name: "reviewResult",
        label: "结果",
        kind: "choice",
        required: true,
        choices: [
          { value: "upheld", label: "维持" },
          { value: "changed", label: "变更" },
          { value: "revoked", label: "撤销" },
        ],
      },
      { name: "reviewOpinion", label: "复查复核意见", kind: "text", required: true },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilAnswered(at.labour),
        say.does("2026-04-20 09:00", "recordReviewResult", { reviewResult: "upheld", reviewOpinion: "维持原意见" }),
      ],
      then: { refused: "formality.notDone" },
    },
  },
];
