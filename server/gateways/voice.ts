import { isFault } from "../../domain/fields/fault.ts";
import { readTelephone } from "../../domain/fields/telephone.ts";
import { postMessage } from "./http-vendor.ts";
import type { SendResult } from "./mail.ts";

/** The way to a vendor that calls a number and reads a text out. */
export interface VoiceGateway {
  call(words: { readonly to: string; readonly text: string; readonly id: string }): Promise<SendResult>;
}

/** A vendor's gateway over HTTP: POST {to, text, id} with a bearer token, as for short messages. */
export function httpVoiceGateway(url: string, token: string | null): VoiceGateway {
  return {
    async call({ to: written, text, id }) {
      const read = readTelephone(written);
      if (isFault(read) || read.e164 === null) return { result: "refused", detail: "no number that can be called" };
      return postMessage(url, token, { to: read.e164, text, id });
    },
  };
}
