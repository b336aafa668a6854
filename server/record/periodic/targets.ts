import type { Counts } from "../../../domain/accountability/figures.ts";
import { percentage } from "../../../domain/accountability/rates.ts";
import { rateOf } from "../../../domain/accountability/statistics.ts";
import { isReached, type Target } from "../../../domain/accountability/targets.ts";
import { fill } from "../../../domain/words/fill.ts";
import { periodicWords as w } from "../../../domain/words/periodic.ts";
import { figureWords } from "../../../domain/words/statistics.ts";

/** How the shares of a period stand to what the regulation wants. */
export function targetLines(counts: Counts, targets: readonly Target[]): readonly string[] {
  return targets.map((target) => {
    const rate = rateOf(counts, target.figure);
    const reached = isReached(rate, target);
    return fill(w.target, {
      figure: figureWords[target.figure].name,
      rate: `${percentage(rate)}（${rate.met}/${rate.of}）`,
      least: `${Math.round(target.atLeast * 100)}%`,
      verdict: reached === null ? w.nothingToCount : reached ? w.reached : w.missed,
      article: target.article,
    });
  });
}
