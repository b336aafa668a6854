import { z } from "zod";
import { inOrder, instant, paging, plainDate, searchWords } from "../fields.ts";
import { route } from "../route.ts";

/** What the auditor of the log reads: sign-ins and refusals, readings of cases, acts on units, people and rights. */
export const logKinds = ["signIns", "refusals", "readings", "office"] as const;
export type LogKind = (typeof logKinds)[number];

const logRow = z.object({
  id: z.string(),
  at: instant,
  /** 事项的代码，界面按它显示。 */
  what: z.string(),
  who: z.string(),
  org: z.string(),
  /** 登录时填的账号；没有这个账号的，只有前两个字。 */
  login: z.string(),
  address: z.string(),
  /** 案件编号。 */
  number: z.string(),
  reason: z.string(),
  /** 经哪枚令牌，没有则为空。 */
  via: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type LogRow = z.infer<typeof logRow>;

export const logs = {
  read: route({
    method: "GET",
    path: "/api/logs",
    summary: "登录、查阅和权限日志（安全审计员）",
    tag: "登录与权限",
    audience: "staff",
    query: inOrder(
      z.object({
        kind: z.enum(logKinds).default("signIns"),
        from: plainDate.optional(),
        to: plainDate.optional(),
        q: searchWords,
        ...paging,
      }),
    ),
    reply: z.object({ total: z.number().int(), rows: z.array(logRow) }),
  }),
  verify: route({
    method: "GET",
    path: "/api/logs/check",
    summary: "核验日志有没有被改过（安全审计员）",
    tag: "登录与权限",
    audience: "staff",
    reply: z.object({ days: z.number().int(), events: z.number().int(), faults: z.number().int(), at: instant }),
    perMinute: 4,
  }),
};
