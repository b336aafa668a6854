import { z } from "zod";
import { caseId, words } from "../fields.ts";
import { route } from "../route.ts";

/** How a member of staff has made sure that somebody is the petitioner. */
export const identityChecks = ["calledBack", "answered", "document", "knownNumber"] as const;
export type IdentityCheck = (typeof identityChecks)[number];

export const queryCodes = {
  renew: route({
    method: "POST",
    path: "/api/cases/:id/query-code",
    summary: "给新的查询码（核对身份，留痕；旧码当即失效）",
    tag: "案件",
    audience: "staff",
    params: z.object({ id: caseId }),
    body: z.object({ identity: z.enum(identityChecks), reason: words(200, 2), way: z.enum(["say", "sms"]) }),
    /** The code is there once, and only if it is to be read out. */
    reply: z.object({ number: z.string(), code: z.string().nullable() }),
    once: true,
  }),
};
