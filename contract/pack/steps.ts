import { z } from "zod";
import { caseActs, legActs } from "../../domain/rules/vocabulary.ts";
import { condition, guards } from "./conditions.ts";
import {
  body,
  breachKind,
  caseStage,
  clause,
  entry,
  holder,
  label,
  legStage,
  moment,
  post,
  subject,
  text,
  yes,
} from "./words.ts";
import { dayTerm, noMost, term } from "./terms.ts";

const optionalText = z.string().exactOptional();
const flag = yes.exactOptional();
const stages = { case: z.array(caseStage), leg: z.array(legStage) };

/** Who may do which act at which stage. */
export const power = z.union([
  z.strictObject({ ...entry, by: z.array(holder), guards, act: z.enum(caseActs), from: stages.case }),
  z.strictObject({ ...entry, by: z.array(holder), guards, act: z.enum(legActs), from: stages.leg }),
]);

const field = z.strictObject({
  name: z.string(),
  label,
  kind: z.enum(["text", "choice", "choices", "date", "number", "yesNo", "person", "people", "org"]),
  required: z.boolean(),
  hint: optionalText,
  choices: z.array(text).exactOptional(),
  requiredWhen: z.strictObject({ field: z.string(), oneOf: z.array(z.string()) }).exactOptional(),
  sameAs: optionalText,
  besideRating: flag,
  least: z.number().exactOptional(),
  most: z.number().exactOptional(),
  clause: clause.exactOptional(),
  when: z.enum(["past", "sinceFiling", "coming"]).exactOptional(),
  posts: z.array(post).exactOptional(),
  found: z.strictObject({ above: body }).exactOptional(),
  staffOnly: flag,
  proposal: z.strictObject({ others: z.string(), none: z.string() }).exactOptional(),
});

const effect = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("extend"), days: z.string() }),
  z.strictObject({ is: z.literal("archive") }),
  z.strictObject({ is: z.literal("answer"), text: z.string() }),
  z.strictObject({ is: z.literal("endLeg") }),
  z.strictObject({ is: z.literal("recall"), reason: z.string(), to: optionalText, by: optionalText }),
  z.strictObject({ is: z.literal("join"), to: z.string() }),
  z.strictObject({ is: z.literal("separate"), reason: z.string() }),
  z.strictObject({ is: z.literal("redo") }),
  z.strictObject({ is: z.literal("publish"), where: z.literal("allowed").exactOptional() }),
  z.strictObject({ is: z.literal("finding"), kind: breachKind, from: z.number().int(), rule: z.string() }),
  z.strictObject({
    is: z.literal("subject"),
    field: z.string(),
    of: z.record(z.string(), subject),
    accused: z.string(),
  }),
  z.strictObject({ is: z.literal("urgency"), field: z.string(), oneOf: z.array(z.string()) }),
  z.strictObject({ is: z.literal("reportOwed"), field: z.string(), oneOf: z.array(z.string()) }),
  z.strictObject({ is: z.literal("reported") }),
  z.strictObject({ is: z.literal("keepSecret") }),
  z.strictObject({ is: z.literal("recuse"), person: z.string() }),
]);

const formalityShape = {
  ...entry,
  label,
  by: z.array(holder),
  ledger: z.array(z.string()).exactOptional(),
  reachesPetitioner: flag,
  guards,
  fields: z.array(field),
  effects: z.array(effect),
  asks: z.strictObject({ what: z.string(), why: z.string(), by: z.string() }).exactOptional(),
  judges: flag,
  forPetitioner: z
    .strictObject({
      ask: optionalText,
      line: z.string(),
      opinion: z.strictObject({ title: z.string(), text: z.string() }).exactOptional(),
    })
    .exactOptional(),
};

/** A step that a regulation has of its own. */
export const formality = z.discriminatedUnion("on", [
  z.strictObject({ ...formalityShape, on: z.literal("case"), from: stages.case }),
  z.strictObject({ ...formalityShape, on: z.literal("leg"), from: stages.leg }),
]);

const lapse = z.strictObject({ is: z.enum(["archive", "endLeg", "redo", "publish", "passUp", "urgent"]) });

/** A term or a right in time. */
export const duty = z.strictObject({
  ...entry,
  kind: z.enum(["duty", "window"]),
  owner: body,
  ownerPost: post.nullable(),
  start: moment,
  end: z.array(moment),
  closedBy: moment.exactOptional(),
  cancel: z.array(moment),
  when: z.array(condition),
  limit: term.nullable(),
  limits: z.strictObject({ by: z.string(), of: z.record(z.string(), term) }).exactOptional(),
  target: dayTerm.exactOptional(),
  settable: flag,
  by: z.enum(["set", "earlier"]).exactOptional(),
  byField: optionalText,
  countFrom: optionalText,
  endBy: z.literal("owner").exactOptional(),
  endWhen: z.array(condition).exactOptional(),
  excusedBy: moment.exactOptional(),
  pauses: z.array(z.strictObject({ from: moment, until: z.array(moment), lastDay: optionalText })),
  extension: z
    .strictObject({ granted: moment, most: z.union([term, noMost]), told: moment.exactOptional() })
    .exactOptional(),
  inside: optionalText,
  judgedBy: z.strictObject({ submitted: moment, returned: moment, passed: moment }).exactOptional(),
  breach: z.strictObject({ kind: breachKind, clause }).nullable(),
  onLapse: z.array(lapse).exactOptional(),
  title: label,
  forPetitioner: optionalText,
  flaggedWhile: z.strictObject({ from: moment, until: z.array(moment) }).exactOptional(),
});

const groundField = z.strictObject({
  name: z.enum(["note", "competentPlace", "procedure", "caseAt", "earlierCase", "unit", "referral"]),
  label,
  required: z.boolean(),
  kind: z.enum(["text", "choice", "org", "case"]),
  choices: z.array(z.strictObject({ value: z.string(), label: z.string() })).exactOptional(),
  mustBeUnjoined: flag,
});

/** A listed reason not to take a case up. */
export const ground = z.strictObject({
  ...entry,
  code: z.string(),
  by: z.array(holder),
  from: stages.case,
  fields: z.array(groundField),
  reason: z.string(),
  wayOn: z.string().nullable(),
  notice: z.enum(["always", "switchable"]),
  readableBy: post.exactOptional(),
  neverPublished: flag,
  emergency: flag,
  outcome: z.enum(["refused", "sentElsewhere", "noLongerAccepted"]).exactOptional(),
  after: optionalText,
});

/** Which body may read a case, and how much of it. */
export const sight = z.strictObject({
  ...entry,
  body,
  posts: z.array(post),
  sees: z.enum(["all", "timings"]),
  when: z.array(condition),
});

/** A message with fixed words. */
export const notice = z.strictObject({
  ...entry,
  on: moment,
  when: z.array(condition),
  template: z.string(),
  alert: optionalText,
  spoken: optionalText,
  again: optionalText,
  channel: z.enum(["original", "preferred"]),
  readOut: flag,
  bound: flag,
  rates: flag,
  feedback: z.boolean(),
  switchable: z.boolean(),
});
