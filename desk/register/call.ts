import type { z } from "zod";
import type { filedReply } from "../../contract/case/filing.ts";
import type { Channel, Subject } from "../../domain/rules/vocabulary.ts";

export type Filed = z.output<typeof filedReply>;

export interface Call {
  readonly channel: Channel;
  readonly phone: string;
  /** Where a letter is answered to. */
  readonly address: string;
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
}

export const fresh: Call = {
  channel: "phone",
  phone: "",
  address: "",
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
};

export function bodyOf(value: Call) {
  const { phone, address, name, people, replyBy, receivedAt, ...matter } = value;
  return {
    ...matter,
    receivedAt: receivedAt ? `${receivedAt}:00+08:00` : null,
    title: matter.title || null,
    claim: matter.claim || null,
    place: matter.place || null,
    petitioner: { kind: "person" as const, name, phone: phone || null, address: address || null, people, replyBy },
  };
}
