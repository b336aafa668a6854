import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Formality } from "../../domain/rules/formality.ts";
import type { LegStage } from "../../domain/rules/vocabulary.ts";
import { at, holder } from "./example-office.ts";
import { auditor, clerk, head, leaders, officeLeader, section } from "./people.ts";
import * as say from "./stories.ts";

const atUnit: readonly LegStage[] = ["dispatched", "viewed", "handling", "drafted", "rework"];

const lead = { is: "onLeadLeg", clause: id("YT-4.4-2") } as const;

export const underway: readonly Formality[] = [
  {
    id: "make-complex",
    label: "改按较为复杂办理",
    clause: id("YT-4.5-2"),
    serves: [id("YT-4.5-1")],
    words: "交办后发现内容较为复杂的，由区政府办在期限届满前改按3个工作日办理，仍从交办之日起算。",
    on: "leg",
    from: atUnit,
    by: [section, officeLeader],
    guards: [lead, { is: "beforeDue", duty: "reply-simple", clause: id("YT-4.5-1") }],
    effects: [],
    fields: [
      {
        name: "complexity",
        label: "繁简",
        kind: "choice",
        required: true,
        choices: [{ value: "complex", label: "较为复杂" }],
      },
      { name: "whyComplex", label: "理由", kind: "text", required: true },
    ],
    example: {
      filing: say.web,
      steps: [
        ...say.assigned(),
        say.doesOn("2026-03-04 09:00", say.dispatcher, at.housing, "make-complex", {
          complexity: "complex",
          whyComplex: "涉及地下电缆",
        }),
      ],
      then: { due: [["report-complex", at.housing, "2026-03-06"]] },
    },
  },
  {
    id: "handling-report",
    label: "办理报告",
    clause: id("YT-5.5"),
    serves: [id("YT-5.2-2"), id("YT-2")],
    words:
      "办理报告分事实、办理情况、措施三部分，并写明是已经解决、一时不具备条件还是不符合政策法规，以及用了什么手段和方法。",
    on: "leg",
    from: atUnit,
    by: [clerk],
    guards: [lead],
    effects: [],
    fields: [
      { name: "facts", label: "核实的事实", kind: "text", required: true },
      { name: "handling", label: "办理情况", kind: "text", required: true },
      { name: "measures", label: "措施", kind: "text", required: true },
      {
        name: "outcome",
        label: "办理结果",
        kind: "choice",
        required: true,
        clause: id("YT-5.2-2"),
        choices: [
          { value: "solved", label: "有条件解决的，已经解决" },
          { value: "notYetFeasible", label: "应该办理，一时不具备解决条件" },
          { value: "notCompliant", label: "不符合政策法规" },
        ],
      },
      {
        name: "explanation",
        label: "解释说明和引导",
        kind: "text",
        required: false,
        requiredWhen: { field: "outcome", oneOf: ["notYetFeasible"] },
        clause: id("YT-5.2-2"),
      },
      {
        name: "plan",
        label: "创造条件的打算",
        kind: "text",
        required: false,
        requiredWhen: { field: "outcome", oneOf: ["notYetFeasible"] },
        clause: id("YT-5.2-2"),
      },
      {
        name: "policy",
        label: "依据的政策法规",
        kind: "text",
        required: false,
        requiredWhen: { field: "outcome", oneOf: ["notCompliant"] },
        clause: id("YT-5.2-2"),
      },
      {
        name: "means",
        label: "手段和方法",
        kind: "choices",
        required: true,
        clause: id("YT-2"),
        choices: [
          { value: "policy", label: "政策" },
          { value: "legal", label: "法律" },
          { value: "economic", label: "经济" },
          { value: "administrative", label: "行政" },
          { value: "education", label: "教育" },
          { value: "consultation", label: "协商" },
          { value: "mediation", label: "调解" },
        ],
      },
    ],
    example: {
      filing: say.web,
      steps: [
        ...say.assigned(),
        say.handlingReport("2026-03-04 09:00", at.housing, {
          ...say.solved,
          outcome: "notYetFeasible",
          explanation: "今年预算已经下达",
        }),
      ],
      then: { refused: "formality.fieldMissing" },
    },
  },
  {
    id: "progress",
    label: "报告工作进展",
    clause: id("YT-5.4"),
    serves: [id("YT-4.5-2")],
    words:
      "规定时限内无法办结的，承办单位及时向区政府督查室报告工作进展、加强措施，写明预计日期；不是延期，也不要批准。",
    on: "leg",
    from: atUnit,
    by: [clerk, ...leaders],
    guards: [lead],
    effects: [],
    fields: [
      { name: "progress", label: "工作进展", kind: "text", required: true },
      { name: "strengthened", label: "加强的措施", kind: "text", required: true },
      { name: "expectedOn", label: "预计报送日期", kind: "date", when: "coming", required: true },
    ],
    example: {
      filing: say.web,
      steps: [
        ...say.assigned(),
        say.doesOn("2026-03-05 23:00", holder(at.housing, "clerk"), at.housing, "progress", {
          progress: "需更换地下电缆",
          strengthened: "增派一组人员",
          expectedOn: "2026-03-13",
        }),
      ],
      now: "2026-03-09 09:00",
      then: { breaches: [], due: [["final-report", at.housing, "2026-03-13"]] },
    },
  },
  {
    id: "urge",
    label: "督促",
    clause: id("YT-4.6-1"),
    words: "区政府督查室以电话督促、实地查看、跟踪督办等方式督促承办单位，期限届满前后都可以。",
    on: "leg",
    from: atUnit,
    by: [auditor, head],
    guards: [],
    effects: [],
    fields: [
      {
        name: "method",
        label: "方式",
        kind: "choice",
        required: true,
        choices: [
          { value: "phone", label: "电话督促" },
          { value: "siteVisit", label: "实地查看" },
          { value: "tracking", label: "跟踪督办" },
        ],
      },
      { name: "result", label: "督促情况", kind: "text", required: true },
    ],
    example: {
      filing: say.web,
      steps: [
        ...say.assigned(),
        say.doesOn("2026-03-03 16:00", say.auditor, at.housing, "urge", { method: "letter", result: "已安排" }),
      ],
      then: { refused: "formality.fieldWrong" },
    },
  },
  {
    id: "fault",
    label: "认定推诿、敷衍",
    clause: id("YT-5.2-1"),
    serves: [id("YT-4.6-2"), id("YT-5.6-1")],
    words: "承办单位推诿扯皮、敷衍塞责的，由区政府督查室认定，按单位计入通报。",
    on: "leg",
    from: [...atUnit, "underAudit"],
    by: [auditor, head],
    guards: [],
    effects: [],
    fields: [
      {
        name: "fault",
        label: "问题",
        kind: "choice",
        required: true,
        choices: [
          { value: "shirking", label: "推诿扯皮" },
          { value: "perfunctory", label: "敷衍塞责、流于形式" },
        ],
      },
      { name: "faultFacts", label: "事实", kind: "text", required: true },
    ],
    example: {
      filing: say.web,
      steps: [
        ...say.assigned(at.housing, "simple", { keyReason: ["manyVoices"] }),
        say.doesOn("2026-03-04 09:00", say.auditor, at.housing, "fault", {
          fault: "shirking",
          faultFacts: "称不归本局管，未到现场",
        }),
      ],
      then: { due: [["special-inspection-shirked", at.supervision, null]] },
    },
  },
  {
    id: "inspect",
    label: "专项督促检查",
    clause: id("YT-4.6-2"),
    words: "重点留言未能按时办理或者推诿不办的，由区政府督查室牵头专项督促检查，写明检查情况。",
    on: "leg",
    from: [...atUnit, "underAudit", "passed"],
    by: [auditor, head],
    guards: [{ is: "factGiven", names: ["keyReason"], clause: id("YT-4.6-2") }],
    effects: [],
    fields: [
      { name: "staff", label: "检查人员", kind: "people", required: true },
      { name: "inspectedOn", label: "检查日期", kind: "date", when: "sinceFiling", required: true },
      { name: "inspection", label: "检查情况", kind: "text", required: true },
    ],
    example: {
      filing: say.web,
      steps: [
        ...say.assigned(),
        say.doesOn("2026-03-09 09:00", say.auditor, at.housing, "inspect", {
          staff: ["督查人员甲"],
          inspectedOn: "2026-03-09",
          inspection: "尚未到场",
        }),
      ],
      then: { refused: "fact.missing" },
    },
  },
];
