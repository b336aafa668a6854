import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Formality, FormalityField } from "../../domain/rules/formality.ts";
import { at, holder } from "./example-office.ts";
import { bureauHead, choice, government, organ, organHead, supervisors, text, yesNo } from "./holders.ts";
import * as say from "./stories.ts";

const open = ["registered", "classified", "inHand", "answering", "answered"] as const;
const ended = [...open, "refused", "sentElsewhere", "noLongerAccepted"] as const;
const legs = ["dispatched", "viewed", "handling", "returnAsked", "drafted", "rework", "passed"] as const;

const adoption = (name: string): readonly FormalityField[] => [
  choice(name, "采纳情况", [
    ["adopted", "采纳"],
    ["partly", "部分采纳"],
    ["rejected", "不采纳"],
  ]),
  text(`${name}Text`, "书面反馈"),
];
const supervised = [
  ...say.sent(),
  say.carryOn("2026-04-01 09:00", say.dispatcher, "supervise", at.land, { fault: "delay", improvement: "一周内受理" }),
];
const policy = say.carry("2026-04-01 09:00", say.head, "propose-policy", {
  policyProblem: "标准多年未调",
  policyProposal: "修订标准",
});
const blamed = [
  ...say.sent(),
  say.carryOn("2026-06-01 09:00", say.head, "propose-accountability", at.land, {
    conduct: "delay",
    consequence: "造成群体性上访",
    proposedTo: at.discipline,
  }),
];

/** What bureaux, governments and superior organs do about the way cases are handled. */
export const oversight: readonly Formality[] = [
  {
    id: "supervise",
    label: "督办",
    on: "leg",
    from: legs,
    clause: id("N22-40-1"),
    serves: [id("N22-28-1")],
    words:
      "信访部门发现违规受理办理、推诿、敷衍、拖延、弄虚作假、拒不执行处理意见等情形的，及时督办，并提出改进工作的建议。",
    by: supervisors,
    guards: [],
    fields: [
      choice("fault", "发现的情形", [
        ["rules", "违反规定受理、办理"],
        ["shirk", "推诿"],
        ["perfunctory", "敷衍"],
        ["delay", "拖延"],
        ["falsify", "弄虚作假"],
        ["notExecuted", "拒不执行信访处理意见"],
      ]),
      text("improvement", "改进工作的建议"),
    ],
    effects: [],
    example: say.story(supervised, { due: [["answer-improvement", at.land, null]] }),
  },
  {
    id: "answer-improvement",
    label: "书面反馈采纳情况（改进工作）",
    on: "leg",
    from: legs,
    clause: id("N22-40-4"),
    words: "对改进工作的建议，有关机关、单位书面反馈采纳情况。",
    by: [...organ, organHead],
    guards: [{ is: "formalityDone", anyOf: ["supervise"], since: "done.answer-improvement", clause: id("N22-40-4") }],
    fields: adoption("improvementAdopted"),
    effects: [],
    example: say.story(
      [
        ...say.sent(),
        say.carryOn("2026-04-02 09:00", holder(at.land, "clerk"), "answer-improvement", at.land, {
          improvementAdopted: "adopted",
          improvementAdoptedText: "已改",
        }),
      ],
      { refused: "formality.notDone" },
    ),
  },
  {
    id: "propose-policy",
    label: "完善政策的建议",
    on: "case",
    from: ended,
    clause: id("N22-40-2"),
    words: "对发现的政策性问题，及时向本级党委和政府报告，并提出完善政策的建议。",
    by: [bureauHead],
    guards: [],
    fields: [text("policyProblem", "政策性问题"), text("policyProposal", "建议")],
    effects: [],
    example: say.story([policy], { due: [["answer-policy", at.office, null]] }),
  },
  {
    id: "answer-policy",
    label: "书面反馈采纳情况（完善政策）",
    on: "case",
    from: ended,
    clause: id("N22-40-4"),
    words: "对完善政策的建议，书面反馈采纳情况。",
    by: government,
    guards: [{ is: "formalityDone", anyOf: ["propose-policy"], since: "done.answer-policy", clause: id("N22-40-4") }],
    fields: adoption("policyAdopted"),
    effects: [],
    example: say.story(
      [
        policy,
        say.carry("2026-04-20 09:00", say.government, "answer-policy", {
          policyAdopted: "partly",
          policyAdoptedText: "列入明年计划",
        }),
      ],
      { stage: "registered" },
    ),
  },
  {
    id: "propose-accountability",
    label: "追究责任的建议",
    on: "leg",
    from: legs,
    clause: id("N22-40-3"),
    serves: [id("N22-46-2"), id("N22-18-3")],
    words: "推诿、敷衍、拖延、弄虚作假造成严重后果的，向有管理权限的机关、单位提出追究责任的建议。",
    by: [bureauHead, { post: "bureauHead", body: "supervising" }],
    guards: [],
    fields: [
      choice("conduct", "行为", [
        ["shirk", "推诿"],
        ["perfunctory", "敷衍"],
        ["delay", "拖延"],
        ["falsify", "弄虚作假"],
        ["leak", "透露、转给检举材料", "第四十六条（五）"],
        ["retaliate", "打击报复信访人"],
      ]),
      text("consequence", "造成的后果"),
      { name: "proposedTo", label: "有管理权限的机关、单位", kind: "org", required: true },
    ],
    effects: [],
    example: say.story(blamed, { due: [["answer-accountability", at.discipline, null]] }),
  },
  {
    id: "answer-accountability",
    label: "书面反馈采纳情况（追究责任）",
    on: "leg",
    from: legs,
    clause: id("N22-40-4"),
    words: "对追究责任的建议，书面反馈采纳情况。",
    by: [
      { post: "clerk", body: "fact:proposedTo" },
      { post: "leaderInCharge", body: "fact:proposedTo" },
      { post: "officeLeader", body: "fact:proposedTo" },
    ],
    guards: [
      {
        is: "formalityDone",
        anyOf: ["propose-accountability"],
        since: "done.answer-accountability",
        clause: id("N22-40-4"),
      },
    ],
    fields: adoption("accountabilityAdopted"),
    effects: [],
    example: say.story(
      [
        ...blamed,
        say.carryOn("2026-06-20 09:00", holder(at.discipline, "clerk"), "answer-accountability", at.land, {
          accountabilityAdopted: "adopted",
          accountabilityAdoptedText: "已立案",
        }),
      ],
      { leg: [at.land, "dispatched"] },
    ),
  },
  {
    id: "inspect",
    label: "督查",
    on: "case",
    from: ended,
    clause: id("N22-38-1"),
    words: "根据工作需要开展督查，就发现的问题向有关地方和部门反馈，重要问题向本级党委和政府报告。",
    by: [bureauHead, { post: "officeLeader", body: "kind:jointConference" }],
    guards: [],
    fields: [
      text("inspected", "发现的问题"),
      text("fedBackTo", "反馈的地方、部门"),
      yesNo("important", "重要问题"),
      text("reportedTo", "向本级党委和政府报告（时间、方式）", {
        required: false,
        requiredWhen: { field: "important", oneOf: ["yes"] },
      }),
    ],
    effects: [],
    example: say.story(
      [
        say.carry("2026-03-20 09:00", say.head, "inspect", {
          inspected: "未告知",
          fedBackTo: "临河县",
          important: "yes",
        }),
      ],
      { refused: "formality.fieldMissing" },
    ),
  },
  {
    id: "order-correction",
    label: "责令改正",
    on: "case",
    from: ended,
    clause: id("N22-44-1"),
    serves: [id("N22-43-1"), id("N22-45-1"), id("N22-45-2"), id("N22-46-1"), id("N22-46-2")],
    words: "不登记、不转送、不督办、不告知、超期、应支持未支持等，由上级机关、单位责令改正。",
    by: [...government, { post: "bureauHead", body: "supervising", level: "province" }],
    guards: [],
    fields: [
      { name: "corrected", label: "责令改正的机关、单位", kind: "org", required: true },
      choice("correctionGround", "情形", [
        ["43", "信访部门未按规定登记、转送、交办或者督办（第四十三条）"],
        ["44-1", "不按规定登记（第四十四条第一项）"],
        ["44-2", "属于职权范围不予受理（第四十四条第二项）"],
        ["44-3", "未在规定期限内书面告知（第四十四条第三项）"],
        ["45-1", "推诿、敷衍、拖延或者超期（第四十五条第一项）"],
        ["45-2", "应当支持而未予支持（第四十五条第二项）"],
        ["46-4", "重大、紧急情况隐瞒、谎报、缓报（第四十六条第四项）"],
        ["46-5", "透露、转给检举材料（第四十六条第五项）"],
      ]),
      text("correction", "改正的要求"),
    ],
    effects: [],
    example: say.story(
      [
        ...say.sent(),
        say.carry("2026-04-01 09:00", say.government, "order-correction", {
          corrected: at.land,
          correctionGround: "44-3",
          correction: "三日内书面告知",
        }),
      ],
      { stage: "inHand" },
    ),
  },
  {
    id: "hold-leaders",
    label: "约谈、通报、挂牌督办、责令限期整改",
    on: "case",
    from: ended,
    clause: id("N22-39-2"),
    words: "履职不力、存在严重问题的领导班子和领导干部，由联席会议约谈、通报、挂牌督办，责令限期整改，记下对象和期限。",
    by: [{ post: "officeLeader", body: "kind:jointConference" }],
    guards: [],
    fields: [
      { name: "heldOrgan", label: "领导班子所在的机关、单位", kind: "org", required: true },
      { name: "heldPersons", label: "领导班子成员、领导干部", kind: "people", required: true },
      choice("failing", "情形", [
        ["weak", "履职不力"],
        ["grave", "存在严重问题"],
      ]),
      {
        ...choice("heldBy", "方式", [
          ["talk", "约谈"],
          ["circular", "通报"],
          ["listed", "挂牌督办"],
          ["rectify", "责令限期整改"],
        ]),
        kind: "choices",
      },
      text("heldAccount", "查明的情况"),
      {
        name: "rectifyBy",
        label: "整改的最后一日",
        kind: "date",
        when: "coming",
        required: false,
        requiredWhen: { field: "heldBy", oneOf: ["rectify"] },
      },
    ],
    effects: [],
    example: say.story([...say.sent(), say.holdLeaders()], { due: [["rectify", at.land, "2026-06-30"]] }),
  },
  {
    id: "report-rectification",
    label: "报告整改结果",
    on: "case",
    from: ended,
    clause: id("N22-39-2"),
    words: "被责令限期整改的机关、单位报告整改结果。",
    by: [
      { post: "leaderInCharge", body: "fact:heldOrgan" },
      { post: "principalLeader", body: "fact:heldOrgan" },
    ],
    guards: [
      { is: "formalityDone", anyOf: ["hold-leaders"], since: "done.report-rectification", clause: id("N22-39-2") },
    ],
    fields: [text("rectification", "整改的措施和结果")],
    effects: [],
    example: say.story(
      [
        ...say.sent(),
        say.holdLeaders(),
        say.carry("2026-06-20 09:00", holder(at.land, "principalLeader"), "report-rectification", {
          rectification: "已更换承办人，逐件告知",
        }),
      ],
      { stage: "inHand" },
    ),
  },
];
