import { z } from "zod";
import { plainDate, words } from "./fields.ts";
import { route } from "./route.ts";

export const days = z.record(z.string(), z.string().max(40));

const calendarYear = z.object({
  year: z.number().int(),
  /** 本地区自己录入的；否则是各地区共用的。 */
  own: z.boolean(),
  effectiveFrom: z.string().nullable(),
  source: z.string(),
  holidays: days,
  makeUpDays: days,
});

const calendarInput = z.object({
  year: z.number().int().min(2000).max(2100),
  source: words(200, 1),
  effectiveFrom: plainDate.nullable().default(null),
  holidays: days,
  makeUpDays: days,
  /** A year that lacks what every notice has is loaded only when somebody says that it is meant so. */
  meant: z.boolean().default(false),
});

const movedDuty = z.object({
  caseId: z.string(),
  number: z.string(),
  title: z.string(),
  org: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const calendars = {
  years: route({
    method: "GET",
    path: "/api/calendars",
    summary: "已录入的工作日历",
    tag: "日历与规则",
    audience: "staff",
    reply: z.object({ years: z.array(calendarYear), missing: z.number().int().nullable() }),
  }),
  preview: route({
    method: "POST",
    path: "/api/calendars/preview",
    summary: "录入前看哪些期限会变",
    tag: "日历与规则",
    audience: "staff",
    body: calendarInput,
    reply: z.object({
      earlier: z.number().int(),
      later: z.number().int(),
      nowKnown: z.number().int(),
      overdue: z.number().int(),
      rows: z.array(movedDuty),
      /** What is doubtful about the year, in words. */
      doubts: z.array(z.string()),
    }),
  }),
  load: route({
    method: "POST",
    path: "/api/calendars",
    summary: "为本地区录入一年的节假日和调休（不影响其他地区）",
    tag: "日历与规则",
    audience: "staff",
    body: calendarInput,
    reply: z.object({ moved: z.number().int() }),
    status: 201,
    once: true,
  }),
};
