import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { isGuessable } from "./password-strength.ts";

const argon2id = 2 as Algorithm;

/** OWASP's first choice for argon2id: 19 MiB, two passes. About 20 ms on one core. */
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

export function checkPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize("NFKC"));
}

export type Weakness = "tooShort" | "tooPlain" | "common";

/**
 * Why a password is too weak, as a code; null when it will do (ten characters, three classes; and none that
 * is soon guessed). `own` holds words that belong to its owner. `rule` "none": the region does without the three classes,
 * as NIST 800-63B advises.
 */
export function passwordWeakness(
  password: string,
  own: readonly string[],
  rule: "three" | "none" = "three",
): Weakness | null {
  if ([...password].length < 10) return "tooShort";
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((pattern) => pattern.test(password)).length;
  if (rule === "three" && classes < 3) return "tooPlain";
  return isGuessable(password, own) ? "common" : null;
}
