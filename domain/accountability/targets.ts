import { clauseOf } from "../rules/look-up.ts";
import type { Pack } from "../rules/pack.ts";
import type { FigureName } from "./figures.ts";
import type { Rate } from "./rates.ts";

/** A share that the regulation wants reached, and the figure that measures it. */
export interface Target {
  readonly figure: FigureName;
  readonly atLeast: number;
  readonly words: string;
  readonly article: string;
}

/** What measures a rate that a regulation wants reached: what is finished, confidential cases among it (HZ-6.3.2.c-2). */
const measuredBy = { published: "publicationOfAll" } as const;

/** The shares that a regulation wants reached. */
export function targetsOf(pack: Pack): readonly Target[] {
  return pack.measures.flatMap((measure): readonly Target[] => {
    if (measure.is !== "rateTarget") return [];
    const article = `${pack.terms.citation}${clauseOf(pack, measure.clause).article}`;
    return [{ figure: measuredBy[measure.rate], atLeast: measure.atLeast, words: measure.words, article }];
  });
}

/** Whether a share is reached, equal counting as reached; null where nothing was counted. */
export function isReached({ met, of }: Rate, { atLeast }: Pick<Target, "atLeast">): boolean | null {
  return of === 0 ? null : met * 1000 >= Math.round(atLeast * 1000) * of;
}
