import type { FactIs, Guard } from "../../rules/power.ts";
import { type Refusal, refuse } from "../../rules/refusal.ts";
import { confidential } from "../chapters/published.ts";
import { fieldLabel, formalityLabel } from "../../rules/look-up.ts";
import { factOf, isOneOf, timesDone } from "../facts.ts";
import type { Situation } from "../situation.ts";
import { beforeDue, overdue } from "./time-guards.ts";

export type FactGuard = Extract<
  Guard,
  {
    is:
      | "formalityDone"
      | "formalityNotDone"
      | "notWhoDid"
      | "factGiven"
      | "factIs"
      | "factIsNot"
      | "overdue"
      | "beforeDue"
      | "differentPersons"
      | "pairedOrNoted"
      | "previousLinked"
      | "notRated"
      | "finished"
      | "notConfidential"
      | "representatives"
      | "partsGivenWhen";
  }
>;

/** Guards that ask what the pack's own formalities have put on record. */
export function checkFacts(guard: FactGuard, situation: Situation): Refusal | null {
  const { kase, leg, ctx, asked } = situation;
  const { clause } = guard;
  switch (guard.is) {
    case "formalityDone":
      return formalityDone(guard, situation);
    case "formalityNotDone":
      return since(guard.formality, guard.since, situation).length > 0
        ? refuse("formality.alreadyDone", clause, { formality: formalityLabel(ctx.pack, guard.formality) })
        : null;
    case "notWhoDid": {
      const last = timesDone(kase, guard.formality, leg?.id ?? null).at(-1);
      const same = ctx.actor.kind === "staff" && last?.personId === ctx.actor.personId;
      return same
        ? refuse("formality.samePerson", clause, { formality: formalityLabel(ctx.pack, guard.formality) })
        : null;
    }
    case "factGiven": {
      const missing = guard.names.filter((name) => factNow(name, situation) === null);
      return missing.length > 0
        ? refuse("fact.missing", clause, { names: missing.map((n) => fieldLabel(ctx.pack, n)) })
        : null;
    }
    case "factIs":
      return isFact(guard, situation)
        ? null
        : refuse("fact.forbidden", clause, { name: fieldLabel(ctx.pack, guard.name) });
    case "factIsNot":
      return isFact(guard, situation)
        ? refuse("fact.forbidden", clause, { name: fieldLabel(ctx.pack, guard.name) })
        : null;
    case "overdue":
      return overdue(guard.duties, clause, situation);
    case "beforeDue":
      return beforeDue(guard.duty, clause, situation);
    case "differentPersons": {
      const [one, other] = guard.fields;
      const first = asked?.values?.[one];
      return first !== undefined && first === asked?.values?.[other] ? refuse("formality.oneForBoth", clause) : null;
    }
    case "pairedOrNoted":
      return paired(guard, situation)
        ? null
        : refuse("formality.fieldMissing", clause, { field: fieldLabel(ctx.pack, guard.note) });
    case "previousLinked":
      return kase.repeatOf === null && isFact(guard.when, situation) ? refuse("repeat.notLinked", clause) : null;
    case "notRated":
      return kase.rated ? refuse("rating.alreadyGiven", clause) : null;
    case "finished":
      return kase.matters.every((m) => m.stage === "delivered") ? null : refuse("case.notFinished", clause);
    case "notConfidential":
      return confidential(kase) ? refuse("publication.confidential", clause) : null;
    case "representatives": {
      const group = asked?.group;
      if (!group || !asked?.channel || !guard.channels.includes(asked.channel)) return null;
      return group.persons > guard.over && group.representatives > guard.most
        ? refuse("group.tooManyRepresentatives", clause, { most: guard.most, given: group.representatives })
        : null;
    }
    case "partsGivenWhen": {
      if (!asked || (guard.when && !isFact(guard.when, situation))) return null;
      const missing = guard.parts.filter((part) => !asked.parts?.[part.code]?.trim()).map((part) => part.label);
      return missing.length > 0 ? refuse("reply.partMissing", clause, { parts: missing }) : null;
    }
  }
}

/** Whether what is filled in under two names is a pair of the regulation's, or is explained. */
function paired(guard: Extract<Guard, { is: "pairedOrNoted" }>, { asked }: Situation): boolean {
  const [one, other] = guard.fields.map((name) => asked?.values?.[name]);
  if (one === undefined || other === undefined || String(asked?.values?.[guard.note] ?? "").trim()) return true;
  return guard.pairs.some(([a, b]) => a === one && b === other);
}

/** A fact as the act would leave it: what is being filled in now counts before what was said earlier. */
function factNow(name: string, { kase, leg, asked }: Situation) {
  return asked?.values?.[name] ?? factOf(kase, name, leg?.id ?? null);
}

function isFact({ name, oneOf }: FactIs, situation: Situation): boolean {
  return isOneOf(factNow(name, situation), oneOf);
}

function formalityDone(guard: Extract<Guard, { is: "formalityDone" }>, situation: Situation): Refusal | null {
  if (guard.when && !isFact(guard.when, situation)) return null;
  const { where } = guard;
  const { pack } = situation.ctx;
  const done = guard.anyOf
    .flatMap((id) => since(id, guard.since, situation))
    .some((h) => !where || isOneOf(h.values?.[where.name], where.oneOf));
  return done
    ? null
    : refuse("formality.notDone", guard.clause, { formalities: guard.anyOf.map((id) => formalityLabel(pack, id)) });
}

/** The times a formality was carried out after the last such moment on this leg; all times where none is named. */
function since(formality: string, moment: string | undefined, { kase, leg }: Situation) {
  const legId = leg?.id ?? null;
  const last = kase.happenings.findLastIndex((h) => h.moment === moment && (legId === null || h.legId === legId));
  return timesDone(kase, formality, legId).filter((h) => kase.happenings.indexOf(h) > last);
}
