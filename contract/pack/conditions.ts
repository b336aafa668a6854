import { z } from "zod";
import { body, channel, clause, factIs, internalReason, level, moment, orgKind, subject, track, yes } from "./words.ts";

const asOf = z.enum(["now", "then"]);
const amount = z.number().exactOptional();
const is = <T extends string>(name: T) => ({ is: z.literal(name) });

/** A fact about a case or leg that an entry depends on. */
export const condition: z.ZodType = z.lazy(() =>
  z.discriminatedUnion("is", [
    z.strictObject({ ...is("track"), value: track }),
    z.strictObject({ ...is("subject"), value: subject }),
    z.strictObject({ ...is("ground"), value: z.string() }),
    z.strictObject({ ...is("groundNot"), value: z.string() }),
    z.strictObject({ ...is("channelNot"), value: channel }),
    z.strictObject({ ...is("channel"), oneOf: z.array(channel) }),
    z.strictObject({ ...is("fact"), name: z.string(), oneOf: z.array(z.string()), asOf }),
    z.strictObject({ ...is("value"), name: z.string(), oneOf: z.array(z.string()) }),
    z.strictObject({ ...is("done"), formality: z.string() }),
    z.strictObject({ ...is("level"), body, oneOf: z.array(level) }),
    z.strictObject({ ...is("kind"), body, oneOf: z.array(orgKind) }),
    z.strictObject({ ...is("sentByPeer"), value: z.boolean() }),
    z.strictObject({ ...is("sameBody"), bodies: z.tuple([body, body]) }),
    z.strictObject({ ...is("choice"), value: z.enum(["public", "nonPublic"]) }),
    z.strictObject({
      ...is("times"),
      moment,
      atLeast: amount,
      atMost: amount,
      since: moment.exactOptional(),
    }),
    z.strictObject({ ...is("number"), name: z.string(), atLeast: amount, atMost: amount, asOf }),
    z.strictObject({
      ...is("day"),
      name: z.string(),
      lies: z.enum(["before", "notBefore"]),
      than: z.union([z.strictObject({ name: z.string() }), z.enum(["filing", "happening"])]),
      asOf,
    }),
    z.strictObject({ ...is("not"), of: condition }),
    z.strictObject({ ...is("any"), of: z.array(condition) }),
    z.strictObject({ ...is("role"), value: z.enum(["lead", "assist"]) }),
    z.strictObject({ ...is("finalAudit"), value: z.boolean() }),
    z.strictObject({ ...is("auditedAt"), value: level }),
  ]),
);

const guard = <T extends string, S extends z.ZodRawShape>(name: T, shape: S) =>
  z.strictObject({ ...is(name), clause, ...shape });
const names = z.array(z.string());
const parts = z.array(z.strictObject({ code: z.string(), label: z.string() }));
const when = factIs.exactOptional();
const since = moment.exactOptional();

const plainGuards = [
  "trackIsSet",
  "internalNeedsReason",
  "consentForPublic",
  "choiceIsPetitioners",
  "consentNeeded",
  "changeNeedsNote",
  "wholeCaseHere",
  "notTheAccused",
  "targetsJoined",
  "targetsStaffed",
  "withinArea",
  "throughCountyBureau",
  "oneLead",
  "dueDateKnown",
  "notBarred",
  "onLeadLeg",
  "reasonAndSuggestion",
  "reasonGiven",
  "noGroup",
  "notRated",
  "finished",
  "notConfidential",
  "representatives",
  "previewSeen",
  "approverNotDrafter",
  "withholdAdvised",
  "auditedHere",
] as const;

/** A condition on an act, with the clause that a refusal cites. */
export const guards = z.array(
  z.union([
    z.strictObject({ is: z.enum(plainGuards), clause }),
    guard("needs", { all: z.array(condition), says: z.string().min(1) }),
    guard("reasonNeedsNote", { reason: internalReason }),
    guard("subjectIsInternal", { subject }),
    guard("bodyForSubject", { subject, kind: orgKind }),
    guard("onlyTo", { kind: orgKind, when: condition }),
    guard("lastDayGiven", { when: factIs }),
    guard("windowOpen", { duty: z.string() }),
    guard("formalityDone", { anyOf: names, since, where: when, when, everyLeg: yes.exactOptional() }),
    guard("formalityNotDone", { formality: z.string(), since }),
    guard("notWhoDid", { formality: z.string() }),
    guard("factGiven", { names }),
    guard("factIs", { ...factIs.shape, when }),
    guard("factIsNot", { ...factIs.shape, when }),
    guard("told", { notice: z.string(), since }),
    guard("namedOnlyAfter", { name: z.string(), formality: z.string() }),
    guard("overdue", { duties: names }),
    guard("beforeDue", { duty: z.string() }),
    guard("withinWindow", { duty: z.string() }),
    guard("found", { rule: z.string() }),
    guard("windowNotOver", { duty: z.string() }),
    guard("differentPersons", { fields: z.tuple([z.string(), z.string()]) }),
    guard("pairedOrNoted", {
      fields: z.tuple([z.string(), z.string()]),
      pairs: z.array(z.tuple([z.string(), z.string()])),
      note: z.string(),
    }),
    guard("previousLinked", { when: factIs }),
    guard("partsGivenWhen", { parts, when: factIs.nullable() }),
    guard("timelyRepliesOver", { n: z.number().int() }),
    guard("partsGiven", { parts }),
    guard("addresseesOfOwnLevel", { kind: orgKind }),
    guard("checklistAnswered", { items: names }),
    guard("checklistSays", { items: names, verdict: z.enum(["allYes", "someNo"]) }),
  ]),
);
