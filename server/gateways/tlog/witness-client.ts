import { createHash } from "node:crypto";
import type { VerifierKey } from "./note.ts";

/** What a witness has answered to add-checkpoint (c2sp.org/tlog-witness). */
export type WitnessAnswer =
  | { readonly signed: string }
  /** It knows another size than the one that was named. */
  | { readonly knows: number }
  /** 422: what was sent does not continue what it has signed. */
  | { readonly otherHistory: true }
  | { readonly refused: number };

/** A witness outside the database. */
export interface Witness {
  readonly url: string;
  readonly key: VerifierKey;
  addCheckpoint(body: string): Promise<WitnessAnswer>;
  /** The newest checkpoint that it has signed; null while there is none. */
  latest(origin: string): Promise<string | null>;
}

const patience = 10_000;
/** A checkpoint with the signatures of some witnesses has far fewer; what is longer is no answer of a witness. */
const longestAnswer = 64 * 1024;

/** Asks within a time, follows nobody to another address, and reads no more than an answer of a witness can hold. */
async function ask(url: string, init: RequestInit = {}): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(patience) });
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > longestAnswer) throw new Error(`the witness answers more than ${longestAnswer} bytes`);
    chunks.push(chunk);
  }
  return { status: response.status, text: Buffer.concat(chunks).toString("utf8") };
}

/** A witness over HTTP. */
export function httpWitness(url: string, key: VerifierKey): Witness {
  const base = url.replace(/\/$/, "");
  return {
    url,
    key,
    addCheckpoint: async (body) => {
      const { status, text } = await ask(`${base}/add-checkpoint`, { method: "POST", body });
      if (status === 200) return { signed: text };
      if (status === 409) return { knows: Number(text) };
      return status === 422 ? { otherHistory: true } : { refused: status };
    },
    latest: async (origin) => {
      const name = createHash("sha256").update(origin).digest("hex");
      const { status, text } = await ask(`${base}/${name}/checkpoint`);
      if (status === 404) return null;
      if (status !== 200) throw new Error(`the witness answers ${status}`);
      return text;
    },
  };
}
