import { narrow } from "./width.ts";
import { beside } from "./words.ts";

/** A case number as it was typed or pasted: the whole one, or its end: six digits, or the day and six digits. */
export type TypedNumber = { readonly whole: string } | { readonly tail: string };

/**
 * Finds the number of a case in what somebody typed or pasted: with a label before it, blanks or any dashes in it, in
 * full width, in small letters, with a full stop behind. Null where there is none: then they are words.
 */
export function caseNumberIn(typed: string): TypedNumber | null {
  const text = narrow(typed).toUpperCase();
  const whole = /(?<![A-Z\d])([A-Z]{2,4})[\s_./·-]*((?:\d[\s_./·-]*){13}\d)(?!\d)/.exec(text);
  if (whole) {
    const digits = (whole[2] ?? "").replace(/\D/g, "");
    return { whole: `${whole[1]}-${digits.slice(0, 8)}-${digits.slice(8)}` };
  }
  const rest = text.replace(beside.number, "");
  const day = /^[\s\p{P}\p{S}]*(20\d{6})[\s_./·-]*(\d{6})[\s\p{P}\p{S}]*$/u.exec(rest);
  if (day) return { tail: `${day[1]}-${day[2]}` };
  const tail = /^[\s\p{P}\p{S}]*(\d(?:[\s-]?\d){5})[\s\p{P}\p{S}]*$/u.exec(rest)?.[1];
  return tail ? { tail: tail.replace(/\D/g, "") } : null;
}

/** The digits of a query code, however they are grouped. */
export function codeIn(typed: string): string {
  return narrow(typed).replace(/\D/g, "");
}
