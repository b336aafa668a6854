import { z } from "zod";
import { plainDate } from "../fields.ts";
import { route } from "../route.ts";
import { caseRow } from "./case-row.ts";

/** What is known of a calling number before the first key. */
export const callers = route({
  method: "POST",
  path: "/api/callers",
  summary: "来电号码以前的案件",
  tag: "案件",
  audience: "staff",
  body: z.object({ phone: z.string().max(60) }),
  reply: z.object({
    rows: z.array(
      caseRow.extend({
        /** Whose hands it is in, or was last. */
        unit: z.string().nullable(),
        /** What the petitioner was told last. */
        answer: z.object({ text: z.string(), on: plainDate }).nullable(),
      }),
    ),
  }),
});
