import { clauseId as id } from "../../domain/rules/clause.ts";
import type { PaperKind, PaperPart, Source } from "../../domain/rules/paper.ts";
import { at, holder } from "./example-office.ts";
import { bureauHead, bureauStaff, clerk, deciders, leader, reReviewers, reviewers } from "./holders.ts";
import * as say from "./stories.ts";

const arrived: PaperPart = {
  label: "来件",
  from: { words: "您于{receivedOn}以{channel}方式提出的信访事项“{title}”（编号{caseNumber}）收悉。" },
  as: "text",
  required: true,
};
const follow: PaperPart = {
  label: "查询",
  from: { words: "凭编号和查询码，可在 {queryPage} 查询办理进展和结果。" },
  as: "text",
};

/** What a formality stated in one of its fields. */
function said(formality: string, field: string): Source {
  return { formality, field };
}

function section(label: string, from: Source): PaperPart {
  return { label, from, as: "section", required: true };
}

const notice = {
  layout: "notice",
  signedBy: null,
  to: "petitioner",
  supplied: true,
  reconstructed: true,
  when: [],
} as const;
const lead = { is: "role", value: "lead" } as const;

const onGround: readonly PaperPart[] = [
  arrived,
  { label: "理由", from: { ground: "reason" }, as: "text", required: true },
  { label: "去处", from: { ground: "wayOn" }, as: "text" },
  {
    label: "依据",
    from: { words: "依据：{regulationTitle}{article}。", with: { article: { ground: "article" } } },
    as: "text",
    required: true,
  },
];

const review = [
  ...say.answered(at.countyLand),
  say.applyReview("2026-04-20 09:00", at.countyLand, at.land),
  say.review("2026-05-06 09:00", at.countyLand, at.land),
];
const reReview = [
  ...review,
  say.applyReReview("2026-05-20 09:00", at.countyLand, at.provinceLand),
  say.reReview("2026-06-10 09:00", at.countyLand, at.provinceLand),
];
const extended = [
  ...say.accepted(),
  say.view("2026-03-06 09:10", at.land),
  say.carryOn("2026-04-20 09:00", holder(at.land, "clerk"), "ask-extension", at.land, {
    days: "15",
    extensionReason: "等待测绘结果",
  }),
  say.carryOn("2026-04-21 09:00", holder(at.land, "principalLeader"), "grant-extension", at.land, {
    days: "15",
    extensionReason: "等待测绘结果",
  }),
];

/** Word of what becomes of a matter at the gate; the ordinance asks for writing and prints no form. */
const atGate: readonly PaperKind[] = [
  {
    ...notice,
    id: "refusal-notice",
    clause: id("N22-19-4"),
    words: "不予受理的，可以出具告知书，写明理由和条款；条例没有印出格式。",
    code: "F-05",
    title: "不予受理告知书",
    of: "case",
    at: ["refused"],
    by: deciders,
    numberWord: "{organ}不受",
    parts: onGround,
    example: say.story([say.refuse("2026-03-02 10:00", "ground.19", { caseAt: "临河县自然资源局" })], {
      stage: "refused",
    }),
  },
  {
    ...notice,
    id: "elsewhere-notice",
    clause: id("N22-23-3"),
    serves: ["1", "2", "3", "4"].map((n) => id(`N22-31-${n}`)),
    words: "告知向有权处理的机关、单位提出，或者应当进入的程序。",
    code: "F-05",
    title: "告知书",
    of: "case",
    at: ["sentElsewhere"],
    by: deciders,
    numberWord: "{organ}告",
    parts: onGround,
    example: say.story(
      [say.refuse("2026-03-02 10:00", "route.31-2", { procedure: "仲裁", caseAt: "市劳动人事争议仲裁委员会" })],
      {
        stage: "sentElsewhere",
      },
    ),
  },
  {
    ...notice,
    id: "no-longer-notice",
    clause: id("N22-36-4"),
    words: "复核后不再受理的，可以出具告知书。",
    code: "F-05",
    title: "不再受理告知书",
    of: "case",
    at: ["noLongerAccepted"],
    by: deciders,
    numberWord: "{organ}不再受",
    parts: onGround,
    example: say.story([say.refuse("2026-03-02 10:00", "ended.36", { caseAt: "省自然资源厅" })], {
      stage: "noLongerAccepted",
    }),
  },
  {
    ...notice,
    id: "routing-notice",
    clause: id("N22-23-2"),
    words: "转送、交办后告知去向。",
    code: "F-06",
    title: "转送（交办）告知书",
    of: "leg",
    at: [],
    by: [bureauStaff, bureauHead],
    when: [lead],
    numberWord: "{organ}转告",
    parts: [
      arrived,
      {
        label: "去向",
        from: { words: "已于{dispatchedOn}由{sendingOrgan}转{handlingOrgan}处理。" },
        as: "text",
        required: true,
      },
      follow,
    ],
    example: say.story(say.sent(), { leg: [at.land, "dispatched"] }),
  },
];

const ofOrgan: readonly PaperKind[] = [
  {
    ...notice,
    id: "acceptance-notice",
    clause: id("N22-23-5"),
    serves: [id("N22-23-1"), id("N22-23-4"), id("JY22-0-4")],
    words: "书面告知接收情况以及处理途径和程序；简易办理的，信访人要求时出具。",
    code: "F-04",
    title: "受理告知书",
    of: "leg",
    at: [],
    by: [clerk, leader],
    when: [{ is: "done", formality: "accept" }],
    numberWord: "{organ}受",
    parts: [
      arrived,
      {
        label: "接收",
        from: { words: "{handlingOrgan}已经接收，属于本机关、单位职权范围。" },
        as: "text",
        required: true,
      },
      {
        label: "处理途径和程序",
        from: { words: "处理途径和程序：{route}。", with: { route: said("accept", "route") } },
        as: "text",
        required: true,
      },
      { label: "办结期限", from: { words: "应当于{due}前办结。", with: { due: { duty: "handle" } } }, as: "text" },
      follow,
    ],
    example: say.story(say.accepted(), { leg: [at.land, "dispatched"] }),
  },
  {
    ...notice,
    id: "extension-notice",
    clause: id("N22-34-2"),
    words: "延长办理期限的，告知延期理由。",
    code: "F-07",
    title: "延长办理期限告知书",
    of: "leg",
    at: [],
    by: [clerk, leader],
    when: [{ is: "done", formality: "grant-extension" }],
    numberWord: "{organ}延",
    parts: [
      arrived,
      {
        label: "延期",
        from: {
          words: "原定{oldDay}办结，经本机关、单位负责人批准，延长至{newDay}。",
          with: { oldDay: { extension: "oldDay", duty: "handle" }, newDay: { extension: "newDay", duty: "handle" } },
        },
        as: "text",
        required: true,
      },
      {
        label: "理由",
        from: { words: "延期理由：{why}。", with: { why: said("grant-extension", "extensionReason") } },
        as: "text",
        required: true,
      },
    ],
    example: say.story(extended, { due: [["handle", at.land, "2026-05-20"]] }),
  },
  {
    id: "opinion",
    clause: id("N22-31-6"),
    serves: [id("N22-32-1"), id("N22-32-2"), id("N22-35-1")],
    words: "信访处理意见书：载明投诉请求、事实和理由、处理意见及其法律法规依据，并写明复查的期限。",
    code: "F-08",
    title: "信访处理意见书",
    heading: "关于“{title}”信访事项的处理意见书",
    layout: "official",
    of: "leg",
    at: ["passed"],
    by: [clerk, leader],
    when: [lead, { is: "fact", name: "branch", oneOf: ["31-6"], asOf: "now" }],
    numberWord: "{organ}信访处",
    signedBy: "leaderInCharge",
    to: "petitioner",
    supplied: true,
    parts: [
      arrived,
      section("投诉请求", { replyPart: "request" }),
      section("事实和理由", { replyPart: "facts" }),
      section("处理意见", { replyPart: "opinion" }),
      section("法律法规依据", { replyPart: "basis" }),
      {
        label: "复查",
        from: { words: "对本意见不服的，可以自收到之日起30日内，向本机关、单位的上一级机关、单位请求复查。" },
        as: "text",
        required: true,
      },
    ],
    example: say.story(say.answered(), { leg: [at.land, "passed"] }),
  },
  {
    id: "settlement",
    clause: id("N22-33-1"),
    words: "经调解、和解达成一致意见的，制作调解协议书或者和解协议书。",
    code: "F-19",
    title: "调解（和解）协议书",
    layout: "table",
    of: "leg",
    at: [],
    by: [clerk, leader],
    when: [{ is: "fact", name: "agreed", oneOf: ["yes"], asOf: "now" }],
    numberWord: null,
    signedBy: null,
    to: "petitioner",
    supplied: true,
    parts: [
      { label: "编号", from: "caseNumber", required: true },
      { label: "信访人", from: "petitionerName", required: true },
      { label: "组织机关", from: "handlingOrgan", required: true },
      { label: "方式", from: said("mediate", "settlementWay"), required: true },
      { label: "事项", from: "title", as: "wide", required: true },
      { label: "协议内容", from: said("mediate", "agreement"), as: "wide", required: true },
      { label: "双方签名、盖章", from: "blank", as: "wide" },
    ],
    example: say.story(
      [
        ...say.accepted(),
        say.view("2026-03-06 09:10", at.land),
        say.carryOn("2026-03-23 09:00", holder(at.land, "clerk"), "mediate", at.land, {
          settlementWay: "mediation",
          consent: "yes",
          agreed: "yes",
          agreement: "补付两千元",
        }),
      ],
      { leg: [at.land, "viewed"] },
    ),
  },
  {
    id: "closing-report",
    clause: id("N22-22-5"),
    words: "交办的，提交办结报告。",
    code: "F-26",
    title: "信访事项办结报告",
    layout: "official",
    of: "leg",
    at: ["passed"],
    by: [clerk, leader],
    when: [{ is: "done", formality: "closing-report" }],
    numberWord: "{organ}信访办",
    signedBy: "leaderInCharge",
    to: "superior",
    supplied: true,
    parts: [
      {
        label: "交办",
        from: {
          words: "{sendingOrgan}于{dispatchedOn}交办的信访事项“{title}”（编号{caseNumber}）已经办结，报告如下：",
        },
        as: "text",
        required: true,
      },
      section("办理情况和结果", said("closing-report", "closing")),
      { label: "答复信访人", from: "replyText", as: "section" },
    ],
    example: say.story(
      [
        say.sort("2026-03-03 10:00", { form: "assign" }),
        say.dispatchBy("2026-03-03 10:05", say.dispatcher, "2026-04-10", at.land),
        ...say.answered().slice(2),
        say.carryOn("2026-04-09 09:00", holder(at.land, "clerk"), "closing-report", at.land, {
          closing: "已复测并答复",
        }),
      ],
      { leg: [at.land, "passed"] },
    ),
  },
];

const above: readonly PaperKind[] = [
  {
    id: "review-opinion",
    clause: id("N22-35-2"),
    serves: [id("N22-36-1")],
    words: "复查意见书：写明请求、结论和意见，并写明复核的期限。",
    reconstructed: true,
    code: "F-11",
    title: "信访事项复查意见书",
    layout: "official",
    of: "leg",
    at: ["passed"],
    by: reviewers,
    when: [{ is: "done", formality: "conclude-review" }],
    numberWord: "{organ}信访复查",
    signedBy: null,
    to: "petitioner",
    supplied: true,
    parts: [
      arrived,
      section("复查请求", said("apply-review", "reviewRequest")),
      section("复查结论", said("conclude-review", "reviewResult")),
      section("复查意见", said("conclude-review", "reviewOpinion")),
      {
        label: "复核",
        from: { words: "对本意见不服的，可以自收到之日起30日内，向本机关、单位的上一级机关、单位请求复核。" },
        as: "text",
        required: true,
      },
    ],
    example: say.story(review, { leg: [at.countyLand, "passed"] }),
  },
  {
    id: "re-review-opinion",
    clause: id("N22-36-2"),
    serves: [id("N22-36-4")],
    words: "复核意见书：写明请求、结论和意见，并说明以同一事实和理由再提出的不再受理。",
    reconstructed: true,
    code: "F-12",
    title: "信访事项复核意见书",
    layout: "official",
    of: "leg",
    at: ["passed"],
    by: reReviewers,
    when: [{ is: "done", formality: "conclude-re-review" }],
    numberWord: "{organ}信访复核",
    signedBy: null,
    to: "petitioner",
    supplied: true,
    parts: [
      arrived,
      section("复核请求", said("apply-re-review", "reReviewRequest")),
      section("复核结论", said("conclude-re-review", "reReviewResult")),
      section("复核意见", said("conclude-re-review", "reReviewOpinion")),
      {
        label: "终结",
        from: { words: "仍然以同一事实和理由提出投诉请求的，各级信访部门和其他机关、单位不再受理。" },
        as: "text",
        required: true,
      },
    ],
    example: say.story(reReview, { leg: [at.countyLand, "passed"] }),
  },
  {
    id: "improvement-proposal",
    clause: id("N22-40-1"),
    serves: [id("N22-40-4")],
    words: "督办并提出改进工作的建议，要求书面反馈采纳情况。",
    reconstructed: true,
    code: "F-23",
    title: "信访事项督办单（改进工作建议）",
    layout: "official",
    of: "leg",
    at: [],
    by: [bureauStaff, bureauHead],
    when: [{ is: "done", formality: "supervise" }],
    numberWord: "{organ}信访督",
    signedBy: "bureauHead",
    to: "units",
    supplied: true,
    parts: [
      {
        label: "事由",
        from: { words: "{handlingOrgan}办理的信访事项“{title}”（编号{caseNumber}），督办如下：" },
        as: "text",
        required: true,
      },
      section("发现的情形", said("supervise", "fault")),
      section("改进工作的建议", said("supervise", "improvement")),
      { label: "反馈", from: { words: "请书面反馈采纳情况。" }, as: "text", required: true },
    ],
    example: say.story(
      [
        ...say.sent(),
        say.carryOn("2026-04-01 09:00", say.dispatcher, "supervise", at.land, {
          fault: "delay",
          improvement: "一周内告知受理",
        }),
      ],
      { leg: [at.land, "dispatched"] },
    ),
  },
];

/** What the ordinance has told, issued and proposed in writing. It names three of these papers and prints none. */
export const papers: readonly PaperKind[] = [...atGate, ...ofOrgan, ...above];
