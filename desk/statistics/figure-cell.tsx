import { Button } from "antd";
import { percentage } from "../../domain/accountability/rates.ts";
import { amount, rateOf } from "../../domain/accountability/statistics.ts";
import { type Counts, type FigureName, type FigurePart, isShare } from "../../domain/accountability/figures.ts";
import { fill } from "../../domain/words/fill.ts";
import { figureWords } from "../../domain/words/statistics.ts";
import { rateText } from "../kit/rate-words.tsx";
import { statisticsWords as w } from "../words/statistics.ts";
import type { Drill } from "./drill.ts";

interface Props {
  readonly counts: Counts;
  readonly figure: FigureName;
  /** Where the figure stands, beside the filter of the page. */
  readonly at: Omit<Drill, "figure" | "part">;
  readonly onOpen: (drill: Drill) => void;
}

/** A figure with both its numbers; every number opens exactly the list that makes it. */
export function FigureCell({ counts, figure, at, onOpen }: Props) {
  const open = (part: FigurePart) => {
    const n = amount(counts, figure, part);
    const said = fill(w.open, { figure: figureWords[figure].name, part: isShare(figure) ? w.parts[part] : "", n });
    const name = at.group === undefined ? said : `${at.group.name} ${said}`;
    if (n === 0) return <span className="num">0</span>;
    return (
      <Button type="link" className="num figure" aria-label={name} onClick={() => onOpen({ ...at, figure, part })}>
        {n}
      </Button>
    );
  };
  if (!isShare(figure)) return open("met");
  const rate = rateOf(counts, figure);
  if (rate.of === 0) return <span className="num">{percentage(rate)}</span>;
  return (
    <span className={rate.met < rate.of ? "num strong nowrap" : "num nowrap"}>
      {percentage(rate)}（{open("met")}/{open("of")}）
    </span>
  );
}

/** A figure in words alone, for charts and their summaries. */
export function figureText(counts: Counts, figure: FigureName): string {
  return isShare(figure) ? rateText(rateOf(counts, figure)) : `${amount(counts, figure)}`;
}
