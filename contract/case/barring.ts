import { z } from "zod";
import { publicFields } from "../../domain/barring/decisions.ts";
import { barredKinds } from "../../domain/barring/kinds.ts";
import { caseId } from "../fields.ts";
import { route } from "../route.ts";

const passage = {
  /** 在隐去之前的文字里从第几个字符起（UTF-16，从0起），到第几个字符前止。 */
  from: z.number().int().min(0).max(100_000),
  to: z.number().int().min(1).max(100_000),
};

/** 对公开内容里一处文字的决定：隐去或者保留。 */
export const barring = z
  .array(z.object({ matterId: z.string().max(8), field: z.enum(publicFields), ...passage, bar: z.boolean() }))
  .max(1000);

const places = z.array(z.object({ ...passage, kind: z.enum(barredKinds), certain: z.boolean() }));

/** What would be published of each matter, before anything is barred, and where it may tell who somebody is. */
export const publicationReply = z.object({
  matters: z.array(
    z.object({
      matterId: z.string(),
      texts: z.object({ title: z.string(), question: z.string(), answer: z.string() }),
      places: z.object({ title: places, question: places, answer: places }),
    }),
  ),
});

/** What is about to be published. */
export const publications = {
  planned: route({
    method: "GET",
    path: "/api/cases/:id/publication",
    summary: "将要公开的内容，以及里面可能是个人信息的地方",
    tag: "办理",
    audience: "staff",
    params: z.object({ id: caseId }),
    reply: publicationReply,
  }),
};
