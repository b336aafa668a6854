import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { telephoneKey } from "../../domain/fields/telephone.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { longDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { DutyLine } from "../duty/duty-line.tsx";
import { zh } from "../words/zh.ts";

const w = zh.register;

/** The earlier cases of a calling number, before the first key is pressed. */
export function Callers({ phone }: { readonly phone: string }) {
  const digits = telephoneKey(phone);
  const known = useQuery({
    queryKey: ["callers", digits],
    queryFn: () => call(routes.cases.callers, { body: { phone } }),
    enabled: digits.length >= 7,
  });
  if (digits.length < 7) return null;
  const rows = known.data?.rows ?? [];
  return (
    <section className="panel" aria-live="polite">
      <h2>{w.earlier}</h2>
      {known.data && rows.length === 0 && <p className="second">{w.noEarlier}</p>}
      <ul className="steps">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/cases/$id" params={{ id: row.id }}>
              {row.number}
            </Link>{" "}
            {row.title}{" "}
            <span className="small">{[common.caseStages[row.stage], row.unit].filter(Boolean).join(" · ")}</span>
            {row.duty && <DutyLine duty={row.duty} />}
            {row.answer && (
              <details>
                <summary>{fill(w.lastAnswer, { date: longDate(row.answer.on as PlainDate) })}</summary>
                <div className="words small">{row.answer.text}</div>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
