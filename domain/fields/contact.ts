import { readEmail } from "./email.ts";
import { type Fault, faulty, isFault } from "./fault.ts";
import { readTelephone, takesMessages } from "./telephone.ts";
import { oneLine } from "./width.ts";
import { faultWords } from "./words.ts";

/** How the petitioner wants to hear from the office. */
export const replyWays = ["sms", "phone", "email", "web"] as const;
export type ReplyWay = (typeof replyWays)[number];

/** What was filled in about a petitioner, as it was typed. */
export interface TypedContact {
  readonly name: string;
  readonly organisation: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly onBehalf: { readonly name: string; readonly relation: string } | null;
  readonly representatives: readonly string[];
  /** What stood beside the telephone number, such as whose it is. */
  readonly phoneNote?: string | null;
  /** Null: whatever the given number or address allows. */
  readonly replyBy: ReplyWay | null;
}

/** The same in the form that the house keeps. */
export interface Contact extends TypedContact {
  readonly replyBy: ReplyWay;
  readonly phoneNote: string | null;
}

export type PhoneFault = Fault<keyof typeof faultWords.phone>;
export type MailFault = Fault<keyof typeof faultWords.email>;

/** What is wrong with the number and the address, by field; nothing where all is well. */
export interface ContactFaults {
  readonly phone?: PhoneFault;
  readonly email?: MailFault;
}

/**
 * One rule for every door. What was given must be readable; the way of answering needs what it goes by: a short message
 * a number that can have one, a call a number, mail an address. `channel`: what came by mail is answered there.
 */
export function contactFaults(
  typed: Pick<TypedContact, "phone" | "email" | "replyBy">,
  channel: string | null,
): ContactFaults {
  const phone = phoneFault(typed.phone ?? "", typed.replyBy);
  const email = emailFault(typed.email ?? "", typed.replyBy === "email" ? "neededForMail" : null, channel);
  return { ...(phone ? { phone } : {}), ...(email ? { email } : {}) };
}

/** The form that is kept of what has no fault; of what cannot be read, the words as they were typed. */
export function keptContact(typed: TypedContact): Contact {
  const phone = readTelephone(typed.phone ?? "");
  const email = readEmail(typed.email ?? "");
  const given = (text: string | null) => oneLine(text ?? "") || null;
  return {
    ...typed,
    name: oneLine(typed.name),
    organisation: given(typed.organisation),
    phone: isFault(phone) ? given(typed.phone) : phone.text,
    phoneNote: (isFault(phone) ? null : phone.note) ?? typed.phoneNote ?? null,
    email: isFault(email) ? given(typed.email) : email.text,
    address: given(typed.address),
    onBehalf: typed.onBehalf && { name: oneLine(typed.onBehalf.name), relation: oneLine(typed.onBehalf.relation) },
    representatives: typed.representatives.map(oneLine).filter((name) => name !== ""),
    replyBy: typed.replyBy ?? (isFault(phone) ? (isFault(email) ? "web" : "email") : "phone"),
  };
}

/** The sentence of a fault of one of these fields. */
export function faultSentence(field: keyof typeof faultWords, fault: Fault<string>): string {
  const words: Readonly<Record<string, string>> = faultWords[field];
  return (words[fault.fault] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => `${fault.facts[name] ?? ""}`);
}

function phoneFault(typed: string, replyBy: ReplyWay | null): PhoneFault | null {
  const read = readTelephone(typed);
  if (!isFault(read)) return replyBy === "sms" && !takesMessages(read) ? faulty("noMessages") : null;
  if (read.fault !== "empty") return read;
  return replyBy === "sms" ? faulty("neededForMessage") : replyBy === "phone" ? faulty("neededForCall") : null;
}

function emailFault(typed: string, needed: "neededForMail" | null, channel: string | null): MailFault | null {
  const read = readEmail(typed);
  if (!isFault(read)) return null;
  if (read.fault !== "empty") return read;
  if (needed) return faulty(needed);
  return channel === "email" ? faulty("neededForChannel") : null;
}
