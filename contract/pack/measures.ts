import { z } from "zod";
import { rateNames } from "../../domain/rules/measure.ts";
import { sanctions } from "../../domain/rules/sanction.ts";
import { breachKind, entry, orgKind, post } from "./words.ts";

const sanction = z.enum(sanctions);
const names = z.array(z.string());
const breaches = z.array(breachKind);
const rate = z.enum(rateNames);
const measureOf = <T extends string, S extends z.ZodRawShape>(name: T, shape: S) =>
  z.strictObject({ ...entry, is: z.literal(name), ...shape });

/** What the regulation counts, and what follows from the count. */
export const measure = z.discriminatedUnion("is", [
  measureOf("firstMiss", { of: breachKind, leadsTo: sanction }),
  measureOf("monthlyCount", {
    of: breachKind,
    count: z.number().int(),
    month: z.literal("calendar"),
    leadsTo: sanction,
  }),
  measureOf("causeDecides", { of: breaches, leadsTo: z.array(sanction) }),
  measureOf("leadAlone", { of: breaches }),
  measureOf("ladder", {
    period: z.literal("year"),
    steps: z.array(z.strictObject({ count: z.number().int(), post })).nullable(),
  }),
  measureOf("registryGap", { gap: post, answers: post, of: breaches }),
  measureOf("circularPeriod", {
    title: z.string().exactOptional(),
    period: z.enum(["month", "quarter", "year"]).nullable(),
  }),
  measureOf("commendation", {
    period: z.literal("year"),
    rates: z.array(rate),
    weights: z.record(rate, z.number()).nullable(),
    persons: post.exactOptional(),
    reward: z.string().exactOptional(),
  }),
  measureOf("rateTarget", { rate: z.literal("published"), atLeast: z.number() }),
  measureOf("periodic", {
    what: z.enum(["circular", "inspection", "callBacks", "meeting", "report"]),
    title: z.string().exactOptional(),
    months: z.number().int().nullable(),
    with: z.array(orgKind),
    contents: names,
    carriedOutBy: names.exactOptional(),
  }),
  measureOf("indicators", {
    counted: z.array(
      z.union([
        z.strictObject({ name: z.string(), duties: names }),
        z.strictObject({ name: z.string(), rated: z.literal(true) }),
      ]),
    ),
  }),
  measureOf("clusters", { by: names, size: z.number().int().nullable() }),
  measureOf("sources", { of: z.strictObject({ formality: z.string(), field: z.string() }) }),
  measureOf("praiseAndCriticism", { praise: names, criticism: names }),
  measureOf("consequences", {
    causes: names,
    consequences: names,
    pairs: z.array(z.tuple([z.string(), z.string()])).nullable(),
  }),
]);
