import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Example } from "../../domain/rules/example.ts";
import type { Ground, GroundField } from "../../domain/rules/pack.ts";
import type { Holder } from "../../domain/rules/power.ts";
import { at } from "./example-office.ts";
import { dispatcher, operator, phone, web } from "./stories.ts";

const cityBureau: readonly Holder[] = [
  { post: "dispatcher", body: "topBureau" },
  { post: "bureauHead", body: "topBureau" },
];

const note: GroundField = { name: "note", label: "认定依据和事实", required: false, kind: "text" };

const common = {
  by: cityBureau,
  from: ["registered", "classified", "inHand"],
  fields: [note],
  notice: "always",
} as const;

function refusedWith(ground: string, fields: Record<string, string> = {}): Example {
  return {
    filing: web,
    steps: [{ at: "2026-03-02 10:00", who: dispatcher, act: "refuse", input: { ground, fields } }],
    then: { stage: "refused" },
  };
}

/** Article 3: the nine reasons for which the system does not take a request up. */
export const grounds: readonly Ground[] = [
  {
    ...common,
    id: "ground.3.1",
    code: "3.1",
    clause: id("FZ-3.1"),
    words: "违反宪法和法律法规规定的，不予受理。",
    reason: "您反映的内容违反宪法和法律法规的规定。",
    wayOn: null,
    notice: "switchable",
    example: refusedWith("ground.3.1"),
  },
  {
    ...common,
    id: "ground.3.2",
    code: "3.2",
    clause: id("FZ-3.2"),
    words: "煽动颠覆国家政权、推翻社会主义制度的，不予受理；案件只有信访局负责人可以查看。",
    reason: "您反映的内容属于《办法》第三条（二）所列情形。",
    wayOn: null,
    notice: "switchable",
    readableBy: "bureauHead",
    neverPublished: true,
    example: {
      ...refusedWith("ground.3.2"),
      then: { stage: "refused", hiddenFrom: [at.centre] },
    } as Example,
  },
  {
    ...common,
    id: "ground.3.3",
    code: "3.3",
    clause: id("FZ-3.3"),
    words:
      "捏造或者歪曲事实、散布谣言、扰乱社会秩序的，不予受理；必须写明认定依据。只是可能与事实有出入的，转内部办理。",
    reason: "经核对，您反映的情况与事实不符。",
    wayOn: null,
    notice: "switchable",
    fields: [{ ...note, required: true }],
    example: {
      ...refusedWith("ground.3.3"),
      then: { refused: "ground.fieldMissing" },
    } as Example,
  },
  {
    ...common,
    id: "ground.3.4",
    code: "3.4",
    clause: id("FZ-3.4"),
    words: "公开侮辱、诽谤或者恶意攻击他人的，不予受理；内容不公开。",
    reason: "您反映的内容含有对他人的侮辱、诽谤或恶意攻击。",
    wayOn: null,
    notice: "switchable",
    neverPublished: true,
    example: refusedWith("ground.3.4"),
  },
  {
    ...common,
    id: "ground.3.5",
    code: "3.5",
    clause: id("FZ-3.5"),
    words: "不属于本市管辖范围的，不予受理；可以告知有管辖权的城市。",
    reason: "这件事不归福州市管辖。",
    wayOn: "请向{competentPlace}的12345热线反映。",
    fields: [{ name: "competentPlace", label: "有管辖权的地方", required: false, kind: "text" }, note],
    example: refusedWith("ground.3.5", { competentPlace: "厦门市" }),
  },
  {
    ...common,
    id: "ground.3.6",
    code: "3.6",
    clause: id("FZ-3.6"),
    words: "已经进入司法诉讼、行政复议、仲裁程序的，不予受理；尚未进入的不适用本项。",
    reason: "这件事已经进入{procedure}程序，受理机关是{caseAt}。",
    wayOn: "请向{caseAt}询问。",
    fields: [
      {
        name: "procedure",
        label: "已进入的程序",
        required: true,
        kind: "choice",
        choices: [
          { value: "司法诉讼", label: "司法诉讼" },
          { value: "行政复议", label: "行政复议" },
          { value: "仲裁", label: "仲裁" },
        ],
      },
      { name: "caseAt", label: "受理机关", required: true, kind: "text" },
      note,
    ],
    example: {
      ...refusedWith("ground.3.6", { procedure: "仲裁" }),
      then: { refused: "ground.fieldMissing" },
    } as Example,
  },
  {
    ...common,
    id: "ground.3.7",
    code: "3.7",
    clause: id("FZ-3.7"),
    words: "涉及的单位尚未加入系统的，不予受理；单位当日已加入的，不能用这一项。",
    reason: "这件事由{unit}办理，该单位还没有加入本系统。",
    wayOn: "请直接向{unit}反映。",
    fields: [{ name: "unit", label: "尚未加入的单位", required: true, kind: "org", mustBeUnjoined: true }, note],
    example: {
      ...refusedWith("ground.3.7", { unit: at.housing }),
      then: { refused: "ground.unitHasJoined" },
    } as Example,
  },
  {
    ...common,
    id: "ground.3.8",
    code: "3.8",
    clause: id("FZ-3.8"),
    words: "属于紧急救助的，不予受理；请诉求人立即拨打110、122等紧急救助电话。",
    by: [{ post: "operator", body: "intake" }, ...cityBureau],
    from: ["received", "registered", "classified", "inHand"],
    reason: "您说的是紧急情况，要由紧急救助系统处理。",
    wayOn: "请立即拨打{referral}。",
    emergency: true,
    fields: [
      {
        name: "referral",
        label: "请诉求人拨打",
        required: true,
        kind: "choice",
        choices: [
          { value: "110", label: "110 报警" },
          { value: "122", label: "122 交通事故" },
          { value: "119", label: "119 火警" },
          { value: "120", label: "120 急救" },
        ],
      },
      note,
    ],
    example: {
      filing: phone,
      steps: [
        {
          at: "2026-03-02 09:31",
          who: operator,
          act: "refuse",
          input: { ground: "ground.3.8", fields: { referral: "110" } },
        },
      ],
      then: { stage: "refused" },
    },
  },
  {
    ...common,
    id: "ground.3.9",
    code: "3.9",
    clause: id("FZ-3.9"),
    words: "不属于行政管理职能范畴的，不予受理。",
    reason: "这件事不属于行政机关的职能范围。",
    wayOn: null,
    example: refusedWith("ground.3.9", { note: "私人借款纠纷" }),
  },
];
