import type { Pack } from "../pack.ts";
import type { ContactAsked, Need } from "../settings.ts";

/** What a form asks about the petitioner, nothing left open but how many may speak for a group. */
export interface ContactFields {
  readonly anonymous: boolean;
  readonly phone: Need;
  readonly email: Need;
  readonly address: Need;
  readonly idNumber: Need;
  /** Null where nothing limits how many speak for a group. */
  readonly representatives: number | null;
}

/** Where a regulation is silent: a name, and one way to be reached. */
const silent: Omit<ContactFields, "representatives"> = {
  anonymous: false,
  phone: "oneOf",
  email: "oneOf",
  address: "notAsked",
  idNumber: "notAsked",
};

/** What is asked about the petitioner under a regulation. */
export function contactAsked(pack: Pack): ContactFields {
  const asked: ContactAsked = pack.settings.contact.value;
  const group = pack.settings.representatives.value;
  return {
    anonymous: asked.anonymous ?? silent.anonymous,
    phone: asked.phone ?? silent.phone,
    email: asked.email ?? silent.email,
    address: asked.address ?? silent.address,
    idNumber: asked.idNumber ?? silent.idNumber,
    representatives: group?.channels.includes("web") ? group.most : null,
  };
}

/** Whether people are asked to let their matter be published: only where something is published at all. */
export function asksForPublicity(pack: Pack): boolean {
  return pack.settings.publication.value !== "none";
}
