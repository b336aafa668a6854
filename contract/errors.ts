import { z } from "zod";

/** Codes of errors that are no refusal by a regulation. */
export const errorCodes = [
  "request.invalid",
  "request.tooLarge",
  "session.none",
  "session.wrong",
  "session.locked",
  "session.codeNeeded",
  "session.noPost",
  "session.placeNeeded",
  "session.csrf",
  "session.mustEnrol",
  "session.mustChange",
  "right.missing",
  "notFound",
  "gone",
  "tooMany",
  "conflict",
  "keyReused",
  "file.empty",
  "file.tooBig",
  "file.unknownKind",
  "file.locked",
  "file.macros",
  "file.tooMany",
  "file.someTaken",
  "file.noneTaken",
  "password.wrong",
  "password.tooShort",
  "password.tooPlain",
  "password.same",
  "code.wrong",
  "account.own",
  "account.phone",
  "code.noPhone",
  "code.noGateway",
  "follow.mismatch",
  "follow.waiting",
  "correction.blank",
  "registry.lastOfKind",
  "registry.notStaffed",
  "registry.datesWrong",
  "calendar.yearWrong",
  "calendar.notAWeekend",
  "escalation.noCases",
  "contact.masked",
  "contact.wrong",
  "filing.noRegulation",
  "paper.notNow",
  "paper.incomplete",
  "paper.notServedYet",
  "periodic.daysWrong",
  "periodic.absent",
  "periodic.mentionWrong",
  "periodic.noCases",
  "server",
  "unavailable",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Every reply that is not a success has this shape. Codes travel; the sentence is for whoever shows it as it is. */
export const errorReply = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** What the sentence names. */
    facts: z.record(z.string(), z.unknown()),
    /** The clause that forbids the act, with its words. */
    rule: z.object({ id: z.string(), article: z.string(), text: z.string() }).nullable(),
    /** For an invalid request: where, and what to do. */
    fields: z.array(z.object({ path: z.string(), message: z.string() })),
    ref: z.string(),
  }),
});
export type ErrorReply = z.infer<typeof errorReply>;
