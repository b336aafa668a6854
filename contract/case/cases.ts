import { z } from "zod";
import {
  caseId,
  caseStage,
  channel,
  done,
  flag,
  inOrder,
  instant,
  orgId,
  orgName,
  paging,
  plainDate,
  searchWords,
  subject,
  track,
  uuid,
  words,
} from "../fields.ts";
import { correctableFields } from "../../domain/fields/correction.ts";
import { route } from "../route.ts";
import { claimAnswers, promised } from "./acts.ts";
import { sheetKinds } from "./sheet-kinds.ts";
import { fill } from "../../domain/words/fill.ts";
import { fieldWords } from "../words.ts";
import { caseDetail } from "./case-detail.ts";
import { callers } from "./callers.ts";
import { caseRow, fileRow } from "./case-row.ts";
import { changesReply, listReply, since } from "./worklist.ts";
import { filingInput, filedReply } from "./filing.ts";

const byId = z.object({ id: caseId });

const conditions = {
  q: searchWords,
  stage: caseStage.optional(),
  track: track.optional(),
  channel: channel.optional(),
  /** Cases that this unit or bureau has or had. */
  org: z.string().max(64).optional(),
  /** The district or county that it happened in. */
  area: z.string().max(64).optional(),
  /** Cases that this person has acted on. */
  handler: z.uuid().optional(),
  /** The reason for which it was not taken up. */
  ground: z.string().max(60).optional(),
  /** What a formality has last stated, `field:value`: the outcome, the cause. */
  fact: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,39}:.{1,60}$/u, {
      error: (issue) => fill(fieldWords.option, { value: String(issue.input) }),
    })
    .optional(),
  from: plainDate.optional(),
  to: plainDate.optional(),
  overdue: flag.optional(),
  /** Cases that no unit has in hand; cases of a dissatisfied petitioner, of which nobody has decided what becomes. */
  unclaimed: flag.optional(),
  judging: flag.optional(),
};

export const cases = {
  list: route({
    method: "GET",
    path: "/api/cases",
    summary: "查找案件",
    tag: "案件",
    audience: "staff",
    query: inOrder(z.object({ ...paging, ...conditions })),
    reply: z.object({
      ...listReply,
      ignoredFilters: z.boolean(),
      /** The text was compared with people as well, and the search written down. */
      askedPeople: z.boolean(),
    }),
  }),
  changes: route({
    method: "GET",
    path: "/api/cases/changes",
    summary: "列表取出以后又有几件更新",
    tag: "案件",
    audience: "staff",
    query: inOrder(z.object({ ...conditions, since })),
    reply: changesReply,
  }),
  choices: route({
    method: "GET",
    path: "/api/cases/choices",
    summary: "查找案件时可以选的单位、人员、区县、结果",
    tag: "案件",
    audience: "staff",
    reply: z.object({
      units: z.array(orgName),
      areas: z.array(orgName),
      people: z.array(z.object({ id: z.string(), name: z.string(), org: z.string() })),
      grounds: z.array(z.object({ id: z.string(), name: z.string() })),
      /** 本地区的类别和街道，更正时从中选。 */
      categories: z.array(z.string()),
      streets: z.array(z.object({ name: z.string(), area: z.string(), initials: z.string() })),
      facts: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          choices: z.array(z.object({ value: z.string(), label: z.string() })),
        }),
      ),
    }),
  }),
  export: route({
    method: "GET",
    path: "/api/cases/export",
    summary: "导出查找到的全部案件（xlsx、csv、docx 或 pdf，留痕）",
    tag: "案件",
    audience: "staff",
    query: inOrder(z.object({ ...conditions, purpose: words(100, 1), as: z.enum(sheetKinds).default("xlsx") })),
    reply: z.unknown(),
    download: true,
  }),
  open: route({
    method: "GET",
    path: "/api/cases/:id",
    summary: "打开案件（单位第一次打开即为查阅）",
    tag: "案件",
    audience: "staff",
    params: byId,
    reply: caseDetail,
  }),
  register: route({
    method: "POST",
    path: "/api/cases",
    summary: "登记来电、来信、短信、传真",
    tag: "案件",
    audience: "staff",
    body: filingInput,
    reply: filedReply,
    status: 201,
    once: true,
  }),
  correct: route({
    method: "POST",
    path: "/api/cases/:id/corrections",
    summary: "更正登记内容",
    tag: "案件",
    audience: "staff",
    params: byId,
    body: z.object({
      field: z.enum(correctableFields),
      value: words(200).nullable(),
      reason: words(200).nullable().default(null),
    }),
    reply: done,
    once: true,
  }),
  related: route({
    method: "GET",
    path: "/api/cases/:id/related",
    summary: "同一人的其他案件和相似案件",
    tag: "案件",
    audience: "staff",
    params: byId,
    reply: z.object({ samePerson: z.array(caseRow), similar: z.array(caseRow) }),
  }),
  callers,
  reveal: route({
    method: "POST",
    path: "/api/cases/:id/reveal",
    summary: "查看完整联系方式（留痕）",
    tag: "案件",
    audience: "staff",
    params: byId,
    body: z.object({
      reason: z.enum(["callBack", "verify", "serve", "onSite", "other"]),
      note: words(200).default(""),
    }),
    reply: z.object({
      name: z.string(),
      organisation: z.string().nullable(),
      phone: z.string().nullable(),
      /** 电话旁边写的话，如是谁的号码。 */
      phoneNote: z.string().nullable(),
      email: z.string().nullable(),
      address: z.string().nullable(),
      onBehalf: z.object({ name: z.string(), relation: z.string() }).nullable(),
      representatives: z.array(z.string()),
      seconds: z.number().int(),
    }),
    once: true,
  }),
  previewDispatch: route({
    method: "POST",
    path: "/api/cases/:id/dispatch-preview",
    summary: "批转前看到的期限和不能选的单位",
    tag: "办理",
    audience: "staff",
    params: byId,
    body: z.object({
      track: track.nullable(),
      subject: subject.nullable().default(null),
      accused: orgId.nullable().default(null),
      legId: z.string().max(8).nullable().default(null),
    }),
    reply: z.object({
      due: z.string().nullable(),
      /** 按小时、分钟计算的期限到点的时刻；按日计算的为空。 */
      dueAt: z.string().nullable(),
      /** 应当提前办结的那一天。 */
      target: z.string().nullable(),
      /** 规定允许或要求交办时写明期限。 */
      mayTakeDay: z.boolean(),
      asksDay: z.boolean(),
      /** 可以作为接收方的机构种类。 */
      kinds: z.array(z.string()),
      term: z.string(),
      gap: z.number().int().nullable(),
      closed: z.array(z.object({ id: z.string(), message: z.string() })),
      suggestions: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })),
    }),
  }),
  previewRefusal: route({
    method: "POST",
    path: "/api/cases/:id/refusal-preview",
    summary: "不予受理告知的文字",
    tag: "办理",
    audience: "staff",
    params: byId,
    body: z.object({ ground: z.string().max(60), fields: z.record(z.string(), z.string()) }),
    reply: z.object({ text: z.string() }),
  }),
  previewReply: route({
    method: "POST",
    path: "/api/cases/:id/reply-preview",
    summary: "答复发出前看到的消息、公开页，以及与别件答复的比对",
    tag: "办理",
    audience: "staff",
    params: byId,
    body: z.object({
      legId: z.string().max(8),
      text: words(10_000),
      parts: z.record(z.string().max(40), words(5000)).default({}),
      claims: claimAnswers.default([]),
      promises: promised.default([]),
      withhold: z.boolean().default(false),
    }),
    reply: z.object({
      messages: z.array(
        z.object({
          channel,
          recipient: z.string(),
          body: z.string(),
          letters: z.number().int(),
          /** 短信按70字一条、续条67字计算。 */
          parts: z.number().int(),
        }),
      ),
      /** 看过这份答复的凭据：提出同一份答复时一并带上。 */
      seen: z.string(),
      published: z.boolean(),
      question: z.object({ title: z.string(), text: z.string(), answer: z.string() }).nullable(),
      /** 现在退回的话，重办的最后一天。 */
      redoBy: z.string().nullable(),
      /** 与本单位另一件的答复几乎一样。 */
      alike: z.object({ number: z.string(), percent: z.number().int() }).nullable(),
      /** 答复里有、来件里没有的地名、单位、编号。 */
      strange: z.array(z.string()),
    }),
  }),
  saveDraft: route({
    method: "PUT",
    path: "/api/cases/:id/drafts/:act",
    summary: "保存草稿",
    tag: "办理",
    audience: "staff",
    params: byId.extend({ act: z.string().max(80) }),
    body: z.object({ data: z.record(z.string(), z.unknown()) }),
    reply: z.object({ savedAt: instant }),
    once: true,
  }),
  attach: route({
    method: "POST",
    path: "/api/cases/:id/files",
    summary: "添加文件",
    tag: "案件",
    audience: "staff",
    params: byId,
    upload: true,
    reply: z.object({ files: z.array(fileRow) }),
    status: 201,
    once: true,
  }),
  file: route({
    method: "GET",
    path: "/api/files/:id",
    summary: "下载文件",
    tag: "案件",
    audience: "staff",
    params: z.object({ id: uuid }),
    reply: z.unknown(),
    download: true,
  }),
};
