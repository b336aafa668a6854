/** How long things took, in milliseconds. */
export interface Latency {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Durations by name. */
export class Tally {
  private readonly times = new Map<string, number[]>();

  add(name: string, millis: number): void {
    const known = this.times.get(name);
    if (known) known.push(millis);
    else this.times.set(name, [millis]);
  }

  names(): readonly string[] {
    return [...this.times.keys()];
  }

  /** Of one name, or of everything. */
  latency(name?: string): Latency {
    const sorted = Float64Array.from(
      name === undefined ? [...this.times.values()].flat() : (this.times.get(name) ?? []),
    );
    sorted.sort();
    const at = (share: number) => round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0, 2);
    return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
  }
}

export function round(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

/** Does `work` and says how long it took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const from = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - from) / 1000 };
}
