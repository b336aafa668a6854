import { type Algorithm, hash, verify } from "@node-rs/argon2";

const argon2id = 2 as Algorithm;

/** OWASP's first choice for argon2id: 19 MiB, two passes. About 20 ms on one core. */
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

export function checkPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize("NFKC"));
}

/** Why a password is too weak, as a code; null when it will do (law.md C-26: ten characters, three classes). */
export function passwordWeakness(password: string): "tooShort" | "tooPlain" | null {
  if ([...password].length < 10) return "tooShort";
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((pattern) => pattern.test(password)).length;
  return classes < 3 ? "tooPlain" : null;
}
