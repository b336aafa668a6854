import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Example, Outcome, Step } from "../../domain/rules/example.ts";
import type { Guard, Holder, Power } from "../../domain/rules/power.ts";
import type { CaseStage } from "../../domain/rules/vocabulary.ts";
import { at, holder } from "./example-office.ts";
import * as say from "./stories.ts";
import { auditorOfReceiver, clerk, headOfReceiver, leader, principal, receivers } from "./who.ts";

const senders: readonly Holder[] = [
  { post: "dispatcher", body: "sender", kind: "petitionBureau" },
  { post: "clerk", body: "sender", kind: "handlingUnit" },
];
const lowerDispatcher: Holder = { post: "dispatcher", body: "holder", kind: "petitionBureau" };
const petitioner: Holder = { post: "petitioner", body: "anyone" };
const system: Holder = { post: "system", body: "anyone" };

const known: readonly CaseStage[] = ["registered", "inHand", "answering", "answered", "sentElsewhere"];

const routeGuards: readonly Guard[] = [
  { is: "oneLead", clause: id("ZJ-3-1") },
  { is: "throughCountyBureau", clause: id("ZJ-3.1-2") },
  { is: "targetsJoined", clause: id("ZJ-4.1-1") },
];

const named: Guard = { is: "formalityDone", anyOf: ["nameResponsible"], clause: id("ZJ-3.2-1") };

function story(steps: readonly Step[], then: Outcome): Example {
  return { filing: say.web, steps, then };
}

const sent = [
  say.mark("2026-03-02 10:00"),
  say.form("2026-03-02 10:02"),
  say.dispatch("2026-03-02 10:05", [at.labour]),
];
const viewed = [...sent, say.view("2026-03-03 09:00", at.labour)];
const drafted = [
  ...say.untilNamed(at.labour),
  say.submit("2026-03-03 10:00", at.labour),
  say.draft("2026-03-13 09:00", at.labour),
];
const joint = [...sent.slice(0, 2), say.dispatch("2026-03-02 10:05", [at.labour, at.traffic])];
const askedBack = [...viewed, say.askReturn("2026-03-03 10:00", at.labour)];
const toCounty = [...sent.slice(0, 2), say.dispatch("2026-03-02 10:05", [at.countyBureau])];
const countyAsks: Step = {
  at: "2026-03-03 09:00",
  who: holder(at.countyBureau, "dispatcher"),
  act: "askBureauReturn",
  leg: at.countyBureau,
  input: { reason: "用工单位不在本县", suggested: null },
};
const bySender = (when: string, act: "acceptReturn" | "acceptBureauReturn", leg: Step["leg"]): Step => ({
  at: when,
  who: say.dispatcher,
  act,
  ...(leg ? { leg } : {}),
  input: { note: null },
});
const refused = (when: string, act: "refuseReturn" | "refuseBureauReturn", leg: Step["leg"]): Step => ({
  at: when,
  who: say.dispatcher,
  act,
  ...(leg ? { leg } : {}),
  input: { reason: "用工单位在本市注册" },
});

const intake: readonly Power[] = [
  {
    id: "file",
    act: "file",
    clause: id("ZJ-2-2"),
    serves: [id("ZJ-1-1"), id("ZJ-2-1")],
    words: "公民、法人或者其他组织可以在统一平台上反映情况、提出投诉请求。",
    from: ["unfiled"],
    by: [petitioner],
    guards: [],
    example: story([], { stage: "registered" }),
  },
  {
    id: "register",
    act: "register",
    clause: id("ZJ-3.1-1"),
    serves: [id("ZJ-2-2"), id("ZJ-1-1"), id("ZJ-4.1-1")],
    words: "各级机关收到书信、电子邮件、传真、电话、走访后，及时登记录入统一平台。",
    from: ["unfiled"],
    by: [
      { post: "dispatcher", body: "anyone", kind: "petitionBureau" },
      { post: "clerk", body: "anyone", kind: "handlingUnit" },
    ],
    guards: [],
    example: { filing: say.atCounty, steps: [], then: { stage: "registered", seenBy: [at.countyBureau] } },
  },
  {
    id: "refuse",
    act: "refuse",
    clause: id("ZJ-2-3"),
    serves: [id("ZJ-3.1-2")],
    words: "甄别后属于诉讼、仲裁、行政复议等法定途径的，告知途径，不作为初次信访事项办理。",
    from: ["registered", "inHand"],
    by: [...receivers, headOfReceiver],
    guards: [],
    example: story(
      [
        {
          at: "2026-03-02 10:00",
          who: say.dispatcher,
          act: "refuse",
          input: { ground: "route.2", fields: { procedure: "行政给付" } },
        },
      ],
      { refused: "ground.fieldMissing" },
    ),
  },
  {
    id: "link-repeat",
    act: "linkRepeat",
    clause: id("ZJ-1-3"),
    serves: [id("ZJ-2-1")],
    words: "重复访、越级访、非正常访与初次信访事项关联，追溯首办责任。",
    from: ["registered", "inHand", "answering", "answered"],
    by: receivers,
    guards: [],
    example: story(
      [
        { at: "2026-03-20 09:30", who: say.dispatcher, act: "linkRepeat", input: { previous: "earlier" } },
        say.mark("2026-03-20 10:00", "skipLevel"),
      ],
      { stage: "registered" },
    ),
  },
  {
    id: "dispatch",
    act: "dispatch",
    clause: id("ZJ-3.1-2"),
    serves: [id("ZJ-2-1"), id("ZJ-4.1-1")],
    words: "收到的机关甄别分流，及时转送、交办到有权处理的机关或职能处（科）室；先认定是否初次，再确定转送或交办。",
    from: ["registered", "inHand"],
    by: receivers,
    guards: [
      { is: "factGiven", names: ["occurrence"], clause: id("ZJ-2-1") },
      { is: "factGiven", names: ["form"], clause: id("ZJ-3.1-2") },
      ...routeGuards,
    ],
    example: story([say.mark("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", [at.labour])], {
      refused: "fact.missing",
    }),
  },
  {
    id: "dispatch-on",
    act: "dispatchOn",
    clause: id("ZJ-3.1-2"),
    words: "下级信访工作机构收到后，转送到本地有权处理的机关，或再转送下一级。",
    from: ["atBureau", "bureauReturnAsked"],
    by: [lowerDispatcher],
    guards: routeGuards,
    example: story([...toCounty, say.dispatchOn("2026-03-03 09:00", at.countyBureau, at.countyLand)], {
      leg: [at.countyLand, "dispatched"],
      due: [["reply", at.countyLand, null]],
    }),
  },
];

const returning: readonly Power[] = [
  {
    id: "ask-return",
    act: "askReturn",
    clause: id("ZJ-3.1-2"),
    words: "不是有权处理的机关的，说明理由退回转送机关；意见没有写退回程序和期限，本条为重构。",
    reconstructed: true,
    from: ["viewed", "handling"],
    by: [clerk, leader],
    guards: [{ is: "reasonGiven", clause: id("ZJ-3.1-2") }],
    example: story(askedBack, { leg: [at.labour, "returnAsked"] }),
  },
  {
    id: "accept-return",
    act: "acceptReturn",
    clause: id("ZJ-3.1-2"),
    words: "转送机关同意退回的，改派有权处理的机关；本条为重构。",
    reconstructed: true,
    from: ["returnAsked"],
    by: senders,
    guards: [],
    example: story([...askedBack, bySender("2026-03-04 09:00", "acceptReturn", at.labour)], {
      leg: [at.labour, "recalled"],
      due: [["redispatch", at.bureau, null]],
    }),
  },
  {
    id: "refuse-return",
    act: "refuseReturn",
    clause: id("ZJ-3.1-2"),
    words: "转送机关不同意退回的，写明理由，仍由该机关办理；本条为重构。",
    reconstructed: true,
    from: ["returnAsked"],
    by: senders,
    guards: [],
    example: story([...askedBack, refused("2026-03-04 09:00", "refuseReturn", at.labour)], {
      leg: [at.labour, "viewed"],
    }),
  },
  {
    id: "ask-bureau-return",
    act: "askBureauReturn",
    clause: id("ZJ-3.1-2"),
    words: "不属于本地的，下级信访工作机构说明理由退回；本条为重构。",
    reconstructed: true,
    from: ["atBureau"],
    by: [lowerDispatcher],
    guards: [{ is: "reasonGiven", clause: id("ZJ-3.1-2") }],
    example: story([...toCounty, countyAsks], { leg: [at.countyBureau, "bureauReturnAsked"] }),
  },
  {
    id: "accept-bureau-return",
    act: "acceptBureauReturn",
    clause: id("ZJ-3.1-2"),
    words: "转送机关同意下级信访工作机构退回的，改派别处；本条为重构。",
    reconstructed: true,
    from: ["bureauReturnAsked"],
    by: senders,
    guards: [],
    example: story([...toCounty, countyAsks, bySender("2026-03-03 15:00", "acceptBureauReturn", at.countyBureau)], {
      leg: [at.countyBureau, "recalled"],
    }),
  },
  {
    id: "refuse-bureau-return",
    act: "refuseBureauReturn",
    clause: id("ZJ-3.1-2"),
    words: "转送机关不同意退回的，仍由下级信访工作机构转送；本条为重构。",
    reconstructed: true,
    from: ["bureauReturnAsked"],
    by: senders,
    guards: [],
    example: story([...toCounty, countyAsks, refused("2026-03-03 15:00", "refuseBureauReturn", at.countyBureau)], {
      leg: [at.countyBureau, "atBureau"],
    }),
  },
];

const handling: readonly Power[] = [
  {
    id: "view",
    act: "view",
    clause: id("ZJ-4.1-1"),
    words: "有权处理的机关在统一平台上接收；第一次打开即为查收。",
    from: ["dispatched"],
    by: [clerk, leader, principal],
    guards: [],
    example: story(viewed, { leg: [at.labour, "viewed"] }),
  },
  {
    id: "submit-to-leader",
    act: "submitToLeader",
    clause: id("ZJ-3.2-1"),
    serves: [id("ZJ-3.2-2"), id("ZJ-5-1")],
    words: "明确责任领导和承办人后，承办人报分管领导，开始办理；没有明确的，不能开始。",
    from: ["viewed", "returnAsked"],
    by: [clerk],
    guards: [named],
    example: story([...viewed, say.submit("2026-03-03 09:30", at.labour)], { refused: "formality.notDone" }),
  },
  {
    id: "direct",
    act: "direct",
    clause: id("ZJ-5-1"),
    words: "分管领导主要抓，主要领导亲自抓：对办理作出批示。",
    from: ["handling", "rework"],
    by: [leader, principal],
    guards: [],
    example: story(
      [
        ...say.untilNamed(at.labour),
        say.submit("2026-03-03 10:00", at.labour),
        {
          at: "2026-03-03 11:00",
          who: holder(at.labour, "principalLeader"),
          act: "direct",
          leg: at.labour,
          input: { note: "请劳动关系处上门调解" },
        },
      ],
      { leg: [at.labour, "handling"] },
    ),
  },
  {
    id: "ask-input",
    act: "askInput",
    clause: id("ZJ-3.2-2"),
    words: "涉及几个机关的，牵头机关可以请其他机关提供意见。",
    from: ["viewed", "handling", "rework"],
    by: [clerk, leader],
    guards: [{ is: "onLeadLeg", clause: id("ZJ-3.2-2") }],
    example: story(
      [
        ...joint,
        say.view("2026-03-03 09:00", at.traffic),
        {
          at: "2026-03-03 10:00",
          who: holder(at.traffic, "clerk"),
          act: "askInput",
          leg: at.traffic,
          input: { assistLegId: "l1", by: "2026-03-06", text: "请说明" },
        },
      ],
      { refused: "input.notTheLead" },
    ),
  },
  {
    id: "give-input",
    act: "giveInput",
    clause: id("ZJ-3.2-2"),
    words: "其他机关向牵头机关提供意见，由牵头机关答复。",
    from: ["viewed", "handling"],
    by: [clerk, leader],
    guards: [],
    example: story(
      [
        ...joint,
        say.view("2026-03-03 09:00", at.traffic),
        {
          at: "2026-03-09 09:00",
          who: holder(at.traffic, "clerk"),
          act: "giveInput",
          leg: at.traffic,
          input: { text: "该公司的营运资质已核实" },
        },
      ],
      { leg: [at.traffic, "viewed"] },
    ),
  },
  {
    id: "draft-reply",
    act: "draftReply",
    clause: id("ZJ-3.2-2"),
    serves: [id("ZJ-3.2-1")],
    words: "承办人依法按程序办理后拟写答复；没有明确责任领导和承办人的，不能拟写。",
    from: ["viewed", "handling", "rework", "drafted"],
    by: [clerk],
    guards: [{ is: "onLeadLeg", clause: id("ZJ-3.2-2") }, named],
    example: story([...viewed, say.draft("2026-03-09 09:00", at.labour)], { refused: "formality.notDone" }),
  },
  {
    id: "reject-draft",
    act: "rejectDraft",
    clause: id("ZJ-5-1"),
    words: "分管领导可以退回修改。",
    from: ["drafted"],
    by: [leader],
    guards: [],
    example: story(
      [
        ...drafted,
        {
          at: "2026-03-13 09:30",
          who: holder(at.labour, "leaderInCharge"),
          act: "rejectDraft",
          leg: at.labour,
          input: { reason: "写明补发日期" },
        },
      ],
      { leg: [at.labour, "handling"] },
    ),
  },
  {
    id: "approve-reply",
    act: "approveReply",
    clause: id("ZJ-3.2-2"),
    serves: [id("ZJ-5-1")],
    words: "责任领导签发答复；签发前要记录所用手段和解决情况。意见没有写签发程序，由分管领导签发是本系统的设定。",
    reconstructed: true,
    from: ["drafted"],
    by: [leader],
    guards: [{ is: "formalityDone", anyOf: ["recordHandling"], clause: id("ZJ-3.2-2") }],
    example: story([...drafted, say.approve("2026-03-13 10:00", at.labour)], { refused: "formality.notDone" }),
  },
];

const answering: readonly Power[] = [
  {
    id: "record-delivery",
    act: "recordDelivery",
    clause: id("ZJ-4.1-2"),
    serves: [id("ZJ-4.1-1")],
    words: "把告知和答复送到信访人，并在统一平台上记录；由谁送达意见未写明。",
    reconstructed: true,
    from: known,
    by: [system, ...receivers, clerk],
    guards: [],
    example: {
      filing: say.letter,
      steps: [
        ...say.untilAnswered(at.labour),
        {
          at: "2026-03-13 16:00",
          who: holder(at.labour, "clerk"),
          act: "recordDelivery",
          input: { notice: "reply", legId: "l1", channel: "letter", result: "已寄出" },
        },
      ],
      then: { stage: "answered" },
    },
  },
  {
    id: "correct",
    act: "correct",
    clause: id("ZJ-3.1-1"),
    words: "登记录入有误的可以更正，原值留在记录里。",
    from: known,
    by: receivers,
    guards: [],
    example: story(
      [
        {
          at: "2026-03-02 10:00",
          who: say.dispatcher,
          act: "correct",
          input: { field: "place", from: "南湖区", to: "秀洲区" },
        },
      ],
      { stage: "registered" },
    ),
  },
  {
    id: "note",
    act: "note",
    clause: id("ZJ-4.1-1"),
    words: "经手机关可以写内部便签；不给信访人看。",
    from: known,
    by: [...receivers, auditorOfReceiver, lowerDispatcher, clerk, leader],
    guards: [],
    example: story([{ at: "2026-03-02 10:00", who: say.dispatcher, act: "note", input: { text: "与前件相似" } }], {
      stage: "registered",
    }),
  },
  {
    id: "supplement",
    act: "supplement",
    clause: id("ZJ-2-1"),
    words: "信访人可以补充情况。",
    from: ["registered", "inHand", "answering"],
    by: [petitioner],
    guards: [],
    example: story(
      [
        ...sent,
        { at: "2026-03-04 20:00", who: "petitioner", act: "supplement", input: { text: "附工资条", files: 1 } },
      ],
      { stage: "inHand" },
    ),
  },
  {
    id: "rate",
    act: "rate",
    clause: id("ZJ-4.2-1"),
    serves: [id("ZJ-1-2")],
    words: "所有初次信访事项答复后都请信访人作满意度评价。",
    from: ["answering", "answered"],
    by: [petitioner],
    guards: [],
    example: story([...say.untilAnswered(at.labour), say.rate("2026-03-16 20:00", "satisfied")], {
      stage: "answered",
    }),
  },
];

/** Who may do what, when, and under which conditions. */
export const powers: readonly Power[] = [...intake, ...returning, ...handling, ...answering];
