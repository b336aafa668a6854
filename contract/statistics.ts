import { z } from "zod";
import {
  countNames,
  figureNames,
  figureParts,
  type Grouping,
  groupingPattern,
} from "../domain/accountability/figures.ts";
import { stretchLengths } from "../domain/accountability/stretches.ts";
import { caseStage, channel, inOrder, orgId, orgName, paging, plainDate, words } from "./fields.ts";
import { route } from "./route.ts";

const period = { from: plainDate, to: plainDate, org: orgId.optional() };
const grouping = z
  .string()
  .regex(groupingPattern)
  .transform((by) => by as Grouping)
  .default("unit");

/** How the course of time is cut; months begin on the day that the regulation names, unless another is asked for. */
const cut = {
  each: z.enum(stretchLengths).default("month"),
  monthStart: z.coerce.number().int().min(1).max(28).optional(),
};

/** Things by the names that figures are made of. */
const counts = z.record(z.enum(countNames), z.number().int());

/** Which figure, which side of it, and in which group or with which outcome. */
const side = {
  figure: z.enum(figureNames as [(typeof figureNames)[number], ...typeof figureNames]),
  part: z.enum(figureParts).default("met"),
  by: grouping,
  group: z.string().max(100).optional(),
  tag: z.string().max(100).optional(),
};

const countedCase = z.object({
  id: z.string(),
  number: z.string(),
  /** Null where the reader sees the times and not the words. */
  title: z.string().nullable(),
  stage: caseStage,
  channel,
  orgs: z.array(z.string()),
  on: z.string(),
  /** What the case counts as here. */
  as: z.enum(countNames),
  /** The ground of a refusal, the grade of a rating. */
  tag: z.string().nullable(),
  comment: z.string().nullable(),
});
export type CountedRow = z.infer<typeof countedCase>;

/** A list together with how many of it the reader may not see. */
const countedList = z.object({ total: z.number().int(), hidden: z.number().int(), rows: z.array(countedCase) });

export const statistics = {
  figures: route({
    method: "GET",
    path: "/api/statistics",
    summary: "统计：各项数量和比率，按单位、渠道、类别等分组，按时间分段",
    tag: "统计",
    audience: "staff",
    query: inOrder(z.object({ ...period, by: grouping, ...cut })),
    reply: z.object({
      /** The regulation behind the figures. */
      basis: z.string(),
      bodies: z.array(orgName),
      /** The day on which a month of statistics begins, and the month that it is today. */
      monthStart: z.number().int(),
      month: z.object({ month: z.string(), from: z.string(), to: z.string() }),
      asksRatings: z.boolean(),
      /** What the regulation assesses each body by; null where it names no indicators. */
      indicators: z
        .object({
          article: z.string(),
          names: z.array(z.string()),
          rows: z.array(
            z.object({ org: orgName, rates: z.array(z.object({ met: z.number().int(), of: z.number().int() })) }),
          ),
        })
        .nullable(),
      countsReminders: z.boolean(),
      /** What the formalities of the regulation state, that figures can be grouped by. */
      facts: z.array(z.object({ name: z.string(), label: z.string() })),
      /** Shares that the regulation wants reached. */
      targets: z.array(
        z.object({
          figure: z.enum(figureNames as [(typeof figureNames)[number], ...typeof figureNames]),
          atLeast: z.number(),
          words: z.string(),
          article: z.string(),
        }),
      ),
      whole: counts,
      groups: z.array(z.object({ key: z.string(), name: z.string(), counts })),
      /** Null where there would be too many stretches to read. */
      course: z.array(z.object({ from: z.string(), to: z.string(), counts })).nullable(),
      outcomes: z.array(
        z.object({
          figure: z.enum(["refused", "otherOutcome"]),
          tag: z.string(),
          name: z.string(),
          n: z.number().int(),
        }),
      ),
    }),
  }),
  cases: route({
    method: "GET",
    path: "/api/statistics/cases",
    summary: "组成一个统计数的案件",
    tag: "统计",
    audience: "staff",
    query: inOrder(z.object({ ...period, ...side, ...paging })),
    reply: countedList,
  }),
  ratings: route({
    method: "GET",
    path: "/api/statistics/ratings",
    summary: "诉求人的评价，不满意的在前",
    tag: "统计",
    audience: "staff",
    query: inOrder(z.object({ ...period, ...paging })),
    reply: countedList,
  }),
  export: route({
    method: "GET",
    path: "/api/statistics/export",
    summary: "导出统计表（xlsx）",
    tag: "统计",
    audience: "staff",
    query: inOrder(z.object({ ...period, by: grouping, ...cut, purpose: words(100, 1) })),
    reply: z.unknown(),
    download: true,
  }),
  exportCases: route({
    method: "GET",
    path: "/api/statistics/cases-export",
    summary: "导出组成一个统计数的案件（xlsx）",
    tag: "统计",
    audience: "staff",
    query: inOrder(z.object({ ...period, ...side, purpose: words(100, 1) })),
    reply: z.unknown(),
    download: true,
  }),
  exportRatings: route({
    method: "GET",
    path: "/api/statistics/ratings-export",
    summary: "导出诉求人的评价（xlsx）",
    tag: "统计",
    audience: "staff",
    query: inOrder(z.object({ ...period, purpose: words(100, 1) })),
    reply: z.unknown(),
    download: true,
  }),
};
