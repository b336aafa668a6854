import type { Happening } from "../../duty/timeline.ts";
import type { ClauseId } from "../../rules/clause.ts";
import type { FactIs, Guard } from "../../rules/power.ts";
import { type Refusal, inputMissing, refuse } from "../../rules/refusal.ts";
import type { Representatives } from "../../rules/settings.ts";
import type { Leg } from "../case.ts";
import { confidential } from "../chapters/published.ts";
import { fieldLabel, formalityLabel } from "../../rules/look-up.ts";
import { factOf, isOneOf, timesDone } from "../facts.ts";
import { needed } from "./needs.ts";
import type { Asked, Situation } from "../situation.ts";
import { beforeDue, overdue, windowNotOver, withinWindow } from "./time-guards.ts";

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
      | "told"
      | "namedOnlyAfter"
      | "overdue"
      | "beforeDue"
      | "withinWindow"
      | "found"
      | "windowNotOver"
      | "noGroup"
      | "lastDayGiven"
      | "differentPersons"
      | "pairedOrNoted"
      | "previousLinked"
      | "notRated"
      | "finished"
      | "notConfidential"
      | "representatives"
      | "needs";
  }
>;

/** Guards that ask what the pack's own formalities have put on record. */
export function checkFacts(guard: FactGuard, situation: Situation): Refusal | null {
  const { kase, leg, ctx, asked } = situation;
  const { clause } = guard;
  switch (guard.is) {
    case "needs":
      return needed(guard, situation);
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
    case "factIsNot": {
      if (guard.when && !isFact(guard.when, situation)) return null;
      return isFact(guard, situation) === (guard.is === "factIs")
        ? null
        : refuse("fact.forbidden", clause, { name: fieldLabel(ctx.pack, guard.name) });
    }
    case "told": {
      const last = lastOf(guard.since, situation);
      const reached =
        kase.happenings.findLastIndex((h) => h.moment === `told.${guard.notice}` && isHere(h, leg)) > last;
      const what = ctx.pack.notices.find((n) => n.id === guard.notice)?.words ?? guard.notice;
      return reached ? null : refuse("delivery.notTold", clause, { what });
    }
    case "namedOnlyAfter":
      return namedOnlyAfter(guard, situation);
    case "overdue":
      return overdue(guard.duties, clause, situation);
    case "beforeDue":
      return beforeDue(guard.duty, clause, situation);
    case "withinWindow":
      return withinWindow(guard.duty, clause, situation);
    case "found": {
      const lapse = (h: Happening) => h.moment === "term.lapsed" && h.values?.["rule"] === guard.rule;
      return kase.happenings.some((h) => lapse(h) && isHere(h, leg)) ? null : refuse("finding.none", clause);
    }
    case "windowNotOver":
      return windowNotOver(guard.duty, clause, situation);
    case "noGroup":
      return (kase.group?.persons ?? 1) > 1 ? refuse("group.notHere", clause) : null;
    case "lastDayGiven":
      return asked && isFact(guard.when, situation) && (asked.matters ?? [asked]).some((m) => !m.by)
        ? inputMissing("by", clause)
        : null;
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
    case "representatives":
      return asked && tooFewOrMany(asked, clause, ctx.pack.settings.representatives.value);
  }
}

/** Of a group that has to choose representatives: that it has, and not too many. */
function tooFewOrMany({ group, channel }: Asked, clause: ClauseId, rule: Representatives | null): Refusal | null {
  if (!group || !rule || !channel || !rule.channels.includes(channel) || group.persons < rule.from) return null;
  const { persons, representatives } = group;
  if (representatives === 0) return refuse("group.noRepresentatives", clause, { persons, most: rule.most });
  return representatives > rule.most
    ? refuse("group.tooManyRepresentatives", clause, { most: rule.most, given: representatives })
    : null;
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
  const { where, everyLeg } = guard;
  const { pack } = situation.ctx;
  const units = situation.kase.legs.filter((leg) => leg.kind === "unit" && leg.stage !== "recalled");
  const places = everyLeg ? units.map((leg) => ({ ...situation, leg })) : [situation];
  const done = places.every((place) =>
    guard.anyOf
      .flatMap((id) => since(id, guard.since, place))
      .some((h) => !where || isOneOf(h.values?.[where.name], where.oneOf)),
  );
  return done
    ? null
    : refuse("formality.notDone", guard.clause, { formalities: guard.anyOf.map((id) => formalityLabel(pack, id)) });
}

/** The times a formality was carried out after the last such moment on this leg; all times where none is named. */
function since(formality: string, moment: string | undefined, situation: Situation) {
  const { kase, leg } = situation;
  const last = lastOf(moment, situation);
  return timesDone(kase, formality, leg?.id ?? null).filter((h) => kase.happenings.indexOf(h) > last);
}

/** Where in the timeline the moment last came, on this leg or on the case; before everything where it is not named. */
function lastOf(moment: string | undefined, { kase, leg }: Situation): number {
  return kase.happenings.findLastIndex((h) => h.moment === moment && isHere(h, leg));
}

/** Whether something happened on the leg, or to the case as a whole. */
function isHere({ legId }: Happening, leg: Leg | null): boolean {
  return leg === null || legId === leg.id || legId === null;
}

/** Whoever sends a case to the organisation that it is about has to have said why. */
function namedOnlyAfter(guard: Extract<Guard, { is: "namedOnlyAfter" }>, situation: Situation): Refusal | null {
  const { asked, ctx } = situation;
  const named = factNow(guard.name, situation);
  const targets = [...(asked?.targets ?? []), ...(asked?.matters ?? []).flatMap((matter) => matter.targets)];
  const sentThere = targets.some((target) => target.orgId === named);
  if (!sentThere || since(guard.formality, undefined, situation).length > 0) return null;
  const formality = formalityLabel(ctx.pack, guard.formality);
  return refuse("dispatch.namedUnit", guard.clause, { org: String(named), formality });
}
