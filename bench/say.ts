import { availableParallelism, cpus, totalmem } from "node:os";

/** Tells what is going on; results alone go to standard output. */
export function mention(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A result: one line of JSON for programs. */
export function report(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A table for people; the first column is left-aligned and counts Chinese characters as two. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...cells.map((row) => width(row[i] ?? ""))));
  for (const row of cells) {
    const padded = row.map((cell, i) => {
      const blank = " ".repeat((widths[i] ?? 0) - width(cell));
      return i === 0 ? cell + blank : blank + cell;
    });
    say(padded.join("  ").trimEnd());
  }
}

function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
}

/** The machine a figure was measured on; without it a figure says nothing. */
export function machine() {
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? "",
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}
