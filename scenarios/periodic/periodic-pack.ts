import { clauseId } from "../../domain/rules/clause.ts";
import type { Formality } from "../../domain/rules/formality.ts";
import type { Measure } from "../../domain/rules/measure.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";

const entry = { clause: clauseId("FZ-11-1"), words: "只为试验而设。", example: { value: {} } };

const measures: readonly Measure[] = [
  {
    ...entry,
    id: "half-yearly-meeting",
    is: "periodic",
    what: "meeting",
    title: "责任制落实情况分析会",
    months: 6,
    with: ["disciplineBody", "personnelBody", "petitionBureau"],
    contents: ["责任制落实情况"],
  },
  {
    ...entry,
    id: "yearly-report",
    is: "periodic",
    what: "report",
    months: 12,
    with: [],
    contents: ["受理情况", "意见建议"],
  },
  {
    ...entry,
    id: "batch",
    is: "periodic",
    what: "callBacks",
    months: null,
    with: [],
    contents: ["办理效果"],
    carriedOutBy: ["call-back"],
  },
  { ...entry, id: "praise", is: "praiseAndCriticism", praise: ["办理质量好"], criticism: ["敷衍应付", "群众不满意"] },
  { ...entry, id: "clusters", is: "clusters", by: ["类别", "地点"], size: null },
  { ...entry, id: "published-rate", is: "rateTarget", rate: "published", atLeast: 0.6 },
];

const callBack: Formality = {
  ...entry,
  id: "call-back",
  label: "回访",
  on: "leg",
  from: ["passed"],
  by: [{ post: "auditor", body: "topBureau" }],
  guards: [],
  fields: [{ name: "effective", label: "是否有实效", kind: "yesNo", required: true }],
  effects: [],
};

/** Fuzhou's regulation with work of every kind that comes round; nobody has enacted it. */
export const periodicPack: Pack = {
  ...fuzhou2007,
  measures: [...fuzhou2007.measures, ...measures],
  formalities: [callBack],
};
