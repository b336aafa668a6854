import { Link } from "@tanstack/react-router";
import type { CallBack } from "../../contract/periodic.ts";
import { fill } from "../../domain/words/fill.ts";
import { MarkShape } from "../kit/marks.tsx";
import { Nothing } from "../kit/states.tsx";
import { periodicWords as w } from "../words/periodic.ts";

interface Props {
  readonly rows: readonly CallBack[];
  /** Whether the regulation knows a formality by which one calls back. */
  readonly followed: boolean;
}

/** Answers that are called back about, each with its case and whether it was done. */
export function CallBacks({ rows, followed }: Props) {
  if (rows.length === 0) return <Nothing>{w.noAnswered}</Nothing>;
  return (
    <section className="stack" aria-label={w.callBacks}>
      <h3>{w.callBacks}</h3>
      <p className="small">{followed ? w.callBackHint : w.notFollowed}</p>
      <div className="scroll">
        <table className="plain stacks">
          <thead>
            <tr>
              {[w.number, w.unit, w.answeredOn, w.callBacks].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.number}/${row.org}`}>
                <th scope="row">
                  {row.id ? (
                    <Link to="/cases/$id" params={{ id: row.id }}>
                      {row.number}
                    </Link>
                  ) : (
                    row.number
                  )}
                </th>
                <td data-label={w.unit}>{row.org}</td>
                <td data-label={w.answeredOn}>{row.on}</td>
                <td data-label={w.callBacks}>
                  <MarkShape mark={row.calledBackOn ? "done" : "fine"} />{" "}
                  {row.calledBackOn ? fill(w.calledBack, { on: row.calledBackOn }) : w.notCalled}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
