import { z } from "zod";
import { inOrder, orgName, plainDate } from "./fields.ts";
import { route } from "./route.ts";

export const whatIf = {
  term: route({
    method: "GET",
    path: "/api/what-if",
    summary: "试算：答复期限改成另一个数，过去的诉求件有多少会超期",
    tag: "效能监督",
    audience: "staff",
    query: inOrder(
      z.object({
        from: plainDate,
        to: plainDate,
        n: z.coerce.number().int().min(1).max(365),
        unit: z.enum(["workingDay", "calendarDay"]),
      }),
    ),
    reply: z.object({
      /** The term in force and its article; null where the regulation names none. */
      inForce: z.object({ term: z.string(), article: z.string() }).nullable(),
      rows: z.array(
        z.object({
          org: orgName,
          total: z.number().int(),
          late: z.number().int(),
          wouldBeLate: z.number().int(),
        }),
      ),
      /** A year that the count would need and that has no calendar; then there are no rows. */
      gap: z.number().int().nullable(),
    }),
  }),
} as const;
