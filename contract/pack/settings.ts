import { z } from "zod";
import { channel, clause, level, orgKind, post, subject, words, yes } from "./words.ts";

const setting = <V extends z.ZodType>(value: V, more: z.ZodRawShape = {}) =>
  z
    .strictObject({
      value,
      clause,
      serves: z.array(clause).exactOptional(),
      words,
      reconstructed: yes.exactOptional(),
      ...more,
    })
    .exactOptional();
const question = z.strictObject({
  name: z.string(),
  label: z.string(),
  hint: z.string().exactOptional(),
  required: z.boolean(),
  unclear: z.boolean(),
  choices: z.array(z.string()).exactOptional(),
});
const place = z.strictObject({ kind: orgKind, level });
const need = z.enum(["required", "oneOf", "optional", "notAsked"]).nullable();
const labelled = z.strictObject({ label: z.string(), number: z.string() });

/** The single values of a regulation; one that stands on another names only its own. */
export const settings = z.strictObject({
  places: setting(z.strictObject({ intake: place, top: place, byReceiver: yes.exactOptional() })),
  auditedBy: setting(z.enum(["peerBureau", "sender", "top"]).nullable()),
  supervisedBy: setting(orgKind),
  tracks: setting(z.boolean()),
  publication: setting(z.enum(["onPass", "byAct", "none"])),
  statisticalMonth: setting(z.strictObject({ startDay: z.number().int() }).nullable()),
  calendarTermRollsForward: setting(z.boolean().nullable()),
  channels: setting(z.array(channel), { others: z.array(channel).exactOptional() }),
  representatives: setting(
    z.strictObject({ from: z.number().int(), most: z.number().int(), channels: z.array(channel) }).nullable(),
  ),
  kinds: setting(
    z.array(
      z.strictObject({
        code: subject,
        label: z.string(),
        hint: z.string(),
        questions: z.array(question).exactOptional(),
      }),
    ),
  ),
  contact: setting(
    z.strictObject({ anonymous: z.boolean().nullable(), phone: need, email: need, address: need, idNumber: need }),
  ),
  contentLength: setting(z.strictObject({ min: z.number().int(), max: z.number().int() })),
  emergencyNumbers: setting(z.array(labelled)),
  emergencyWords: setting(z.array(z.string())),
  dailyChecker: setting(z.boolean()),
  requiredPosts: setting(z.array(z.strictObject({ post, clause }))),
  changeReports: setting(
    z.array(z.strictObject({ unitLevel: level, to: orgKind, atLevel: level, as: z.enum(["report", "copy"]) })),
  ),
  satisfactionShown: setting(z.boolean()),
  ratings: setting(z.array(z.strictObject({ code: z.string(), label: z.string(), counts: z.boolean() })).nullable()),
});
