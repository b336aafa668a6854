import { faultSentence } from "./contact.ts";
import { readEmail } from "./email.ts";
import { isFault } from "./fault.ts";
import { readName } from "./person-name.ts";
import { readTelephone } from "./telephone.ts";
import { oneLine } from "./width.ts";

/** What of a registration can be corrected. */
export const correctableFields = ["title", "category", "area", "place", "urgent", "phone", "email", "name"] as const;
export type CorrectableField = (typeof correctableFields)[number];

/** What a field may be corrected to, or why it may not: nothing, a masked value, one that the field cannot hold. */
export type Correction =
  | { readonly value: string | null }
  | { readonly wrong: "blank" | "masked" }
  | { readonly wrong: "unreadable"; readonly sentence: string };

/** Corrected to nothing, these would be lost. */
const neverBlank: readonly CorrectableField[] = ["title", "phone", "email", "name"];
const readers = { phone: readTelephone, email: readEmail, name: readName } as const;

/**
 * Reads a correction by the same rule as the registration. A telephone number is given as it was typed, since whose it
 * is may stand beside it; every other value in the form that is kept.
 */
export function readCorrection(field: CorrectableField, typed: string | null): Correction {
  const text = oneLine(typed ?? "");
  if (text === "") return neverBlank.includes(field) ? { wrong: "blank" } : { value: null };
  if (field !== "phone" && field !== "email" && field !== "name") return { value: text };
  const read = readers[field](text);
  if (!isFault(read)) return { value: field === "phone" ? text : read.text };
  if (read.fault === "masked") return { wrong: "masked" };
  return { wrong: "unreadable", sentence: faultSentence(field, read) };
}
