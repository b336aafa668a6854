/** A piece of a text that stayed, was taken out or came in. */
export interface Piece {
  readonly is: "same" | "out" | "in";
  readonly text: string;
}

/** The difference of two texts, sentence by sentence: the longest run of sentences that both have stays. */
export function changes(before: string, after: string): readonly Piece[] {
  const [a, b] = [sentences(before), sentences(after)];
  const best = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = best[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ is: "same", text: a[i] ?? "" });
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ is: "out", text: a[i++] ?? "" });
    } else pieces.push({ is: "in", text: b[j++] ?? "" });
  }
  return pieces;
}

function sentences(text: string): readonly string[] {
  return text.match(/[^\u3002\uff01\uff1f\uff1b\n]+[\u3002\uff01\uff1f\uff1b\n]*|\n/g) ?? [];
}
