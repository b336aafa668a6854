/** The id of a clause of a regulation as the requirement numbers it, `FZ-8.2-1`. */
export type ClauseId = string & { readonly clauseId: never };

/** How much a clause binds: `inform` asks for no behaviour. */
export type Force = "must" | "should" | "may" | "inform";

/** One clause of the regulation that a pack puts into data. */
export interface Clause {
  readonly id: ClauseId;
  readonly force: Force;
  /** The place in the regulation as it is cited to people, 「第八条(二)」. */
  readonly article: string;
  /** How the regulation beneath is cited, for a clause that a pack has from it. */
  readonly citedFrom?: string;
  /** What the clause is about, in English. */
  readonly title: string;
  /** The words of the regulation that carry the rule. */
  readonly text: string;
  /** For an `inform` clause: where the product takes note of it. */
  readonly noted?: string;
}

/** A clause id written in a pack. */
export function clauseId(text: string): ClauseId {
  return text as ClauseId;
}
