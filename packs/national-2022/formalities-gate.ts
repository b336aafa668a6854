import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Formality } from "../../domain/rules/formality.ts";
import { at, holder } from "./example-office.ts";
import {
  bureauHead,
  bureauStaff,
  choice,
  deciders,
  government,
  operator,
  organ,
  organHead,
  receivingClerk,
  text,
  yesNo,
} from "./holders.ts";
import * as say from "./stories.ts";

const open = ["registered", "classified", "inHand", "answering", "answered"] as const;
const early = ["registered", "classified"] as const;

const urgent = say.sort("2026-03-02 10:00", { urgent: "yes" });
const proposal = say.carry("2026-03-02 10:10", say.dispatcher, "propose-urgent", {
  proposal: "建议由市政府召集现场协调",
});
const cadre = say.sort("2026-03-02 10:00", { cadre: "yes" });
const litigation = say.sort("2026-03-02 10:00", { litigation: "yes" });

/** From receipt to the decision where a case goes. */
export const gate: readonly Formality[] = [
  {
    id: "sort",
    label: "区分情况",
    on: "case",
    from: early,
    clause: id("N22-22-2"),
    serves: [
      id("N22-29-1"),
      id("N22-30-1"),
      id("N22-31-0"),
      id("N22-23-4"),
      id("N22-20-1"),
      id("N22-28-2"),
      id("JY22-4-1"),
    ],
    words: "收到后区分类别和去向：建议意见、检举控告、申诉求决；转送还是交办；是否重大紧急、是否涉法涉诉。",
    by: deciders,
    guards: [],
    fields: [
      choice("category", "类别", [
        ["suggestion", "建议意见类"],
        ["claim", "申诉求决类"],
        ["report", "检举控告类", "只转送有权处理的纪检监察机关，不透露给被检举、控告的人和单位"],
      ]),
      choice("occurrence", "初次或者重复", [
        ["first", "初次信访事项"],
        ["repeat", "重复信访事项"],
      ]),
      choice("form", "转送或者交办", [
        ["transfer", "转送"],
        ["assign", "交办", "重要情况需要反馈办理结果的，指定期限，提交办结报告"],
      ]),
      yesNo("urgent", "情况重大、紧急"),
      yesNo("contactClear", "姓名（名称）、住址清楚", { clause: id("N22-23-4") }),
      yesNo("litigation", "涉法涉诉", { required: false, clause: id("N22-28-2") }),
      yesNo("simple", "适合简易办理", { required: false, clause: id("JY22-4-1") }),
      yesNo("cadre", "反映干部问题", { required: false, clause: id("N22-30-2") }),
      { name: "accused", label: "被检举、控告的单位", kind: "org", required: false, clause: id("N22-30-3") },
      choice(
        "visitLevel",
        "来访的层级",
        [
          ["competent", "有权处理的本级机关、单位"],
          ["above", "上一级机关、单位"],
          ["skipped", "越级"],
        ],
        { required: false, clause: id("N22-20-1") },
      ),
    ],
    effects: [
      { is: "subject", field: "category", of: { report: "discipline" }, accused: "accused" },
      { is: "urgency", field: "urgent", oneOf: ["yes"] },
    ],
    example: say.story([say.sort("2026-03-02 10:00", { category: "report", accused: at.housing })], {
      stage: "classified",
      due: [["route", at.bureau, "2026-03-17"]],
    }),
  },
  {
    id: "propose-urgent",
    label: "报请本级党委和政府决定",
    on: "case",
    from: early,
    clause: id("N22-22-3"),
    words: "情况重大、紧急的，信访部门及时提出建议，报请本级党委和政府决定。",
    by: [bureauStaff, bureauHead],
    guards: [{ is: "factIs", name: "urgent", oneOf: ["yes"], clause: id("N22-22-3") }],
    fields: [text("proposal", "建议")],
    effects: [{ is: "urgency", field: "urgent", oneOf: ["yes"] }],
    example: say.story([say.sort("2026-03-02 10:00"), proposal], { refused: "fact.forbidden" }),
  },
  {
    id: "decide-urgent",
    label: "党委和政府决定",
    on: "case",
    from: early,
    clause: id("N22-22-3"),
    words: "本级党委和政府对报请的建议作出决定。",
    by: government,
    guards: [{ is: "formalityDone", anyOf: ["propose-urgent"], clause: id("N22-22-3") }],
    fields: [text("decision", "决定")],
    effects: [],
    example: say.story(
      [urgent, proposal, say.carry("2026-03-02 15:00", say.government, "decide-urgent", { decision: "同意" })],
      {
        stage: "registered",
      },
    ),
  },
  {
    id: "report-urgent",
    label: "重大、紧急信访事项报告",
    on: "case",
    from: open,
    clause: id("N22-25-1"),
    serves: [id("N22-25-2"), id("N22-46-1")],
    words: "信访部门及时报告本级党委和政府，通报主管部门和联席会议办公室，并报告上一级信访部门和国家信访局。",
    by: [bureauStaff, bureauHead],
    guards: [{ is: "factIs", name: "urgent", oneOf: ["yes"], clause: id("N22-25-1") }],
    fields: [
      text("toGovernment", "报告本级党委和政府（时间、方式）"),
      text("toDepartments", "通报相关主管部门（时间、方式）"),
      text("toConference", "通报本级联席会议办公室（时间、方式）"),
      text("toUpperBureau", "报告上一级信访部门（时间、方式）", { clause: id("N22-25-2") }),
      text("toNational", "报告国家信访局（时间、方式）", { clause: id("N22-25-2") }),
      text("measures", "已采取的措施"),
    ],
    effects: [],
    example: say.story(
      [urgent, say.carry("2026-03-02 10:20", say.dispatcher, "report-urgent", { toGovernment: "10:15电话" })],
      {
        refused: "formality.fieldMissing",
      },
    ),
  },
  {
    id: "report-urgent-organ",
    label: "重大、紧急情况报告（机关、单位）",
    on: "leg",
    from: ["dispatched", "viewed", "handling", "drafted", "rework"],
    clause: id("N22-25-1"),
    serves: [id("N22-46-1")],
    words: "有权处理的机关、单位及时报告本级党委和政府，通报主管部门和联席会议办公室，依法采取措施。",
    by: [...organ, organHead],
    guards: [],
    fields: [
      text("organToGovernment", "报告本级党委和政府（时间、方式）"),
      text("organToConference", "通报主管部门和联席会议办公室（时间、方式）"),
      text("organMeasures", "已采取的措施"),
    ],
    effects: [],
    example: say.story(
      [
        ...say.sent(),
        say.carryOn("2026-03-04 09:00", holder(at.land, "leaderInCharge"), "report-urgent-organ", at.land, {
          organToGovernment: "电话",
          organToConference: "书面",
          organMeasures: "已派人到现场",
        }),
      ],
      { leg: [at.land, "dispatched"] },
    ),
  },
  {
    id: "report-cadre",
    label: "向组织（人事）部门通报",
    on: "case",
    from: open,
    clause: id("N22-30-2"),
    words: "反映干部问题的，按照干部管理权限向组织（人事）部门通报；重大情况报送党委主要负责同志和分管负责同志。",
    by: [bureauStaff, bureauHead],
    guards: [{ is: "factIs", name: "cadre", oneOf: ["yes"], clause: id("N22-30-2") }],
    fields: [
      text("personnelBody", "通报的组织（人事）部门"),
      yesNo("cadreMajor", "重大情况"),
      text("cadreLeaders", "报送的负责同志（职务）", {
        required: false,
        requiredWhen: { field: "cadreMajor", oneOf: ["yes"] },
      }),
    ],
    effects: [],
    example: say.story(
      [
        cadre,
        say.carry("2026-03-02 11:00", say.head, "report-cadre", { personnelBody: "市委组织部", cadreMajor: "yes" }),
      ],
      { refused: "formality.fieldMissing" },
    ),
  },
  {
    id: "guide-visitor",
    label: "释法明理、引导",
    on: "case",
    from: early,
    clause: id("N22-22-6"),
    serves: [id("N22-20-2")],
    words: "走访反映涉诉问题的，释法明理，引导其向有关政法部门反映。",
    by: [operator, bureauStaff, receivingClerk],
    guards: [{ is: "factIs", name: "litigation", oneOf: ["yes"], clause: id("N22-22-6") }],
    fields: [text("explained", "释法明理的内容"), text("guidedTo", "引导其去的政法部门")],
    effects: [],
    example: say.story(
      [
        litigation,
        say.carry("2026-03-02 10:30", say.operator, "guide-visitor", { explained: "可以上诉", guidedTo: "市中院" }),
      ],
      { stage: "registered" },
      say.visit,
    ),
  },
  {
    id: "settle-competence",
    label: "确定受理机关",
    on: "case",
    from: ["registered", "classified", "inHand"],
    clause: id("N22-24-1"),
    serves: [id("N22-24-2")],
    words:
      "涉及两个以上机关的协商受理；有争议的由共同上一级决定，没有的由联席会议协调；机关分立、合并、撤销的，由继续行使职权的机关受理。",
    by: [bureauStaff, bureauHead],
    guards: [],
    fields: [
      choice("competenceBy", "怎样确定", [
        ["agreed", "所涉及的机关、单位协商"],
        ["superior", "共同的上一级机关、单位决定"],
        ["conference", "联席会议协调"],
        ["successor", "继续行使其职权的机关、单位"],
        ["government", "本级党委和政府指定", "职责不清的"],
      ]),
      text("involved", "涉及的机关、单位"),
      { name: "acceptingOrgan", label: "受理机关", kind: "org", required: true },
      text("decidedBy", "作出决定或者协调的机关", {
        required: false,
        requiredWhen: { field: "competenceBy", oneOf: ["superior", "conference", "government"] },
      }),
    ],
    effects: [],
    example: say.story(
      [
        say.carry("2026-03-02 10:30", say.head, "settle-competence", {
          competenceBy: "superior",
          involved: "市自然资源局、市住建局",
          acceptingOrgan: at.land,
        }),
      ],
      { refused: "formality.fieldMissing" },
    ),
  },
  {
    id: "leader-takes",
    label: "领导包案",
    on: "case",
    from: open,
    clause: id("N22-18-2"),
    words: "领导干部阅办来信、接待来访，包案化解群众反映强烈的突出问题。",
    by: [bureauHead, ...government],
    guards: [],
    fields: [text("leader", "包案领导（职务）"), text("plan", "化解方案")],
    effects: [],
    example: say.story(
      [say.carry("2026-03-02 11:00", say.head, "leader-takes", { leader: "副市长", plan: "月底前现场办公" })],
      {
        stage: "registered",
      },
    ),
  },
  {
    id: "recuse",
    label: "回避",
    on: "case",
    from: open,
    clause: id("N22-28-3"),
    words: "工作人员与信访事项或者信访人有直接利害关系的，应当回避，不再经办。",
    by: [bureauStaff, bureauHead, ...organ, organHead],
    guards: [],
    fields: [{ name: "recused", label: "回避的人", kind: "person", required: true }, text("interest", "利害关系")],
    effects: [{ is: "recuse", person: "recused" }],
    example: say.story(
      [
        say.carry("2026-03-02 10:00", say.head, "recuse", { recused: say.dispatcher, interest: "与信访人有亲属关系" }),
        say.sort("2026-03-02 10:30"),
      ],
      { refused: "act.recused" },
    ),
  },
];
