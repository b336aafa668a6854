import type { Counts, FigureName } from "../../../domain/accountability/figures.ts";
import { percentage, type Rate } from "../../../domain/accountability/rates.ts";
import { rateOf } from "../../../domain/accountability/statistics.ts";
import { articleOf } from "../../../domain/rules/look-up.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { fill } from "../../../domain/words/fill.ts";
import { periodicWords as w } from "../../../domain/words/periodic.ts";
import { figureWords } from "../../../domain/words/statistics.ts";

/** A share that the regulation wants reached, with the figure that measures it. */
export interface Target {
  readonly figure: FigureName;
  readonly atLeast: number;
  readonly words: string;
  readonly article: string;
}

/** The shares that a regulation wants reached. */
export function targetsOf(pack: Pack): readonly Target[] {
  return pack.measures.flatMap((measure): readonly Target[] =>
    measure.is === "rateTarget"
      ? [
          {
            figure: "publication",
            atLeast: measure.atLeast,
            words: measure.words,
            article: articleOf(pack, measure.clause),
          },
        ]
      : [],
  );
}

/** Whether a share is reached, equal counting as reached; null where nothing was counted. */
export function isReached({ met, of }: Rate, { atLeast }: Pick<Target, "atLeast">): boolean | null {
  return of === 0 ? null : met * 1000 >= Math.round(atLeast * 1000) * of;
}

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
