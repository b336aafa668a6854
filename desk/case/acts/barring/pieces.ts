import {
  type BarringDecision,
  type MatterBarring,
  type PublicField,
  publicFields,
  type PublicTexts,
} from "../../../../domain/barring/decisions.ts";
import type { Place } from "../../../../domain/barring/kinds.ts";

/** A piece of a text that the public will read: plain, barred, or waiting for a decision. */
export interface Piece {
  readonly from: number;
  readonly text: string;
  readonly place: Place | null;
}

/** A text cut where something was found or marked by hand; nothing is lost and nothing overlaps. */
export function piecesOf(text: string, places: readonly Place[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const place of places.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(at, place.from);
    if (place.to <= from) continue;
    if (from > at) pieces.push({ from: at, text: text.slice(at, from), place: null });
    pieces.push({ from, text: text.slice(from, place.to), place });
    at = place.to;
  }
  if (at < text.length) pieces.push({ from: at, text: text.slice(at), place: null });
  return pieces;
}

/** Every place where these words stand, each to be barred. */
export function byHand(texts: PublicTexts, words: string): readonly BarringDecision[] {
  if (words === "") return [];
  return publicFields.flatMap((field) => {
    const found: BarringDecision[] = [];
    for (let at = texts[field].indexOf(words); at >= 0; at = texts[field].indexOf(words, at + words.length)) {
      found.push({ field, from: at, to: at + words.length, bar: true });
    }
    return found;
  });
}

/** Under what a decision is kept while the dialog is open. */
export function keyOf(matterId: string, field: PublicField, { from, to }: Pick<Place, "from" | "to">): string {
  return `${matterId} ${field} ${from} ${to}`;
}

/** Decisions as they are sent, the last one on each passage. */
export function sentDecisions(chosen: ReadonlyMap<string, MatterBarring>): MatterBarring[] {
  return [...chosen.values()];
}
