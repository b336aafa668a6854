import { closedWords, openedWords } from "./kept-rows.ts";
import type { RowSeal } from "./row-places.ts";

/** The data of an event of the office with its note sealed: the same words as those of the breach that it decides on. */
export function keptNote(
  seal: RowSeal | null,
  data: unknown,
): { readonly data: unknown; readonly sealed: Buffer | null } {
  if (!seal) return { data, sealed: null };
  const { note = null } = data as { readonly note?: unknown };
  return { data: { ...(data as object), note: "-" }, sealed: closedWords(seal, "office_event", { note }) };
}

/** The data of an event of the office as they were written. */
export function wholeData(seal: RowSeal, stored: { readonly plain: unknown; readonly sealed: Buffer | null }): unknown {
  return stored.sealed
    ? { ...(stored.plain as object), ...openedWords(seal, "office_event", stored.sealed) }
    : stored.plain;
}
