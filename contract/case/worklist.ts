import { z } from "zod";
import { sheetKinds } from "./sheet-kinds.ts";
import { caseId, done, instant, paging, searchWords, uuid, words } from "../fields.ts";
import { route } from "../route.ts";
import { caseRow } from "./case-row.ts";

/** The lists of the own work, in the order in which they stand. */
export const workTabs = ["today", "all", "unit", "colleague", "done", "starred"] as const;
export type WorkTab = (typeof workTabs)[number];

const tab = z.enum(workTabs).default("all");
const rule = z.string().max(60).optional();
const count = z.number().int();

/** A list with the moment up to which it is complete: what has changed since is asked with it. */
export const listReply = { total: count, rows: z.array(caseRow), asOf: instant };
export const changesReply = z.object({ n: count });
export const since = z.iso.datetime();

export const worklist = {
  rows: route({
    method: "GET",
    path: "/api/worklist",
    summary: "我的待办，一件一行，按期限排序",
    tag: "待办",
    audience: "staff",
    query: z.object({ ...paging, tab, rule, q: searchWords }),
    reply: z.object(listReply),
  }),
  export: route({
    method: "GET",
    path: "/api/worklist/export",
    summary: "导出我的待办（xlsx、csv、docx 或 pdf，留痕）",
    tag: "待办",
    audience: "staff",
    query: z.object({ tab, rule, purpose: words(100, 1), as: z.enum(sheetKinds).default("xlsx") }),
    reply: z.unknown(),
    download: true,
  }),
  changes: route({
    method: "GET",
    path: "/api/worklist/changes",
    summary: "列表取出以后又有几件更新",
    tag: "待办",
    audience: "staff",
    query: z.object({ tab, since }),
    reply: changesReply,
  }),
  counts: route({
    method: "GET",
    path: "/api/worklist/counts",
    summary: "待办数量",
    tag: "待办",
    audience: "staff",
    reply: z.object({
      today: count,
      all: count,
      overdue: count,
      unit: count,
      /** Null for whoever stands in for nobody: then there is no such list. */
      colleague: count.nullable(),
      done: count,
      starred: count,
      /** Cases that wait for this body's judgement of a dissatisfied petitioner. */
      judging: count,
      byRule: z.array(z.object({ rule: z.string(), title: z.string(), n: count })),
      notices: count,
      messages: count,
      /** Changes of rights that wait for the caller as the second person. */
      changes: count,
    }),
  }),
  star: route({
    method: "PUT",
    path: "/api/cases/:id/star",
    summary: "关注或取消关注",
    tag: "待办",
    audience: "staff",
    params: z.object({ id: caseId }),
    body: z.object({ on: z.boolean() }),
    reply: done,
    once: true,
  }),
  searches: route({
    method: "GET",
    path: "/api/searches",
    summary: "自己保存的查找条件",
    tag: "待办",
    audience: "staff",
    reply: z.object({
      rows: z.array(z.object({ id: z.string(), name: z.string(), conditions: z.record(z.string(), z.string()) })),
    }),
  }),
  keepSearch: route({
    method: "POST",
    path: "/api/searches",
    summary: "保存查找条件",
    tag: "待办",
    audience: "staff",
    body: z.object({ name: words(20, 1), conditions: z.record(z.string().max(40), z.string().max(200)) }),
    reply: done,
    status: 201,
    once: true,
  }),
  dropSearch: route({
    method: "DELETE",
    path: "/api/searches/:id",
    summary: "删除保存的查找条件",
    tag: "待办",
    audience: "staff",
    params: z.object({ id: uuid }),
    reply: done,
    once: true,
  }),
};
