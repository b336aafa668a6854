/** Says a sentence of a catalogue in another language; `path` names it, `frame.skip`. Names in `{}` must stay as they are. */
export type Say = (sentence: string, path: string) => string;

/**
 * Puts another language into a catalogue, in place, so that whoever has taken a part of it speaks that language as well.
 * Lists and nested parts are gone through; what is no sentence stays. To be called before the first page is made: names
 * that a module has copied out of a catalogue as plain text would stay as they were.
 */
export function speak(catalogue: object, say: Say, at = ""): void {
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
