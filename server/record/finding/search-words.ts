import { searchable } from "../mask.ts";

/** The words that a case is found by; its number in the system that it came from is one of them. */
export function searchWords(of: {
  number: string;
  title: string;
  content: string;
  place: string | null;
  sourceId: string | null;
}): string {
  return searchable(`${of.number} ${of.title} ${of.content} ${of.place ?? ""} ${of.sourceId ?? ""}`);
}
