import type { ClauseId } from "./clause.ts";
import type { Example } from "./example.ts";

/** What every entry of a pack carries: its clause, plain words, and an example that runs. */
export interface Entry {
  readonly id: string;
  readonly clause: ClauseId;
  /** Further clauses that the entry also serves. */
  readonly serves?: readonly ClauseId[];
  /** The rule in one plain Chinese sentence, for the pack viewer and 办理流程. */
  readonly words: string;
  readonly example: Example;
  /** The text is missing and was reconstructed; screens show 「重构」. */
  readonly reconstructed?: true;
}
