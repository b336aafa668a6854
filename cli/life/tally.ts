/** What a stretch of life has come to. */
export interface Tally {
  filed: number;
  readonly acts: Record<string, number>;
  /** Refusals that were met, by their code. */
  readonly refused: Record<string, number>;
}

export function emptyTally(): Tally {
  return { filed: 0, acts: {}, refused: {} };
}

export function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

export function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, n) => sum + n, 0);
}
