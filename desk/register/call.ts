import type { z } from "zod";
import type { filedReply } from "../../contract/case/filing.ts";
import type { Channel, Subject } from "../../domain/rules/vocabulary.ts";

export type Filed = z.output<typeof filedReply>;

export interface Call {
  readonly channel: Channel;
  readonly phone: string;
  /** Where a letter is answered to. */
  readonly address: string;
  /** Where a mail is answered to. */
  readonly email: string;
  readonly name: string;
  readonly receivedAt: string;
  readonly content: string;
  readonly claim: string;
  readonly title: string;
  readonly areaId: string | null;
  readonly place: string;
  readonly subject: Subject;
  readonly choice: "public" | "nonPublic";
  readonly people: number;
  readonly replyBy: "sms" | "phone" | "email" | "web";
  readonly urgent: boolean;
  /** What the regulation asks about matters of this kind. */
  readonly answers: Readonly<Record<string, string>>;
}

export const fresh: Call = {
  channel: "phone",
  phone: "",
  address: "",
  email: "",
  name: "",
  receivedAt: "",
  content: "",
  claim: "",
  title: "",
  areaId: null,
  place: "",
  subject: "ordinary",
  choice: "public",
  people: 1,
  replyBy: "phone",
  urgent: false,
  answers: {},
};

/** How somebody who came by this way usually wants to hear: by mail for a mail, not by telephone where none is known. */
export function usualReply(channel: Channel): Call["replyBy"] {
  if (channel === "email") return "email";
  return channel === "letter" || channel === "visit" ? "web" : channel === "sms" ? "sms" : "phone";
}

export function bodyOf(value: Call) {
  const { phone, address, email, name, people, replyBy, receivedAt, ...matter } = value;
  return {
    ...matter,
    receivedAt: receivedAt ? `${receivedAt}:00+08:00` : null,
    title: matter.title.trim() || null,
    claim: matter.claim || null,
    place: matter.place || null,
    choice: matter.subject === "ordinary" ? matter.choice : ("public" as const),
    petitioner: {
      kind: "person" as const,
      name,
      phone: phone.trim() || null,
      address: address.trim() || null,
      email: email.trim() || null,
      people,
      // Without a number nobody can be rung up: such a caller looks on the net or comes back.
      replyBy: phone.trim() === "" && (replyBy === "phone" || replyBy === "sms") ? ("web" as const) : replyBy,
    },
  };
}

const place = "huiyin.register";

/** The call that is being written down outlives a reload of the page in the same window; it is gone with the window. */
export function begunCall(person: string): Call {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? "null") as { person: string; call: Call } | null;
    return kept?.person === person ? { ...fresh, ...kept.call } : fresh;
  } catch {
    return fresh;
  }
}

/** The call with the number that rings now; words that were begun for another number stay until somebody sends or clears them. */
export function ringing(begun: Call, phone: string | undefined): Call {
  if (!phone?.trim()) return begun;
  const empty = begun.content.trim() === "" && begun.title.trim() === "" && begun.claim.trim() === "";
  if (empty) return { ...fresh, phone: phone.trim() };
  return begun.phone === "" ? { ...begun, phone: phone.trim() } : begun;
}

export function keepCall(person: string, call: Call): void {
  sessionStorage.setItem(place, JSON.stringify({ person, call }));
}

export function forgetCall(): void {
  sessionStorage.removeItem(place);
}
