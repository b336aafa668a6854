import { z } from "zod";
import { done, plainDate, words } from "../fields.ts";
import { route } from "../route.ts";

const announcement = {
  title: words(60, 1),
  text: words(2000, 1),
  /** 从哪天起显示。 */
  on: plainDate,
  /** 显示到哪天（含当天）；空着就一直显示，直到撤下。 */
  until: plainDate.nullable().default(null),
};

/** 门户上的公告。 */
export const announcements = {
  list: route({
    method: "GET",
    path: "/api/announcements",
    summary: "公告：待显示、显示中、已到期的",
    tag: "公告",
    audience: "staff",
    reply: z.object({
      mayWrite: z.boolean(),
      rows: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          text: z.string(),
          on: z.string(),
          until: z.string().nullable(),
          state: z.enum(["planned", "shown", "over"]),
        }),
      ),
    }),
  }),
  write: route({
    method: "POST",
    path: "/api/announcements",
    summary: "发布公告（到期自动不再显示）",
    tag: "公告",
    audience: "staff",
    /** `looked`：可能是个人信息的地方已经看过，可以公开。 */
    body: z.object({ ...announcement, looked: z.boolean().default(false) }),
    reply: z.object({ id: z.string() }),
    status: 201,
    once: true,
  }),
  withdraw: route({
    method: "PUT",
    path: "/api/announcements/:id/withdrawn",
    summary: "撤下公告（留痕）",
    tag: "公告",
    audience: "staff",
    params: z.object({ id: z.string().max(64) }),
    body: z.object({ reason: words(200, 2) }),
    reply: done,
    once: true,
  }),
};
