import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Example, Outcome, Step } from "../../domain/rules/example.ts";
import type { Guard, Power } from "../../domain/rules/power.ts";
import type { CaseStage } from "../../domain/rules/vocabulary.ts";
import { at, holder } from "./example-office.ts";
import { registered } from "./formalities-intake.ts";
import * as say from "./stories.ts";
import { clerk, deciders, leader, petitioner, principal, publishers, receivers, reviewers, system } from "./who.ts";

const known: readonly CaseStage[] = ["registered", "inHand", "answering", "answered", "refused", "sentElsewhere"];

/** What the second review looks at: 反馈内容 and 落实情况. */
const verdicts = ["content", "implementation"] as const;

const answered: Guard = { is: "checklistAnswered", items: verdicts, clause: id("HZ-6.3.2.b-1") };

function story(steps: readonly Step[], then: Outcome): Example {
  return { filing: say.web, steps, then };
}

/** Where the specification says more than the province; all other powers are the province's. */
export const powers: readonly Power[] = [
  {
    id: "register",
    act: "register",
    clause: id("HZ-6.1-1"),
    serves: [id("HZ-4.1"), id("HZ-4.2"), id("HZ-3.2"), id("ZJ-3.1-1"), id("ZJ-2-2"), id("ZJ-1-1"), id("ZJ-4.1-1")],
    words: "电子邮件、手机短信等收到的诉求，统一录入网上信访受理系统，一件一号。",
    from: ["unfiled"],
    by: [
      { post: "dispatcher", body: "anyone", kind: "petitionBureau" },
      { post: "clerk", body: "anyone", kind: "handlingUnit" },
    ],
    guards: [],
    example: { filing: say.toXihu, steps: [], then: { stage: "registered", seenBy: [at.xihuBureau, at.bureau] } },
  },
  {
    id: "refuse",
    act: "refuse",
    clause: id("HZ-5.2.a"),
    serves: [id("HZ-4.3"), id("HZ-5.2.b"), id("HZ-5.2.c"), id("ZJ-2-3"), id("ZJ-3.1-2")],
    words: "属于5.2所列三种情形的，不予受理，告知理由和途径；没有理由的不能不受理。",
    from: ["registered", "inHand"],
    by: deciders,
    guards: [],
    example: story([say.refusal("ground.5.2.b", { caseAt: "人民法院" })], { stage: "refused" }),
  },
  {
    id: "dispatch",
    act: "dispatch",
    clause: id("HZ-6.2.1.b"),
    serves: [id("HZ-6.2.1.c"), id("HZ-6.1-1"), id("ZJ-3.1-2"), id("ZJ-2-1"), id("ZJ-4.1-1")],
    words: "按“属地管理、分级负责、谁主管、谁负责”转相关单位办理或参阅；登记要素没有录全的，不能转。",
    from: ["registered", "inHand"],
    by: receivers,
    guards: [
      ...registered,
      { is: "factIs", name: "form", oneOf: ["transfer", "reference"], clause: id("HZ-6.2.1.b") },
      { is: "namedOnlyAfter", name: "criticisedUnit", formality: "confirmCriticised", clause: id("HZ-5.1.b") },
      { is: "oneLead", clause: id("ZJ-3-1") },
      { is: "throughCountyBureau", clause: id("HZ-6.2.1.b") },
      { is: "targetsJoined", clause: id("HZ-1") },
      { is: "dueDateKnown", clause: id("HZ-6.3.1-1") },
    ],
    example: story([...say.sent().slice(0, 2), say.dispatch("2026-03-02 10:05", [at.urban])], {
      refused: "fact.forbidden",
    }),
  },
  {
    id: "dispatch-on",
    act: "dispatchOn",
    clause: id("HZ-6.2.1.b"),
    serves: [id("ZJ-3.1-2")],
    words: "区（县、市）信访局收到后，转本地单位办理；该信访局是转办单位，由它复审。",
    from: ["atBureau", "bureauReturnAsked"],
    by: [{ post: "dispatcher", body: "holder" }],
    guards: [
      { is: "namedOnlyAfter", name: "criticisedUnit", formality: "confirmCriticised", clause: id("HZ-5.1.b") },
      { is: "oneLead", clause: id("ZJ-3-1") },
      { is: "throughCountyBureau", clause: id("HZ-6.2.1.b") },
      { is: "targetsJoined", clause: id("HZ-1") },
      { is: "dueDateKnown", clause: id("HZ-6.3.1-1") },
    ],
    example: story([...say.sent([at.xihuBureau]), say.dispatchOn("2026-03-03 09:00", at.xihuBureau, at.wenxin)], {
      leg: [at.wenxin, "dispatched"],
      due: [["reply", at.wenxin, "2026-03-10"]],
    }),
  },
  {
    id: "approve-reply",
    act: "approveReply",
    clause: id("HZ-6.3.2.a-1"),
    serves: [id("HZ-6.3.2.a-2"), id("ZJ-3.2-2"), id("ZJ-5-1")],
    words: "承办单位负责人审核签发反馈件，同时回复信访人；拟稿人不能自己签发。",
    from: ["drafted"],
    by: [leader, principal],
    guards: [
      { is: "approverNotDrafter", clause: id("HZ-6.3.2.a-1") },
      { is: "formalityDone", anyOf: ["recordHandling"], clause: id("ZJ-3.2-2") },
    ],
    example: story(
      [...say.untilSigned().slice(0, -1), say.sign("2026-03-05 14:00", at.urban, holder(at.urban, "clerk"))],
      {
        refused: "act.notYourPost",
      },
    ),
  },
  {
    id: "fail-audit",
    act: "failAudit",
    clause: id("HZ-6.3.2.b-1"),
    words: "转办单位复审反馈内容和落实情况，有一项不合格的，写明理由退回承办单位。",
    from: ["underAudit"],
    by: reviewers,
    guards: [answered, { is: "checklistSays", items: verdicts, verdict: "someNo", clause: id("HZ-6.3.2.b-1") }],
    example: story([...say.untilSigned(), say.fail("2026-03-09 09:00")], { leg: [at.urban, "rework"] }),
  },
  {
    id: "pass-audit",
    act: "passAudit",
    clause: id("HZ-6.3.2.b-1"),
    serves: [id("HZ-6.3.2.b-2"), id("HZ-6.3.2.a-3")],
    words: "两项都合格、已填“信访人意见”、已回访并填好“核查结果”和“核查备注”的，复审通过。",
    from: ["underAudit"],
    by: reviewers,
    guards: [
      answered,
      { is: "checklistSays", items: verdicts, verdict: "allYes", clause: id("HZ-6.3.2.b-1") },
      { is: "formalityDone", anyOf: ["recordOpinion"], since: "reply.submitted", clause: id("HZ-6.3.2.a-3") },
      {
        is: "formalityDone",
        anyOf: ["reviewCallBack"],
        since: "reply.submitted",
        where: { name: "reached", oneOf: ["yes"] },
        clause: id("HZ-6.3.2.b-2"),
      },
    ],
    example: story([...say.untilSigned(), say.opinion("2026-03-06 09:00"), say.pass("2026-03-09 10:00")], {
      refused: "formality.notDone",
    }),
  },
  {
    id: "record-delivery",
    act: "recordDelivery",
    clause: id("HZ-6.3.2.a-2"),
    serves: [id("HZ-6.1.1"), id("HZ-6.1.2"), id("HZ-6.1.3"), id("ZJ-4.1-2"), id("ZJ-4.1-1")],
    words: "按来信的渠道告知、回复信访人，并记录送达：收到信息由接收的机关告知，答复由承办单位回复。",
    from: known,
    by: [system, ...receivers, clerk],
    guards: [],
    example: {
      filing: say.sms,
      steps: [
        {
          at: "2026-03-02 09:30",
          who: say.dispatcher,
          act: "recordDelivery",
          input: { notice: "received", legId: null, channel: "sms", result: "已发送" },
        },
      ],
      then: { due: [["acknowledge-sms", at.bureau, "2026-03-03"]] },
    },
  },
  {
    id: "take-down",
    act: "takeDown",
    clause: id("HZ-4.6"),
    words: "公开后发现泄露信访人信息的，市信访局写明理由后撤下；规范未写撤下程序，本条为重构。",
    reconstructed: true,
    from: ["inHand", "answering", "answered"],
    by: publishers,
    guards: [],
    example: story(
      [
        ...say.untilReviewed(),
        say.publish("2026-03-10 09:00"),
        { at: "2026-03-11 09:00", who: say.auditor, act: "takeDown", input: { matterId: "m1", reason: "含有门牌号" } },
      ],
      { stage: "answered" },
    ),
  },
  {
    id: "rate",
    act: "rate",
    clause: id("ZJ-4.2-1"),
    serves: [id("ZJ-1-2"), id("HZ-6.3.2.a-2")],
    words: "信访人收到答复后就可以评价，不用等复审；评价与单位填的“信访人意见”分开。",
    from: ["inHand", "answering", "answered"],
    by: [petitioner],
    guards: [{ is: "told", notice: "reply", clause: id("HZ-6.3.2.a-2") }],
    example: story([...say.untilSigned(), say.rate("2026-03-06 20:00", "dissatisfied")], { stage: "inHand" }),
  },
];
