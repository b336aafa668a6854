import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Formality } from "../../domain/rules/formality.ts";
import type { Guard } from "../../domain/rules/power.ts";
import { superior } from "./formalities-before.ts";
import { at, holder } from "./example-office.ts";
import { auditor, clerk, governmentLeader, head, leaders, operator } from "./people.ts";
import { categories } from "./formalities-before.ts";
import * as say from "./stories.ts";

const lead = { is: "onLeadLeg", clause: id("YT-4.4-2") } as const;

/** Once for each verdict of the audit: a report that the leader sent back is no report any more. */
function once(formality: string, clause: string): Guard {
  return { is: "formalityNotDone", formality, since: "reply.passed", clause: id(clause) };
}

const compiled: Guard = {
  is: "formalityDone",
  anyOf: ["compile-report"],
  since: "reply.passed",
  clause: id("YT-4.7-1"),
};

const approved: Guard = {
  is: "formalityDone",
  anyOf: ["approve-report"],
  since: "reply.passed",
  clause: id("YT-4.7-2"),
};

const callBackSaid = {
  reached: "yes",
  effective: "yes",
  satisfied: "satisfied",
  remarks: "灯已修好",
} as const;

const answered = [...say.released(), say.answer("2026-03-09 09:00", at.housing)];

export const afterwards: readonly Formality[] = [
  {
    id: "compile-report",
    label: "督查报告",
    clause: id("YT-4.7-1"),
    words: "区政府督查室对审核通过的办理情况加以整理，形成督查报告。",
    on: "leg",
    from: ["passed"],
    by: [auditor],
    guards: [lead, once("compile-report", "YT-4.7-1")],
    effects: [],
    fields: [{ name: "findings", label: "督查意见", kind: "text", required: true }],
    example: {
      filing: say.web,
      steps: [...say.submitted(), say.compile("2026-03-06 10:00", at.housing)],
      then: { refused: "act.notAtThisStage" },
    },
  },
  {
    id: "approve-report",
    label: "审核督查报告",
    clause: id("YT-4.7-2"),
    words: "督查报告经区政府领导审核后才能答复。",
    on: "leg",
    from: ["passed"],
    by: [governmentLeader],
    guards: [compiled, once("approve-report", "YT-4.7-2")],
    effects: [],
    fields: [{ name: "leadersOpinion", label: "审核意见", kind: "text", required: false }],
    example: {
      filing: say.web,
      steps: [
        ...say.submitted(),
        say.passAudit("2026-03-06 09:00", at.housing),
        say.approveReport("2026-03-06 10:00", at.housing),
      ],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "return-report",
    label: "退回督查报告",
    clause: id("YT-4.7-2"),
    words: "区政府领导不同意答复的，退回承办单位重新办理；办法没有写退给谁，本条为重构。",
    reconstructed: true,
    on: "leg",
    from: ["passed"],
    by: [governmentLeader],
    guards: [compiled, once("approve-report", "YT-4.7-2")],
    effects: [{ is: "redo" }],
    fields: [{ name: "leadersObjection", label: "退回理由", kind: "text", required: true }],
    example: {
      filing: say.web,
      steps: [
        ...say.released().slice(0, -1),
        say.doesOn("2026-03-06 15:00", say.governmentLeader, at.housing, "return-report", {
          leadersObjection: "请说明何时全线检查",
        }),
      ],
      then: { leg: [at.housing, "rework"], stage: "inHand" },
    },
  },
  {
    id: "answer",
    label: "回复网民",
    clause: id("YT-4.8-2"),
    serves: [id("YT-5.3")],
    words: "区级网民留言的办理结果由区电子政务管理中心予以回复，在留言下公开；网民不愿公开的，只回复本人。",
    on: "leg",
    from: ["passed"],
    by: [operator],
    guards: [
      approved,
      { is: "factIsNot", name: "source", oneOf: superior, clause: id("YT-4.8-1") },
      once("answer", "YT-4.8-2"),
    ],
    forPetitioner: { line: "已回复" },
    effects: [{ is: "publish", where: "allowed" }],
    fields: [{ name: "answeredAt", label: "在哪里回复", kind: "text", required: false }],
    example: { filing: say.web, steps: answered, then: { stage: "answered" } },
  },
  {
    id: "special-report",
    label: "报送《印台政务督查专报》",
    clause: id("YT-4.8-1"),
    serves: [id("YT-5.3")],
    words: "上级交办的网民留言，办理报告以《印台政务督查专报》的形式上报；上报后本件办结。",
    on: "leg",
    from: ["passed"],
    by: [auditor],
    guards: [
      approved,
      { is: "factIs", name: "source", oneOf: superior, clause: id("YT-4.8-1") },
      once("special-report", "YT-4.8-1"),
    ],
    effects: [{ is: "endLeg" }],
    fields: [
      { name: "sentTo", label: "报送机关", kind: "text", required: true },
      { name: "issue", label: "期号", kind: "text", required: true },
    ],
    example: { filing: say.collected, steps: say.upward, then: { stage: "answered" } },
  },
  {
    id: "follow-up",
    label: "后续解决",
    clause: id("YT-5.2-2"),
    words: "答复时一时不具备解决条件的，承办单位创造条件，解决以后报告。",
    on: "leg",
    from: ["passed"],
    by: [clerk, ...leaders],
    guards: [
      {
        is: "formalityDone",
        anyOf: ["handling-report"],
        where: { name: "outcome", oneOf: ["notYetFeasible"] },
        clause: id("YT-5.2-2"),
      },
      once("follow-up", "YT-5.2-2"),
    ],
    effects: [],
    fields: [
      { name: "solvedHow", label: "怎样解决的", kind: "text", required: true },
      {
        name: "outcome",
        label: "办理结果",
        kind: "choice",
        required: true,
        choices: [{ value: "solved", label: "已经解决" }],
      },
    ],
    example: {
      filing: say.web,
      steps: [
        ...answered,
        say.doesOn("2026-05-06 09:00", holder(at.housing, "clerk"), at.housing, "follow-up", {
          solvedHow: "已改造",
          outcome: "solved",
        }),
      ],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "archive",
    label: "立卷归档",
    clause: id("YT-4.10"),
    serves: [id("YT-5.3")],
    words:
      "办理完毕的网民留言由区政府督查室按类别立卷归档：归入甄别时所定类别的卷，不另填；没有回复或者上报的，不能归档。",
    on: "case",
    from: ["answered"],
    by: [auditor],
    guards: [
      { is: "finished", clause: id("YT-5.3") },
      { is: "factGiven", names: ["category"], clause: id("YT-4.10") },
    ],
    effects: [{ is: "archive" }],
    fields: [
      { name: "volume", label: "归入的卷", kind: "choice", required: true, choices: categories, sameAs: "category" },
    ],
    example: { filing: say.web, steps: [...answered, say.archive("2026-03-10 09:00")], then: { stage: "archived" } },
  },
  {
    id: "list-for-call-back",
    label: "列入集中回访",
    clause: id("YT-5.6-2"),
    words: "区政府督查室定期把已回复的网民留言列入集中回访；周期和比例办法没有规定。",
    on: "leg",
    from: ["passed"],
    by: [auditor, head],
    guards: [lead, { is: "finished", clause: id("YT-5.6-2") }],
    effects: [],
    fields: [{ name: "batch", label: "批次", kind: "text", required: true }],
    example: {
      filing: say.web,
      steps: [
        ...answered,
        say.doesOn("2026-04-01 09:00", say.auditor, at.housing, "list-for-call-back", { batch: "2026年3月" }),
      ],
      then: { due: [["call-back", at.supervision, null]] },
    },
  },
  {
    id: "call-back",
    label: "回访复核",
    clause: id("YT-5.6-2"),
    words: "回访复核检验办理效果和网民满意度；没有联系上的，还要再访。满意度分几级办法未写明，三级是本系统的设定。",
    on: "leg",
    from: ["passed"],
    by: [auditor, head],
    guards: [{ is: "formalityDone", anyOf: ["list-for-call-back"], clause: id("YT-5.6-2") }],
    effects: [],
    fields: [
      { name: "reached", label: "是否联系上", kind: "yesNo", required: true },
      {
        name: "effective",
        label: "办理是否有实效",
        kind: "yesNo",
        required: false,
        requiredWhen: { field: "reached", oneOf: ["yes"] },
      },
      {
        name: "satisfied",
        label: "网民是否满意",
        kind: "choice",
        required: false,
        requiredWhen: { field: "reached", oneOf: ["yes"] },
        choices: [
          { value: "satisfied", label: "满意" },
          { value: "fairlySatisfied", label: "基本满意" },
          { value: "dissatisfied", label: "不满意" },
        ],
      },
      { name: "remarks", label: "回访情况", kind: "text", required: true },
    ],
    example: {
      filing: say.web,
      steps: [...answered, say.doesOn("2026-04-02 09:00", say.auditor, at.housing, "call-back", callBackSaid)],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "recheck",
    label: "复查报告",
    clause: id("YT-5.6-2"),
    words: "回访发现没有实效的，承办单位再查，并报告结果。",
    on: "leg",
    from: ["passed"],
    by: [clerk, ...leaders],
    guards: [{ is: "factIs", name: "effective", oneOf: ["no"], clause: id("YT-5.6-2") }],
    effects: [],
    fields: [
      { name: "recheck", label: "复查情况", kind: "text", required: true },
      { name: "settled", label: "是否已经解决", kind: "yesNo", required: true },
    ],
    example: { filing: say.web, steps: say.longest, then: { stage: "archived" } },
  },
];
