import type { CaseDetail } from "../../contract/case/case-detail.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh } from "../words/zh.ts";

const w = zh.case;

/** What the formalities of the regulation have put on record so far, the latest word of each. */
export function FactsPanel({ kase }: { readonly kase: CaseDetail }) {
  if (kase.facts.length === 0) return null;
  const several = kase.legs.length > 1;
  const of = (legId: string | null) => kase.legs.find((leg) => leg.id === legId)?.org.name;
  return (
    <section className="panel" aria-label={w.facts}>
      <h2>{w.facts}</h2>
      <dl className="stated">
        {kase.facts.map(({ legId, name, label, value }) => (
          <div key={`${legId}/${name}`}>
            <dt>{several && legId ? fill(w.factOf, { label, org: of(legId) }) : label}</dt>
            <dd className="words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
