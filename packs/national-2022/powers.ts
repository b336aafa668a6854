import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Guard, Power } from "../../domain/rules/power.ts";
import { at, holder } from "./example-office.ts";
import {
  bureauStaff,
  clerk,
  deciders,
  leader,
  operator,
  organHead,
  ownRules,
  ownRulesLeaders,
  passingBureau,
  petitioner,
  receivingClerk,
  senders,
  system,
} from "./holders.ts";
import * as say from "./stories.ts";

/** What the written opinion must state (article 32). */
export const opinionParts = [
  { code: "request", label: "投诉请求" },
  { code: "facts", label: "事实和理由" },
  { code: "opinion", label: "处理意见" },
  { code: "basis", label: "法律法规依据" },
] as const;

const branch6 = { name: "branch", oneOf: ["31-6"] } as const;

const targets: readonly Guard[] = [
  { is: "oneLead", clause: id("N22-24-1") },
  { is: "withinArea", clause: id("N22-22-4") },
  { is: "targetsJoined", clause: id("N22-24-2") },
  { is: "notTheAccused", clause: id("N22-30-3") },
  { is: "onlyTo", kind: "disciplineBody", when: { is: "subject", value: "discipline" }, clause: id("N22-22-7") },
  {
    is: "onlyTo",
    kind: "judicialBody",
    when: { is: "fact", name: "litigation", oneOf: ["yes"], asOf: "now" },
    clause: id("N22-22-6"),
  },
  { is: "dueDateKnown", clause: id("N22-23-5") },
];

const all = [
  "registered",
  "classified",
  "inHand",
  "answering",
  "answered",
  "refused",
  "sentElsewhere",
  "noLongerAccepted",
] as const;
const representatives: Guard = { is: "representatives", clause: id("N22-20-3") };

const toCounty = [say.sort("2026-03-03 10:00"), say.dispatch("2026-03-03 10:05", at.countyBureau)];
const countyObjects = [
  ...toCounty,
  {
    at: "2026-03-10 09:00",
    who: holder(at.countyBureau, "dispatcher"),
    act: "askBureauReturn",
    leg: at.countyBureau,
    input: { reason: "属于市级事权", suggested: null },
  },
] as const;
const objects = [...say.sent(), say.object("2026-03-10 09:00", at.land)];

const intake: readonly Power[] = [
  {
    id: "file",
    act: "file",
    clause: id("N22-17-1"),
    serves: [id("N22-17-2"), id("N22-26-1"), id("N22-48-1"), id("N22-19-1"), id("N22-21-1"), id("N22-22-1")],
    words: "可以通过信息网络提出信访事项，写明姓名（名称）、住址和请求、事实、理由。",
    from: ["unfiled"],
    by: [petitioner],
    guards: [],
    example: say.story([], { stage: "registered", due: [["route", at.bureau, "2026-03-17"]] }),
  },
  {
    id: "register",
    act: "register",
    clause: id("N22-22-1"),
    serves: [id("N22-19-2"), id("N22-21-1"), id("N22-23-1"), id("N22-20-3")],
    words: "书信、电话、传真、走访提出的，收到的机关予以登记；口头提出的如实记录；走访代表不超过5人。",
    from: ["unfiled"],
    by: [
      { post: "operator", body: "anyone", kind: "petitionBureau" },
      { post: "clerk", body: "anyone", kind: "handlingUnit" },
    ],
    guards: [representatives],
    example: say.story([], { stage: "registered" }, say.letter),
  },
  {
    id: "refuse",
    act: "refuse",
    clause: id("N22-19-4"),
    serves: [
      id("N22-23-3"),
      id("N22-31-1"),
      id("N22-31-2"),
      id("N22-31-3"),
      id("N22-31-4"),
      id("N22-36-4"),
      id("N22-20-2"),
    ],
    words: "不予受理、告知向有权机关提出、导入其他程序、不再受理，各按其条款，分别统计。",
    from: ["registered", "classified", "inHand"],
    by: deciders,
    guards: [],
    example: say.story([say.refuse("2026-03-02 10:00", "route.31-2", { procedure: "仲裁", caseAt: "市仲裁委" })], {
      stage: "sentElsewhere",
    }),
  },
  {
    id: "link-repeat",
    act: "linkRepeat",
    clause: id("N22-19-4"),
    serves: [id("N22-36-4")],
    words: "同一信访事项再次提出的，由工作人员认定并与前件关联。",
    from: ["registered", "classified", "inHand", "answering", "answered"],
    by: [...deciders, operator],
    guards: [],
    example: say.story(
      [{ at: "2026-03-02 10:00", who: say.dispatcher, act: "linkRepeat", input: { previous: "earlier" } }],
      {
        stage: "registered",
      },
    ),
  },
];

const routing: readonly Power[] = [
  {
    id: "dispatch",
    act: "dispatch",
    clause: id("N22-22-3"),
    serves: ["22-4", "22-5", "22-6", "22-7", "23-2", "24-1", "24-2", "30-3", "46-2"].map((n) => id(`N22-${n}`)),
    words:
      "转送、交办有权处理的机关、单位；检举控告只转纪检监察机关，涉法涉诉只转政法部门；重大紧急的先报请决定；交办的指定期限。",
    from: ["registered", "classified", "inHand"],
    by: [bureauStaff, receivingClerk],
    guards: [
      { is: "formalityDone", anyOf: ["sort"], clause: id("N22-22-2") },
      {
        is: "formalityDone",
        anyOf: ["decide-urgent"],
        when: { name: "urgent", oneOf: ["yes"] },
        clause: id("N22-22-3"),
      },
      { is: "lastDayGiven", when: { name: "form", oneOf: ["assign"] }, clause: id("N22-22-5") },
      ...targets,
    ],
    example: say.story([say.dispatch("2026-03-03 10:05", at.land)], { refused: "formality.notDone" }),
  },
  {
    id: "dispatch-on",
    act: "dispatchOn",
    clause: id("N22-22-4"),
    words: "下级信访部门继续转送有权处理的机关、单位。",
    from: ["atBureau", "bureauReturnAsked"],
    by: [passingBureau],
    guards: targets,
    example: say.story([...toCounty, say.dispatchOn("2026-03-04 09:00", at.countyBureau, at.countyLand)], {
      leg: [at.countyLand, "dispatched"],
    }),
  },
  {
    id: "ask-bureau-return",
    act: "askBureauReturn",
    clause: id("N22-23-6"),
    words: "下级信访部门认为不属于本地职权范围的，5个工作日内提出异议并说明理由。",
    from: ["atBureau"],
    by: [passingBureau],
    guards: [
      { is: "withinWindow", duty: "objection-window-bureau", clause: id("N22-23-6") },
      { is: "reasonGiven", clause: id("N22-23-6") },
    ],
    example: say.story(countyObjects, { leg: [at.countyBureau, "bureauReturnAsked"] }),
  },
  {
    id: "accept-bureau-return",
    act: "acceptBureauReturn",
    clause: id("N22-23-7"),
    words: "经转送的信访部门核实同意后，交还相关材料。",
    from: ["bureauReturnAsked"],
    by: senders,
    guards: [],
    example: say.story(
      [
        ...countyObjects,
        {
          at: "2026-03-11 09:00",
          who: say.dispatcher,
          act: "acceptBureauReturn",
          leg: at.countyBureau,
          input: { note: null },
        },
      ],
      { leg: [at.countyBureau, "recalled"] },
    ),
  },
  {
    id: "refuse-bureau-return",
    act: "refuseBureauReturn",
    clause: id("N22-23-7"),
    words: "核实后不同意的，仍由该地办理；多久核实条例未写明，不答复不产生后果。",
    from: ["bureauReturnAsked"],
    by: senders,
    guards: [],
    example: say.story(
      [
        ...countyObjects,
        {
          at: "2026-03-11 09:00",
          who: say.dispatcher,
          act: "refuseBureauReturn",
          leg: at.countyBureau,
          input: { reason: "属县级事权" },
        },
      ],
      { leg: [at.countyBureau, "atBureau"] },
    ),
  },
  {
    id: "ask-return",
    act: "askReturn",
    clause: id("N22-23-6"),
    words: "不属于本机关、单位或者本系统职权范围的，自收到之日起5个工作日内提出异议，详细说明理由；不要求建议去向。",
    from: ["dispatched", "viewed"],
    by: [clerk, leader, ...ownRules, ...ownRulesLeaders],
    guards: [
      { is: "formalityNotDone", formality: "accept", clause: id("N22-23-6") },
      { is: "withinWindow", duty: "objection-window", clause: id("N22-23-6") },
      { is: "reasonGiven", clause: id("N22-23-6") },
    ],
    example: say.story([...say.sent(), say.object("2026-03-11 00:01", at.land)], { refused: "window.closed" }),
  },
  {
    id: "accept-return",
    act: "acceptReturn",
    clause: id("N22-23-7"),
    words: "经转送、交办的机关核实同意后，交还相关材料，另行转送。",
    from: ["returnAsked"],
    by: senders,
    guards: [],
    example: say.story(
      [
        ...objects,
        { at: "2026-03-12 09:00", who: say.dispatcher, act: "acceptReturn", leg: at.land, input: { note: null } },
        say.dispatch("2026-03-12 09:30", at.housing),
      ],
      { leg: [at.housing, "dispatched"] },
    ),
  },
  {
    id: "refuse-return",
    act: "refuseReturn",
    clause: id("N22-23-7"),
    words: "核实后不同意的，仍由该机关、单位办理；多久核实条例未写明，不答复不产生后果。",
    from: ["returnAsked"],
    by: senders,
    guards: [],
    example: say.story(
      [
        ...objects,
        {
          at: "2026-03-12 09:00",
          who: say.dispatcher,
          act: "refuseReturn",
          leg: at.land,
          input: { reason: "属你局职权" },
        },
      ],
      { leg: [at.land, "dispatched"] },
    ),
  },
];

const handling: readonly Power[] = [
  {
    id: "view",
    act: "view",
    clause: id("N22-21-1"),
    words: "在网上接收；条例没有规定查阅期限，本条为重构。",
    reconstructed: true,
    from: ["dispatched"],
    by: [clerk, leader, organHead, ...ownRules, ...ownRulesLeaders],
    guards: [],
    example: say.story([...say.sent(), say.view("2026-03-04 09:00", at.land)], { leg: [at.land, "viewed"] }),
  },
  {
    id: "draft-reply",
    act: "draftReply",
    clause: id("N22-32-1"),
    serves: [id("N22-31-0"), id("N22-31-5"), id("N22-31-6"), id("N22-29-1"), id("N22-32-2")],
    words: "处理意见书载明投诉请求、事实和理由、处理意见及其法律法规依据；建议意见先研究论证；第五项依法履行或者答复。",
    from: ["viewed", "handling", "drafted", "rework"],
    by: [clerk],
    guards: [
      { is: "onLeadLeg", clause: id("N22-24-1") },
      { is: "formalityDone", anyOf: ["accept"], clause: id("N22-23-5") },
      { is: "factIs", name: "branch", oneOf: ["29", "31-5", "31-6"], clause: id("N22-31-0") },
      { is: "formalityDone", anyOf: ["study"], when: { name: "branch", oneOf: ["29"] }, clause: id("N22-29-1") },
      { is: "formalityDone", anyOf: ["hear"], since: "reply.returned", when: branch6, clause: id("N22-31-6") },
      { is: "formalityDone", anyOf: ["opinion"], since: "reply.returned", when: branch6, clause: id("N22-32-2") },
      { is: "partsGivenWhen", parts: opinionParts, when: branch6, clause: id("N22-32-1") },
    ],
    example: say.story(
      [...say.concluded(), say.draft("2026-04-07 09:00", at.land, { parts: { ...say.parts, basis: "" } })],
      {
        refused: "reply.partMissing",
      },
    ),
  },
  {
    id: "draft-reply-own-rules",
    act: "draftReply",
    clause: id("N22-30-1"),
    serves: [id("N22-28-2")],
    words: "纪检监察机关、政法部门按各自的规定接收、受理、办理和反馈。",
    from: ["viewed", "handling", "drafted", "rework"],
    by: ownRules,
    guards: [],
    example: say.story(
      [
        say.sort("2026-03-03 10:00", { category: "report" }),
        say.dispatch("2026-03-03 10:05", at.discipline),
        say.view("2026-03-04 09:00", at.discipline),
        say.draft("2026-03-20 09:00", at.discipline, { text: "您反映的问题已按规定处理。", parts: {} }),
      ],
      { leg: [at.discipline, "drafted"] },
    ),
  },
  {
    id: "reject-draft",
    act: "rejectDraft",
    clause: id("N22-28-1"),
    words: "负责人可以退回修改，期限不变；由谁签发条例未写明，本条为重构。",
    reconstructed: true,
    from: ["drafted"],
    by: [leader, ...ownRulesLeaders],
    guards: [],
    example: say.story(
      [
        ...say.concluded(),
        say.draft("2026-04-07 09:00", at.land),
        {
          at: "2026-04-07 10:00",
          who: holder(at.land, "leaderInCharge"),
          act: "rejectDraft",
          leg: at.land,
          input: { reason: "补充依据" },
        },
      ],
      { leg: [at.land, "handling"] },
    ),
  },
  {
    id: "approve-reply",
    act: "approveReply",
    clause: id("N22-31-6"),
    words: "有权处理的机关、单位出具信访处理意见书，答复信访人；由谁签发条例未写明，本条为重构。",
    reconstructed: true,
    from: ["drafted"],
    by: [leader, ...ownRulesLeaders],
    guards: [],
    example: say.story(say.answered(), { stage: "answered" }),
  },
];

const afterwards: readonly Power[] = [
  {
    id: "record-delivery",
    act: "recordDelivery",
    clause: id("N22-23-4"),
    serves: [id("N22-23-5"), id("N22-34-2"), id("N22-35-2"), id("JY22-0-4")],
    words: "书面告知、答复送达后予以记录。",
    from: all,
    by: [system, operator, bureauStaff, receivingClerk, clerk, ...ownRules],
    guards: [],
    example: say.story(
      [...say.accepted(), say.told("2026-03-09 09:00", holder(at.land, "clerk"), "acceptance", "l1")],
      { stage: "inHand" },
      say.letter,
    ),
  },
  {
    id: "correct",
    act: "correct",
    clause: id("N22-19-2"),
    words: "登记有误的可以更正，原值留在记录里。",
    from: all,
    by: [operator, ...deciders],
    guards: [],
    example: say.story(
      [
        {
          at: "2026-03-02 10:00",
          who: say.operator,
          act: "correct",
          input: { field: "place", from: "河东路", to: "河西路" },
        },
      ],
      { stage: "registered" },
    ),
  },
  {
    id: "note",
    act: "note",
    clause: id("N22-24-1"),
    words: "所涉及的机关、单位可以互相说明情况，不给信访人看。",
    from: all,
    by: [operator, ...deciders, passingBureau, clerk, leader, ...ownRules],
    guards: [],
    example: say.story([{ at: "2026-03-02 10:00", who: say.dispatcher, act: "note", input: { text: "与前件相似" } }], {
      stage: "registered",
    }),
  },
  {
    id: "supplement",
    act: "supplement",
    clause: id("N22-31-6"),
    words: "信访人可以补充事实和理由；期限照常计算。",
    from: ["registered", "classified", "inHand", "answering"],
    by: [petitioner],
    guards: [],
    example: say.story(
      [{ at: "2026-03-04 20:00", who: "petitioner", act: "supplement", input: { text: "补充照片", files: 1 } }],
      {
        stage: "registered",
      },
    ),
  },
  {
    id: "rate",
    act: "rate",
    clause: id("N22-21-2"),
    serves: [id("MY22-3-1"), id("MY22-4-1"), id("MY22-0-1")],
    words: "信访人对有权处理机关、单位的办理情况评价一次；限于初次信访事项。",
    from: ["answering", "answered"],
    by: [petitioner],
    guards: [
      { is: "factIs", name: "occurrence", oneOf: ["first"], clause: id("MY22-4-1") },
      { is: "factIsNot", name: "category", oneOf: ["report"], clause: id("MY22-4-1") },
      { is: "windowNotOver", duty: "rating-window", clause: id("MY22-0-1") },
    ],
    example: say.story(
      [
        ...say.answered(),
        { at: "2026-04-10 20:00", who: "petitioner", act: "rate", input: { grade: "satisfied", comment: null } },
      ],
      { stage: "answered" },
    ),
  },
];

/** Who may do what, when, and under which conditions. */
export const powers: readonly Power[] = [...intake, ...routing, ...handling, ...afterwards];
