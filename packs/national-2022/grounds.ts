import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Example, Outcome } from "../../domain/rules/example.ts";
import type { Ground, GroundField } from "../../domain/rules/pack.ts";
import { at, holder } from "./example-office.ts";
import { deciders } from "./holders.ts";

const note: GroundField = { name: "note", label: "认定依据和事实", required: false, kind: "text" };

const common = {
  by: deciders,
  from: ["registered", "classified", "inHand"],
  notice: "always",
} as const;

const missing: Outcome = { refused: "ground.fieldMissing" };

function ending(ground: string, fields: Record<string, string> = {}, then: Outcome = { stage: "refused" }): Example {
  return {
    filing: { at: "2026-03-02 09:00", channel: "web" },
    steps: [{ at: "2026-03-02 10:00", who: holder(at.bureau, "dispatcher"), act: "refuse", input: { ground, fields } }],
    then,
  };
}

/** The one thing that the ordinance calls 不予受理 (article 19). */
const refusals: readonly Ground[] = [
  {
    ...common,
    id: "ground.19",
    code: "19",
    clause: id("N22-19-4"),
    words: "已经受理或者正在办理的，规定期限内又向上级机关、单位提出同一信访事项的，上级机关、单位不予受理。",
    reason: "同一信访事项已经由{caseAt}受理，正在办理。",
    wayOn: "请等候{caseAt}的答复。",
    fields: [{ name: "caseAt", label: "受理、办理的机关、单位", required: true, kind: "text" }, note],
    example: ending("ground.19", {}, missing),
  },
];

/** A procedure of article 31 that the petitioner is led into. */
function procedure(n: 1 | 2 | 3 | 4, names: readonly string[], words: string): Ground {
  return {
    ...common,
    id: `route.31-${n}`,
    outcome: "sentElsewhere",
    code: `31-${n}`,
    clause: id(`N22-31-${n}`),
    serves: [id("N22-31-0")],
    words,
    reason: "这件事应当通过{procedure}解决。",
    wayOn: "请向{caseAt}提出。",
    fields: [
      {
        name: "procedure",
        label: "应当进入的程序",
        required: true,
        kind: "choice",
        choices: names.map((name) => ({ value: name, label: name })),
      },
      { name: "caseAt", label: "应当向哪个机关提出", required: true, kind: "text" },
      note,
    ],
    example: ending(
      `route.31-${n}`,
      { procedure: names[0] as string, caseAt: "有权处理的机关" },
      { stage: "sentElsewhere" },
    ),
  };
}

/** Outcomes that are no refusal and are counted apart: led into another procedure, told whom to go to, no longer accepted. */
const outcomesApart: readonly Ground[] = [
  procedure(
    1,
    ["审判机关诉讼程序", "审判机关复议程序", "检察机关刑事立案程序", "检察机关法律监督程序", "公安机关法律程序"],
    "应当通过审判机关、检察机关、公安机关法律程序处理的，按照法律法规规定的程序处理。",
  ),
  procedure(2, ["仲裁"], "应当通过仲裁解决的，导入仲裁程序。"),
  procedure(3, ["党员申诉", "申请复审"], "可以通过党员申诉、申请复审等解决的，导入相应程序。"),
  procedure(
    4,
    ["行政复议", "行政裁决", "行政确认", "行政许可", "行政处罚"],
    "可以通过行政复议、行政裁决、行政确认、行政许可、行政处罚等行政程序解决的，导入相应程序。",
  ),
  {
    ...common,
    id: "told.23",
    outcome: "sentElsewhere",
    code: "23",
    clause: id("N22-23-3"),
    words: "不属于本机关、单位或者本系统职权范围的，告知信访人向有权处理的机关、单位提出。",
    reason: "这件事不属于本机关、单位的职权范围。",
    wayOn: "请向{competentPlace}提出。",
    fields: [{ name: "competentPlace", label: "有权处理的机关、单位", required: true, kind: "text" }, note],
    example: ending("told.23", {}, missing),
  },
  {
    ...common,
    id: "ended.36",
    outcome: "noLongerAccepted",
    code: "36",
    clause: id("N22-36-4"),
    words: "对复核意见不服，仍然以同一事实和理由提出投诉请求的，不再受理；有新的事实或者理由的，不适用。",
    reason: "{caseAt}已经作出复核意见，您提出的事实和理由没有变化，按照《条例》第三十六条不再受理。",
    wayOn: null,
    fields: [{ name: "caseAt", label: "作出复核意见的机关和文号", required: true, kind: "text" }, note],
    example: ending("ended.36", { caseAt: "清江市人民政府" }, { stage: "noLongerAccepted" }),
  },
];

export const grounds: readonly Ground[] = [...refusals, ...outcomesApart];
