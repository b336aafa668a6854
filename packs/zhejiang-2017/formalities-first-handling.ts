import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Formality } from "../../domain/rules/formality.ts";
import { at, holder } from "./example-office.ts";
import * as say from "./stories.ts";
import { clerk, headOfReceiver, leader, principal, receivers } from "./who.ts";

const later = { name: "occurrence", oneOf: ["repeat", "skipLevel", "abnormal"] };

/** What is settled when a case comes in and when it reaches the competent organ (articles 2 and 3). */
export const firstHandling: readonly Formality[] = [
  {
    id: "setOccurrence",
    on: "case",
    label: "认定初次或重复",
    clause: id("ZJ-2-1"),
    serves: [id("ZJ-1-3")],
    words: "登记后认定是不是初次信访事项；重复访、越级访、非正常访要先与此前的信访事项关联；单纯的意见、建议不标。",
    from: ["registered", "inHand"],
    by: receivers,
    guards: [{ is: "previousLinked", when: later, clause: id("ZJ-1-3") }],
    fields: [
      {
        name: "occurrence",
        label: "是否初次",
        kind: "choice",
        required: true,
        choices: [
          { value: "initial", label: "初次", hint: "第一次向各级机关反映的情况或投诉请求" },
          { value: "repeat", label: "重复访" },
          { value: "skipLevel", label: "越级访" },
          { value: "abnormal", label: "非正常访" },
          { value: "unmarked", label: "不标", hint: "单纯的意见、建议，不在初次信访事项的定义里" },
        ],
        proposal: { others: "repeat", none: "initial" },
      },
      { name: "occurrenceGround", label: "认定依据", kind: "text", required: false },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [say.mark("2026-03-02 10:00", "skipLevel")],
      then: { refused: "repeat.notLinked" },
    },
  },
  {
    id: "setForm",
    on: "case",
    label: "确定转送或交办",
    clause: id("ZJ-3.1-2"),
    words: "确定转送还是交办；交办的要报告办理结果。",
    from: ["registered", "inHand"],
    by: receivers,
    guards: [],
    fields: [
      {
        name: "form",
        label: "方式",
        kind: "choice",
        required: true,
        choices: [
          { value: "transfer", label: "转送" },
          { value: "assign", label: "交办", hint: "须报告办理结果，报告前不算办结" },
        ],
      },
    ],
    effects: [{ is: "reportOwed", field: "form", oneOf: ["assign"] }],
    example: { filing: say.web, steps: [say.form("2026-03-02 10:00", "assign")], then: { stage: "registered" } },
  },
  {
    id: "nameReceiving",
    on: "case",
    label: "明确接收环节首办责任人",
    clause: id("ZJ-3-1"),
    words: "首次接收信访事项的单位、领导及承办人是首办责任单位、责任领导和责任人；记下后不再改。",
    from: ["registered", "inHand", "answering", "answered"],
    by: [...receivers, headOfReceiver],
    guards: [
      { is: "formalityNotDone", formality: "nameReceiving", clause: id("ZJ-3-1") },
      { is: "differentPersons", fields: ["receivingLeader", "receivingPerson"], clause: id("ZJ-3-1") },
    ],
    fields: [
      {
        name: "receivingLeader",
        label: "接收环节责任领导",
        kind: "person",
        required: true,
        posts: ["bureauHead", "leaderInCharge", "principalLeader"],
      },
      {
        name: "receivingPerson",
        label: "接收环节责任人",
        kind: "person",
        required: true,
        posts: ["dispatcher", "auditor", "clerk"],
      },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        say.does("2026-03-02 10:00", "nameReceiving", {
          receivingLeader: holder(at.bureau, "bureauHead"),
          receivingPerson: say.dispatcher,
        }),
      ],
      then: { stage: "registered" },
    },
  },
  {
    id: "nameResponsible",
    on: "leg",
    label: "明确责任领导和承办人",
    clause: id("ZJ-3.2-1"),
    serves: [id("ZJ-3-1"), id("ZJ-5-1")],
    words: "有权处理的机关收到后明确责任领导和承办人，两人不能是同一人；记下后不再改，改派别的机关也不改。",
    from: ["dispatched", "viewed"],
    by: [leader, principal],
    guards: [
      { is: "formalityNotDone", formality: "nameResponsible", clause: id("ZJ-3-1") },
      { is: "differentPersons", fields: ["responsibleLeader", "responsiblePerson"], clause: id("ZJ-3.2-1") },
    ],
    fields: [
      {
        name: "responsibleLeader",
        label: "责任领导",
        kind: "person",
        required: true,
        posts: ["leaderInCharge", "principalLeader"],
      },
      { name: "responsiblePerson", label: "承办人", kind: "person", required: true, posts: ["clerk"] },
    ],
    effects: [],
    example: { filing: say.web, steps: say.untilNamed(at.labour), then: { leg: [at.labour, "viewed"] } },
  },
  {
    id: "recordHandling",
    on: "leg",
    label: "记录办理手段和结果",
    clause: id("ZJ-3.2-2"),
    words: "记录所用的手段和办法，以及诉求解决到什么程度；签发前必须记录。",
    from: ["viewed", "handling", "rework", "drafted"],
    by: [clerk, leader],
    guards: [{ is: "onLeadLeg", clause: id("ZJ-3.2-2") }],
    fields: [
      {
        name: "means",
        label: "手段和办法",
        kind: "choices",
        required: true,
        choices: [
          { value: "legal", label: "法律手段" },
          { value: "policy", label: "政策手段" },
          { value: "economic", label: "经济手段" },
          { value: "administrative", label: "行政手段" },
          { value: "education", label: "教育" },
          { value: "mediation", label: "调解" },
          { value: "persuasion", label: "疏导" },
        ],
      },
      {
        name: "resolution",
        label: "解决情况",
        kind: "choice",
        required: true,
        choices: [
          { value: "resolved", label: "已解决" },
          { value: "partly", label: "部分解决" },
          { value: "notResolved", label: "未解决" },
        ],
      },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [...say.untilNamed(at.labour), say.handled("2026-03-12 16:00", at.labour, { means: ["mediation"] })],
      then: { refused: "formality.fieldMissing" },
    },
  },
  {
    id: "reportBack",
    on: "leg",
    label: "报告交办结果",
    clause: id("ZJ-3.1-2"),
    words: "交办的信访事项，有权处理的机关向交办机关报告办理结果；转送的不必报告。",
    from: ["viewed", "handling", "drafted", "rework", "passed"],
    by: [clerk, leader],
    guards: [
      { is: "factIs", name: "form", oneOf: ["assign"], clause: id("ZJ-3.1-2") },
      { is: "onLeadLeg", clause: id("ZJ-3.1-2") },
    ],
    fields: [{ name: "resultReport", label: "办理结果", kind: "text", required: true }],
    effects: [{ is: "reported" }],
    example: {
      filing: say.web,
      steps: [
        ...say.untilNamed(at.labour),
        say.doesOn("2026-03-16 09:00", at.labour, "reportBack", { resultReport: "已调解结案" }),
      ],
      then: { refused: "fact.forbidden" },
    },
  },
  {
    id: "remindUpward",
    on: "leg",
    label: "逐级提醒",
    clause: id("ZJ-5-1"),
    words: "先提醒承办人，再提醒分管领导，最后提醒主要领导；逐级的做法是本系统的设定，意见只写了三级责任。",
    reconstructed: true,
    from: ["dispatched", "viewed", "handling", "drafted", "rework"],
    by: [
      { post: "dispatcher", body: "sender", kind: "petitionBureau" },
      { post: "auditor", body: "sender", kind: "petitionBureau" },
      { post: "auditor", body: "kind:petitionBureau" },
    ],
    guards: [
      {
        is: "formalityDone",
        anyOf: ["remindUpward"],
        where: { name: "remindedPost", oneOf: ["clerk"] },
        when: { name: "remindedPost", oneOf: ["leaderInCharge"] },
        clause: id("ZJ-5-1"),
      },
      {
        is: "formalityDone",
        anyOf: ["remindUpward"],
        where: { name: "remindedPost", oneOf: ["leaderInCharge"] },
        when: { name: "remindedPost", oneOf: ["principalLeader"] },
        clause: id("ZJ-5-1"),
      },
    ],
    fields: [
      {
        name: "remindedPost",
        label: "提醒谁",
        kind: "choice",
        required: true,
        choices: [
          { value: "clerk", label: "承办人" },
          { value: "leaderInCharge", label: "分管领导" },
          { value: "principalLeader", label: "主要领导" },
        ],
      },
      { name: "reminder", label: "提醒内容", kind: "text", required: true },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilNamed(at.labour),
        say.doesOn(
          "2026-03-10 09:00",
          at.labour,
          "remindUpward",
          { remindedPost: "principalLeader", reminder: "请督促办理" },
          say.auditor,
        ),
      ],
      then: { refused: "formality.notDone" },
    },
  },
];
