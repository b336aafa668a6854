import type { Replies } from "../../contract/route.ts";
import type { Counts, FigureName } from "../../domain/accountability/figures.ts";
import { figureWords } from "../../domain/words/statistics.ts";
import type { routes } from "../api.ts";
import { statisticsWords as w } from "../words/statistics.ts";
import { fill } from "../../domain/words/fill.ts";
import { isReached } from "../../domain/accountability/targets.ts";
import { rateOf } from "../../domain/accountability/statistics.ts";
import { MarkShape } from "../kit/marks.tsx";
import { type Drill, figuresOf } from "./drill.ts";
import { FigureCell } from "./figure-cell.tsx";
import { Indicators } from "./indicators.tsx";

export type Figures = Replies<typeof routes.statistics.figures>;

interface Props {
  readonly data: Figures;
  readonly onOpen: (drill: Drill) => void;
}

/** Every figure of the period with its formula, and what became of cases that were not taken up. */
export function Overview({ data, onOpen }: Props) {
  const { volumes, shares } = figuresOf(data);
  return (
    <div className="stack">
      <div className="columns">
        <FigureTable title={w.volumes} names={volumes} data={data} onOpen={onOpen} />
        <FigureTable title={w.shares} names={shares} data={data} onOpen={onOpen} />
      </div>
      <Indicators data={data} />
      <Outcomes data={data} onOpen={onOpen} />
    </div>
  );
}

interface FigureTableProps extends Props {
  readonly title: string;
  readonly names: readonly FigureName[];
}

function FigureTable({ title, names, data, onOpen }: FigureTableProps) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{w.figure}</th>
            <th scope="col" className="nowrap">
              {w.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">
                {figureWords[name].name}
                <div className="small plainly">{figureWords[name].formula}</div>
                <TargetLines name={name} data={data} />
              </th>
              <td>
                <FigureCell counts={data.whole as Counts} figure={name} at={{}} onOpen={onOpen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the regulation wants of a figure, and whether it is reached. */
function TargetLines({ name, data }: { readonly name: FigureName; readonly data: Figures }) {
  return data.targets
    .filter(({ figure }) => figure === name)
    .map((target) => {
      const reached = isReached(rateOf(data.whole as Counts, name), target);
      const said = reached === null ? w.nothingCounted : reached ? w.reached : w.notReached;
      const least = `${Math.round(target.atLeast * 100)}%`;
      return (
        <div key={target.article} className="small plainly">
          {reached !== null && <MarkShape mark={reached ? "done" : "over"} />}{" "}
          {fill(w.target, { least, said, article: target.article })}
        </div>
      );
    });
}

function Outcomes({ data, onOpen }: Props) {
  return (
    <section className="panel">
      <h2>{w.outcomes}</h2>
      {data.outcomes.length === 0 ? (
        <p className="second">{w.noOutcomes}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{w.outcome}</th>
              <th scope="col">{w.reason}</th>
              <th scope="col">{w.amount}</th>
            </tr>
          </thead>
          <tbody>
            {data.outcomes.map(({ figure, tag, name, n }) => (
              <tr key={`${figure}/${tag}`}>
                <th scope="row">{figureWords[figure].name}</th>
                <td>{name}</td>
                <td>
                  <FigureCell
                    counts={{ ...(data.whole as Counts), [figure]: n }}
                    figure={figure}
                    at={{ tag: { key: tag, name } }}
                    onOpen={onOpen}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
