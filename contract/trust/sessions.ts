import { z } from "zod";
import { done, instant, personId, uuid, words } from "../fields.ts";
import { route } from "../route.ts";
import { fieldWords } from "../words.ts";

const openSession = z.object({
  id: z.string(),
  device: z.string(),
  address: z.string(),
  org: z.string(),
  since: instant,
  last: instant,
  /** The one that asks. */
  here: z.boolean(),
});
export type OpenSession = z.infer<typeof openSession>;

/** What somebody else has done to a person's account or rights. */
export const newsRow = z.object({
  type: z.string(),
  at: instant,
  by: z.string(),
  reason: z.string(),
  /** 岗位或令牌的名称。 */
  what: z.string(),
  /** 提出的是哪一种变更，只在有人提出时有。 */
  kind: z.string(),
});
export type NewsRow = z.infer<typeof newsRow>;

export const sessions = {
  own: route({
    method: "GET",
    path: "/api/session/open",
    summary: "自己在哪些地方登录着",
    tag: "登录",
    audience: "signedIn",
    reply: z.object({ rows: z.array(openSession) }),
  }),
  endOwn: route({
    method: "DELETE",
    path: "/api/session/open/:id",
    summary: "让自己的一处登录退出（要再输一次密码）",
    tag: "登录",
    audience: "signedIn",
    params: z.object({ id: uuid }),
    body: z.object({ password: z.string().min(1, { error: fieldWords.password }).max(200) }),
    reply: done,
    once: true,
  }),
  news: route({
    method: "GET",
    path: "/api/session/news",
    summary: "登录以来别人对自己的账号和权限做了什么；系统管理员另看到检查文件的程序是否停了",
    tag: "登录",
    audience: "signedIn",
    reply: z.object({
      rows: z.array(newsRow),
      /** 检查文件的程序从什么时候起没有应答；正常、没有设置或不是系统管理员时为空。 */
      scannerAwaySince: instant.nullable(),
      /** 最近一小时里登录或越权一再被拒的地址；只有安全管理员和安全审计员看得到。 */
      attacks: z.array(
        z.object({ address: z.string(), refusals: z.number().int(), accounts: z.number().int(), last: instant }),
      ),
    }),
  }),
  of: route({
    method: "GET",
    path: "/api/people/:id/sessions",
    summary: "一个人在哪些地方登录着",
    tag: "登录与权限",
    audience: "staff",
    params: z.object({ id: personId }),
    reply: z.object({ rows: z.array(openSession) }),
  }),
  endFor: route({
    method: "POST",
    path: "/api/people/:id/sessions/:session/end",
    summary: "让一个人的一处登录退出（写明原因，本人下次登录会看到）",
    tag: "登录与权限",
    audience: "staff",
    params: z.object({ id: personId, session: uuid }),
    body: z.object({ reason: words(200, 2) }),
    reply: done,
    once: true,
  }),
};
