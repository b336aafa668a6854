import { z } from "zod";
import { filedReply, webFilingInput } from "./case/filing.ts";
import { explanation } from "./case/duty.ts";
import { instant, paging, uuid } from "./fields.ts";
import { route } from "./route.ts";

const answerRow = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  answeredOn: z.string(),
  start: z.string(),
});

/** What a citizen may know of the own case; no word of a reply before its audit has passed (FZ-9-1). */
export const followView = z.object({
  number: z.string(),
  title: z.string(),
  state: z.string(),
  receivedAt: instant,
  holder: z.string().nullable(),
  since: z.string().nullable(),
  due: z.string().nullable(),
  overdue: z.boolean(),
  explanation: explanation.nullable(),
  replies: z.array(z.object({ unit: z.string(), text: z.string(), releasedAt: instant })),
  /** 多次反映、不再批转的，指向上一次的答复；其他情况为空。 */
  pointedTo: z.string().nullable(),
  refusal: z.object({ reason: z.string(), rule: z.string(), wayOn: z.string().nullable() }).nullable(),
});

export const publicDoors = {
  neighbours: route({
    method: "GET",
    path: "/api/public/neighbours",
    summary: "同一系统里的其他演示地区",
    tag: "公众",
    audience: "public",
    reply: z.object({ rows: z.array(z.object({ name: z.string(), url: z.string() })) }),
  }),
  file: route({
    method: "POST",
    path: "/api/public/cases",
    summary: "网上提交诉求",
    tag: "公众",
    audience: "public",
    body: webFilingInput,
    reply: filedReply,
    status: 201,
    perMinute: 20,
    once: true,
  }),
  follow: route({
    method: "POST",
    path: "/api/public/follow",
    summary: "凭编号和查询码查进展",
    tag: "公众",
    audience: "public",
    body: z.object({ number: z.string().max(200), code: z.string().max(60) }),
    reply: followView,
    perMinute: 30,
  }),
  answers: route({
    method: "GET",
    path: "/api/public/answers",
    summary: "公开的答复",
    tag: "公众",
    audience: "public",
    query: z.object({
      ...paging,
      q: z.string().trim().max(60).default(""),
      org: z.string().max(64).optional(),
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .optional(),
    }),
    reply: z.object({ total: z.number().int(), rows: z.array(answerRow) }),
  }),
  answer: route({
    method: "GET",
    path: "/api/public/answers/:id",
    summary: "一条公开的答复",
    tag: "公众",
    audience: "public",
    params: z.object({ id: uuid }),
    reply: answerRow.extend({ question: z.string(), answer: z.string(), daysUsed: z.number().int().nullable() }),
  }),
};
