import type { Channel } from "../../domain/rules/vocabulary.ts";
import type { Keys } from "../gateways/keys.ts";
import type { PetitionerRow } from "../store/case/petitioner.ts";
import { maskName, maskPhone } from "./mask.ts";
import { zh } from "../../domain/words/zh.ts";

/** How the petitioner wants to hear from the office. */
export type ReplyBy = "sms" | "phone" | "email" | "web";

/** Who raised the case. Stored sealed; shown masked. */
export interface PetitionerData {
  readonly kind: "person" | "legalPerson" | "otherOrganisation";
  readonly name: string;
  readonly organisation: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly onBehalf: { readonly name: string; readonly relation: string } | null;
  readonly people: number;
  readonly representatives: readonly string[];
  readonly replyBy: ReplyBy;
}

/** A phone number as it is compared: digits only, without the country code of a mobile. */
export function phoneKey(phone: string): string {
  return phone
    .normalize("NFKC")
    .replace(/\D/g, "")
    .replace(/^86(?=1\d{10}$)/, "");
}

/** The hash under which the cases of a telephone number are found. */
export function phoneLookup(keys: Keys, phone: string): Buffer {
  return keys.lookup(`phone:${phoneKey(phone)}`);
}

/** A petitioner as the database keeps it. */
export function sealPetitioner(keys: Keys, data: PetitionerData): PetitionerRow {
  return {
    kind: data.kind,
    name_masked: maskName(data.name || data.organisation || zh.anonymous),
    phone_masked: data.phone ? maskPhone(data.phone) : null,
    reply_by: data.replyBy,
    people: data.people,
    sealed: keys.seal(JSON.stringify(data)),
    phone_lookup: data.phone ? phoneLookup(keys, data.phone) : null,
    email_lookup: data.email ? keys.lookup(`email:${data.email.trim().toLowerCase()}`) : null,
  };
}

/** Opens what was sealed. The caller answers for why. */
export function openPetitioner(keys: Keys, sealed: Buffer): PetitionerData {
  return JSON.parse(keys.open(sealed)) as PetitionerData;
}

/** Where a message of this channel goes; null when the petitioner left no such address. */
export function addressFor(data: PetitionerData, channel: Channel): string | null {
  if (channel === "email") return data.email;
  return channel === "letter" ? data.address : data.phone;
}
