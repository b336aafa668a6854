import { isFault } from "../../domain/fields/fault.ts";
import { readTelephone, takesMessages } from "../../domain/fields/telephone.ts";
import { type Asked, askForMessage, postMessage } from "./http-vendor.ts";
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
  /** What became of a message by its id, where the vendor can be asked. */
  ask?(id: string): Promise<Asked>;
  close(): void;
}

/** A vendor's gateway over HTTP: POST {to, text, id}, `to` in E.164 digits (+86…); at `statusUrl` it is asked by id. */
export function httpSmsGateway(url: string, token: string | null, statusUrl: string | null = null): SmsGateway {
  return {
    ...(statusUrl === null ? {} : { ask: (id: string) => askForMessage(statusUrl, token, id) }),
    async send({ to: written, text, id }) {
      const read = readTelephone(written);
      if (isFault(read) || !takesMessages(read) || read.e164 === null) {
        return { result: "refused", detail: "no number that takes short messages" };
      }
      return postMessage(url, token, { to: read.e164, text, id });
    },
    close: () => undefined,
  };
}
