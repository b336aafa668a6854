import { zh } from "../../domain/words/zh.ts";

/** From now on the desk uses the words of the regulation that it works under; a desk works under one. */
export function takeOver(names: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
  for (const [part, words] of Object.entries(names)) {
    const common = (zh as unknown as Record<string, Record<string, string> | undefined>)[part];
    if (common) Object.assign(common, words);
  }
}
