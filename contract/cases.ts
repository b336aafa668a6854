import { z } from "zod";
import { dutyLine, explanation } from "./duty.ts";
import {
  caseId,
  caseStage,
  channel,
  done,
  instant,
  legStage,
  orgName,
  paging,
  plainDate,
  searchWords,
  subject,
  track,
  uuid,
  words,
} from "./fields.ts";
import { route } from "./route.ts";

const byId = z.object({ id: caseId });

/** A case in a list. */
export const caseRow = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  stage: caseStage,
  track: track.nullable(),
  channel,
  receivedAt: instant,
  place: z.string().nullable(),
  urgent: z.boolean(),
  sealed: z.boolean(),
  repeats: z.number().int(),
  /** What has to be done next, and by whom; the most urgent one. */
  duty: dutyLine.nullable(),
});
export type CaseRow = z.infer<typeof caseRow>;

const refusal = z.object({
  code: z.string(),
  message: z.string(),
  rule: z.object({ id: z.string(), article: z.string(), text: z.string() }).nullable(),
});

/** An act that this person could do on this case: free, or closed with its reason and article. */
export const lawfulAct = z.object({
  act: z.string(),
  legId: z.string().nullable(),
  org: orgName.nullable(),
  closed: refusal.nullable(),
});
export type LawfulAct = z.infer<typeof lawfulAct>;

export const fileRow = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  purpose: z.string(),
  forPetitioner: z.boolean(),
  uploadedAt: instant,
});

const reply = z.object({
  version: z.number().int(),
  text: z.string(),
  parts: z.record(z.string(), z.string()),
  internalOpinion: z.string().nullable(),
  advisesWithholding: z.boolean(),
  adviceReason: z.string().nullable(),
  at: instant,
  by: z.string(),
  verdict: z.enum(["drafted", "rejected", "submitted", "returned", "passed"]),
  reason: z.string().nullable(),
});

const leg = z.object({
  id: z.string(),
  matterId: z.string(),
  kind: z.enum(["bureau", "unit"]),
  role: z.enum(["lead", "assist"]),
  org: orgName,
  sender: orgName,
  stage: legStage,
  openedAt: instant,
  viewedAt: instant.nullable(),
  note: z.string().nullable(),
  overdue: z.string().nullable(),
  responsible: z.array(z.object({ name: z.string(), post: z.string() })),
  returnRequest: z.object({ reason: z.string(), suggested: orgName, state: z.string(), askedAt: instant }).nullable(),
  inputs: z.array(
    z.object({ asked: z.string().nullable(), by: z.string().nullable(), given: z.string().nullable(), at: instant }),
  ),
  replies: z.array(reply),
});

export const timelineRow = z.object({
  seq: z.number().int(),
  at: instant,
  type: z.string(),
  text: z.string(),
  who: z.string(),
  /** `petitioner`: the citizen sees it too. */
  audience: z.enum(["petitioner", "internal"]),
});

/** Everything that a person may know of a case. With `sees: timings` the words are left out. */
export const caseDetail = z.object({
  id: z.string(),
  number: z.string(),
  version: z.number().int(),
  title: z.string(),
  stage: caseStage,
  sees: z.enum(["all", "timings"]),
  sealed: z.boolean(),
  track: track.nullable(),
  internalReason: z.string().nullable(),
  subject,
  accused: orgName.nullable(),
  complex: z.boolean(),
  finalAudit: z.boolean(),
  urgent: z.boolean(),
  channel,
  receivedAt: instant,
  registeredBy: z.string().nullable(),
  choice: z.enum(["public", "nonPublic"]),
  consentedOn: z.string().nullable(),
  area: orgName.nullable(),
  place: z.string().nullable(),
  content: z.string(),
  claim: z.string().nullable(),
  pack: z.object({ id: z.string(), title: z.string(), citation: z.string() }),
  petitioner: z
    .object({
      kind: z.string(),
      name: z.string(),
      phone: z.string().nullable(),
      replyBy: z.string(),
      people: z.number().int(),
      mayReveal: z.boolean(),
    })
    .nullable(),
  refusal: z.object({ reason: z.string(), rule: z.string(), wayOn: z.string().nullable() }).nullable(),
  matters: z.array(
    z.object({
      id: z.string(),
      title: z.string().nullable(),
      text: z.string().nullable(),
      stage: z.string(),
      publication: z.string(),
    }),
  ),
  legs: z.array(leg),
  duties: z.array(dutyLine.extend({ explanation })),
  acts: z.array(lawfulAct),
  timeline: z.array(timelineRow),
  files: z.array(fileRow),
  messages: z.array(
    z.object({
      id: z.string(),
      notice: z.string(),
      channel,
      recipient: z.string(),
      body: z.string(),
      state: z.string(),
      createdAt: instant,
      settledAt: instant.nullable(),
      attempts: z.array(z.object({ at: instant, result: z.string(), detail: z.string().nullable() })),
    }),
  ),
  repeats: z.object({
    chain: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), stage: caseStage })),
    timelyReplies: z.number().int(),
  }),
  /** Answered in another system before this one was set up. */
  imported: z
    .object({ source: z.string(), sourceId: z.string(), answer: z.string(), answeredOn: z.string() })
    .nullable(),
  rating: z.object({ grade: z.string(), comment: z.string().nullable() }).nullable(),
  reads: z.array(z.object({ at: instant, who: z.string(), what: z.string(), reason: z.string().nullable() })),
  drafts: z.array(z.object({ act: z.string(), data: z.unknown(), savedAt: instant })),
  /** What the forms of this case's acts are built from. */
  forms: z.object({
    replyParts: z.array(z.object({ code: z.string(), label: z.string() })),
    auditItems: z.array(z.string()),
    grounds: z.array(
      z.object({
        id: z.string(),
        article: z.string(),
        words: z.string(),
        fields: z.array(
          z.object({
            name: z.string(),
            label: z.string(),
            required: z.boolean(),
            kind: z.enum(["text", "choice", "org"]),
            choices: z.array(z.object({ value: z.string(), label: z.string() })),
          }),
        ),
      }),
    ),
  }),
});
export type CaseDetail = z.infer<typeof caseDetail>;

/** The petitioner as an operator writes them down. */
export const petitionerInput = z.object({
  kind: z.enum(["person", "legalPerson", "otherOrganisation"]).default("person"),
  name: words(50).default(""),
  organisation: words(100).nullable().default(null),
  phone: words(30).nullable().default(null),
  email: words(100).nullable().default(null),
  address: words(200).nullable().default(null),
  onBehalf: z
    .object({ name: words(50, 1), relation: words(50, 1) })
    .nullable()
    .default(null),
  people: z.number().int().min(1).max(9999).default(1),
  representatives: z.array(words(50, 1)).max(5, { error: "代表最多 5 人" }).default([]),
  replyBy: z.enum(["sms", "phone", "email", "web"]).default("phone"),
});

/** A request as it is taken in. */
export const filingInput = z.object({
  channel,
  receivedAt: instant.nullable().default(null),
  subject: subject.default("ordinary"),
  choice: z.enum(["public", "nonPublic"]).default("public"),
  title: words(30).nullable().default(null),
  content: words(5000, 2),
  claim: words(500).nullable().default(null),
  areaId: z.string().max(64).nullable().default(null),
  place: words(200).nullable().default(null),
  urgent: z.boolean().default(false),
  petitioner: petitionerInput,
});

export const filedReply = z.object({
  id: z.string(),
  number: z.string(),
  /** Shown once. */
  code: z.string(),
  next: z.object({ owner: z.string(), title: z.string(), due: z.string().nullable(), article: z.string() }).nullable(),
});

export const cases = {
  list: route({
    method: "GET",
    path: "/api/cases",
    summary: "查找案件",
    tag: "案件",
    audience: "staff",
    query: z.object({
      ...paging,
      q: searchWords,
      stage: caseStage.optional(),
      track: track.optional(),
      channel: channel.optional(),
      org: z.string().max(64).optional(),
      from: plainDate.optional(),
      to: plainDate.optional(),
      overdue: z.coerce.boolean().optional(),
    }),
    reply: z.object({ total: z.number().int(), rows: z.array(caseRow), ignoredFilters: z.boolean() }),
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
      field: z.enum(["title", "area", "place", "urgent", "phone", "email", "name"]),
      value: words(200).nullable(),
    }),
    reply: done,
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
  callers: route({
    method: "GET",
    path: "/api/callers",
    summary: "来电号码以前的案件",
    tag: "案件",
    audience: "staff",
    query: z.object({ phone: z.string().min(5).max(30) }),
    reply: z.object({ rows: z.array(caseRow) }),
  }),
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
      email: z.string().nullable(),
      address: z.string().nullable(),
      onBehalf: z.object({ name: z.string(), relation: z.string() }).nullable(),
      representatives: z.array(z.string()),
      seconds: z.number().int(),
    }),
  }),
  previewDispatch: route({
    method: "POST",
    path: "/api/cases/:id/dispatch-preview",
    summary: "批转前看到的期限和不能选的单位",
    tag: "办理",
    audience: "staff",
    params: byId,
    body: z.object({ track: track.nullable(), legId: z.string().max(8).nullable().default(null) }),
    reply: z.object({
      due: z.string().nullable(),
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
  saveDraft: route({
    method: "PUT",
    path: "/api/cases/:id/drafts/:act",
    summary: "保存草稿",
    tag: "办理",
    audience: "staff",
    params: byId.extend({ act: z.string().max(40) }),
    body: z.object({ data: z.record(z.string(), z.unknown()) }),
    reply: z.object({ savedAt: instant }),
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

export const worklist = {
  rows: route({
    method: "GET",
    path: "/api/worklist",
    summary: "我的待办，按期限排序",
    tag: "待办",
    audience: "staff",
    query: z.object({
      ...paging,
      tab: z.enum(["today", "all", "done"]).default("all"),
      rule: z.string().max(60).optional(),
      q: searchWords,
    }),
    reply: z.object({ total: z.number().int(), rows: z.array(caseRow) }),
  }),
  counts: route({
    method: "GET",
    path: "/api/worklist/counts",
    summary: "待办数量",
    tag: "待办",
    audience: "staff",
    reply: z.object({
      today: z.number().int(),
      all: z.number().int(),
      overdue: z.number().int(),
      done: z.number().int(),
      byRule: z.array(z.object({ rule: z.string(), title: z.string(), n: z.number().int() })),
      notices: z.number().int(),
      messages: z.number().int(),
    }),
  }),
};
