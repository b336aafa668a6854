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

/** A witness over HTTP. */
export function httpWitness(url: string, key: VerifierKey): Witness {
  const base = url.replace(/\/$/, "");
  return {
    url,
    key,
    addCheckpoint: async (body) => {
      const response = await fetch(`${base}/add-checkpoint`, {
        method: "POST",
        body,
        signal: AbortSignal.timeout(patience),
      });
      const text = await response.text();
      if (response.status === 200) return { signed: text };
      if (response.status === 409) return { knows: Number(text) };
      return response.status === 422 ? { otherHistory: true } : { refused: response.status };
    },
    latest: async (origin) => {
      const name = createHash("sha256").update(origin).digest("hex");
      const response = await fetch(`${base}/${name}/checkpoint`, { signal: AbortSignal.timeout(patience) });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`the witness answers ${response.status}`);
      return response.text();
    },
  };
}
