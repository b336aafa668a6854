import { z } from "zod";
import { day, time, yes } from "./words.ts";

const serviceHours = z.strictObject({ from: time, to: time, days: z.enum(["every", "working"]) });
const shift = z
  .strictObject({ outside: serviceHours, to: z.strictObject({ time, days: z.enum(["every", "working"]) }) })
  .exactOptional();
const n = z.number().int().min(1).max(10_000);

/** A term that ends with a day. */
export const dayTerm = z.discriminatedUnion("unit", [
  z.strictObject({ n, unit: z.literal("workingDay"), shift }),
  z.strictObject({ n, unit: z.literal("calendarDay"), rollsForward: yes.exactOptional(), shift }),
  z.strictObject({
    n,
    unit: z.literal("month"),
    shortMonth: z.enum(["lastDay", "nextDay"]),
    rollsForward: yes.exactOptional(),
    shift,
  }),
  z.strictObject({ n: z.literal(0), unit: z.literal("sameDay"), shift }),
]);

/** A term, up to the end of a day or by the clock. */
export const term = z.discriminatedUnion("unit", [
  ...dayTerm.options,
  z.strictObject({ n, unit: z.literal("hour"), within: serviceHours.exactOptional(), shift }),
  z.strictObject({ n, unit: z.literal("minute"), within: serviceHours.exactOptional(), shift }),
]);

export const validity = { effectiveFrom: day, effectiveTo: day.nullable() };

/** An extension whose length the regulation leaves open. */
export const noMost = z.strictObject({ n: z.null(), unit: z.enum(["workingDay", "calendarDay"]) });
