import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Formality } from "../../domain/rules/formality.ts";
import type { CaseStage } from "../../domain/rules/vocabulary.ts";
import { at } from "./example-office.ts";
import * as say from "./stories.ts";
import { head, visitors } from "./who.ts";

const open: readonly CaseStage[] = ["registered", "inHand", "answering", "answered"];

/** Form B, the visit with at least two, and the paper that goes to everybody concerned (6.2.3). */
export const visitSteps: readonly Formality[] = [
  {
    id: "proposeVisit",
    on: "case",
    label: "填报现场督查协调单",
    clause: id("HZ-6.2.3-1"),
    words: "疑难和涉及多部门的较为复杂事项，及时汇报并填写《杭州市网上信访现场督查协调单》。",
    from: open,
    by: visitors,
    guards: [],
    fields: [
      {
        name: "visitGround",
        label: "事项",
        kind: "choice",
        required: true,
        choices: [
          { value: "knotty", label: "疑难" },
          { value: "several", label: "涉及多部门、较为复杂" },
        ],
      },
      { name: "visitReason", label: "情况汇报和涉及的单位", kind: "text", required: true },
      { name: "plannedStaff", label: "拟派人员", kind: "people", required: true, hint: "现场督办不少于2人" },
      { name: "plannedOn", label: "拟定日期", kind: "date", when: "coming", required: true },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.sent([at.urban, at.construction]),
        say.proposeVisit("2026-03-02 15:00"),
        say.visit("2026-03-03 09:00"),
      ],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "approveVisit",
    on: "case",
    label: "同意现场督办",
    clause: id("HZ-6.2.3-1"),
    words: "现场督查协调单报信访局负责人，同意后才到现场。",
    from: open,
    by: [head],
    guards: [
      { is: "formalityDone", anyOf: ["proposeVisit"], since: "done.rejectVisit", clause: id("HZ-6.2.3-1") },
      { is: "formalityNotDone", formality: "approveVisit", since: "done.proposeVisit", clause: id("HZ-6.2.3-1") },
      { is: "notWhoDid", formality: "proposeVisit", clause: id("HZ-6.2.3-1") },
    ],
    fields: [{ name: "visitInstruction", label: "负责人意见", kind: "text", required: true }],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.sent(),
        say.proposeVisit("2026-03-02 15:00"),
        say.approveVisit("2026-03-02 16:00", say.dispatcher),
      ],
      then: { refused: "act.notYourPost" },
    },
  },
  {
    id: "rejectVisit",
    on: "case",
    label: "不同意现场督办",
    clause: id("HZ-6.2.3-1"),
    words: "信访局负责人不同意的，写明理由；可以改后重报。",
    from: open,
    by: [head],
    guards: [
      { is: "formalityDone", anyOf: ["proposeVisit"], since: "done.rejectVisit", clause: id("HZ-6.2.3-1") },
      { is: "formalityNotDone", formality: "approveVisit", since: "done.proposeVisit", clause: id("HZ-6.2.3-1") },
    ],
    fields: [{ name: "visitRejected", label: "不同意的理由", kind: "text", required: true }],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.sent(),
        say.proposeVisit("2026-03-02 15:00"),
        say.does("2026-03-03 09:00", "rejectVisit", { visitRejected: "先由市城管局书面说明" }, say.head),
        say.visit("2026-03-03 10:00"),
      ],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "recordVisit",
    on: "case",
    label: "现场督办协调",
    clause: id("HZ-6.2.3-2"),
    words: "经同意后，不少于2名工作人员到现场督办协调，记下日期、地点、人员和情况。",
    from: open,
    by: visitors,
    guards: [{ is: "formalityDone", anyOf: ["approveVisit"], since: "done.proposeVisit", clause: id("HZ-6.2.3-2") }],
    fields: [
      { name: "visitedOn", label: "日期", kind: "date", when: "sinceFiling", required: true },
      { name: "visitPlace", label: "地点", kind: "text", required: true },
      { name: "visitStaff", label: "到场人员", kind: "people", required: true, least: 2, clause: id("HZ-6.2.3-2") },
      { name: "visitFindings", label: "督办协调情况", kind: "text", required: true },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.sent(),
        say.proposeVisit("2026-03-02 15:00"),
        say.approveVisit("2026-03-03 09:00"),
        say.visit("2026-03-05 15:00", ["陈一"]),
      ],
      then: { refused: "formality.tooFewPeople" },
    },
  },
  {
    id: "issueDocument",
    on: "case",
    label: "形成督办意见或会议纪要",
    clause: id("HZ-6.2.3-3"),
    words: "现场督办后形成《督办意见》或《会议纪要》，分送相关单位及信访人。",
    from: open,
    by: [head],
    guards: [{ is: "formalityDone", anyOf: ["recordVisit"], since: "done.approveVisit", clause: id("HZ-6.2.3-3") }],
    fields: [
      {
        name: "documentKind",
        label: "文书",
        kind: "choice",
        required: true,
        choices: [
          { value: "opinion", label: "督办意见" },
          { value: "minutes", label: "会议纪要" },
        ],
      },
      { name: "documentText", label: "内容", kind: "text", required: true },
    ],
    forPetitioner: {
      line: "{org}形成{documentKind}",
      opinion: { title: "{documentKind}", text: "{documentText}" },
    },
    effects: [],
    example: {
      filing: say.sms,
      steps: say.untilDocument(),
      then: { told: ["received", "transferred", "visit-document"] },
    },
  },
  {
    id: "sendDocument",
    on: "leg",
    label: "分送督办意见或会议纪要",
    clause: id("HZ-6.2.3-3"),
    words: "《督办意见》或《会议纪要》逐家分送相关单位，记下日期和方式。",
    from: ["dispatched", "viewed", "handling", "returnAsked", "drafted", "underAudit", "rework", "passed"],
    by: visitors,
    guards: [{ is: "formalityDone", anyOf: ["issueDocument"], since: "done.approveVisit", clause: id("HZ-6.2.3-3") }],
    fields: [
      { name: "sentOn", label: "送达日期", kind: "date", when: "sinceFiling", required: true },
      { name: "sentHow", label: "送达方式", kind: "text", required: true },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [...say.sent(), say.sendDocument("2026-03-06 10:00", at.urban)],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "closeVisit",
    on: "case",
    label: "现场督办办结",
    clause: id("HZ-6.2.3-3"),
    words: "相关单位都已送达，信访人也已告知，现场督办才办结。",
    from: open,
    by: visitors,
    guards: [
      { is: "formalityDone", anyOf: ["issueDocument"], since: "done.approveVisit", clause: id("HZ-6.2.3-3") },
      { is: "formalityNotDone", formality: "closeVisit", since: "done.approveVisit", clause: id("HZ-6.2.3-3") },
      {
        is: "formalityDone",
        anyOf: ["sendDocument"],
        since: "done.issueDocument",
        everyLeg: true,
        clause: id("HZ-6.2.3-3"),
      },
      { is: "told", notice: "visit-document", since: "done.issueDocument", clause: id("HZ-6.2.3-3") },
    ],
    fields: [{ name: "visitOutcome", label: "督办结果", kind: "text", required: true }],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilDocument(),
        say.sendDocument("2026-03-06 10:00", at.urban),
        say.does("2026-03-06 11:00", "closeVisit", { visitOutcome: "两家已分工" }),
      ],
      then: { refused: "formality.notDone" },
    },
  },
];
