import { zh } from "../../domain/words/zh.ts";
import type { FileKind } from "./file-kind.ts";

/** A file name that is safe to show and to save: no path, no control or bidirectional characters, the true ending. */
export function safeName(name: string, { ending }: FileKind): string {
  const base = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const safe = base
    .replace(/\.[^.]*$/, "")
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "")
    .trim();
  const stem = [...safe].slice(0, 80).join("");
  return `${stem || zh.unnamedFile}.${ending}`;
}
