import { z } from "zod";
import { done, instant } from "../fields.ts";
import { route } from "../route.ts";

/** The places where people write, and when somebody has last looked there. */
export const sources = {
  list: route({
    method: "GET",
    path: "/api/sources",
    summary: "要监看的来源，以及最近一次查看",
    tag: "办理",
    audience: "staff",
    reply: z.object({
      /** 规定的条文。 */
      basis: z.string(),
      rows: z.array(
        z.object({
          source: z.string(),
          label: z.string(),
          last: z.object({ at: instant, by: z.string(), found: z.number().int() }).nullable(),
        }),
      ),
    }),
  }),
  check: route({
    method: "POST",
    path: "/api/sources/checks",
    summary: "记下刚查看了一个来源，有几条新留言",
    tag: "办理",
    audience: "staff",
    body: z.object({ source: z.string().max(60), found: z.number().int().min(0).max(9999) }),
    reply: done,
    once: true,
  }),
};
