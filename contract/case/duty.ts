import { z } from "zod";
import { dutyStates } from "../../domain/duty/duty.ts";

const dayKind = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("working") }),
  z.object({ kind: z.literal("calendar") }),
  z.object({ kind: z.literal("weekend") }),
  z.object({ kind: z.literal("holiday"), name: z.string() }),
  z.object({ kind: z.literal("makeUp"), name: z.string() }),
  z.object({ kind: z.literal("paused"), why: z.string() }),
]);

const serviceHours = z.object({ from: z.string(), to: z.string(), days: z.enum(["every", "working"]) });

/** Why a date is what it is: article, start, every day counted or not. */
export const explanation = z.object({
  clause: z.string(),
  article: z.string(),
  text: z.string(),
  title: z.string(),
  start: z.string(),
  startedOn: z.string(),
  term: z
    .object({
      n: z.number().int(),
      unit: z.enum(["workingDay", "calendarDay", "sameDay", "month", "hour", "minute"]),
      /** A term in calendar days whose last day would be a rest day ends on the next working day. */
      rollsForward: z.boolean().optional(),
      /** A term by the clock runs only within these hours. */
      within: serviceHours.optional(),
      /** What comes outside the hours counts from that time of the next day of that kind. */
      shift: z
        .object({
          outside: serviceHours,
          to: z.object({ time: z.string(), days: z.enum(["every", "working"]) }),
        })
        .optional(),
    })
    .nullable(),
  due: z.string().nullable(),
  /** The moment at which a term by the clock is over; null where it ends with the day. */
  dueAt: z.string().nullable(),
  /** The day by which it ought to be done already. */
  target: z.string().nullable(),
  /** The last day before the term was extended. */
  extendedFrom: z.string().nullable(),
  days: z.array(z.object({ date: z.string(), day: dayKind, number: z.number().int().nullable() })),
  /** Of a term by the clock: the stretches that count and those that do not. */
  stretches: z.array(z.object({ from: z.string(), to: z.string(), kind: z.enum(["runs", "closed", "paused"]) })),
  gap: z.number().int().nullable(),
  paused: z.boolean(),
  reconstructed: z.boolean(),
});
export type Explanation = z.infer<typeof explanation>;

/**
 * The one line that tells how a duty stands. `left` counts working days to the last day (0 today), `over` those since;
 * null where there is no date or the calendar is missing. `minutes` is what a term by the clock has left, negative once
 * it is over; null for a term in days.
 */
export const dutyLine = z.object({
  id: z.string(),
  rule: z.string(),
  title: z.string(),
  kind: z.enum(["duty", "window"]),
  legId: z.string().nullable(),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  ownerPost: z.string().nullable(),
  due: z.string().nullable(),
  /** The moment at which a term by the clock is over. */
  dueAt: z.string().nullable(),
  target: z.string().nullable(),
  /** The last day of the term that it runs inside of. */
  dueWithin: z.string().nullable(),
  left: z.number().int().nullable(),
  over: z.number().int().nullable(),
  minutes: z.number().int().nullable(),
  soon: z.boolean(),
  state: z.enum(dutyStates),
  endedOn: z.string().nullable(),
  overdueSince: z.string().nullable(),
  flagged: z.boolean(),
  gap: z.number().int().nullable(),
  clause: z.string(),
  article: z.string(),
});
export type DutyLine = z.infer<typeof dutyLine>;
