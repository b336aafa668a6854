import { z } from "zod";
import { channel, instant, subject, words } from "../fields.ts";
import { fieldWords } from "../words.ts";

/** The petitioner as an operator writes them down. */
export const petitionerInput = z.object({
  kind: z.enum(["person", "legalPerson", "otherOrganisation"]).default("person"),
  name: words(50).default(""),
  organisation: words(100).nullable().default(null),
  phone: words(30).nullable().default(null),
  email: words(100).nullable().default(null),
  address: words(200).nullable().default(null),
  onBehalf: z
    .object({ name: words(50, 1), relation: words(50, 1) })
    .nullable()
    .default(null),
  people: z.number().int().min(1).max(9999).default(1),
  representatives: z.array(words(50, 1)).max(5, { error: fieldWords.representatives }).default([]),
  replyBy: z.enum(["sms", "phone", "email", "web"]).default("phone"),
});

/** A request as it is taken in. */
export const filingInput = z.object({
  channel,
  receivedAt: instant
    .refine((text) => !Number.isNaN(Date.parse(text)), { error: fieldWords.day })
    .nullable()
    .default(null),
  subject: subject.default("ordinary"),
  choice: z.enum(["public", "nonPublic"]).default("public"),
  title: words(30).nullable().default(null),
  content: words(5000, 2),
  claim: words(500).nullable().default(null),
  areaId: z.string().max(64).nullable().default(null),
  place: words(200).nullable().default(null),
  urgent: z.boolean().default(false),
  petitioner: petitionerInput,
});

export const filedReply = z.object({
  id: z.string(),
  number: z.string(),
  /** Shown once. */
  code: z.string(),
  next: z.object({ owner: z.string(), title: z.string(), due: z.string().nullable(), article: z.string() }).nullable(),
});
