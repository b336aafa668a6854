import { z } from "zod";
import { caseId, channel, done, instant, paging, uuid, words } from "./fields.ts";
import { route } from "./route.ts";

export const messageRow = z.object({
  id: z.string(),
  /** 管理员只看发送情况，看不到是哪一件、发给谁、写了什么。 */
  caseId: z.string().nullable(),
  number: z.string().nullable(),
  notice: z.string(),
  channel,
  recipient: z.string(),
  body: z.string(),
  /** 内容里有查询码或评价链接，工作人员看不到。 */
  veiled: z.boolean(),
  /** 短信按70字一条、续条67字计算。 */
  parts: z.number().int(),
  state: z.string(),
  createdAt: instant,
  settledAt: instant.nullable(),
  /** 不在发送时段的，到这个时间才发出；其余为空。 */
  sendAfter: instant.nullable(),
  /** 有一次没有收到回音又再发过，对方可能收到两遍。 */
  maybeTwice: z.boolean(),
  attempts: z.array(z.object({ at: instant, result: z.string(), detail: z.string().nullable() })),
});
export type MessageRow = z.infer<typeof messageRow>;

export const messages = {
  list: route({
    method: "GET",
    path: "/api/messages",
    summary: "消息发送记录和待办的电话",
    tag: "消息",
    audience: "staff",
    query: z.object({
      ...paging,
      state: z.enum(["open", "toDo", "notSent", "failed", "delivered", "all"]).default("open"),
      /** 只看这一件的消息。 */
      case: caseId.optional(),
    }),
    reply: z.object({
      total: z.number().int(),
      rows: z.array(messageRow),
      /** 渠道没有送出的，可以一次全部重发。 */
      unsent: z.number().int(),
      ways: z.object({ email: z.boolean(), sms: z.boolean() }),
    }),
  }),
  resend: route({
    method: "POST",
    path: "/api/messages/:id/resend",
    summary: "重发或换渠道",
    tag: "消息",
    audience: "staff",
    params: z.object({ id: uuid }),
    body: z.object({ channel: channel.nullable().default(null) }),
    reply: z.object({ state: z.enum(["queued", "toDo", "notSent"]) }),
    once: true,
  }),
  resendAll: route({
    method: "POST",
    path: "/api/messages/resend-all",
    summary: "全部重发：渠道没有送出的消息",
    tag: "消息",
    audience: "staff",
    /** 按下时看到的条数。 */
    body: z.object({ seen: z.number().int().min(0) }),
    reply: z.object({ queued: z.number().int(), left: z.number().int() }),
    once: true,
  }),
  complete: route({
    method: "POST",
    path: "/api/messages/:id/complete",
    summary: "记录电话、传真的结果，或者渠道不通时自行发出的情况",
    tag: "消息",
    audience: "staff",
    params: z.object({ id: uuid }),
    body: z.object({ reached: z.boolean(), note: words(500).default("") }),
    reply: done,
    once: true,
  }),
};
