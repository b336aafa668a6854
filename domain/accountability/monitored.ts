import type { ClauseId } from "../rules/clause.ts";
import { measureOf } from "../rules/measure.ts";
import type { Pack } from "../rules/pack.ts";
import type { Holder } from "../rules/power.ts";

/** The places that a regulation wants watched, and who watches them. */
export interface Monitored {
  readonly clause: ClauseId;
  readonly sources: readonly { readonly value: string; readonly label: string }[];
  readonly by: readonly Holder[];
}

/** What the pack's measure `sources` names: the values of a field by which messages are collected. Null where there is none. */
export function monitored(pack: Pack): Monitored | null {
  const measure = measureOf(pack.measures, "sources");
  const step = measure && pack.formalities.find(({ id }) => id === measure.of.formality);
  const field = step?.fields.find(({ name }) => name === measure?.of.field);
  if (!measure || !step || !field?.choices) return null;
  return { clause: measure.clause, sources: field.choices, by: step.by };
}
