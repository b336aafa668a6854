import { dropForgottenFiles } from "../actions/oversight/drop-files.ts";
import type { House } from "../house.ts";

/** Deletes the bytes that nothing refers to. */
export async function dropFiles(house: House, stop?: AbortSignal): Promise<void> {
  await dropForgottenFiles(house, stop);
}
