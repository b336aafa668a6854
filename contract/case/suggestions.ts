import { z } from "zod";
import { inOrder, instant, plainDate, words } from "../fields.ts";
import { route } from "../route.ts";

const period = { from: plainDate, to: plainDate };

/** A dispatch that went to another unit than the one that was proposed first. */
const correction = z.object({
  caseId: z.string(),
  number: z.string(),
  at: instant,
  by: z.string(),
  suggested: z.string(),
  /** What the proposal gave as its reason. */
  suggestedWhy: z.string(),
  chosen: z.string(),
  /** What the dispatcher gave as theirs. */
  why: z.string().nullable(),
});
export type CorrectionRow = z.infer<typeof correction>;

export const suggestions = {
  corrected: route({
    method: "GET",
    path: "/api/suggestions/corrected",
    summary: "转办建议：改到别的单位的",
    tag: "统计",
    audience: "staff",
    query: inOrder(z.object(period)),
    reply: z.object({
      /** Dispatches for which a unit had been proposed, and how many went there. */
      of: z.number().int(),
      met: z.number().int(),
      rows: z.array(correction),
    }),
  }),
  exportCorrected: route({
    method: "GET",
    path: "/api/suggestions/corrected-export",
    summary: "导出改过的转办建议",
    tag: "统计",
    audience: "staff",
    query: inOrder(z.object({ ...period, purpose: words(100, 2) })),
    reply: z.unknown(),
    download: true,
  }),
};
