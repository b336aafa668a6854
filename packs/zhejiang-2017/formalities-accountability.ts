import { clauseId as id } from "../../domain/rules/clause.ts";
import type { CaseStage } from "../../domain/rules/vocabulary.ts";
import type { Formality, FormalityField } from "../../domain/rules/formality.ts";
import * as say from "./stories.ts";
import { bureauOfArea, headOfArea, sanctioners } from "./who.ts";

const live: readonly CaseStage[] = ["registered", "inHand", "answering", "answered"];

/** Which cause leads to which consequence, as the two limbs of the sentence put it. */
export const pairs = [
  ["notEntered", "skipLevelVisit"],
  ["irregular", "skipLevelVisit"],
  ["dutyUnmet", "skipLevelVisit"],
  ["dereliction", "escalation"],
  ["dereliction", "rightsHarmed"],
] as const;

export const causes = [
  { value: "notEntered", label: "信息不录入" },
  { value: "irregular", label: "办理不规范" },
  { value: "dutyUnmet", label: "责任不落实" },
  { value: "dereliction", label: "失责、失职" },
  { value: "other", label: "其他" },
] as const;

export const consequences = [
  { value: "skipLevelVisit", label: "造成群众越级上访" },
  { value: "escalation", label: "造成矛盾激化" },
  { value: "rightsHarmed", label: "损害信访人合法权益" },
  { value: "other", label: "其他后果" },
] as const;

const target: FormalityField = {
  name: "sanctionedTarget",
  label: "对象",
  kind: "choice",
  required: true,
  choices: [
    { value: "unit", label: "首办责任单位" },
    { value: "leader", label: "责任领导" },
    { value: "person", label: "责任人" },
  ],
};

const recipients = [
  { value: "disciplineBody", label: "纪检监察机关" },
  { value: "personnelBody", label: "组织人事部门" },
] as const;

/** Who answers for what went wrong, and what came of it (article 4, 4). */
export const accountability: readonly Formality[] = [
  {
    id: "recordIncident",
    on: "case",
    label: "记录失责事件",
    clause: id("ZJ-4.4-1"),
    serves: [id("ZJ-1-3")],
    words:
      "信息不录入、办理不规范、责任不落实造成越级上访的，失责、失职造成矛盾激化、损害权益的，记录原因和后果；另行搭配的要写明理由。",
    from: live,
    by: bureauOfArea,
    guards: [
      {
        is: "pairedOrNoted",
        fields: ["cause", "consequence"],
        pairs,
        note: "pairingNote",
        clause: id("ZJ-4.4-1"),
      },
    ],
    fields: [
      { name: "incidentOn", label: "事发日期", kind: "date", when: "past", required: true, clause: id("ZJ-4.4-2") },
      { name: "answerableUnit", label: "首办责任单位", kind: "org", required: true },
      { name: "cause", label: "原因", kind: "choice", required: true, choices: causes },
      { name: "consequence", label: "后果", kind: "choice", required: true, choices: consequences },
      {
        name: "pairingNote",
        label: "原因和后果不是意见所列搭配的理由",
        kind: "text",
        required: false,
      },
      { name: "incidentAccount", label: "经过", kind: "text", required: true },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [say.records("2026-03-10 09:00", { ...say.incident, consequence: "escalation" })],
      then: { refused: "formality.fieldMissing" },
    },
  },
  {
    id: "issueCircular",
    on: "case",
    label: "通报批评",
    clause: id("ZJ-4.4-1"),
    words: "对造成上述后果的予以通报批评。",
    from: live,
    by: [headOfArea],
    guards: [{ is: "formalityDone", anyOf: ["recordIncident"], since: "done.issueCircular", clause: id("ZJ-4.4-1") }],
    fields: [
      { name: "circularNumber", label: "通报文号", kind: "text", required: false },
      { name: "circularText", label: "通报内容", kind: "text", required: true },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [say.does("2026-03-12 09:00", "issueCircular", { circularText: "通报批评市人社局" }, say.head)],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "proposeAccountability",
    on: "case",
    label: "提出责任追究建议",
    clause: id("ZJ-4.4-2"),
    words: "事发后一周内提出责任追究的建议；过期仍可提出，记为逾期。",
    from: live,
    by: [...bureauOfArea, headOfArea],
    guards: [
      {
        is: "formalityDone",
        anyOf: ["recordIncident"],
        since: "done.proposeAccountability",
        clause: id("ZJ-4.4-2"),
      },
    ],
    fields: [
      {
        name: "proposedFor",
        label: "建议追究的对象",
        kind: "choices",
        required: true,
        choices: [
          { value: "unit", label: "首办责任单位" },
          { value: "leader", label: "责任领导" },
          { value: "person", label: "责任人" },
        ],
      },
      { name: "proposal", label: "建议内容", kind: "text", required: true },
    ],
    effects: [],
    example: { filing: say.web, steps: say.untilProposed(), then: { stage: "inHand" } },
  },
  {
    id: "transferProposal",
    on: "case",
    label: "转交责任追究建议",
    clause: id("ZJ-4.4-3"),
    words: "建议转交纪检监察、组织人事部门处理，至少转交其中一家。",
    from: live,
    by: [...bureauOfArea, headOfArea],
    guards: [
      {
        is: "formalityDone",
        anyOf: ["proposeAccountability"],
        since: "done.transferProposal",
        clause: id("ZJ-4.4-3"),
      },
    ],
    fields: [
      { name: "transferredTo", label: "转交给", kind: "choices", required: true, choices: recipients },
      { name: "transferNumber", label: "文号", kind: "text", required: false },
      { name: "transferReceipt", label: "签收情况", kind: "text", required: false },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [...say.untilProposed(), say.does("2026-03-13 09:00", "transferProposal", {}, say.auditor)],
      then: { refused: "formality.fieldMissing" },
    },
  },
  {
    id: "accountabilityOutcome",
    on: "case",
    label: "登记责任追究结果",
    clause: id("ZJ-4.4-4"),
    words: "纪检监察、组织人事部门按管理权限启动问责，对单位、领导、责任人的处理结果逐一登记；本系统只记录，不作决定。",
    from: live,
    by: sanctioners,
    guards: [
      { is: "formalityDone", anyOf: ["transferProposal"], clause: id("ZJ-4.4-4") },
      {
        is: "formalityNotDone",
        formality: "judicialTransfer",
        since: "done.reopenAccountability",
        clause: id("ZJ-4.4-5"),
      },
    ],
    fields: [
      target,
      {
        name: "sanction",
        label: "处理",
        kind: "choice",
        required: true,
        choices: [
          { value: "organisational", label: "组织处理" },
          { value: "party", label: "党纪处分" },
          { value: "administrative", label: "政纪处分" },
          { value: "noAction", label: "不予处理" },
        ],
      },
      { name: "sanctionDetail", label: "具体处理", kind: "text", required: true, hint: "例如诫勉" },
      { name: "sanctionedOn", label: "处理日期", kind: "date", when: "past", required: true },
      { name: "sanctionNumber", label: "文号", kind: "text", required: false },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilTransferred(),
        say.does(
          "2026-04-14 09:00",
          "accountabilityOutcome",
          {
            sanctionedTarget: "leader",
            sanction: "organisational",
            sanctionDetail: "诫勉",
            sanctionedOn: "2026-04-13",
          },
          say.atDiscipline("clerk"),
        ),
      ],
      then: { stage: "inHand" },
    },
  },
  {
    id: "judicialTransfer",
    on: "case",
    label: "移交司法机关",
    clause: id("ZJ-4.4-5"),
    words: "涉嫌犯罪的，移交司法机关依法处理；移交后不再登记其他处理，除非重新启动。",
    from: live,
    by: sanctioners,
    guards: [
      { is: "formalityDone", anyOf: ["transferProposal"], clause: id("ZJ-4.4-5") },
      {
        is: "formalityNotDone",
        formality: "judicialTransfer",
        since: "done.reopenAccountability",
        clause: id("ZJ-4.4-5"),
      },
    ],
    fields: [
      { name: "judicialOrgan", label: "司法机关", kind: "text", required: true },
      { name: "judicialOn", label: "移交日期", kind: "date", when: "past", required: true },
      { name: "judicialNumber", label: "文号", kind: "text", required: false },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilTransferred(),
        say.does(
          "2026-04-14 09:00",
          "judicialTransfer",
          { judicialOn: "2026-04-13" },
          say.atDiscipline("leaderInCharge"),
        ),
      ],
      then: { refused: "formality.fieldMissing" },
    },
  },
  {
    id: "reopenAccountability",
    on: "case",
    label: "重新启动责任追究",
    clause: id("ZJ-4.4-4"),
    words: "司法机关退回或另有情况的，写明理由后可以重新登记处理；意见未写程序，本条为重构。",
    reconstructed: true,
    from: live,
    by: sanctioners,
    guards: [
      {
        is: "formalityDone",
        anyOf: ["judicialTransfer"],
        since: "done.reopenAccountability",
        clause: id("ZJ-4.4-5"),
      },
    ],
    fields: [{ name: "reopenReason", label: "理由", kind: "text", required: true }],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilTransferred(),
        say.does(
          "2026-04-14 09:00",
          "reopenAccountability",
          { reopenReason: "检察机关决定不起诉" },
          say.atDiscipline("clerk"),
        ),
      ],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "proposePublicity",
    on: "case",
    label: "拟在一定范围内公开责任追究",
    clause: id("ZJ-4.4-6"),
    words: "对被追究的人和事，可以在一定范围内公开；先提出范围和文字，再由信访机构负责人批准。",
    from: live,
    by: [{ post: "auditor", body: "kind:petitionBureau" }],
    guards: [{ is: "formalityDone", anyOf: ["accountabilityOutcome"], clause: id("ZJ-4.4-6") }],
    fields: [
      {
        name: "audience",
        label: "公开范围",
        kind: "choice",
        required: true,
        choices: [
          { value: "units", label: "本地各单位" },
          { value: "level", label: "本级机关" },
          { value: "public", label: "社会" },
        ],
      },
      { name: "publicityText", label: "公开的文字", kind: "text", required: true },
    ],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilTransferred(),
        say.does(
          "2026-04-15 09:00",
          "proposePublicity",
          { audience: "units", publicityText: "某单位未及时录入被问责" },
          say.auditor,
        ),
      ],
      then: { refused: "formality.notDone" },
    },
  },
  {
    id: "approvePublicity",
    on: "case",
    label: "批准在一定范围内公开",
    clause: id("ZJ-4.4-6"),
    words: "由信访机构负责人批准后才在所定范围内公开；不批准的不公开。",
    from: live,
    by: [headOfArea],
    guards: [
      { is: "formalityDone", anyOf: ["proposePublicity"], since: "done.approvePublicity", clause: id("ZJ-4.4-6") },
      { is: "notWhoDid", formality: "proposePublicity", clause: id("ZJ-4.4-6") },
    ],
    fields: [{ name: "publicityApproved", label: "是否批准", kind: "yesNo", required: true }],
    effects: [],
    example: {
      filing: say.web,
      steps: [
        ...say.untilTransferred(),
        say.does("2026-04-15 09:00", "approvePublicity", { publicityApproved: "yes" }, say.head),
      ],
      then: { refused: "formality.notDone" },
    },
  },
];
