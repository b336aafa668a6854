import type { Clause, ClauseId } from "./clause.ts";
import type { Act, Channel } from "./vocabulary.ts";
import type { Guard, Power, ReplyPart } from "./power.ts";
import type { DutyRule, Pack } from "./pack.ts";

/** The powers of a pack for one act. */
export function powersFor(pack: Pack, act: Act): readonly Power[] {
  return pack.powers.filter((power) => power.act === act);
}

/** A duty rule of a pack that must exist. */
export function dutyRule(pack: Pack, id: string): DutyRule {
  const rule = pack.duties.find((duty) => duty.id === id);
  if (!rule) throw new Error(`pack ${pack.id} has no duty ${id}`);
  return rule;
}

/** A clause of a pack that must exist. */
export function clauseOf(pack: Pack, id: ClauseId): Clause {
  const clause = pack.clauses.find((c) => c.id === id);
  if (!clause) throw new Error(`pack ${pack.id} has no clause ${id}`);
  return clause;
}

/** How an article is cited to people, 「《办法》第八条」: by the name of the regulation that it stands in. */
export function articleOf(pack: Pack, id: ClauseId): string {
  const { article, citedFrom } = clauseOf(pack, id);
  return `${citedFrom ?? pack.terms.citation}${article}`;
}

/** The parts that a reply to a complex matter must have; empty where the regulation asks for none. */
export function replyParts(pack: Pack): readonly ReplyPart[] {
  const guards = powersFor(pack, "draftReply").flatMap((power) => power.guards);
  return distinctParts(guards.flatMap(partsOf));
}

/** The parts that a guard may ask of a reply; none of one that is about something else. */
export function partsOf(guard: Guard): readonly ReplyPart[] {
  return guard.is === "partsGiven" || guard.is === "partsGivenWhen" ? guard.parts : [];
}

/** Each part once, in order. */
export function distinctParts(parts: readonly ReplyPart[]): readonly ReplyPart[] {
  return parts.filter((part, i) => parts.findIndex((other) => other.code === part.code) === i);
}

/** The ways by which staff take a matter in: those that the text names and those that it leaves room for, no other. */
export function channelsTaken({ settings }: Pack): readonly Channel[] {
  const { value, others = [] } = settings.channels;
  return [...value, ...others].filter((channel) => channel !== "web");
}

/** The questions that an audit must answer; empty where the pack sets none. */
export function auditItems(pack: Pack): readonly string[] {
  const guards = powersFor(pack, "passAudit").flatMap((power) => power.guards);
  return guards.flatMap((guard) => (guard.is === "checklistAnswered" ? guard.items : []));
}

/** Whether the regulation names a term for it, be it by a table. */
export function hasTerm({ limit, limits }: DutyRule): boolean {
  return limit !== null || limits !== undefined;
}

/** The rules under which a unit owes the reply itself, with a term: from receipt, or from a step like acceptance. */
export function replyRules(pack: Pack): readonly DutyRule[] {
  return pack.duties.filter(
    (rule) => rule.kind === "duty" && beginsReply(rule) && rule.end.includes("reply.submitted") && hasTerm(rule),
  );
}

/** Whether the work on the first reply begins with what starts the rule. */
export function beginsReply({ start }: DutyRule): boolean {
  return start === "unit.received" || start.startsWith("done.");
}

/** Whether the regulation puts answers before the public at all. */
export function publishes({ settings }: Pick<Pack, "settings">): boolean {
  return settings.publication.value !== "none";
}

/** The label of a formality; its id where the pack does not know it. */
export function formalityLabel(pack: Pack, id: string): string {
  return pack.formalities.find((f) => f.id === id)?.label ?? id;
}

/** The label of a field, wherever in the pack's formalities it stands. */
export function fieldLabel(pack: Pack, name: string): string {
  return pack.formalities.flatMap((f) => f.fields).find((f) => f.name === name)?.label ?? name;
}
