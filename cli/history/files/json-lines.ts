import type { Row } from "./row.ts";

/** One object a line; empty lines are passed over. */
export async function* jsonRows(lines: AsyncIterable<string>): AsyncGenerator<Row> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() !== "") yield { line, cells: cellsOf(text) };
  }
}

function cellsOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text, exactly);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** A number with more digits than a floating-point number can hold stays as it is written. */
function exactly(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== "number" || context?.source === undefined) return value;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? context.source : value;
}
