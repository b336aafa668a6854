import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Formality } from "../../domain/rules/formality.ts";
import type { Guard } from "../../domain/rules/power.ts";
import { at, holder } from "./example-office.ts";
import { choice, clerk, leader, organ, organHead, ownRules, text, yesNo } from "./holders.ts";
import * as say from "./stories.ts";

const landClerk = holder(at.land, "clerk");
const landHead = holder(at.land, "principalLeader");
const working = ["viewed", "handling", "rework"] as const;

const onLead: Guard = { is: "onLeadLeg", clause: id("N22-24-1") };
const isAccepted: Guard = { is: "formalityDone", anyOf: ["accept"], clause: id("N22-23-5") };
const isBranch6: Guard = { is: "factIs", name: "branch", oneOf: ["31-6"], clause: id("N22-34-1") };

export const outcomes = [
  ["supported", "予以支持", "请求事实清楚，符合法律、法规、规章或者其他有关规定"],
  ["explained", "作出解释说明", "请求事由合理但缺乏法律依据"],
  ["notSupported", "不予支持", "请求缺乏事实根据或者不符合规定"],
] as const;

const days: Formality["fields"][number] = {
  name: "days",
  label: "延长天数",
  kind: "number",
  required: true,
  least: 1,
  most: 30,
  clause: id("N22-34-2"),
};

const asked = say.carryOn("2026-04-20 09:00", landClerk, "ask-extension", at.land, {
  days: "15",
  extensionReason: "等待测绘结果",
});
const viewed = [...say.accepted(), say.view("2026-03-06 09:10", at.land)];
const supported = say.answered(at.land, "supported");

/** What the organ that has the power to decide does with a case. */
export const handling: readonly Formality[] = [
  {
    id: "simplify",
    label: "决定简易办理",
    on: "leg",
    from: ["dispatched", "viewed"],
    clause: id("JY22-4-1"),
    serves: [id("JY22-5-1"), id("JY22-0-4")],
    reconstructed: true,
    words:
      "初次信访事项，事实清楚、责任明确、争议不大、易于解决的，由有权处理的机关、单位决定简易办理；第五条所列情形不适用。",
    by: organ,
    guards: [
      onLead,
      { is: "formalityNotDone", formality: "accept", clause: id("JY22-0-2") },
      { is: "withinWindow", duty: "simple-window", clause: id("JY22-0-2") },
      { is: "factIs", name: "occurrence", oneOf: ["first"], clause: id("JY22-4-1") },
      { is: "factIs", name: "category", oneOf: ["suggestion", "claim"], clause: id("JY22-5-1") },
      { is: "factIsNot", name: "form", oneOf: ["assign"], clause: id("JY22-5-1") },
      { is: "factIsNot", name: "urgent", oneOf: ["yes"], clause: id("JY22-5-1") },
      {
        is: "factIsNot",
        name: "excludedBy",
        oneOf: ["maybeUnsupported", "severalOrgans", "complex"],
        clause: id("JY22-5-1"),
      },
      { is: "noGroup", clause: id("JY22-5-1") },
    ],
    fields: [
      choice("procedure", "办理程序", [["simple", "简易办理"]]),
      choice("simpleBecause", "适用的情形", [
        ["clear", "事实清楚、责任明确、争议不大、易于解决"],
        ["immediate", "咨询、建议、感谢类，可以即时答复"],
        ["daily", "涉及日常生活、时效性强"],
        ["promised", "已有明确承诺或者结论"],
        ["other", "其他可以简易办理的"],
      ]),
      {
        name: "excludedBy",
        label: "不适用的情形（有一项即不能简易办理）",
        kind: "choices",
        required: false,
        choices: [
          { value: "maybeUnsupported", label: "可能不予支持" },
          { value: "severalOrgans", label: "涉及多个责任主体" },
          { value: "complex", label: "重大、复杂、疑难" },
        ],
      },
      yesNo("paperWanted", "信访人要求纸质告知书、意见书", { clause: id("JY22-0-4") }),
    ],
    effects: [],
    example: say.story(
      [
        ...say.sent(at.land, { form: "assign" }).slice(0, 1),
        say.dispatchBy("2026-03-03 10:05", say.dispatcher, "2026-04-10", at.land),
        say.simplify("2026-03-04 09:00", at.land),
      ],
      {
        refused: "fact.forbidden",
      },
    ),
  },
  {
    id: "accept",
    label: "受理并告知",
    on: "leg",
    from: ["dispatched", "viewed"],
    clause: id("N22-23-5"),
    serves: [id("N22-23-1"), id("N22-31-0"), id("JY22-0-2"), id("JY22-5-1")],
    words: "属于本机关、单位职权范围的，书面告知信访人接收情况以及处理途径和程序，并确定按哪一种方式办理。",
    by: organ,
    guards: [
      onLead,
      { is: "formalityNotDone", formality: "accept", clause: id("N22-23-5") },
      {
        is: "factIsNot",
        name: "branch",
        oneOf: ["31-1", "31-2", "31-3", "31-4", "31-5"],
        when: { name: "procedure", oneOf: ["simple"] },
        clause: id("JY22-5-1"),
      },
    ],
    fields: [
      choice("branch", "办理方式", [
        ["29", "建议意见类：研究论证（第二十九条）"],
        ["31-1", "诉讼、检察、公安程序（第三十一条第一项）"],
        ["31-2", "仲裁（第二项）"],
        ["31-3", "党员申诉、申请复审等（第三项）"],
        ["31-4", "复议、裁决、确认、许可、处罚等行政程序（第四项）"],
        ["31-5", "查处违法行为、履行保护职责（第五项）"],
        ["31-6", "其他：调查核实，出具处理意见书（第六项）"],
      ]),
      text("route", "处理途径和程序"),
    ],
    forPetitioner: { line: "{org}已受理。接下来：{route}。" },
    effects: [],
    example: say.story(say.accepted(), { due: [["handle", at.land, "2026-05-05"]] }),
  },
  {
    id: "to-ordinary",
    label: "转为普通程序",
    on: "leg",
    from: ["dispatched", "viewed", "handling", "drafted"],
    clause: id("JY22-0-5"),
    reconstructed: true,
    words: "发现不宜简易办理的，在10个工作日内转为普通程序，期限自原受理之日起计算。",
    by: organ,
    guards: [
      { is: "formalityDone", anyOf: ["simplify"], clause: id("JY22-0-5") },
      { is: "beforeDue", duty: "handle-simple", clause: id("JY22-0-5") },
    ],
    fields: [choice("procedure", "办理程序", [["ordinary", "普通程序"]]), text("ordinaryReason", "理由")],
    effects: [],
    example: say.story(
      [
        ...say.sent(),
        say.simplify("2026-03-04 09:00", at.land),
        say.accept("2026-03-06 09:00", at.land),
        say.carryOn("2026-03-20 09:00", landClerk, "to-ordinary", at.land, {
          procedure: "ordinary",
          ordinaryReason: "需要测绘",
        }),
      ],
      { due: [["handle", at.land, "2026-05-05"]] },
    ),
  },
  {
    id: "lead-in",
    label: "导入相应程序",
    on: "leg",
    from: ["dispatched", "viewed", "handling"],
    clause: id("N22-31-1"),
    serves: [id("N22-31-2"), id("N22-31-3"), id("N22-31-4"), id("N22-28-2")],
    words: "受理后属于第三十一条第一项至第四项的，按照法律法规规定的程序处理或者导入相应程序，并告知信访人。",
    by: organ,
    guards: [onLead, { is: "factIs", name: "branch", oneOf: ["31-1", "31-2", "31-3", "31-4"], clause: id("N22-31-0") }],
    fields: [text("leadInto", "导入的程序"), text("leadTo", "受理该程序的机关")],
    forPetitioner: { line: "这件事要通过{leadInto}解决，请向{leadTo}提出。" },
    effects: [{ is: "endLeg" }],
    example: say.story(
      [
        ...say.accepted(at.labour, "31-2"),
        say.carryOn("2026-03-09 09:00", holder(at.labour, "clerk"), "lead-in", at.labour, {
          leadInto: "劳动人事争议仲裁",
          leadTo: "市劳动人事争议仲裁委员会",
        }),
      ],
      { stage: "answered" },
    ),
  },
  {
    id: "hear",
    label: "听取陈述、调查核实",
    on: "leg",
    from: working,
    clause: id("N22-31-6"),
    serves: [id("N22-28-1")],
    words: "听取信访人陈述事实和理由，并调查核实。",
    by: organ,
    guards: [onLead, isAccepted],
    fields: [text("statement", "信访人的陈述"), text("findings", "调查核实的情况")],
    effects: [],
    example: say.story([...viewed, say.hear("2026-03-20 09:00", at.land)], { leg: [at.land, "viewed"] }),
  },
  {
    id: "open-hearing",
    label: "举行听证",
    on: "leg",
    from: working,
    clause: id("N22-31-7"),
    words: "对重大、复杂、疑难的信访事项，可以举行听证；办理期限照常计算。",
    by: organ,
    guards: [onLead, isBranch6],
    fields: [
      choice("weight", "举行的理由", [
        ["major", "重大"],
        ["complex", "复杂"],
        ["difficult", "疑难"],
      ]),
      text("place", "时间和地点"),
    ],
    effects: [],
    example: say.story(
      [
        ...viewed,
        say.carryOn("2026-03-23 09:00", landClerk, "open-hearing", at.land, { weight: "complex", place: "三楼" }),
      ],
      { due: [["handle", at.land, "2026-05-05"]] },
    ),
  },
  {
    id: "close-hearing",
    label: "听证结束",
    on: "leg",
    from: working,
    clause: id("N22-31-7"),
    words: "听证结束，记下听证情况。",
    by: organ,
    guards: [{ is: "formalityDone", anyOf: ["open-hearing"], since: "done.close-hearing", clause: id("N22-31-7") }],
    fields: [text("heard", "听证情况")],
    effects: [],
    example: say.story(
      [...viewed, say.carryOn("2026-03-23 09:00", landClerk, "close-hearing", at.land, { heard: "无" })],
      {
        refused: "formality.notDone",
      },
    ),
  },
  {
    id: "mediate",
    label: "调解、和解",
    on: "leg",
    from: working,
    clause: id("N22-33-1"),
    words: "经双方同意可以调解，可以引导自愿和解；达成一致的，制作调解协议书或者和解协议书。",
    by: organ,
    guards: [onLead, isAccepted, { is: "factIsNot", name: "consent", oneOf: ["no"], clause: id("N22-33-1") }],
    fields: [
      choice("settlementWay", "方式", [
        ["mediation", "调解"],
        ["settlement", "和解"],
      ]),
      yesNo("consent", "双方当事人同意"),
      yesNo("agreed", "达成一致意见"),
      text("agreement", "协议书的内容", { required: false, requiredWhen: { field: "agreed", oneOf: ["yes"] } }),
    ],
    effects: [],
    example: say.story(
      [
        ...viewed,
        say.carryOn("2026-03-23 09:00", landClerk, "mediate", at.land, {
          settlementWay: "mediation",
          consent: "yes",
          agreed: "yes",
          agreement: "补付两千元",
        }),
      ],
      { leg: [at.land, "viewed"] },
    ),
  },
  {
    id: "study",
    label: "研究论证",
    on: "leg",
    from: working,
    clause: id("N22-29-1"),
    words: "对建议意见认真研究论证；科学合理、可行的采纳或者部分采纳，并予以回复。",
    by: organ,
    guards: [onLead, { is: "factIs", name: "branch", oneOf: ["29"], clause: id("N22-29-1") }],
    fields: [
      choice("adopted", "是否采纳", [
        ["whole", "采纳"],
        ["part", "部分采纳"],
        ["no", "不采纳"],
      ]),
      text("studied", "研究论证的情况"),
    ],
    effects: [],
    example: say.story(
      [
        ...say.accepted(at.land, "29"),
        say.view("2026-03-06 09:10", at.land),
        say.carryOn("2026-03-23 09:00", landClerk, "study", at.land, { adopted: "part", studied: "可行" }),
      ],
      { leg: [at.land, "viewed"] },
    ),
  },
  {
    id: "reward",
    label: "奖励",
    on: "leg",
    from: ["passed"],
    clause: id("N22-29-2"),
    words: "对国民经济和社会发展或者对改进工作以及保护社会公共利益有贡献的，按照有关规定给予奖励。",
    by: organ,
    guards: [{ is: "factIs", name: "adopted", oneOf: ["whole", "part"], clause: id("N22-29-2") }],
    fields: [text("contribution", "贡献"), text("rewarded", "奖励")],
    effects: [],
    example: say.story(
      [
        ...supported,
        say.carryOn("2026-04-20 09:00", landClerk, "reward", at.land, { contribution: "节约", rewarded: "表扬" }),
      ],
      { refused: "fact.forbidden" },
    ),
  },
  {
    id: "ask-extension",
    label: "申请延长办理期限",
    on: "leg",
    from: ["viewed", "handling", "drafted", "rework"],
    clause: id("N22-34-2"),
    words: "情况复杂的，可以申请适当延长，不超过30日，写明理由。",
    by: [clerk],
    guards: [
      isBranch6,
      { is: "beforeDue", duty: "handle", clause: id("N22-34-2") },
      { is: "formalityNotDone", formality: "grant-extension", clause: id("N22-34-2") },
    ],
    fields: [days, text("extensionReason", "延期理由")],
    effects: [],
    example: say.story(
      [
        ...viewed,
        say.carryOn("2026-04-20 09:00", landClerk, "ask-extension", at.land, { days: "31", extensionReason: "复杂" }),
      ],
      { refused: "formality.tooMuch" },
    ),
  },
  {
    id: "grant-extension",
    label: "批准延期",
    on: "leg",
    from: ["viewed", "handling", "drafted", "rework"],
    clause: id("N22-34-2"),
    words: "经本机关、单位负责人批准，延长不超过30日，并告知信访人延期理由。",
    by: [organHead],
    guards: [
      { is: "formalityDone", anyOf: ["ask-extension"], since: "done.refuse-extension", clause: id("N22-34-2") },
      { is: "formalityNotDone", formality: "grant-extension", clause: id("N22-34-2") },
      { is: "beforeDue", duty: "handle", clause: id("N22-34-2") },
    ],
    fields: [days, text("extensionReason", "延期理由")],
    effects: [{ is: "extend", days: "days" }],
    example: say.story(
      [
        ...viewed,
        asked,
        say.carryOn("2026-04-21 09:00", landHead, "grant-extension", at.land, {
          days: "15",
          extensionReason: "等待测绘结果",
        }),
      ],
      { due: [["handle", at.land, "2026-05-20"]] },
    ),
  },
  {
    id: "refuse-extension",
    label: "不批准延期",
    on: "leg",
    from: ["viewed", "handling", "drafted", "rework"],
    clause: id("N22-34-2"),
    words: "负责人不批准延期的，期限不变。",
    by: [organHead],
    guards: [
      { is: "formalityDone", anyOf: ["ask-extension"], since: "done.refuse-extension", clause: id("N22-34-2") },
      { is: "formalityNotDone", formality: "grant-extension", clause: id("N22-34-2") },
    ],
    fields: [text("refusedBecause", "不批准的理由")],
    effects: [],
    example: say.story(
      [
        ...viewed,
        asked,
        say.carryOn("2026-04-21 09:00", landHead, "refuse-extension", at.land, { refusedBecause: "期限内可以办结" }),
      ],
      { due: [["handle", at.land, "2026-05-05"]] },
    ),
  },
  {
    id: "opinion",
    label: "作出处理意见",
    on: "leg",
    from: ["viewed", "handling", "rework"],
    clause: id("N22-32-2"),
    serves: [id("N22-27-1")],
    words: "对请求予以支持、作出解释说明或者不予支持；按“三到位一处理”写明落实办法。",
    by: organ,
    guards: [
      onLead,
      isBranch6,
      { is: "formalityDone", anyOf: ["hear"], since: "reply.returned", clause: id("N22-31-6") },
    ],
    fields: [
      choice("outcome", "处理意见", outcomes),
      {
        name: "resolution",
        label: "落实办法",
        kind: "choices",
        required: true,
        clause: id("N22-27-1"),
        choices: [
          { value: "solved", label: "诉求合理的解决问题到位" },
          { value: "explained", label: "诉求无理的思想教育到位" },
          { value: "helped", label: "生活困难的帮扶救助到位" },
          { value: "byLaw", label: "行为违法的依法处理" },
        ],
      },
    ],
    effects: [],
    example: say.story([...viewed, say.opinion("2026-04-02 09:00", at.land)], { refused: "formality.notDone" }),
  },
  {
    id: "urge-execution",
    label: "督促执行",
    on: "leg",
    from: ["passed"],
    clause: id("N22-32-3"),
    words: "作出支持信访请求意见的，督促有关机关、单位执行。",
    by: [clerk, leader, organHead],
    guards: [{ is: "factIs", name: "outcome", oneOf: ["supported"], clause: id("N22-32-3") }],
    fields: [text("executedBy", "执行的机关、单位"), text("executed", "执行情况")],
    effects: [],
    example: say.story(
      [
        ...say.answered(),
        say.carryOn("2026-04-20 09:00", landClerk, "urge-execution", at.land, {
          executedBy: "县政府",
          executed: "已付",
        }),
      ],
      { refused: "fact.forbidden" },
    ),
  },
  {
    id: "guide",
    label: "疏导教育",
    on: "leg",
    from: ["passed"],
    clause: id("N22-32-3"),
    words: "不予支持的，做好信访人的疏导教育工作。",
    by: organ,
    guards: [{ is: "factIs", name: "outcome", oneOf: ["notSupported"], clause: id("N22-32-3") }],
    fields: [text("guidance", "疏导教育的情况")],
    effects: [],
    example: say.story(
      [...supported, say.carryOn("2026-04-20 09:00", landClerk, "guide", at.land, { guidance: "讲解政策" })],
      { refused: "fact.forbidden" },
    ),
  },
  {
    id: "aid",
    label: "告知、帮助申请救助",
    on: "leg",
    from: ["viewed", "handling", "drafted", "rework", "passed"],
    clause: id("N22-37-1"),
    words: "对生活确有困难的信访人，可以告知或者帮助其依法申请社会救助。",
    by: [...organ, ...ownRules],
    guards: [],
    fields: [
      choice("aidKind", "救助", [
        ["social", "社会救助"],
        ["judicial", "国家司法救助"],
      ]),
      text("aidGiven", "告知或者帮助的情况"),
    ],
    effects: [],
    example: say.story(
      [
        ...viewed,
        say.carryOn("2026-03-10 09:00", landClerk, "aid", at.land, { aidKind: "social", aidGiven: "已告知临时救助" }),
      ],
      { leg: [at.land, "viewed"] },
    ),
  },
  {
    id: "closing-report",
    label: "提交办结报告",
    on: "leg",
    from: ["passed"],
    clause: id("N22-22-5"),
    words: "交办的，在指定办理期限内反馈结果，提交办结报告。",
    by: [...organ, ...ownRules],
    guards: [{ is: "factIs", name: "form", oneOf: ["assign"], clause: id("N22-22-5") }],
    fields: [text("closing", "办结报告")],
    effects: [],
    example: say.story(
      [...say.answered(), say.carryOn("2026-04-09 09:00", landClerk, "closing-report", at.land, { closing: "已办结" })],
      { refused: "fact.forbidden" },
    ),
  },
];
