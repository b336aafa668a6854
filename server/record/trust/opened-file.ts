import { NotAuthentic } from "../../gateways/keys/sealer.ts";
import type { House } from "../../house.ts";
import { plainBytes, type StoredBytes } from "../../store/case/file-bytes.ts";

/** Opens the bytes of files one after the other; null for bytes that were changed. A key that is missing is an error. */
export function openedFile({ keys }: Pick<House, "keys">): (stored: StoredBytes) => Buffer | null {
  return (stored) => {
    try {
      return plainBytes(keys, stored);
    } catch (error) {
      if (error instanceof NotAuthentic) return null;
      throw error;
    }
  };
}
