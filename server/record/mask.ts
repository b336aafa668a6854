import { type Held, nothingHeld } from "../../domain/barring/held.ts";
import { placesIn, withBars } from "../../domain/barring/places.ts";
import { isFault } from "../../domain/fields/fault.ts";
import { readTelephone } from "../../domain/fields/telephone.ts";

/** How personal data are shown: enough to recognise, too little to use. */

const stars = (n: number) => "*".repeat(Math.max(n, 1));

/** 林晓峰 → 林**. */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  return letters.length < 2 ? letters.join("") + stars(1) : (letters[0] ?? "") + stars(letters.length - 1);
}

/** 13800005678 → 138****5678; short numbers keep their last four digits. */
export function maskPhone(phone: string): string {
  const read = readTelephone(phone);
  const digits = isFault(read) ? phone.normalize("NFKC").replace(/\D/g, "") : read.text.replace(/\D/g, "");
  if (digits.length < 5) return stars(digits.length);
  const head = digits.length >= 11 ? 3 : 0;
  return digits.slice(0, head) + stars(digits.length - head - 4) + digits.slice(-4);
}

/** lin@example.cn → l***@example.cn. */
export function maskEmail(email: string): string {
  const at = email.indexOf("@");
  return at < 1 ? stars(3) : `${[...email][0]}***${email.slice(at)}`;
}

/** 110101199001011234 → 110***********1234. */
export function maskIdNumber(id: string): string {
  return id.length < 8 ? stars(id.length) : id.slice(0, 3) + stars(id.length - 7) + id.slice(-4);
}

/** An address down to its street. */
export function maskAddress(address: string): string {
  const street = /^.*?(街道|镇|乡|路|街)/.exec(address);
  return (street?.[0] ?? [...address].slice(0, 3).join("")) + stars(4);
}

/** A text for others: every passage that may tell who somebody is is barred, visibly. */
export function redact(text: string, held: Held = nothingHeld): string {
  return withBars(text, placesIn(text, { held, bodies: [], official: false }));
}

/** Text as search compares it: one width, one case, no blanks. */
export function searchable(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}
