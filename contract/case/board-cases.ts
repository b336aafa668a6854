import { z } from "zod";
import { steps } from "../../domain/accountability/steps.ts";
import { breachKind, inOrder, orgId, plainDate, words } from "../fields.ts";
import { route } from "../route.ts";

/** A step with a term, as a rate counts it. */
const countedDuty = z.object({
  caseId: z.string(),
  number: z.string(),
  step: z.string(),
  due: z.string(),
  state: z.enum(["met", "metLate", "overdue"]),
  endedOn: z.string().nullable(),
});
export type CountedDuty = z.infer<typeof countedDuty>;

/** What the numbers of the efficiency board are made of. */
export const boardCases = {
  counted: route({
    method: "GET",
    path: "/api/efficiency/counted",
    summary: "一个单位一个环节的按期率由哪些件算出",
    tag: "效能",
    audience: "staff",
    query: inOrder(z.object({ from: plainDate, to: plainDate, org: orgId, step: z.enum([...steps, "overdue"]) })),
    reply: z.object({ rows: z.array(countedDuty) }),
  }),
  exportBreaches: route({
    method: "GET",
    path: "/api/efficiency/breaches-export",
    summary: "导出超期和未及时查阅",
    tag: "效能",
    audience: "staff",
    query: inOrder(
      z.object({
        from: plainDate,
        to: plainDate,
        org: orgId.optional(),
        kind: breachKind.optional(),
        purpose: words(100, 1),
      }),
    ),
    reply: z.unknown(),
    download: true,
  }),
};
