// Direction marks and marks without width: what is read would not be what stands there. U+200D stays, emoji are made with it.
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Words as they were typed, with one kind of line break, without control characters and without marks that nobody sees. */
export function cleanWords(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(unseen, "");
}
