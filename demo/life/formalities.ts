import { timesDone } from "../../domain/case/facts.ts";
import type { Formality } from "../../domain/rules/formality.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import type { Guard } from "../../domain/rules/power.ts";
import type { Scene } from "./scene.ts";

/** What nobody owes and nothing leads to has its occasion once in a long while: an incident, a leader's word. */
const seldom = 0.002;

/** What undoes or moves what was settled: a demo shows a few of them, not one on every case. */
const rare: ReadonlySet<string> = new Set([
  "recall",
  "reassign",
  "change-handler",
  "join",
  "separate",
  "make-complex",
  "ask-material",
  "announce-call-back",
]);

/** Saying no to a colleague's paper: most of them are in order. */
const objection = /^(return|refuse|reject)-?/;

const known = new WeakMap<Pack, readonly (readonly string[])[]>();

/** How likely one of the regulation's own steps is taken: what is owed or leads on before what one may also do. */
export function formalityWeight(id: string, again: boolean, scene: Scene): number {
  const { kase, leg, ctx } = scene;
  const formality = ctx.pack.formalities.find((one) => one.id === id);
  if (!formality) return 0;
  if (rare.has(id)) return seldom / 4;
  if (objection.test(id)) return again ? 0 : 0.6;
  const times = timesDone(kase, id, leg?.id ?? null).length;
  const owed = scene.owed.some(({ moment, legId }) => moment === `done.${id}` && (!leg || !legId || legId === leg.id));
  // What was tried in vain may do with another choice.
  if (again && times === 0) return owed || leadsOn(id, scene) ? 2 : 0.05;
  if (owed) return formality.effects.some(({ is }) => is === "archive") ? 2 : 14;
  if (times > 0) return seldom / 2;
  if (leadsOn(id, scene)) return 8;
  if (formality.effects.some(({ is }) => is === "publish")) return 20;
  if (formality.effects.some(({ is }) => is === "archive")) return 2;
  if (formality.effects.some(({ is }) => is === "answer")) return 1.5;
  if (follows(formality, scene)) return 5;
  return formality.guards.some(({ is }) => is === "overdue") ? 1.5 : seldom;
}

/** Without this step, or another that does as well, some act of the regulation does not stand open. */
function leadsOn(id: string, { kase, leg, ctx }: Scene): boolean {
  const groups =
    known.get(ctx.pack) ?? ctx.pack.powers.flatMap(({ guards }) => guards.map((g) => askedBy(g, ctx.pack)));
  known.set(ctx.pack, groups);
  const done = (one: string) => timesDone(kase, one, leg?.id ?? null).length > 0;
  return groups.some((group) => group.includes(id) && !group.some(done));
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
