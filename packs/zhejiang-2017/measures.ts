import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Measure } from "../../domain/rules/measure.ts";
import { causes, consequences, pairs } from "./formalities-accountability.ts";

const byCause = {
  is: "consequences",
  causes: causes.map((cause) => cause.label),
  consequences: consequences.map((consequence) => consequence.label),
  pairs: pairs.map(([cause, consequence]) => [labelOf(causes, cause), labelOf(consequences, consequence)] as const),
} as const;

const meeting = {
  is: "periodic",
  what: "meeting",
  title: "信访工作责任制落实情况分析会",
  months: 6,
  with: ["disciplineBody", "personnelBody", "petitionBureau"],
  contents: ["信访工作责任制落实情况", "通报工作情况"],
} as const;

const callBackDuties = ["organ", "county", "bureau"].flatMap((who) => [`call-back-${who}`, `call-back-${who}-unrated`]);

const assessed = {
  is: "indicators",
  counted: [
    { name: "登记录入", duties: ["register"] },
    { name: "转送交办", duties: ["dispatch", "redispatch", "bureau-dispatch", "bureau-redispatch"] },
    { name: "按时办理", duties: ["reply", "report-back"] },
    { name: "满意度", rated: true },
    { name: "回访完成率", duties: callBackDuties },
    { name: "责任追究", duties: ["propose", "transfer-proposal", "sanction", "sanction-by-personnel"] },
  ],
} as const;

/** Who answers for what, what comes round, and what is assessed (articles 4 and 5). */
export const measures: readonly Measure[] = [
  {
    ...byCause,
    id: "accountability",
    clause: id("ZJ-4.4-1"),
    words:
      "不录入、不规范、不落实造成越级上访的，失责失职造成矛盾激化或损害权益的，通报批评并追究责任；另行搭配要写明理由。",
    example: { value: byCause },
  },
  {
    ...meeting,
    id: "half-yearly-meeting",
    clause: id("ZJ-4.4-7"),
    words: "每半年召开有纪检监察、组织人事、信访等部门参加的责任制落实情况分析会。",
    example: { value: meeting },
  },
  {
    ...assessed,
    id: "target-assessment",
    clause: id("ZJ-5-2"),
    serves: [id("ZJ-1-2"), id("ZJ-1-3")],
    words: "初次信访事项工作责任落实情况纳入信访工作目标管理考核；考核哪些指标意见未写明，所列六项是本系统的设定。",
    reconstructed: true,
    example: { value: assessed },
  },
];

function labelOf(list: readonly { readonly value: string; readonly label: string }[], value: string): string {
  return list.find((one) => one.value === value)?.label ?? value;
}
