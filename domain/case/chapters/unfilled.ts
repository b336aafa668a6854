/**
 * What a template leaves for somebody to fill in: ××, {…}, XX between Chinese words, a blank line of underscores, empty
 * brackets, a date without its numbers. A single × (3×4), letters of a word (XXL) and masked names (林**) are none.
 */
const gap =
  /[×✕✖╳]{2,}|[{｛][^{}｛｝]*[}｝]|(?<![A-Za-z0-9])[XxＸｘ]{2,}(?![A-Za-z0-9])|(?<![\w./-])_{2,}(?!\w)|＿{2,}|【[ \u3000]*】|（[ \u3000]*）|〔[ \u3000]*〕|年[ \u3000]+月[ \u3000]*日/u;

/** The first gap that a text still has, as it stands there; null when it has none. */
export function unfilledIn(text: string): string | null {
  return gap.exec(text)?.[0] ?? null;
}
