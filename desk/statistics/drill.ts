import {
  type FigureName,
  figureNames,
  type FigurePart,
  type Grouping,
  isShare,
} from "../../domain/accountability/figures.ts";
import type { Period } from "../kit/period.tsx";

/** What the page is asked for; kept in its address. */
export interface StatisticsFilter extends Period {
  readonly org: string | undefined;
  readonly by: Grouping;
}

/** One number that is opened: which figure and side, and in which group, stretch or outcome it stands. */
export interface Drill {
  readonly figure: FigureName;
  readonly part: FigurePart;
  readonly group?: { readonly key: string; readonly name: string };
  readonly stretch?: Period;
  readonly tag?: { readonly key: string; readonly name: string };
}

interface Counting {
  readonly asksRatings: boolean;
  readonly countsReminders: boolean;
  readonly targets: readonly { readonly figure: FigureName }[];
}

/** The figures that the regulation has anything to count for. */
export function figuresOf({ asksRatings, countsReminders, targets }: Counting): {
  readonly volumes: readonly FigureName[];
  readonly shares: readonly FigureName[];
} {
  const left: readonly FigureName[] = [
    ...(asksRatings ? [] : (["satisfaction", "participation"] as const)),
    ...(countsReminders ? [] : (["reminders"] as const)),
    ...(targets.some(({ figure }) => figure === "publicationOfAll") ? [] : (["publicationOfAll"] as const)),
  ];
  const shown = figureNames.filter((name) => !left.includes(name));
  return { volumes: shown.filter((name) => !isShare(name)), shares: shown.filter(isShare) };
}

/** How the server is asked for the list behind a number. */
export function drillQuery({ from, to, org, by }: StatisticsFilter, { figure, part, group, stretch, tag }: Drill) {
  return { from, to, ...stretch, org, by, figure, part, group: group?.key, tag: tag?.key };
}
