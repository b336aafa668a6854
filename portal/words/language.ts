import { faultWords } from "../../domain/fields/words.ts";
import { dateWords } from "../../domain/words/dates.ts";
import { zh as everywhere } from "../../domain/words/zh.ts";
import { myCasesWords } from "./my-cases.ts";
import { rateWords } from "./rate.ts";
import { zh } from "./zh.ts";

/** Says a sentence of a catalogue in another language; `path` names it, `frame.skip`. Names in `{}` must stay as they are. */
export type Say = (sentence: string, path: string) => string;

/** Every catalogue out of which a page of the portal takes its fixed words. */
const catalogues = {
  portal: zh,
  myCases: myCasesWords,
  rate: rateWords,
  everywhere,
  dates: dateWords,
  faults: faultWords,
};

/** Makes the portal speak another language: before the server is made. What regulations and cases say stays as it is. */
export function speakPortal(say: Say): void {
  for (const [name, catalogue] of Object.entries(catalogues)) speak(catalogue, say, name);
}

/**
 * Puts another language into a catalogue, in place, so that whoever has taken a part of it speaks that language as well.
 * Lists and nested parts are gone through; what is no sentence stays. To be called before the first page is made: names
 * that a module has copied out of a catalogue as plain text would stay as they were.
 */
function speak(catalogue: object, say: Say, at = ""): void {
  const parts = catalogue as Record<string, unknown>;
  for (const [name, value] of Object.entries(parts)) {
    const path = at ? `${at}.${name}` : name;
    if (typeof value === "string") parts[name] = say(value, path);
    else if (Array.isArray(value) || isPlain(value)) speak(value, say, path);
  }
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
