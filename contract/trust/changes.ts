import { z } from "zod";
import { seats } from "../../domain/office/seats.ts";
import { changeKinds } from "../../domain/office/two-persons.ts";
import { done, instant, post, uuid, words } from "../fields.ts";
import { route } from "../route.ts";

const seat = z.enum(seats);

/** What waits for a second person now: the proposal, and whose turn it is. */
export const proposed = z.object({ change: z.string(), seat, expiresAt: instant });

const change = z.object({
  id: z.string(),
  kind: z.enum(changeKinds as [string, ...string[]]),
  /** 为谁办。 */
  person: z.string(),
  org: z.string().nullable(),
  post: post.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** 令牌的用途和有效天数，只在发令牌时有。 */
  token: z.object({ name: z.string(), days: z.number().int() }).nullable(),
  /** 怎样核对的本人，只在重置时有。 */
  check: z.string().nullable(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedOrg: z.string(),
  proposedAt: instant,
  seat,
  expiresAt: instant,
  state: z.enum(["waiting", "agreed", "declined", "withdrawn", "expired"]),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decision: z.string(),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type OfficeChange = z.infer<typeof change>;

export const changes = {
  list: route({
    method: "GET",
    path: "/api/changes",
    summary: "要两个人办的变更（任命、给别人的令牌、重置）：待确认的在前",
    tag: "登录与权限",
    audience: "staff",
    reply: z.object({ rows: z.array(change) }),
  }),
  decide: route({
    method: "POST",
    path: "/api/changes/:id",
    summary: "同意或不同意一项变更（提出的人和受益的人不能办；不同意要写原因）",
    tag: "登录与权限",
    audience: "staff",
    params: z.object({ id: uuid }),
    body: z.object({ agree: z.boolean(), reason: words(200).default("") }),
    reply: z.object({
      /** 一次性密码或令牌，只显示这一次，由同意的人转告。 */
      secret: z.string().nullable(),
      notices: z.array(z.object({ to: z.string(), as: z.enum(["report", "copy"]) })),
    }),
    once: true,
  }),
  withdraw: route({
    method: "DELETE",
    path: "/api/changes/:id",
    summary: "撤回自己提出的变更",
    tag: "登录与权限",
    audience: "staff",
    params: z.object({ id: uuid }),
    reply: done,
    once: true,
  }),
};
