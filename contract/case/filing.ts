import { z } from "zod";
import { contactFaults, faultSentence, replyWays } from "../../domain/fields/contact.ts";
import { channel, instant, subject, words } from "../fields.ts";
import { fieldWords } from "../words.ts";

/** So many people can speak for a group at most in one request; how many a regulation allows stands in its pack. */
const longestList = 100;

const petitionerFields = z.object({
  kind: z.enum(["person", "legalPerson", "otherOrganisation"]).default("person"),
  name: words(50).default(""),
  organisation: words(100).nullable().default(null),
  phone: words(60).nullable().default(null),
  email: words(100).nullable().default(null),
  address: words(200).nullable().default(null),
  onBehalf: z
    .object({ name: words(50, 1), relation: words(50, 1) })
    .nullable()
    .default(null),
  people: z.number().int().min(1).max(9999).default(1),
  representatives: z.array(words(50, 1)).max(longestList).default([]),
  /** 不填的话，有电话的用电话答复，只有邮箱的用邮件，都没有的自己上网查。 */
  replyBy: z.enum(replyWays).nullable().default(null),
});

/** The petitioner as an operator writes them down: number and address readable, and such that the answer arrives. */
export const petitionerInput = petitionerFields.superRefine((typed, context) => {
  for (const [field, fault] of Object.entries(contactFaults(typed, null))) {
    const message = faultSentence(field as "phone" | "email", fault);
    context.addIssue({ code: "custom", path: [field], message });
  }
});

const filingFields = z.object({
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
  /** 规定对这类事项另外要问的，按问题的 name 回答；有哪些问题见 /api/pack 的 intake.kinds，没有就不填。 */
  answers: z.record(z.string().max(60), words(2000)).default({}),
  petitioner: petitionerInput,
});

/** A request as it is taken in over the web. */
export const webFilingInput = filingFields.omit({ channel: true, receivedAt: true, urgent: true });

/** A request as an operator takes it in; what came by mail has the address that it came from. */
export const filingInput = filingFields.superRefine(({ channel: way, petitioner }, context) => {
  const { email } = contactFaults({ phone: null, email: petitioner.email, replyBy: null }, way);
  if (email?.fault !== "neededForChannel") return;
  context.addIssue({ code: "custom", path: ["petitioner", "email"], message: faultSentence("email", email) });
});

export const filedReply = z.object({
  id: z.string(),
  number: z.string(),
  /** Shown once. */
  code: z.string(),
  next: z.object({ owner: z.string(), title: z.string(), due: z.string().nullable(), article: z.string() }).nullable(),
});
