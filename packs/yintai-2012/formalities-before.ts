import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Formality, FormalityField } from "../../domain/rules/formality.ts";
import { at } from "./example-office.ts";
import { auditor, governmentLeader, head, officeLeader, operator } from "./people.ts";
import * as say from "./stories.ts";

/** Sources whose results go upward and not to the author (article 4 (8)). */
export const superior = ["cityMayorMailbox", "provinceTransfer", "cityTransfer"] as const;

/** Article 4 (2). */
export const categories = [
  { value: "enquiry", label: "咨询" },
  { value: "suggestion", label: "建议" },
  { value: "complaint", label: "投诉" },
  { value: "helpRequest", label: "求助" },
  { value: "other", label: "其他" },
] as const;

/** Article 4 (6): what makes a message one that is inspected when it is late. */
export const keyReasons = ["leaderInstruction", "manyVoices", "greatInfluence"] as const;

const keyReason: FormalityField = {
  name: "keyReason",
  label: "重点留言",
  kind: "choices",
  required: false,
  hint: "未能按时办理或推诿不办的，由区政府督查室专项督促检查",
  choices: [
    { value: "leaderInstruction", label: "领导重点批示" },
    { value: "manyVoices", label: "群众反映较多" },
    { value: "greatInfluence", label: "影响较大" },
  ],
};

const transfers = ["provinceTransfer", "cityTransfer"] as const;

export const beforeAssignment: readonly Formality[] = [
  {
    id: "collect",
    label: "收集记录",
    clause: id("YT-4.1"),
    serves: [id("YT-3.1.1"), id("YT-3.1.3"), id("YT-3.1.4")],
    words: "区电子政务管理中心收集留言，记明来源；省、市转交的记文号和要求报送的日期，其他网站的记网址和时间。",
    on: "case",
    from: ["received", "registered"],
    by: [operator],
    guards: [],
    effects: [],
    fields: [
      {
        name: "source",
        label: "来源",
        kind: "choice",
        required: true,
        choices: [
          { value: "cityMayorMailbox", label: "市长信箱" },
          { value: "districtMayorMailbox", label: "区长信箱" },
          { value: "provinceTransfer", label: "省转交" },
          { value: "cityTransfer", label: "市转交" },
          { value: "otherNet", label: "其他网络形式" },
        ],
      },
      {
        name: "document",
        label: "转交文号",
        kind: "text",
        required: false,
        requiredWhen: { field: "source", oneOf: transfers },
        clause: id("YT-3.1.3"),
      },
      {
        name: "superiorsDay",
        label: "上级要求的办结日期",
        kind: "date",
        required: false,
        hint: "早于办法期限的，以这一天为准",
        clause: id("YT-3.1.3"),
      },
      {
        name: "site",
        label: "网站",
        kind: "text",
        required: false,
        requiredWhen: { field: "source", oneOf: ["otherNet"] },
        clause: id("YT-3.1.4"),
      },
      { name: "address", label: "网址", kind: "text", required: false, clause: id("YT-3.1.4") },
      { name: "author", label: "显示的网名", kind: "text", required: false, clause: id("YT-3.1.4") },
      {
        name: "capturedOn",
        label: "截取日期",
        kind: "date",
        when: "past",
        required: false,
        requiredWhen: { field: "source", oneOf: ["otherNet"] },
        clause: id("YT-3.1.4"),
      },
    ],
    example: {
      filing: say.collected,
      steps: [say.collect("2026-03-02 09:30", { source: "otherNet" })],
      then: { refused: "formality.fieldMissing" },
    },
  },
  {
    id: "sort",
    label: "整理分类",
    clause: id("YT-4.2-1"),
    words: "区电子政务管理中心根据内容、性质、急缓程度，按咨询、建议、投诉、求助、其他五个类别整理分类，只选一类。",
    on: "case",
    from: ["received", "registered"],
    by: [operator],
    guards: [],
    effects: [{ is: "urgency", field: "urgency", oneOf: ["urgent"] }],
    fields: [
      { name: "category", label: "类别", kind: "choice", required: true, choices: categories },
      {
        name: "urgency",
        label: "急缓程度",
        kind: "choice",
        required: true,
        hint: "办法没有写几级，两级是本系统的设定",
        choices: [
          { value: "urgent", label: "急" },
          { value: "ordinary", label: "一般" },
        ],
      },
    ],
    example: {
      filing: say.web,
      steps: [say.does("2026-03-02 10:00", say.operator, "sort", { category: "complaint" })],
      then: { refused: "formality.fieldMissing" },
    },
  },
  {
    id: "report-to-office",
    label: "报送区政府办",
    clause: id("YT-4.2-2"),
    words: "整理分类以后报送区政府办；办法没有规定期限。",
    on: "case",
    from: ["received", "registered"],
    by: [operator],
    guards: [
      { is: "factGiven", names: ["category", "urgency"], clause: id("YT-4.2-1") },
      { is: "formalityNotDone", formality: "report-to-office", clause: id("YT-4.2-2") },
    ],
    effects: [],
    fields: [],
    example: { filing: say.web, steps: [say.report("2026-03-02 10:00")], then: { refused: "fact.missing" } },
  },
  {
    id: "confirm-other-ground",
    label: "复核“其他可以不予受理的”",
    clause: id("YT-3.2.7"),
    words: "以“其他可以不予受理的”不予受理之前，由另一人复核；这一步是本系统的设定，办法未写明。",
    reconstructed: true,
    on: "case",
    from: ["received", "registered"],
    by: [operator, auditor],
    guards: [],
    effects: [],
    fields: [{ name: "otherGround", label: "复核意见", kind: "text", required: true }],
    example: {
      filing: say.web,
      steps: [
        say.does("2026-03-02 10:00", say.auditor, "confirm-other-ground", { otherGround: "同一内容当日重复提交" }),
        {
          at: "2026-03-02 11:00",
          who: say.operator,
          act: "refuse",
          input: { ground: "ground.3.2.7", fields: { note: "同一内容当日已提交两次" } },
        },
      ],
      then: { stage: "refused" },
    },
  },
  {
    id: "ledger",
    label: "登记台账",
    clause: id("YT-4.3"),
    words: "区政府督查室对需区政府办理的网民留言逐项登记，建立台账；每件只登一次，按年编号。",
    on: "case",
    from: ["registered"],
    by: [auditor],
    guards: [
      { is: "formalityDone", anyOf: ["report-to-office"], clause: id("YT-4.2-2") },
      { is: "formalityNotDone", formality: "ledger", clause: id("YT-4.3") },
    ],
    effects: [],
    ledger: ["source", "category", "summary"],
    fields: [{ name: "summary", label: "内容摘要", kind: "text", required: true }],
    example: {
      filing: say.web,
      steps: [say.sort("2026-03-02 10:00"), say.enter("2026-03-02 10:30")],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "propose",
    label: "拟办意见",
    clause: id("YT-4.4-1"),
    serves: [id("YT-4.5-1"), id("YT-4.5-2")],
    words: "区政府办对登记台账的网民留言提出拟办意见，写明内容较为单一还是较为复杂。",
    on: "case",
    from: ["registered"],
    by: [officeLeader],
    guards: [
      { is: "formalityDone", anyOf: ["ledger"], clause: id("YT-4.3") },
      { is: "formalityNotDone", formality: "agree", clause: id("YT-4.4-1") },
    ],
    effects: [],
    fields: [
      { name: "opinion", label: "拟办意见", kind: "text", required: true },
      { name: "proposedUnit", label: "拟交办单位", kind: "org", required: false },
      {
        name: "complexity",
        label: "繁简",
        kind: "choice",
        required: true,
        choices: [
          { value: "simple", label: "较为单一", hint: "2个工作日内提出答复意见" },
          { value: "complex", label: "较为复杂", hint: "3个工作日内报送办理情况" },
        ],
      },
    ],
    example: {
      filing: say.web,
      steps: [say.sort("2026-03-02 10:00"), say.report("2026-03-02 10:10"), say.propose("2026-03-02 14:00")],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "return-proposal",
    label: "退回重拟",
    clause: id("YT-4.4-1"),
    words: "区政府领导不同意拟办意见的，退回重拟。",
    on: "case",
    from: ["registered"],
    by: [governmentLeader],
    guards: [
      { is: "formalityDone", anyOf: ["propose"], since: "done.return-proposal", clause: id("YT-4.4-1") },
      { is: "formalityNotDone", formality: "agree", clause: id("YT-4.4-1") },
    ],
    effects: [],
    fields: [{ name: "objection", label: "意见", kind: "text", required: true }],
    example: {
      filing: say.web,
      steps: [
        ...say.entered,
        say.propose("2026-03-02 14:00"),
        say.does("2026-03-02 15:00", say.governmentLeader, "return-proposal", { objection: "请交区城管局" }),
        say.agree("2026-03-02 16:00"),
      ],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "agree",
    label: "同意拟办意见",
    clause: id("YT-4.4-1"),
    serves: [id("YT-4.6-2")],
    words: "拟办意见经区政府领导同意，才能交办；领导可以批示，并定为重点留言。",
    on: "case",
    from: ["registered"],
    by: [governmentLeader],
    guards: [
      { is: "formalityDone", anyOf: ["propose"], since: "done.return-proposal", clause: id("YT-4.4-1") },
      { is: "notWhoDid", formality: "propose", clause: id("YT-4.4-1") },
      { is: "formalityNotDone", formality: "agree", clause: id("YT-4.4-1") },
    ],
    effects: [],
    fields: [{ name: "instruction", label: "批示", kind: "text", required: true }, keyReason],
    example: { filing: say.web, steps: say.agreed(), then: { due: [["assign", at.section, null]] } },
  },
  {
    id: "mark-key",
    label: "定为重点留言",
    clause: id("YT-4.6-2"),
    words: "领导重点批示、群众反映较多、影响较大的网民留言，由区政府督查室定为重点留言。",
    on: "case",
    from: ["registered", "inHand", "answering"],
    by: [auditor, head],
    guards: [],
    effects: [],
    fields: [{ ...keyReason, required: true }],
    example: {
      filing: say.web,
      steps: [...say.entered, say.does("2026-03-02 11:30", say.auditor, "mark-key")],
      then: { refused: "formality.fieldMissing" },
    },
  },
];
