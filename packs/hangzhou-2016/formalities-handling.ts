import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Formality, FormalityField } from "../../domain/rules/formality.ts";
import { at, holder } from "./example-office.ts";
import * as say from "./stories.ts";
import { clerk, head, principal, urgers } from "./who.ts";

/** The duties under which a unit is late with its feedback. */
export const replyDuties = ["reply", "reply-governor", "reply-people-daily"] as const;

const thirty = { kind: "number", required: true, least: 1, most: 30, clause: id("HZ-6.3.1-2") } as const;

const days = (name: string, label: string): FormalityField => ({ ...thirty, name, label, hint: "日历日，不超过30日" });

/** What comes between sending and feedback: for reference, more time, urging (6.2.1 to 6.3.1). */
export const handlingSteps: readonly Formality[] = [
  {
    id: "closeReference",
    on: "leg",
    label: "参阅办结",
    clause: id("HZ-6.2.1.c"),
    words: "转参阅、不要求反馈的，可以不等单位反馈就办结；要求反馈的，要等反馈。",
    from: ["dispatched", "viewed", "handling"],
    by: urgers,
    guards: [
      { is: "factIs", name: "form", oneOf: ["reference"], clause: id("HZ-6.2.1.c") },
      { is: "factIs", name: "feedback", oneOf: ["no"], clause: id("HZ-6.2.1.c") },
    ],
    fields: [{ name: "referenceNote", label: "办结说明", kind: "text", required: false }],
    effects: [{ is: "endLeg" }],
    example: {
      filing: say.web,
      steps: [...say.referred("no"), say.doesOn("2026-03-03 09:00", at.urban, "closeReference", {}, say.dispatcher)],
      then: { stage: "answered", leg: [at.urban, "passed"] },
    },
  },
  {
    id: "askExtension",
    on: "leg",
    label: "申请延期",
    clause: id("HZ-6.3.1-2"),
    words: "情况复杂的，期限届满前申请延长，写明理由和天数。",
    from: ["dispatched", "viewed", "handling", "drafted"],
    by: [clerk],
    guards: [
      { is: "onLeadLeg", clause: id("HZ-6.3.1-2") },
      { is: "beforeDue", duty: "reply", clause: id("HZ-6.3.1-2") },
      { is: "formalityNotDone", formality: "grantExtension", clause: id("HZ-6.3.1-2") },
    ],
    fields: [
      days("askedDays", "申请延长的天数"),
      { name: "askedReason", label: "申请理由", kind: "text", required: true },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [...say.taken(), say.askMore("2026-03-10 09:00")],
      then: { refused: "term.alreadyOver" },
    },
  },
  {
    id: "grantExtension",
    on: "leg",
    label: "批准延期",
    clause: id("HZ-6.3.1-2"),
    words: "由本行政机关负责人批准，最多延长30日，只延一次，并告知信访人理由；批准并告知后才顺延。",
    from: ["dispatched", "viewed", "handling", "drafted"],
    by: [principal],
    guards: [
      { is: "formalityDone", anyOf: ["askExtension"], since: "done.refuseExtension", clause: id("HZ-6.3.1-2") },
      { is: "formalityNotDone", formality: "grantExtension", clause: id("HZ-6.3.1-2") },
      { is: "beforeDue", duty: "reply", clause: id("HZ-6.3.1-2") },
      { is: "notWhoDid", formality: "askExtension", clause: id("HZ-6.3.1-2") },
    ],
    fields: [
      days("extensionDays", "延长的天数"),
      { name: "extensionReason", label: "延期理由", kind: "text", required: true },
    ],
    effects: [{ is: "extend", days: "extensionDays" }],
    example: {
      filing: say.web,
      steps: [...say.taken(), say.askMore("2026-03-06 09:00"), say.grantMore("2026-03-06 10:00")],
      then: { due: [["reply", at.urban, "2026-04-08"]] },
    },
  },
  {
    id: "refuseExtension",
    on: "leg",
    label: "不批准延期",
    clause: id("HZ-6.3.1-2"),
    words: "本行政机关负责人不批准的，写明理由，期限不变。",
    from: ["dispatched", "viewed", "handling", "drafted"],
    by: [principal],
    guards: [
      { is: "formalityDone", anyOf: ["askExtension"], since: "done.refuseExtension", clause: id("HZ-6.3.1-2") },
      { is: "formalityNotDone", formality: "grantExtension", clause: id("HZ-6.3.1-2") },
    ],
    fields: [{ name: "extensionRefused", label: "不批准的理由", kind: "text", required: true }],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.taken(),
        say.doesOn(
          "2026-03-06 10:00",
          at.urban,
          "refuseExtension",
          { extensionRefused: "x" },
          holder(at.urban, "principalLeader"),
        ),
      ],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "urge",
    on: "leg",
    label: "催办",
    clause: id("HZ-6.2.2-1"),
    serves: [id("HZ-6.2.2-2")],
    words: "超出规定办理期限的应当催办；第二次催办仍未办结的，列入通报，追究相关单位和个人的责任。",
    from: ["dispatched", "viewed", "handling", "returnAsked", "drafted", "rework"],
    by: urgers,
    guards: [{ is: "overdue", duties: replyDuties, clause: id("HZ-6.2.2-1") }],
    fields: [{ name: "urging", label: "催办内容", kind: "text", required: true }],
    effects: [{ is: "finding", kind: "urgedAgain", from: 2, rule: "urge" }],
    example: {
      filing: say.web,
      steps: [...say.taken(), say.urge("2026-03-10 09:00"), say.urge("2026-03-12 09:00")],
      then: {
        breaches: [
          ["late", at.urban, "2026-03-10"],
          ["urgedAgain", at.urban, "2026-03-12"],
        ],
      },
    },
  },
  {
    id: "proposeUrged",
    on: "leg",
    label: "提出追究责任建议",
    clause: id("HZ-6.2.2-2"),
    words: "催办两次以上仍未办结的，除通报外，提出追究相关单位和个人责任的建议；追究谁、怎样追究由人决定。",
    from: ["dispatched", "viewed", "handling", "returnAsked", "drafted", "underAudit", "rework", "passed"],
    by: [...urgers, head],
    guards: [{ is: "found", rule: "urge", clause: id("HZ-6.2.2-2") }],
    fields: [
      {
        name: "urgedAnswerable",
        label: "追究谁的责任",
        kind: "choices",
        required: true,
        choices: [
          { value: "unit", label: "相关单位" },
          { value: "person", label: "相关个人" },
        ],
      },
      { name: "urgedProposal", label: "建议内容", kind: "text", required: true },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [...say.taken(), say.urge("2026-03-10 09:00"), say.proposeUrged("2026-03-11 09:00")],
      then: { refused: "finding.none" },
    },
  },
];
