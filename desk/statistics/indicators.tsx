import { percentage } from "../../domain/accountability/rates.ts";
import { fill } from "../../domain/words/fill.ts";
import { statisticsWords as w } from "../words/statistics.ts";
import type { Figures } from "./overview.tsx";

/** What the regulation assesses each body by, every share with its fraction (ZJ-5-2). */
export function Indicators({ data: { indicators } }: { readonly data: Figures }) {
  if (indicators === null) return null;
  return (
    <section className="panel">
      <h2>{fill(w.indicators, { article: indicators.article })}</h2>
      {indicators.rows.length === 0 ? (
        <p className="second">{w.nothingCounted}</p>
      ) : (
        <div className="scroll">
          <table className="plain stacks">
            <thead>
              <tr>
                <th scope="col">{w.orgs}</th>
                {indicators.names.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {indicators.rows.map(({ org, rates }) => (
                <tr key={org.id}>
                  <th scope="row">{org.name}</th>
                  {rates.map((rate, i) => (
                    <td key={indicators.names[i]} data-label={indicators.names[i]} className="num nowrap">
                      {rate.of === 0 ? w.nothingOwed : fill(w.fraction, { ...rate, share: percentage(rate) })}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
