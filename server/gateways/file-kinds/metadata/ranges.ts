/** Bytes from one place to before another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The parts of a file that are kept, in order; what lies side by side is one part, however small its pieces are. */
export class Kept {
  readonly #bytes: Buffer;
  readonly #parts: Buffer[] = [];
  #from = 0;
  #to = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  keep(from: number, to: number): void {
    if (from !== this.#to) this.#close();
    if (from !== this.#to) this.#from = from;
    this.#to = Math.min(to, this.#bytes.length);
  }

  /** Puts something in that does not stand in the file so. */
  add(made: Buffer): void {
    this.#close();
    this.#parts.push(made);
  }

  all(): Buffer {
    this.#close();
    return Buffer.concat(this.#parts);
  }

  #close(): void {
    if (this.#to > this.#from) this.#parts.push(this.#bytes.subarray(this.#from, this.#to));
    this.#from = this.#to;
  }
}

/** Overwrites what lies in the ranges with zeros: each byte once, however often the ranges name it. */
export function wipeRanges(bytes: Buffer, ranges: readonly Range[]): void {
  let done = 0;
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const [start, end] = [Math.max(from, done), Math.min(to, bytes.length)];
    if (start < end) bytes.fill(0, start, end);
    done = Math.max(done, end);
  }
}
