import type { Run } from "./runs.ts";

/** How a number of several groups is written. */
export interface Spacing {
  /** Lengths of what stands together; a change of script alone separates nothing. */
  readonly sizes: readonly number[];
  /** The same mark between all of them. */
  readonly even: boolean;
  /** Marks between them that part the items of a list or sentences. */
  readonly listed: boolean;
}

export function spacingOf(run: Run, first: number, last: number): Spacing {
  const sizes: number[] = [];
  const gaps: string[] = [];
  for (let i = first; i <= last; i += 1) {
    const group = run[i];
    if (!group) continue;
    if (i > first && group.gap === "") sizes.push((sizes.pop() ?? 0) + group.digits.length);
    else {
      sizes.push(group.digits.length);
      if (i > first) gaps.push(group.gap);
    }
  }
  return {
    sizes,
    even: gaps.every((gap) => gap === gaps[0]),
    listed: gaps.some((gap) => /[,、;。!?\n]/.test(gap)),
  };
}

/** Whether every digit stands for itself, with the same mark between all: how numbers are hidden from machines. */
export function isSpelledOut({ sizes, even }: Spacing): boolean {
  return sizes.length > 1 && even && sizes.every((size) => size === 1);
}

export function isGrouped({ sizes }: Spacing, usual: readonly string[]): boolean {
  return usual.includes(sizes.join("-"));
}

/** Whether the groups hold a date, 2026-03-05. */
export function holdsDate(run: Run, first: number, last: number): boolean {
  for (let i = first; i + 2 <= last; i += 1) {
    const [year, month, day] = [run[i], run[i + 1], run[i + 2]];
    if (!year || !month || !day || !/^(?:19|20)\d\d$/.test(year.digits)) continue;
    const marked = /^\s?[-./]\s?$/;
    if (/^(?:0?[1-9]|1[0-2])$/.test(month.digits) && marked.test(month.gap) && marked.test(day.gap)) return true;
  }
  return false;
}
