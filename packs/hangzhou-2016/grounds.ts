import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Example } from "../../domain/rules/example.ts";
import type { Ground, GroundField } from "../../domain/rules/pack.ts";
import { at, holder } from "./example-office.ts";
import { deciders } from "./who.ts";

const note: GroundField = { name: "note", label: "认定依据和事实", required: false, kind: "text" };

const procedure: GroundField = {
  name: "procedure",
  label: "法定途径",
  required: true,
  kind: "choice",
  choices: [
    { value: "诉讼", label: "诉讼" },
    { value: "仲裁", label: "仲裁" },
    { value: "行政复议", label: "行政复议" },
    { value: "其他法定途径", label: "其他法定途径" },
  ],
};

const common = { by: deciders, from: ["registered", "inHand"], notice: "always" } as const;

function refusing(
  ground: string,
  fields: Record<string, string>,
  then: { refused: "ground.fieldMissing" } | null = null,
) {
  return {
    filing: { at: "2026-03-02 09:00", channel: "web" },
    steps: [{ at: "2026-03-02 10:00", who: holder(at.bureau, "dispatcher"), act: "refuse", input: { ground, fields } }],
    then: then ?? { stage: "refused" },
  } as const satisfies Example;
}

/** 5.2: the three reasons for which an item is not accepted; the first has two limbs, with two ways on. */
export const grounds: readonly Ground[] = [
  {
    ...common,
    id: "ground.5.2.a-1",
    code: "5.2.a-1",
    clause: id("HZ-5.2.a"),
    words: "已经通过诉讼、仲裁、行政复议等法定途径解决的，不予受理；写明途径和处理机关。",
    reason: "这件事已经由{caseAt}通过{procedure}处理。",
    wayOn: "请向{caseAt}询问。",
    fields: [procedure, { name: "caseAt", label: "处理机关", required: true, kind: "text" }, note],
    example: refusing("ground.5.2.a-1", { procedure: "仲裁" }, { refused: "ground.fieldMissing" }),
  },
  {
    ...common,
    id: "ground.5.2.a-2",
    code: "5.2.a-2",
    clause: id("HZ-5.2.a"),
    words: "依法应当通过诉讼、仲裁、行政复议等法定途径解决的，不予受理；告知途径和应当向哪里提出。",
    reason: "这件事依法应当通过{procedure}解决。",
    wayOn: "请向{caseAt}提出。",
    fields: [procedure, { name: "caseAt", label: "应当向哪个机关提出", required: true, kind: "text" }, note],
    example: refusing("ground.5.2.a-2", { procedure: "行政复议", caseAt: "杭州市人民政府行政复议机构" }),
  },
  {
    ...common,
    id: "ground.5.2.b",
    code: "5.2.b",
    clause: id("HZ-5.2.b"),
    words: "属于人民代表大会及其常务委员会、人民法院、人民检察院职权范围的，不予受理；写明是哪一类机关。",
    reason: "这件事属于{caseAt}的职权范围。",
    wayOn: "请向{caseAt}提出。",
    fields: [
      {
        name: "caseAt",
        label: "有职权的机关",
        required: true,
        kind: "choice",
        choices: [
          { value: "人民代表大会及其常务委员会", label: "人民代表大会及其常务委员会" },
          { value: "人民法院", label: "人民法院" },
          { value: "人民检察院", label: "人民检察院" },
        ],
      },
      note,
    ],
    example: refusing("ground.5.2.b", { caseAt: "公安局" }, { refused: "ground.fieldMissing" }),
  },
  {
    ...common,
    id: "ground.5.2.c",
    code: "5.2.c",
    clause: id("HZ-5.2.c"),
    words: "已经受理或者正在办理期限内的，不予受理；写明此前受理的编号。",
    reason: "您反映的这件事此前已经受理，编号{caseAt}。",
    wayOn: "请凭该编号和查询码查看办理情况。",
    fields: [{ name: "caseAt", label: "此前受理的编号", required: true, kind: "case" }, note],
    example: refusing("ground.5.2.c", { caseAt: "HZ20260226000012" }),
  },
];
