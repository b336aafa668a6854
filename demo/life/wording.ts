import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { Chance } from "./chance.ts";
import { places } from "./words/places.ts";

/** Fills the blanks of an invented sentence: a place, a small number, a day. */
export function worded(text: string, luck: Chance, day: PlainDate, place: string = luck.of(places)): string {
  const numerals = "三四五六";
  return text
    .replaceAll("{place}", place)
    .replaceAll("{n}", () => luck.of(Array.from(numerals)))
    .replaceAll("{day}", `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`);
}
