import { isFault } from "../../domain/fields/fault.ts";
import { readTelephone, takesMessages } from "../../domain/fields/telephone.ts";
import type { SendResult } from "./mail.ts";

export interface OutgoingSms {
  readonly to: string;
  readonly text: string;
  /** Stays the same over all attempts. */
  readonly id: string;
}

/** The way to a carrier or a vendor: whatever speaks this can send short messages. */
export interface SmsGateway {
  send(sms: OutgoingSms): Promise<SendResult>;
  close(): void;
}

/**
 * A vendor's gateway over HTTP: POST {to, text, id} with a bearer token, `to` in E.164 digits (+86…); 2xx means taken over, 4xx refused for good,
 * anything else is tried again.
 */
export function httpSmsGateway(url: string, token: string | null): SmsGateway {
  return {
    async send({ to: written, text, id }) {
      const read = readTelephone(written);
      if (isFault(read) || !takesMessages(read) || read.e164 === null) {
        return { result: "refused", detail: "no number that takes short messages" };
      }
      const sms: OutgoingSms = { to: read.e164, text, id };
      try {
        const reply = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
          body: JSON.stringify(sms),
          signal: AbortSignal.timeout(15_000),
        });
        const detail = `${reply.status} ${(await reply.text()).slice(0, 200)}`;
        if (reply.ok) return { result: "sent", detail };
        return { result: reply.status >= 400 && reply.status < 500 ? "refused" : "unreachable", detail };
      } catch (error) {
        return { result: "unreachable", detail: error instanceof Error ? error.message : String(error) };
      }
    },
    close: () => undefined,
  };
}
