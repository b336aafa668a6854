/** Fills `{names}` in a sentence; lists are joined by 、. */
export function fill(sentence: string, facts: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts[name] ?? "";
    return Array.isArray(value) ? value.join("、") : `${value as string | number}`;
  });
}
