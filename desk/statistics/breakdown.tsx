import { useState } from "react";
import { perMille } from "../../domain/accountability/rates.ts";
import { amount, rateOf } from "../../domain/accountability/statistics.ts";
import { type Counts, type FigureName, isShare } from "../../domain/accountability/figures.ts";
import { fill } from "../../domain/words/fill.ts";
import { figureWords } from "../../domain/words/statistics.ts";
import { BarChart } from "../kit/bar-chart.tsx";
import { ColumnChart } from "../kit/column-chart.tsx";
import { Nothing } from "../kit/states.tsx";
import { statisticsWords as w } from "../words/statistics.ts";
import { type Drill, figuresOf } from "./drill.ts";
import { FigureCell, figureText } from "./figure-cell.tsx";
import { FigurePick, type Kind } from "./figure-pick.tsx";
import type { Figures } from "./overview.tsx";

/** A group or a stretch of time with its counts, and where its numbers lead. */
export interface Part {
  readonly key: string;
  readonly name: string;
  /** What stands below a column; there is room for little. */
  readonly short: string;
  readonly counts: Counts;
  readonly at: Omit<Drill, "figure" | "part">;
}

interface Props {
  readonly data: Figures;
  readonly parts: readonly Part[];
  readonly by: string;
  readonly chart: "bars" | "columns";
  readonly onOpen: (drill: Drill) => void;
}

const first: Readonly<Record<Kind, FigureName>> = { volumes: "received", shares: "onTime" };

/** A table of parts, first; one figure of it as a chart, from the same rows. */
export function Breakdown({ data, parts, by, chart, onOpen }: Props) {
  const [kind, setKind] = useState<Kind>(chart === "bars" ? "shares" : "volumes");
  const [figure, setFigure] = useState<FigureName>(first[kind]);
  const names = figuresOf(data)[kind];
  const pick = (next: Kind) => {
    setKind(next);
    setFigure(first[next]);
  };
  // A group that has nothing to show here would be a row of dashes; of time every piece stands.
  const shown =
    chart === "columns" ? parts : parts.filter(({ counts }) => names.some((name) => amount(counts, name, "of") > 0));
  if (parts.length === 0) return <Nothing>{w.nothing}</Nothing>;
  return (
    <div className="stack">
      <FigurePick kind={kind} onKind={pick} figure={figure} figures={names} onFigure={setFigure} />
      <div className="scroll">
        <table className="plain stacks">
          <thead>
            <tr>
              <th scope="col">{by}</th>
              {names.map((name) => (
                <th key={name} scope="col" title={figureWords[name].formula}>
                  {figureWords[name].name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...shown, { key: "whole", name: w.whole, counts: data.whole as Counts, at: {} }].map((part) => (
              <tr key={part.key}>
                <th scope="row" className="nowrap">
                  {part.name}
                </th>
                {names.map((name) => (
                  <td key={name} data-label={figureWords[name].name}>
                    <FigureCell counts={part.counts} figure={name} at={part.at} onOpen={onOpen} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chart === "bars" && <p className="small">{w.wholeNote}</p>}
      <p className="small">{figureWords[figure].formula}</p>
      <Chart parts={parts} figure={figure} by={by} chart={chart} />
    </div>
  );
}

function Chart({ parts, figure, by, chart }: Pick<Props, "parts" | "by" | "chart"> & { readonly figure: FigureName }) {
  const name = figureWords[figure].name;
  const height = (part: Part) =>
    isShare(figure) ? (perMille(rateOf(part.counts, figure)) ?? 0) : amount(part.counts, figure);
  const shown = parts.filter((part) => amount(part.counts, figure, "of") > 0);
  const top = shown.toSorted((a, b) => height(b) - height(a))[0];
  const title = fill(w.chartOf, { figure: name, by });
  const best = top ? `${top.name} ${figureText(top.counts, figure)}` : "";
  const summary = fill(w.chartText, { figure: name, n: shown.length, top: best });
  if (!top) return null;
  if (chart === "columns") {
    const columns = parts.map((part) => ({ key: part.key, label: part.short, ...rateOf(part.counts, figure) }));
    return <ColumnChart title={title} summary={summary} columns={columns} />;
  }
  const bars = shown.map((part) => ({
    key: part.key,
    label: part.name,
    value: height(part),
    text: figureText(part.counts, figure),
  }));
  return <BarChart title={title} summary={summary} bars={bars} most={isShare(figure) ? 1000 : height(top)} />;
}
