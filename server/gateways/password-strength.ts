import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** Signs beyond these add nothing to the judgement, and would cost time. */
const judged = 64;

/** "Very unguessable": ten thousand million guesses and more. */
const enough = 4;

let estimator: ZxcvbnFactory | null = null;

/**
 * Whether a password is soon guessed: one of the common ones, a run on the keyboard, a repetition, a date, or made of
 * words that belong to its owner (`own`: login, name, names of the region).
 */
export function isGuessable(password: string, own: readonly string[]): boolean {
  estimator ??= new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs });
  const parts = own.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)]);
  const words = [...new Set(parts.map((word) => word.toLowerCase()))].filter((word) => word.length > 1);
  return estimator.check([...password.normalize("NFKC")].slice(0, judged).join(""), words).score < enough;
}
