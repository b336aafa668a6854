/** A word that says nothing, with the question that would make it say something. */
export interface Flagged {
  readonly word: string;
  readonly ask: string;
}

/** Finds the words that a reply should not hide behind. It asks, it never forbids. */
export function flagged(text: string, questions: Readonly<Record<string, string>>): readonly Flagged[] {
  return Object.entries(questions).flatMap(([word, ask]) => (text.includes(word) ? [{ word, ask }] : []));
}
