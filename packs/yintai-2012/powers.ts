import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Example, Filing, Outcome, Step } from "../../domain/rules/example.ts";
import type { Guard, Power } from "../../domain/rules/power.ts";
import { at, holder } from "./example-office.ts";
import { auditor, clerk, leaders, operator, petitioner, section, system } from "./people.ts";
import * as say from "./stories.ts";

function story(steps: readonly Step[], then: Outcome, filing: Filing = say.web): Example {
  return { filing, steps, then };
}

const audit: readonly Guard[] = [
  { is: "auditedHere", clause: id("YT-4.7-1") },
  { is: "checklistAnswered", items: say.questions, clause: id("YT-5.5") },
];

const intake: readonly Power[] = [
  {
    id: "file",
    act: "file",
    clause: id("YT-3.1.2"),
    words: "网民可以在区长信箱留言。",
    from: ["unfiled"],
    by: [petitioner],
    guards: [],
    example: story([], { stage: "registered", due: [["sort", at.centre, null]] }),
  },
  {
    id: "register",
    act: "register",
    clause: id("YT-4.1"),
    serves: [id("YT-3.1.1"), id("YT-3.1.3"), id("YT-3.1.4")],
    words: "区电子政务管理中心收集市长信箱、省市转交和其他网络形式的留言，逐件登记。",
    from: ["unfiled"],
    by: [{ post: "operator", body: "anyone", kind: "eGovCentre" }],
    guards: [],
    example: story([], { stage: "received" }, say.collected),
  },
  {
    id: "hand-over",
    act: "handOver",
    clause: id("YT-4.2-2"),
    serves: [id("YT-4.1")],
    words: "收集的留言写明来源、整理分类并报送区政府办以后，交区政府督查室登记。",
    from: ["received"],
    by: [operator],
    guards: [
      { is: "factGiven", names: ["source"], clause: id("YT-4.1") },
      { is: "formalityDone", anyOf: ["report-to-office"], clause: id("YT-4.2-2") },
    ],
    example: story(
      [say.collect("2026-03-02 09:30"), say.handOver("2026-03-02 09:40")],
      {
        refused: "formality.notDone",
      },
      say.collected,
    ),
  },
  {
    id: "refuse",
    act: "refuse",
    clause: id("YT-3.2.1"),
    serves: ["2", "3", "4", "5", "6", "7"].map((n) => id(`YT-3.2.${n}`)),
    words: "属于第三条（二）所列七种情形的，由区电子政务管理中心不予受理；交办以后不再适用。",
    from: ["received", "registered"],
    by: [operator],
    guards: [],
    example: story(
      [{ at: "2026-03-02 10:00", who: say.operator, act: "refuse", input: { ground: "ground.3.2.2", fields: {} } }],
      { stage: "refused" },
    ),
  },
  {
    id: "link-repeat",
    act: "linkRepeat",
    clause: id("YT-5.3"),
    words: "同一件事的留言可以与前件关联；不合并，仍然各有着落。",
    from: ["received", "registered", "inHand", "answering", "answered"],
    by: [operator, auditor],
    guards: [],
    example: story([{ at: "2026-03-02 10:00", who: say.operator, act: "linkRepeat", input: { previous: "earlier" } }], {
      stage: "registered",
    }),
  },
];

const handling: readonly Power[] = [
  {
    id: "dispatch",
    act: "dispatch",
    clause: id("YT-4.4-2"),
    serves: [id("YT-2"), id("YT-5.1")],
    words: "拟办意见经区政府领导同意以后，由区政府办行政科交办本区主管单位，写明繁简。",
    from: ["registered"],
    by: [section],
    guards: [
      { is: "formalityDone", anyOf: ["agree"], clause: id("YT-4.4-1") },
      { is: "factGiven", names: ["complexity"], clause: id("YT-4.5-1") },
      { is: "oneLead", clause: id("YT-2") },
      { is: "throughCountyBureau", clause: id("YT-2") },
      { is: "targetsJoined", clause: id("YT-5.1") },
      { is: "targetsStaffed", clause: id("YT-5.1") },
      { is: "dueDateKnown", clause: id("YT-4.5-1") },
    ],
    example: story([...say.entered, say.propose("2026-03-02 14:00"), say.dispatch("2026-03-02 15:00", at.housing)], {
      refused: "formality.notDone",
    }),
  },
  {
    id: "view",
    act: "view",
    clause: id("YT-5.1"),
    words: "承办单位查阅交办的留言；第一次打开即为查阅，办法没有规定查阅期限。",
    from: ["dispatched"],
    by: [clerk, ...leaders],
    guards: [],
    example: story([...say.assigned(), say.view("2026-03-03 10:00", at.housing)], { leg: [at.housing, "viewed"] }),
  },
  {
    id: "give-input",
    act: "giveInput",
    clause: id("YT-4.4-2"),
    words: "交办给几个单位的，其他单位向牵头单位提供意见；办法只写“相关承办单位”，牵头是本系统的设定。",
    reconstructed: true,
    from: ["viewed", "handling"],
    by: [clerk, ...leaders],
    guards: [],
    example: story(
      [
        ...say.agreed(),
        say.dispatch("2026-03-03 09:00", at.housing, at.water),
        say.view("2026-03-03 10:00", at.water),
        {
          at: "2026-03-04 09:00",
          who: holder(at.water, "clerk"),
          act: "giveInput",
          leg: at.water,
          input: { text: "该段管线已改造" },
        },
      ],
      { leg: [at.water, "viewed"] },
    ),
  },
  {
    id: "draft-reply",
    act: "draftReply",
    clause: id("YT-4.5-1"),
    serves: [id("YT-5.2-2"), id("YT-5.5")],
    words: "承办单位写好办理报告以后，提出答复意见；答复意见就是网民在网上看到的文字，提交前先看一遍发出后的样子。",
    from: ["dispatched", "viewed", "handling", "rework", "drafted"],
    by: [clerk],
    guards: [
      { is: "onLeadLeg", clause: id("YT-4.4-2") },
      { is: "formalityDone", anyOf: ["handling-report"], since: "reply.returned", clause: id("YT-5.5") },
      { is: "previewSeen", clause: id("YT-5.5") },
    ],
    example: story([...say.assigned(), say.draft("2026-03-04 09:00", at.housing)], { refused: "formality.notDone" }),
  },
  {
    id: "reject-draft",
    act: "rejectDraft",
    clause: id("YT-5.1"),
    words: "单位领导可以退回修改，办理期限不变。",
    from: ["drafted"],
    by: leaders,
    guards: [],
    example: story(
      [
        ...say.submitted().slice(0, -1),
        {
          at: "2026-03-05 10:00",
          who: holder(at.housing, "principalLeader"),
          act: "rejectDraft",
          leg: at.housing,
          input: { reason: "写明修复日期" },
        },
      ],
      { leg: [at.housing, "handling"], due: [["reply-simple", at.housing, "2026-03-05"]] },
    ),
  },
  {
    id: "approve-reply",
    act: "approveReply",
    clause: id("YT-5.1"),
    serves: [id("YT-4.5-2")],
    words: "办理情况由一把手或者分管领导同意后报送区政府督查室；办法没有写签发人，由一把手负责。",
    from: ["drafted"],
    by: leaders,
    guards: [{ is: "approverNotDrafter", clause: id("YT-5.1") }],
    example: story(say.submitted(), { leg: [at.housing, "underAudit"] }),
  },
  {
    id: "fail-audit",
    act: "failAudit",
    clause: id("YT-4.7-1"),
    serves: [id("YT-5.2-1")],
    words: "区政府督查室审核不通过的，写明理由退回；办法没有规定重办的期限。",
    from: ["underAudit"],
    by: [{ post: "auditor", body: "auditing" }],
    guards: [...audit, { is: "checklistSays", items: say.questions, verdict: "someNo", clause: id("YT-4.7-1") }],
    example: story([...say.submitted(), say.failAudit("2026-03-06 09:00", at.housing)], {
      leg: [at.housing, "rework"],
      due: [["redo", at.housing, null]],
    }),
  },
  {
    id: "pass-audit",
    act: "passAudit",
    clause: id("YT-4.7-1"),
    words: "区政府督查室审核通过的，还要形成督查报告、经区政府领导审核，才能回复。",
    from: ["underAudit"],
    by: [{ post: "auditor", body: "auditing" }],
    guards: [...audit, { is: "checklistSays", items: say.questions, verdict: "allYes", clause: id("YT-4.7-1") }],
    example: story([...say.submitted(), say.passAudit("2026-03-06 09:00", at.housing)], { stage: "answering" }),
  },
];

const answering: readonly Power[] = [
  {
    id: "record-delivery",
    act: "recordDelivery",
    clause: id("YT-4.8-2"),
    words: "由区电子政务管理中心告知、回复并记录送达；从别处收集的，在原处回复。",
    from: ["received", "registered", "inHand", "answering", "answered", "refused", "archived"],
    by: [system, operator],
    guards: [],
    example: {
      filing: say.collected,
      steps: [
        ...say.released(say.submitted(say.assigned(at.housing, "simple", {}, say.collectedFrom(say.bySource.forum)))),
        say.answer("2026-03-09 09:00", at.housing),
        {
          at: "2026-03-09 09:10",
          who: say.operator,
          act: "recordDelivery",
          input: { notice: "reply", legId: "l1", channel: "collected", result: "已在原帖下回复" },
        },
      ],
      then: { stage: "answered" },
    },
  },
  {
    id: "take-down",
    act: "takeDown",
    clause: id("YT-5.5"),
    words: "上网的回复引发不良后果的，写明理由后撤下；办法未写撤下程序，本条为重构。",
    reconstructed: true,
    from: ["inHand", "answering", "answered"],
    by: [operator, auditor],
    guards: [],
    example: story(
      [
        ...say.released(),
        say.answer("2026-03-09 09:00", at.housing),
        {
          at: "2026-03-10 09:00",
          who: say.auditor,
          act: "takeDown",
          input: { matterId: "m1", reason: "含有个人信息" },
        },
      ],
      { stage: "answered" },
    ),
  },
  {
    id: "correct",
    act: "correct",
    clause: id("YT-4.3"),
    words: "登记有误的可以更正，原值留在记录里。",
    from: ["received", "registered", "inHand", "answering", "answered", "refused"],
    by: [operator, auditor],
    guards: [],
    example: story(
      [
        {
          at: "2026-03-02 10:00",
          who: say.operator,
          act: "correct",
          input: { field: "place", from: "城关街道", to: "陈炉镇" },
        },
      ],
      { stage: "registered" },
    ),
  },
  {
    id: "note",
    act: "note",
    clause: id("YT-5.4"),
    words: "经手的人可以写内部便签，互相联系；不给网民看。",
    from: ["received", "registered", "inHand", "answering", "answered", "refused"],
    by: [operator, auditor, section, clerk, ...leaders],
    guards: [],
    example: story([{ at: "2026-03-02 10:00", who: say.operator, act: "note", input: { text: "与前件相似" } }], {
      stage: "registered",
    }),
  },
  {
    id: "supplement",
    act: "supplement",
    clause: id("YT-3.1.2"),
    words: "网民可以补充情况；办理期限照常计算。",
    from: ["received", "registered", "inHand", "answering"],
    by: [petitioner],
    guards: [],
    example: story(
      [
        ...say.assigned(),
        { at: "2026-03-04 20:00", who: "petitioner", act: "supplement", input: { text: "昨晚又坏了一盏", files: 0 } },
      ],
      { due: [["reply-simple", at.housing, "2026-03-05"]] },
    ),
  },
];

/** Who may do what, when, and under which conditions; what the measures add of their own stands in the formalities. */
export const powers: readonly Power[] = [...intake, ...handling, ...answering];
