import { emailKey } from "../../domain/fields/email.ts";
import { isFault } from "../../domain/fields/fault.ts";
import { keptContact, type ReplyWay, type TypedContact } from "../../domain/fields/contact.ts";
import { readTelephone, takesMessages, telephoneKey } from "../../domain/fields/telephone.ts";
import type { Channel } from "../../domain/rules/vocabulary.ts";
import type { Keys } from "../gateways/keys/keys.ts";
import type { PetitionerRow } from "../store/case/petitioner.ts";
import { lookupsOf } from "./finding/people-lookup.ts";
import { maskName, maskPhone } from "./mask.ts";
import { zh } from "../../domain/words/zh.ts";

export type { ReplyWay as ReplyBy } from "../../domain/fields/contact.ts";

/** Who raised the case. Stored sealed; shown masked. */
export interface PetitionerData extends TypedContact {
  readonly kind: "person" | "legalPerson" | "otherOrganisation";
  readonly people: number;
  readonly replyBy: ReplyWay;
}

/** The hash under which the cases of a telephone number are found. */
export function phoneLookup(keys: Keys, phone: string): Buffer {
  return keys.lookup(`phone:${telephoneKey(phone)}`);
}

/** The hash under which the cases of an address of mail are found. */
export function emailLookup(keys: Keys, email: string): Buffer {
  return keys.lookup(`email:${emailKey(email)}`);
}

/** A petitioner in the one form that is kept, whichever door it came through. */
export function keptPetitioner(given: PetitionerData): PetitionerData {
  return { ...given, ...keptContact(given) };
}

/** A petitioner as the database keeps it. */
export function sealPetitioner(keys: Keys, given: PetitionerData): PetitionerRow {
  const data = keptPetitioner(given);
  return {
    kind: data.kind,
    name_masked: maskName(data.name || data.organisation || zh.anonymous),
    phone_masked: data.phone ? maskPhone(data.phone) : null,
    reply_by: data.replyBy,
    people: data.people,
    sealed: keys.seal("petitioner", JSON.stringify(data)),
    phone_lookup: data.phone ? phoneLookup(keys, data.phone) : null,
    email_lookup: data.email ? emailLookup(keys, data.email) : null,
    lookups: [...lookupsOf(keys, data)],
  };
}

/** Opens what was sealed. The caller answers for why. */
export function openPetitioner(keys: Keys, sealed: Buffer): PetitionerData {
  return JSON.parse(keys.open("petitioner", sealed)) as PetitionerData;
}

/** Where a message of this channel goes; null when the petitioner left no address that it can reach. */
export function addressFor(data: PetitionerData, channel: Channel): string | null {
  if (channel === "email") return data.email;
  if (channel === "letter") return data.address;
  if (channel !== "sms" || data.phone === null) return data.phone;
  const read = readTelephone(data.phone);
  return isFault(read) || !takesMessages(read) ? null : data.phone;
}
