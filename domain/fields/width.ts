/** What nobody sees and nobody types: zero-width marks, direction marks, the mark of byte order. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const fullWidth = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;

/** No number and no address of mail has more signs, with whatever stands beside it: what is longer is not read at all. */
export const longestField = 500;

/**
 * A line as it was typed, but with one kind of digits, Latin letters and blanks: an input method of Chinese gives
 * them in full width. Chinese characters and their punctuation stay; outer blanks and line breaks go.
 */
export function oneLine(text: string): string {
  return text
    .replace(invisible, "")
    .replace(fullWidth, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, " ")
    .trim();
}

/** A text of signs, such as a number or an address of mail, in its narrowest form, all dashes as one. */
export function narrow(text: string): string {
  return text
    .normalize("NFKC")
    .replace(invisible, "")
    .replace(/[\p{Pd}\u2212\u30fc\uff70]/gu, "-")
    .trim();
}

/** Under what two addresses of places are the same: one width, letters and digits only. */
export function addressKey(address: string): string {
  return narrow(address)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
