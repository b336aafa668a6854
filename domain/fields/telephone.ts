import { type Fault, faulty, isFault } from "./fault.ts";
import { longestField, narrow } from "./width.ts";
import { beside } from "./words.ts";

/** A telephone number in the one form that the house keeps, compares and hands out. */
export interface Telephone {
  readonly kind: "mobile" | "landline" | "hotline" | "abroad";
  /** As it is kept and shown: 13900001112, 0591-87654321-8012, 400-123-4567, +85291234567. */
  readonly text: string;
  /** Under which two numbers are the same: digits with the area code, without country and extension. */
  readonly digits: string;
  /** As it leaves the house, +8613900001112; null for a number that only the own country can dial. */
  readonly e164: string | null;
  readonly extension: string | null;
  /** What stood beside the number, such as whose it is. */
  readonly note: string | null;
}

export type TelephoneFault =
  | "empty"
  | "noDigits"
  | "masked"
  | "letters"
  | "several"
  | "long"
  | "short"
  | "mobileLength"
  | "mobileStart"
  | "noAreaCode"
  | "landline"
  | "unknown";

type Bare = Pick<Telephone, "kind" | "text" | "digits" | "e164">;

/**
 * Reads a telephone number as people write it: in full width, with blanks, dashes and brackets, with +86 or 0086, an
 * extension, whose it is. Mainland mobiles have 11 digits, fixed lines an area code and 7 or 8 digits (the numbering
 * plan of the ministry, 电信网编号计划); other countries need their code. Never guesses: what fits no plan is a fault.
 */
export function readTelephone(typed: string): Telephone | Fault<TelephoneFault> {
  if (typed.length > longestField) return faulty("long");
  const whole = narrow(typed);
  if (whole === "") return faulty("empty");
  if (whole.includes("*")) return faulty("masked");
  if (!/\d/.test(whole)) return faulty("noDigits");
  const { text, note } = withoutNotes(whole.replace(beside.phone, "").replace(beside.or, "/"));
  const letters = text.replace(beside.extension, "").match(/[^\d\s+().,;:/、-]+/gu);
  if (letters) return faulty("letters", { letters: letters.join("") });
  const direct = bareOf(text);
  if (direct) return { ...direct, extension: null, note };
  return extended(text, note) ?? faultOf(text);
}

/** Whether a short message can reach the number; of a number abroad nobody can tell beforehand. */
export function takesMessages({ kind }: Telephone): boolean {
  return kind === "mobile" || kind === "abroad";
}

/** Under what a number is looked up; one that cannot be read is compared by its digits. */
export function telephoneKey(typed: string): string {
  const read = readTelephone(typed);
  return isFault(read) ? narrow(typed).replace(/\D/g, "") : read.digits;
}

function withoutNotes(whole: string): { readonly text: string; readonly note: string | null } {
  const notes: string[] = [];
  const take = (_: string, words: string) => {
    if (words.trim()) notes.push(words.trim());
    return " ";
  };
  const text = whole
    .replace(/[([{<【「]([^\d()[\]{}<>【】「」]*)[)\]}>】」]/gu, take)
    .replace(/^([\p{Script=Han}·\s]+):?(?=[\d+(])/u, take)
    .replace(/(?<=\d)[\s:,]*([\p{Script=Han}·][\p{Script=Han}·\s]*)$/u, take)
    .replace(/^[\s.,;:、]+|(?<![\s.,;:、。])[\s.,;:、。]+$/g, "");
  return { text, note: notes.join(" ") || null };
}

function extended(text: string, note: string | null): Telephone | null {
  const found = beside.extension.exec(text) ?? /(?<![\s-])[\s-]+(\d{1,6})\s*$/.exec(text);
  const extension = found?.[1];
  const bare = extension ? bareOf(text.slice(0, found.index)) : null;
  if (!bare || !extension || bare.kind === "mobile" || bare.kind === "abroad") return null;
  return { ...bare, text: `${bare.text}-${extension}`, extension, note };
}

/** The number without extension and note; null where it fits no numbering plan. */
function bareOf(text: string): Bare | null {
  if (/[,;:/、]/.test(text.replace(/^(\D*\d{3,4})\//, "$1"))) return null;
  const digits = text.replace(/\D/g, "");
  const abroad = /^\s*\(?\+/.test(text) ? digits : /^00[1-9]/.test(digits) ? digits.slice(2) : null;
  if (abroad === null) return mainland(digits.replace(/^86(?=1[3-9]\d{9}$|0\d{9,11}$)/, ""));
  if (abroad.startsWith("86")) {
    const rest = abroad.slice(2);
    return mainland(/^(?:0|1[3-9]\d{9}$|400\d{7}$|800\d{7}$)/.test(rest) ? rest : `0${rest}`);
  }
  if (!/^[1-9]\d{6,14}$/.test(abroad)) return null;
  return { kind: "abroad", text: `+${abroad}`, digits: abroad, e164: `+${abroad}` };
}

function mainland(digits: string): Bare | null {
  const mobile = /^0?(1[3-9]\d{9})$/.exec(digits)?.[1];
  if (mobile) return { kind: "mobile", text: mobile, digits: mobile, e164: `+86${mobile}` };
  const fixed = /^(0(?:10|2\d))([2-9]\d{7})$/.exec(digits) ?? /^(0[3-9]\d\d)([2-9]\d{6,7})$/.exec(digits);
  if (fixed) {
    return { kind: "landline", text: `${fixed[1]}-${fixed[2]}`, digits, e164: `+86${digits.slice(1)}` };
  }
  const hotline = /^([48]00)(\d{3})(\d{4})$/.exec(digits);
  return hotline ? { kind: "hotline", text: hotline.slice(1).join("-"), digits, e164: null } : null;
}

function faultOf(text: string): Fault<TelephoneFault> {
  const digits = text.replace(/\D/g, "").replace(/^(?:00)?86(?=[01])/, "");
  const pieces = text.split(/[/,;、]|\s+/).filter((piece) => piece.replace(/\D/g, "").length >= 7);
  if (pieces.length > 1 || /^(?:1[3-9]\d{9}){2,}$/.test(digits)) return faulty("several");
  if (digits.length < 7) return /^1[3-9]/.test(digits) ? wrongLength(digits) : faulty("short", { digits });
  if (digits.startsWith("1")) {
    return digits.length === 11 ? faulty("mobileStart", { start: digits.slice(0, 3) }) : wrongLength(digits);
  }
  if (/^0[1-9]/.test(digits)) return faulty("landline");
  return digits.length <= 8 && !text.includes("+") ? faulty("noAreaCode") : faulty("unknown");
}

function wrongLength(digits: string): Fault<TelephoneFault> {
  return faulty("mobileLength", { n: digits.length });
}
