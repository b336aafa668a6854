import { z } from "zod";
import { tellingKinds, tellingWays } from "../../domain/telling/staff.ts";
import { done, instant, uuid, words } from "../fields.ts";
import { route } from "../route.ts";

const kind = z.enum(tellingKinds);
const way = z.enum(tellingWays);

/** Own settings: of what a person of the office hears, by which ways, and where they are reached. */
export const telling = {
  settings: route({
    method: "GET",
    path: "/api/own/telling",
    summary: "我的设置：哪些事用哪些方式提醒我",
    tag: "我的设置",
    audience: "staff",
    reply: z.object({
      phone: z.string().nullable(),
      email: z.string().nullable(),
      /** 渠道是否接通。 */
      connected: z.object({ sms: z.boolean(), email: z.boolean() }),
      /** `fixed`：规定要求告知，不能关的方式。 */
      kinds: z.array(z.object({ kind, ways: z.array(way), fixed: z.array(way) })),
    }),
  }),
  change: route({
    method: "PUT",
    path: "/api/own/telling",
    summary: "修改我的提醒方式、手机和邮箱",
    tag: "我的设置",
    audience: "staff",
    body: z.object({
      phone: words(40).nullable().default(null),
      email: words(254).nullable().default(null),
      kinds: z.array(z.object({ kind, ways: z.array(way) })).max(tellingKinds.length),
    }),
    reply: done,
    once: true,
  }),
  bell: route({
    method: "GET",
    path: "/api/own/bell",
    summary: "给我的提醒，新的在前",
    tag: "我的设置",
    audience: "staff",
    reply: z.object({
      unread: z.number().int(),
      rows: z.array(
        z.object({
          id: z.string(),
          kind,
          text: z.string(),
          caseId: z.string(),
          number: z.string(),
          createdAt: instant,
          readAt: instant.nullable(),
        }),
      ),
    }),
  }),
  readBell: route({
    method: "PUT",
    path: "/api/own/bell/read",
    summary: "这些提醒都看过了",
    tag: "我的设置",
    audience: "staff",
    body: z.object({ ids: z.array(uuid).max(100) }),
    reply: done,
    once: true,
  }),
};
