import { digitAt, type Plain } from "./plain.ts";

/** Digits that stand together. */
export interface Group {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  /** What stands between the group before and this one; empty where only the script changes. */
  readonly gap: string;
  readonly han: boolean;
}

/** Groups of digits with nothing but marks and blanks between them. */
export type Run = readonly Group[];

const longestGap = 8;
/** Letters part numbers; so do the signs of a sum. */
const letter = /[\p{L}\p{N}÷×%‰￥¥$€℃]/u;

/** The runs of digits of a text, in order; one pass over the text. */
export function runsIn(plain: Plain): readonly Run[] {
  const runs: Group[][] = [];
  let run: Group[] = [];
  let at = 0;
  let end = -1;
  while (at < plain.text.length) {
    if (digitAt(plain, at) === null) {
      at += 1;
      continue;
    }
    const group = groupAt(plain, at, end);
    if (group.gap === broken) {
      run = [];
      runs.push(run);
    }
    run.push(group.gap === broken ? { ...group, gap: "" } : group);
    end = group.to;
    at = group.to;
  }
  return runs;
}

const broken = "\u0000";

function groupAt(plain: Plain, from: number, before: number): Group {
  const script = plain.script[from] ?? 0;
  let digits = "";
  let to = from;
  for (; plain.script[to] === script; to += 1) {
    const digit = digitAt(plain, to);
    if (digit === null) break;
    digits += digit;
  }
  // A sign that becomes several, such as ⑿, is one script; one that is no digit of its own ends the group.
  if (to === from) {
    digits = digitAt(plain, from) ?? "";
    to = from + 1;
  }
  const han = plain.text.charCodeAt(from) > 57;
  return { digits, from, to, han, gap: gapBetween(plain.text, before, from) };
}

function gapBetween(text: string, before: number, from: number): string {
  if (before < 0 || from - before > longestGap) return broken;
  const gap = text.slice(before, from);
  return letter.test(gap) ? broken : gap;
}
