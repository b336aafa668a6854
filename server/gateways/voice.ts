import { postMessage } from "./http-vendor.ts";
import type { SendResult } from "./mail.ts";

/** The way to a vendor that calls a number and reads a text out. */
export interface VoiceGateway {
  call(words: { readonly to: string; readonly text: string; readonly id: string }): Promise<SendResult>;
}

/** A vendor's gateway over HTTP: POST {to, text, id} with a bearer token, as for short messages. */
export function httpVoiceGateway(url: string, token: string | null): VoiceGateway {
  return { call: (words) => postMessage(url, token, words) };
}
