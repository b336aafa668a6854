import { z } from "zod";
import { sheetKinds } from "./sheet-kinds.ts";
import { paging, searchWords, words } from "../fields.ts";
import { route } from "../route.ts";
import { caseRow } from "./case-row.ts";

export const worklist = {
  rows: route({
    method: "GET",
    path: "/api/worklist",
    summary: "我的待办，按期限排序",
    tag: "待办",
    audience: "staff",
    query: z.object({
      ...paging,
      tab: z.enum(["today", "all", "done"]).default("all"),
      rule: z.string().max(60).optional(),
      q: searchWords,
    }),
    reply: z.object({ total: z.number().int(), rows: z.array(caseRow) }),
  }),
  export: route({
    method: "GET",
    path: "/api/worklist/export",
    summary: "导出我的待办（xlsx、csv、docx 或 pdf，留痕）",
    tag: "待办",
    audience: "staff",
    query: z.object({
      tab: z.enum(["today", "all", "done"]).default("all"),
      rule: z.string().max(60).optional(),
      purpose: words(100, 1),
      as: z.enum(sheetKinds).default("xlsx"),
    }),
    reply: z.unknown(),
    download: true,
  }),
  counts: route({
    method: "GET",
    path: "/api/worklist/counts",
    summary: "待办数量",
    tag: "待办",
    audience: "staff",
    reply: z.object({
      today: z.number().int(),
      all: z.number().int(),
      overdue: z.number().int(),
      done: z.number().int(),
      byRule: z.array(z.object({ rule: z.string(), title: z.string(), n: z.number().int() })),
      notices: z.number().int(),
      messages: z.number().int(),
    }),
  }),
};
