import { z } from "zod";
import { done, instant, orgId, personId, uuid, words } from "./fields.ts";
import { route } from "./route.ts";
import { proposed } from "./trust/changes.ts";

export const tokens = {
  list: route({
    method: "GET",
    path: "/api/tokens",
    summary: "给其他系统的令牌：管权限的人看全部，其他人看自己的",
    tag: "系统",
    audience: "staff",
    reply: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          own: z.boolean(),
          lastUsedAt: instant.nullable(),
          name: z.string(),
          person: z.string(),
          org: z.string(),
          createdAt: instant,
          expiresAt: instant,
          revokedAt: instant.nullable(),
        }),
      ),
    }),
  }),
  create: route({
    method: "POST",
    path: "/api/tokens",
    summary: "给自己发一枚令牌（只显示一次），或提出给别人发一枚，等另一人同意",
    tag: "系统",
    audience: "staff",
    body: z.object({
      name: words(60, 1),
      personId,
      orgId,
      days: z.number().int().min(1).max(365).default(90),
      reason: words(200).default(""),
    }),
    reply: z.object({
      id: z.string().nullable(),
      token: z.string().nullable(),
      expiresAt: instant.nullable(),
      /** 代表别人的令牌要等另一人同意。 */
      waits: proposed.nullable(),
    }),
    status: 201,
    once: true,
  }),
  revoke: route({
    method: "DELETE",
    path: "/api/tokens/:id",
    summary: "收回令牌",
    tag: "系统",
    audience: "staff",
    params: z.object({ id: uuid }),
    reply: done,
    once: true,
  }),
};
