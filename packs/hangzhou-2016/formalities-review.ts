import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Formality } from "../../domain/rules/formality.ts";
import { at } from "./example-office.ts";
import * as say from "./stories.ts";
import { clerk, leader, publishers, receivers, reviewers } from "./who.ts";

const reached = ["yes"];

/** From the unit's answer to the archive: what the petitioner said, the second review, publication (6.3.2, 6.4.1). */
export const reviewSteps: readonly Formality[] = [
  {
    id: "recordOpinion",
    on: "leg",
    label: "填写信访人意见",
    clause: id("HZ-6.3.2.a-3"),
    words: "回复信访人后，承办单位如实填写“信访人意见”；与信访人自己的评价分开记录。",
    from: ["underAudit"],
    reachesPetitioner: true,
    by: [clerk, leader],
    guards: [{ is: "told", notice: "reply", since: "reply.submitted", clause: id("HZ-6.3.2.a-3") }],
    fields: [
      {
        name: "opinionGrade",
        label: "信访人意见",
        kind: "choice",
        required: true,
        choices: [
          { value: "satisfied", label: "满意" },
          { value: "fairlySatisfied", label: "基本满意" },
          { value: "dissatisfied", label: "不满意" },
          { value: "noAnswer", label: "没有表态" },
        ],
        besideRating: true,
      },
      { name: "opinionText", label: "信访人怎么说", kind: "text", required: true },
    ],
    effects: [],
    example: {
      filing: say.sms,
      steps: [...say.untilSigned(), say.opinion("2026-03-06 09:00")],
      then: { refused: "delivery.notTold" },
    },
  },
  {
    id: "reviewCallBack",
    on: "leg",
    label: "复审回访",
    clause: id("HZ-6.3.2.b-2"),
    words: "转办单位复审时向信访人回访核查，详细填写“核查结果”和“核查备注”；没有联系上的只记一次尝试。",
    from: ["underAudit"],
    reachesPetitioner: true,
    by: reviewers,
    guards: [],
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
        name: "checkResult",
        label: "核查结果",
        kind: "text",
        required: false,
        requiredWhen: { field: "reached", oneOf: reached },
      },
      {
        name: "checkRemarks",
        label: "核查备注",
        kind: "text",
        required: false,
        requiredWhen: { field: "reached", oneOf: reached },
      },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [...say.untilSigned(), say.callBack("2026-03-09 09:00", at.urban, { ...say.checked, checkRemarks: " " })],
      then: { refused: "formality.fieldMissing" },
    },
  },
  {
    id: "publish",
    on: "case",
    label: "网站公开",
    clause: id("HZ-6.3.2.c-1"),
    words: "市信访局对承办单位反馈结果审核后，通过网站向社会公开；信访人要求保密的除外。",
    from: ["inHand", "answering", "answered"],
    by: publishers,
    guards: [{ is: "notConfidential", clause: id("HZ-6.3.2.c-1") }],
    fields: [],
    effects: [{ is: "publish" }],
    example: {
      filing: say.web,
      steps: [...say.untilSigned(), say.publish("2026-03-06 09:00")],
      then: { refused: "publication.notPassed" },
    },
  },
  {
    id: "keepSecret",
    on: "case",
    label: "记录信访人要求保密",
    clause: id("HZ-6.3.2.c-1"),
    serves: [id("HZ-4.6")],
    words: "提交以后信访人要求保密的，写明什么时候、怎样提出；从此不公开，已经公开的撤下。",
    from: ["registered", "inHand", "answering", "answered"],
    by: [...receivers, ...publishers],
    guards: [{ is: "notConfidential", clause: id("HZ-6.3.2.c-1") }],
    fields: [
      { name: "secrecyOn", label: "提出日期", kind: "date", when: "sinceFiling", required: true },
      { name: "secrecyHow", label: "怎样提出", kind: "text", required: true },
    ],
    effects: [{ is: "keepSecret" }],
    example: {
      filing: say.web,
      steps: [
        ...say.untilReviewed(),
        say.does("2026-03-09 15:00", "keepSecret", { secrecyOn: "2026-03-09", secrecyHow: "电话" }),
        say.publish("2026-03-10 09:00"),
      ],
      then: { refused: "publication.confidential" },
    },
  },
  {
    id: "archive",
    on: "case",
    label: "办结归档",
    clause: id("HZ-6.4.1"),
    words: "反馈处理到位的，办结归档：复审通过、信访人已有答复，现场督办也已办结。",
    from: ["answered"],
    by: receivers,
    guards: [
      { is: "finished", clause: id("HZ-6.4.1") },
      { is: "formalityNotDone", formality: "approveVisit", since: "done.closeVisit", clause: id("HZ-6.2.3-3") },
    ],
    fields: [{ name: "archiveNumber", label: "归档号", kind: "text", required: false }],
    effects: [{ is: "archive" }],
    example: {
      filing: say.web,
      steps: [...say.untilReviewed(), say.archive("2026-03-11 09:00")],
      then: { stage: "archived" },
    },
  },
];
