import type { ClauseId } from "./clause.ts";
import type { Wording } from "./names.ts";
import type { Pack } from "./pack.ts";
import { clauseOf } from "./look-up.ts";
import type { Refusal } from "./refusal.ts";

/** A refusal with the words of the rule behind it. */
export interface ExplainedRefusal extends Refusal {
  /** What the regulation calls things: a sentence made of the refusal uses its words. */
  readonly wording: Wording;
  readonly rule: { readonly id: ClauseId; readonly article: string; readonly text: string } | null;
}

/** Puts the article and its words to a refusal; none where no regulation is the reason. */
export function explainRefusal(refusal: Refusal, pack: Pack): ExplainedRefusal {
  const wording = { terms: pack.terms, ...(pack.names ? { names: pack.names } : {}) };
  if (refusal.clause === null) return { ...refusal, wording, rule: null };
  const { id, article, text } = clauseOf(pack, refusal.clause);
  return { ...refusal, wording, rule: { id, article, text } };
}
