import { clauseId as id } from "../../domain/rules/clause.ts";
import type { PaperKind, PaperPart } from "../../domain/rules/paper.ts";
import { at } from "./example-office.ts";
import * as say from "./stories.ts";

const operator = { post: "operator", body: "intake" } as const;
const dispatcher = { post: "dispatcher", body: "topBureau" } as const;
const head = { post: "bureauHead", body: "topBureau" } as const;

const arrived: PaperPart = {
  label: "来件",
  from: { words: "您于{receivedOn}以{channel}方式反映的“{title}”（编号{caseNumber}）收悉。" },
  as: "text",
  required: true,
};
const follow: PaperPart = {
  label: "查询",
  from: { words: "凭编号和查询码，可在 {queryPage} 查看办理情况。" },
  as: "text",
};

/** What the regulation has told, sent and answered, as papers. It names no form and prints none. */
export const papers: readonly PaperKind[] = [
  {
    id: "refusal-notice",
    clause: id("FZ-3.1"),
    serves: ["3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9"].map((n) => id(`FZ-${n}`)),
    words: "不予受理的，可以出具告知书，写明理由、条款和去处。",
    reconstructed: true,
    code: "F-05",
    title: "不予受理告知书",
    layout: "notice",
    of: "case",
    at: ["refused"],
    by: [dispatcher, head, operator],
    when: [],
    numberWord: "{organ}不受",
    signedBy: null,
    to: "petitioner",
    supplied: true,
    parts: [
      arrived,
      { label: "理由", from: { ground: "reason" }, as: "text", required: true },
      {
        label: "依据",
        from: {
          words: "根据{regulationTitle}{article}，12345系统不予受理。",
          with: { article: { ground: "article" } },
        },
        as: "text",
        required: true,
      },
      { label: "去处", from: { ground: "wayOn" }, as: "text" },
      follow,
    ],
    example: {
      filing: say.phone,
      steps: [
        say.handOver("2026-03-02 09:40"),
        { at: "2026-03-02 10:00", who: say.dispatcher, act: "refuse", input: { ground: "ground.3.1", fields: {} } },
      ],
      then: { stage: "refused" },
    },
  },
  {
    id: "internal-transfer-notice",
    clause: id("FZ-6-5"),
    words: "转内部办理的，以固定文字告知诉求人。",
    code: "F-06",
    title: "转办告知书",
    layout: "notice",
    of: "leg",
    at: [],
    by: [operator],
    when: [
      { is: "track", value: "internal" },
      { is: "role", value: "lead" },
    ],
    numberWord: "{organ}转告",
    signedBy: null,
    to: "petitioner",
    supplied: true,
    parts: [
      arrived,
      { label: "告知", from: { words: "您所反映的问题已转由{handlingOrgan}内部办理。" }, as: "text", required: true },
    ],
    example: {
      filing: say.phone,
      steps: [
        say.handOver("2026-03-02 09:40"),
        say.classify("2026-03-02 10:00", { track: "internal", internalReason: "differs" }),
        say.dispatch("2026-03-02 10:05", at.housing),
      ],
      then: { stage: "inHand" },
    },
  },
  {
    id: "dispatch-slip",
    clause: id("FZ-7-2"),
    serves: [id("FZ-7-3"), id("FZ-8.2-1"), id("FZ-10-2")],
    words: "批转给承办单位时，可以打印批转单：诉求、期限、责任人和答复都在一张上。",
    reconstructed: true,
    code: "F-01",
    title: "诉求件批转单",
    layout: "table",
    of: "leg",
    at: [],
    by: [dispatcher, { post: "dispatcher", body: "sender" }, { post: "clerk", body: "holder" }],
    when: [],
    numberWord: "{organ}批",
    signedBy: null,
    to: null,
    supplied: true,
    parts: [
      { label: "批转", from: "caseNumber", as: "band" },
      { label: "编号", from: "caseNumber", required: true },
      { label: "收件渠道", from: "channel" },
      { label: "诉求人", from: "petitionerName" },
      { label: "联系电话", from: "petitionerPhone" },
      { label: "是否公开", from: "publicChoice" },
      { label: "收件日期", from: "receivedOn", required: true },
      { label: "标题", from: "title", as: "wide", required: true },
      { label: "诉求内容", from: "content", as: "wide" },
      { label: "附件", from: "files", as: "wide" },
      { label: "办理类别", from: "track" },
      { label: "批转日期", from: "dispatchedOn", required: true },
      { label: "批转单位", from: "sendingOrgan", required: true },
      { label: "承办单位", from: "handlingOrgan", required: true },
      { label: "批转人", from: "dispatcher" },
      { label: "答复期限", from: { duty: "reply" } },
      { label: "批转意见", from: "dispatchNote", as: "wide" },
      { label: "责任人", from: "responsible", as: "wide" },
      { label: "办理", from: "caseNumber", as: "band" },
      { label: "办理结果", from: "replyText", as: "wide" },
      { label: "经办人", from: "handler" },
      { label: "分管领导批准", from: "approver" },
      { label: "报送日期", from: "replyOn" },
      { label: "审核人", from: "auditor" },
    ],
    example: {
      filing: say.phone,
      steps: [
        say.handOver("2026-03-02 09:40"),
        say.classify("2026-03-02 10:00"),
        say.dispatch("2026-03-02 10:05", at.housing),
      ],
      then: { leg: [at.housing, "dispatched"] },
    },
  },
  {
    id: "answer-letter",
    clause: id("FZ-9-3"),
    serves: [id("FZ-9-1"), id("FZ-9.1"), id("FZ-9.2")],
    words: "审核通过后，可以把办理结果打印成答复书反馈诉求人。",
    reconstructed: true,
    code: "F-08",
    title: "诉求件答复书",
    heading: "关于“{title}”的答复",
    layout: "notice",
    of: "leg",
    at: ["passed"],
    by: [operator, { post: "clerk", body: "holder" }],
    when: [{ is: "role", value: "lead" }],
    numberWord: "{organ}复",
    signedBy: null,
    to: "petitioner",
    supplied: true,
    parts: [
      arrived,
      { label: "承办", from: { words: "经{handlingOrgan}办理，现答复如下：" }, as: "text", required: true },
      { label: "答复", from: "replyText", as: "text", required: true },
      follow,
    ],
    example: {
      filing: say.phone,
      steps: [
        say.handOver("2026-03-02 09:40"),
        ...say.untilAudit(at.housing),
        say.passAudit("2026-03-17 15:00", at.housing),
      ],
      then: { leg: [at.housing, "passed"] },
    },
  },
];
