import { z } from "zod";
import { done, instant, orgId, personId, uuid, words } from "./fields.ts";
import { route } from "./route.ts";

export const tokens = {
  list: route({
    method: "GET",
    path: "/api/tokens",
    summary: "给其他系统的令牌",
    tag: "系统",
    audience: "staff",
    reply: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
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
    summary: "发一枚令牌（只显示一次）",
    tag: "系统",
    audience: "staff",
    body: z.object({ name: words(60, 1), personId, orgId, days: z.number().int().min(1).max(400).default(90) }),
    reply: z.object({ id: z.string(), token: z.string(), expiresAt: instant }),
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
