import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Example, Outcome } from "../../domain/rules/example.ts";
import type { Ground, GroundField } from "../../domain/rules/pack.ts";
import { at, holder } from "./example-office.ts";

const note: GroundField = { name: "note", label: "认定依据和事实", required: false, kind: "text" };

const common = {
  by: [{ post: "operator", body: "intake" }],
  from: ["received", "registered"],
  fields: [note],
  notice: "always",
} as const;

const missing: Outcome = { refused: "ground.fieldMissing" };

function refusing(ground: string, fields: Record<string, string> = {}, then: Outcome = { stage: "refused" }): Example {
  return {
    filing: { at: "2026-03-02 09:00", channel: "web" },
    steps: [{ at: "2026-03-02 10:00", who: holder(at.centre, "operator"), act: "refuse", input: { ground, fields } }],
    then,
  };
}

/** Article 3 (二): the seven reasons for which a message is not taken up; the first has two limbs. */
export const grounds: readonly Ground[] = [
  {
    ...common,
    id: "ground.3.2.1-1",
    code: "3.2.1-1",
    clause: id("YT-3.2.1"),
    words: "无实质性内容的，不予受理。",
    reason: "留言里没有可以办理的具体内容。",
    wayOn: "请写明时间、地点和要解决的问题，重新留言。",
    example: refusing("ground.3.2.1-1"),
  },
  {
    ...common,
    id: "ground.3.2.1-2",
    code: "3.2.1-2",
    clause: id("YT-3.2.1"),
    words: "反映事实不清，责任主体不明，且无法核实和办理的，不予受理；写明怎样核实过。",
    reason: "留言反映的事实不清、责任主体不明，无法核实和办理。",
    wayOn: "请补充事实和有关单位，重新留言。",
    fields: [{ ...note, label: "怎样核实过", required: true }],
    example: refusing("ground.3.2.1-2", {}, missing),
  },
  {
    ...common,
    id: "ground.3.2.2",
    code: "3.2.2",
    clause: id("YT-3.2.2"),
    words: "具有商业广告性质或要求提供赞助的，不予受理。",
    reason: "留言具有商业广告性质，或者要求提供赞助。",
    wayOn: null,
    example: refusing("ground.3.2.2"),
  },
  {
    ...common,
    id: "ground.3.2.3",
    code: "3.2.3",
    clause: id("YT-3.2.3"),
    words: "纯属个人问题，与政府职责无关的，不予受理。",
    reason: "这件事属于个人问题，与政府职责无关。",
    wayOn: null,
    example: refusing("ground.3.2.3", { note: "私人借款纠纷" }),
  },
  {
    ...common,
    id: "ground.3.2.4",
    code: "3.2.4",
    clause: id("YT-3.2.4"),
    words: "不属政府管理权限范围的，不予受理；知道有权处理的机关的，一并告知。",
    reason: "这件事不属于政府的管理权限范围。",
    wayOn: "请向{competentPlace}反映。",
    fields: [{ name: "competentPlace", label: "有权处理的机关", required: false, kind: "text" }, note],
    example: refusing("ground.3.2.4", { competentPlace: "印台区人民法院" }),
  },
  {
    ...common,
    id: "ground.3.2.5",
    code: "3.2.5",
    clause: id("YT-3.2.5"),
    words: "已进入诉讼、仲裁、行政复议等法定程序的，不予受理；尚未进入的不适用本项。",
    reason: "这件事已经进入{procedure}程序，受理机关是{caseAt}。",
    wayOn: "请向{caseAt}询问。",
    fields: [
      {
        name: "procedure",
        label: "已进入的程序",
        required: true,
        kind: "choice",
        choices: [
          { value: "诉讼", label: "诉讼" },
          { value: "仲裁", label: "仲裁" },
          { value: "行政复议", label: "行政复议" },
          { value: "其他法定", label: "其他法定程序" },
        ],
      },
      { name: "caseAt", label: "受理机关", required: true, kind: "text" },
      note,
    ],
    example: refusing("ground.3.2.5", { procedure: "仲裁" }, missing),
  },
  {
    ...common,
    id: "ground.3.2.6",
    code: "3.2.6",
    clause: id("YT-3.2.6"),
    words: "已定性且实行信访终结处理的，不予受理；写明终结的编号或者文号。",
    reason: "这件事已经定性，并且实行了信访终结处理（{caseAt}）。",
    wayOn: null,
    fields: [{ name: "caseAt", label: "信访终结的编号或者文号", required: true, kind: "text" }, note],
    example: refusing("ground.3.2.6", {}, missing),
  },
  {
    ...common,
    id: "ground.3.2.7",
    code: "3.2.7",
    clause: id("YT-3.2.7"),
    words: "其他可以不予受理的；必须写明理由，理由告知网民。由另一人先复核，是本系统的设定，办法未写明。",
    reconstructed: true,
    after: "confirm-other-ground",
    reason: "{note}",
    wayOn: null,
    fields: [{ ...note, label: "理由（告知网民）", required: true }],
    example: refusing("ground.3.2.7", { note: "同一内容当日已提交两次" }, { refused: "ground.notConfirmed" }),
  },
];
