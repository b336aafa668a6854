import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Measure } from "../../domain/rules/measure.ts";

function showing<T extends object>(value: T): T & { readonly example: { readonly value: T } } {
  return { ...value, example: { value } };
}

/** What comes round, what is measured, and who is answerable for what (articles 18, 38 to 46). */
export const measures: readonly Measure[] = [
  {
    id: "annual-report",
    clause: id("N22-41-1"),
    words: "信访部门编制信访情况年度报告，每年向本级党委和政府、上一级信访部门报告。",
    ...showing({
      is: "periodic",
      what: "report",
      title: "信访情况年度报告",
      months: 12,
      with: ["governmentOffice", "petitionBureau"],
      contents: [
        "信访事项的数据统计、信访事项涉及领域以及被投诉较多的机关、单位",
        "转送、交办、督办情况",
        "提出改进工作、完善政策、追究责任建议以及被采纳情况",
        "其他应当报告的事项",
      ],
    } as const),
  },
  {
    id: "assessment",
    clause: id("N22-39-1"),
    words: "每年对信访工作情况进行考核，考核结果在适当范围内通报。",
    ...showing({
      is: "periodic",
      what: "circular",
      title: "信访工作年度考核情况通报",
      months: 12,
      with: ["jointConference"],
      contents: ["信访工作考核结果"],
    } as const),
  },
  {
    id: "inspection",
    clause: id("N22-38-1"),
    words: "联席会议及其办公室、信访部门根据工作需要开展督查；多久一次条例未写明。",
    ...showing({
      is: "periodic",
      what: "inspection",
      title: "信访工作督查",
      months: null,
      with: ["jointConference", "petitionBureau"],
      contents: ["发现的问题向有关地方和部门反馈", "重要问题向本级党委和政府报告"],
    } as const),
  },
  {
    id: "leaders-receive",
    clause: id("N22-18-2"),
    words: "领导干部阅办来信和网上信访、定期接待来访、定期下访；多久一次条例未写明。",
    ...showing({
      is: "periodic",
      what: "meeting",
      title: "领导干部接访下访",
      months: null,
      with: ["governmentOffice"],
      contents: ["阅办来信和网上信访", "接待来访", "下访", "包案"],
    } as const),
  },
  {
    id: "failing-leaders",
    clause: id("N22-39-2"),
    words: "履职不力、存在严重问题的领导班子和领导干部，由联席会议约谈、通报、挂牌督办，责令限期整改。",
    ...showing({
      is: "consequences",
      causes: ["履职不力", "存在严重问题"],
      consequences: ["约谈", "通报", "挂牌督办", "责令限期整改"],
      pairs: null,
    } as const),
  },
  {
    id: "failings",
    clause: id("N22-43-1"),
    serves: [id("N22-44-1"), id("N22-45-1"), id("N22-45-2"), id("N22-46-1"), id("N22-46-2"), id("N22-18-3")],
    words: "未登记、未转送、未督办、未告知、超期、应支持未支持的责令改正；隐瞒缓报、泄露检举、打击报复的追究责任。",
    ...showing({
      is: "consequences",
      causes: [
        "未按照规定登记、转送、交办或者未履行督办职责",
        "不登记、属于职权范围不予受理、未在期限内书面告知",
        "推诿、敷衍、拖延或者未在规定期限内办结",
        "应当支持的请求未予支持",
        "重大、紧急情况隐瞒、谎报、缓报",
        "透露、转给检举材料",
        "打击报复信访人",
      ],
      consequences: ["由上级机关、单位责令改正", "追究责任"],
      pairs: [
        ["未按照规定登记、转送、交办或者未履行督办职责", "由上级机关、单位责令改正"],
        ["不登记、属于职权范围不予受理、未在期限内书面告知", "由上级机关、单位责令改正"],
        ["推诿、敷衍、拖延或者未在规定期限内办结", "由上级机关、单位责令改正"],
        ["应当支持的请求未予支持", "由上级机关、单位责令改正"],
        ["重大、紧急情况隐瞒、谎报、缓报", "追究责任"],
        ["透露、转给检举材料", "追究责任"],
        ["打击报复信访人", "追究责任"],
      ],
    } as const),
  },
];
