import { NotAuthentic } from "../../gateways/keys/sealer.ts";
import type { House } from "../../house.ts";
import { wholeData } from "../../store/words/rows/office-note.ts";
import { type OpenFacts, unveiled } from "../../store/words/veil.ts";

/**
 * Opens what the office wrote of sealed cases, for checks: a value that was changed opens as nothing more than its plain
 * part, whose hash is another. Throws `KeyMissing` where the key is not at hand.
 */
export function openedFacts({ keys }: Pick<House, "keys">): OpenFacts {
  return (purpose, stored) => {
    try {
      return purpose === "office" ? wholeData(keys, stored) : unveiled(keys, purpose, stored);
    } catch (error) {
      if (error instanceof NotAuthentic) return stored.plain;
      throw error;
    }
  };
}
