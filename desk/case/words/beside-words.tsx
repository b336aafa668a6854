import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import { claimsOf } from "../../../domain/words/reply.ts";
import { zh } from "../../words/zh.ts";

const w = zh.case;

/** The citizen's own words, the claims and the place, as they stand beside every dialog of a case. */
export function BesideWords({ kase }: { readonly kase: CaseDetail }) {
  const claims = claimsOf(kase.claim);
  const place = [kase.area?.name, kase.place].filter(Boolean).join(" ");
  return (
    <section aria-label={w.words}>
      <h3>{w.words}</h3>
      {kase.sees === "timings" ? (
        <p className="second">{w.timingsOnly}</p>
      ) : (
        <div className="words">{kase.content}</div>
      )}
      {kase.claim && (
        <>
          <h3>{w.claim}</h3>
          {claims.length > 1 ? (
            <ol className="claims">
              {claims.map((claim) => (
                <li key={claim}>{claim}</li>
              ))}
            </ol>
          ) : (
            <div className="words">{kase.claim}</div>
          )}
        </>
      )}
      {place && (
        <p className="second">
          {w.place}：{place}
        </p>
      )}
    </section>
  );
}
