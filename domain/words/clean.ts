/** Words as they were typed, with one kind of line break and without control characters. */
export function cleanWords(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
}
