import { emailKey } from "../../../domain/fields/email.ts";
import { readIdentityNumber } from "../../../domain/fields/identity-number.ts";
import { nameKey } from "../../../domain/fields/person-name.ts";
import { isFault } from "../../../domain/fields/fault.ts";
import { telephoneKey } from "../../../domain/fields/telephone.ts";
import { narrow } from "../../../domain/fields/width.ts";
import type { Keys } from "../../gateways/keys/keys.ts";

/** The people and addresses of a filing, as far as it has them. */
export interface Findable {
  readonly name: string;
  readonly organisation: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly idNumber?: string | null;
  readonly onBehalf: { readonly name: string } | null;
  readonly representatives: readonly string[];
}

const name = (keys: Keys, text: string) => keys.lookup(`name:${nameKey(text)}`);
const phone = (keys: Keys, text: string) => keys.lookup(`phone:${telephoneKey(text)}`);
const mail = (keys: Keys, text: string) => keys.lookup(`email:${emailKey(text)}`);
const identity = (keys: Keys, text: string) => keys.lookup(`identity:${text}`);

/**
 * The keyed hashes under which the people of a case are found: everybody it names, each number and address whole. What
 * is hashed cannot be read back, and a part of it finds nothing.
 */
export function lookupsOf(keys: Keys, of: Findable): readonly Buffer[] {
  const names = [of.name, of.organisation, of.onBehalf?.name, ...of.representatives].filter((one) => one?.trim());
  const read = of.idNumber ? readIdentityNumber(of.idNumber) : null;
  return [
    ...names.map((one) => name(keys, one as string)),
    ...(of.phone ? [phone(keys, of.phone)] : []),
    ...(of.email ? [mail(keys, of.email)] : []),
    ...(read && !isFault(read) ? [identity(keys, read.text)] : []),
  ];
}

/** What somebody has typed, as the whole of whatever it may be; `number` when it can only be one of a person. */
export function lookupsIn(keys: Keys, typed: string): { readonly any: readonly Buffer[]; readonly number: boolean } {
  const text = narrow(typed).trim();
  const read = readIdentityNumber(text);
  if (!isFault(read)) return { any: [identity(keys, read.text)], number: true };
  if (text.includes("@")) return { any: [mail(keys, text)], number: true };
  const digits = telephoneKey(text);
  if (digits.length >= 7 && /^[\d\s+()./-]+$/.test(text)) return { any: [phone(keys, text)], number: true };
  const letters = [...nameKey(text)];
  return { any: letters.length >= 2 && letters.length <= 50 ? [name(keys, text)] : [], number: false };
}
