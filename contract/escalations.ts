import { z } from "zod";
import { instant, orgId, personId, uuid, words } from "./fields.ts";
import { route } from "./route.ts";
import { fieldWords } from "./words.ts";

export const escalations = {
  list: route({
    method: "GET",
    path: "/api/escalations",
    summary: "呈送领导协调的疑难诉求件",
    tag: "领导协调",
    audience: "staff",
    reply: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          title: z.string(),
          summary: z.string(),
          from: z.string(),
          to: z.string(),
          copyTo: z.string(),
          cases: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
          createdAt: instant,
          instructions: z.array(
            z.object({ text: z.string(), at: instant, by: z.string(), leftOut: z.array(z.string()) }),
          ),
        }),
      ),
      addressees: z.array(
        z.object({ orgId: z.string(), org: z.string(), personId: z.string(), name: z.string(), post: z.string() }),
      ),
    }),
  }),
  send: route({
    method: "POST",
    path: "/api/escalations",
    summary: "主送办公厅（室）分管领导，抄送党委、政府分管领导",
    tag: "领导协调",
    audience: "staff",
    body: z.object({
      title: words(80, 1),
      summary: words(5000, 1),
      cases: z.array(uuid).min(1, { error: fieldWords.noCase }).max(50),
      to: z.object({ orgId, personId }),
      copyTo: z.object({ orgId, personId }),
    }),
    reply: z.object({ id: z.string(), number: z.string() }),
    status: 201,
    once: true,
  }),
  recordInstruction: route({
    method: "POST",
    path: "/api/escalations/:id/instruction",
    summary: "记录领导批示",
    tag: "领导协调",
    audience: "staff",
    params: z.object({ id: uuid }),
    body: z.object({ text: words(2000, 1) }),
    reply: z.object({ leftOut: z.array(z.object({ number: z.string(), why: z.string() })) }),
    once: true,
  }),
};
