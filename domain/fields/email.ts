import { type Fault, faulty, isFault } from "./fault.ts";
import { longestField, narrow } from "./width.ts";
import { beside } from "./words.ts";

export type EmailFault = "empty" | "masked" | "noAt" | "several" | "noName" | "noDomain" | "letters" | "long";

/** An address of mail in the form that is kept and compared. */
export interface Email {
  readonly text: string;
}

/**
 * Reads an address of mail as people write it: in full width, with blanks, with a Chinese full stop for the dot or
 * after it, in capitals, in angle brackets. Kept in small letters, as the mail services compare it.
 */
export function readEmail(typed: string): Email | Fault<EmailFault> {
  if (typed.length > longestField) return faulty("long");
  const whole = narrow(typed).replace(/[。｡]/g, ".").replace(beside.email, "");
  const text = (/<([^<>]+)>/.exec(whole)?.[1] ?? whole)
    .replace(/(?<!\s)\s*([@.])\s*/g, "$1")
    .replace(/^[\s.,;:、!]+|(?<![\s.,;:、!])[\s.,;:、!]+$/g, "")
    .toLowerCase();
  if (text === "") return faulty("empty");
  if (text.includes("*")) return faulty("masked");
  const [name = "", domain = "", ...more] = text.split("@");
  if (!text.includes("@")) return faulty("noAt");
  if (more.length > 0) return faulty("several");
  const letters = text.match(/[^\w.!#$%&'+/=?^`{|}~@-]+/g);
  if (letters) return faulty("letters", { letters: letters.join("").trim() || " " });
  if (name === "") return faulty("noName");
  if (/^\.|\.\.|\.$/.test(name)) return faulty("letters", { letters: ".." });
  if (!/^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/.test(domain)) return faulty("noDomain");
  return text.length > 100 ? faulty("long") : { text };
}

/** Under what two addresses of mail are the same; one that cannot be read is compared in its narrowest form. */
export function emailKey(typed: string): string {
  const read = readEmail(typed);
  return isFault(read) ? narrow(typed).toLowerCase() : read.text;
}
