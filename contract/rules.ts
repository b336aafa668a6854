import { z } from "zod";
import { done, instant, orgId, personId, plainDate, uuid, words } from "./fields.ts";
import { route } from "./route.ts";

const days = z.record(z.string(), z.string().max(40));

const calendarYear = z.object({
  year: z.number().int(),
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
    }),
  }),
  load: route({
    method: "POST",
    path: "/api/calendars",
    summary: "录入一年的节假日和调休",
    tag: "日历与规则",
    audience: "staff",
    body: calendarInput,
    reply: z.object({ moved: z.number().int() }),
    status: 201,
    once: true,
  }),
};

const entry = z.object({
  id: z.string(),
  clause: z.string(),
  article: z.string(),
  text: z.string(),
  words: z.string(),
  /** The value in words; 「规定未写明」 where the regulation is silent. */
  value: z.string().nullable(),
  reconstructed: z.boolean(),
});

/** A regulation as people read it. */
export const packView = z.object({
  id: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  standsOn: z.string().nullable(),
  provisional: z.boolean(),
  /** With the emergency numbers that a ground refers to, where it does. */
  grounds: z.array(entry.extend({ referrals: z.array(z.string()) })),
  powers: z.array(entry),
  duties: z.array(entry),
  measures: z.array(entry),
  others: z.array(entry),
  clauses: z.array(
    z.object({ id: z.string(), force: z.string(), article: z.string(), title: z.string(), text: z.string() }),
  ),
});

export const rules = {
  pack: route({
    method: "GET",
    path: "/api/pack",
    summary: "现行规定",
    tag: "日历与规则",
    audience: "public",
    reply: packView,
  }),
};

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
  }),
  revoke: route({
    method: "DELETE",
    path: "/api/tokens/:id",
    summary: "收回令牌",
    tag: "系统",
    audience: "staff",
    params: z.object({ id: uuid }),
    reply: done,
  }),
};
