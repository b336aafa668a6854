import { timesDone } from "../../domain/case/facts.ts";
import type { Formality } from "../../domain/rules/formality.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import type { Guard } from "../../domain/rules/power.ts";
import type { Scene } from "./scene.ts";

/** What nobody owes and nothing leads to has its occasion once in a long while: an incident, a leader's word. */
const seldom = 0.002;

const known = new WeakMap<Pack, ReadonlySet<string>>();

/** How likely one of the regulation's own steps is taken: what is owed or leads on before what one may also do. */
export function formalityWeight(id: string, again: boolean, scene: Scene): number {
  const { kase, leg, ctx } = scene;
  const formality = ctx.pack.formalities.find((one) => one.id === id);
  if (!formality) return 0;
  const times = timesDone(kase, id, leg?.id ?? null).length;
  const owed = scene.owed.some(({ moment, legId }) => moment === `done.${id}` && (!leg || !legId || legId === leg.id));
  // What was tried in vain may do with another choice.
  if (again && times === 0) return owed || leadsOn(ctx.pack).has(id) ? 2 : 0.05;
  if (owed) return 14;
  if (times > 0) return seldom / 2;
  if (leadsOn(ctx.pack).has(id)) return 8;
  if (formality.effects.some(({ is }) => is === "archive" || is === "publish")) return 3;
  if (formality.effects.some(({ is }) => is === "answer")) return 1.5;
  if (follows(formality, scene)) return 5;
  return formality.guards.some(({ is }) => is === "overdue") ? 1.5 : seldom;
}

/** The formalities without which some act of the regulation does not stand open. */
function leadsOn(pack: Pack): ReadonlySet<string> {
  const found =
    known.get(pack) ?? new Set(pack.powers.flatMap(({ guards }) => guards.flatMap((g) => askedBy(g, pack))));
  known.set(pack, found);
  return found;
}

function askedBy(guard: Guard, { formalities }: Pack): readonly string[] {
  if (guard.is === "formalityDone") return guard.anyOf;
  const names = guard.is === "factGiven" ? guard.names : guard.is === "factIs" ? [guard.name] : [];
  return formalities.filter(({ fields }) => fields.some(({ name }) => names.includes(name))).map(({ id }) => id);
}

/** A step that goes on with one that was taken: its approval, its outcome. */
function follows({ guards }: Formality, { kase, leg }: Scene): boolean {
  const before = guards.flatMap((guard) => (guard.is === "formalityDone" ? guard.anyOf : []));
  return before.some((id) => timesDone(kase, id, leg?.id ?? null).length > 0);
}
