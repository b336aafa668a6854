import { parsePlainDate } from "../calendar/plain-date.ts";
import { type Fault, faulty } from "./fault.ts";
import { longestField, narrow } from "./width.ts";
import { beside } from "./words.ts";

export type IdentityFault = "empty" | "masked" | "letters" | "length" | "born" | "check";

/** A citizen's identity number: 18 signs, the last one a check digit or X (GB 11643-1999). */
export interface IdentityNumber {
  readonly text: string;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Reads an identity number as people write it: in full width, with blanks or dashes, with a small x. A number of 15
 * digits from before 1999 becomes the one of 18 that its owner was given, so that both compare as one.
 */
export function readIdentityNumber(typed: string): IdentityNumber | Fault<IdentityFault> {
  if (typed.length > longestField) return faulty("length", { n: typed.length });
  const text = narrow(typed)
    .replace(beside.identity, "")
    .replace(/[\s.-]/g, "")
    .replace(/(?<![。,，;；])[。,，;；]+$/u, "")
    .toUpperCase();
  if (text === "") return faulty("empty");
  if (text.includes("*")) return faulty("masked");
  const letters = text.replace(/X$/, "").match(/\D+/g);
  if (letters) return faulty("letters", { letters: letters.join("") });
  const whole = /^\d{15}$/.test(text) ? lengthened(text) : text;
  if (whole.length !== 18) return faulty("length", { n: text.length });
  if (!isDay(whole.slice(6, 14))) return faulty("born");
  return checkOf(whole.slice(0, 17)) === whole[17] ? { text: whole } : faulty("check");
}

function lengthened(old: string): string {
  const digits = `${old.slice(0, 6)}19${old.slice(6)}`;
  return digits + checkOf(digits);
}

/** The check sign of ISO 7064, MOD 11-2. */
function checkOf(digits: string): string {
  const sum = weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
  return "10X98765432"[sum % 11] ?? "";
}

function isDay(text: string): boolean {
  return parsePlainDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) !== null;
}
