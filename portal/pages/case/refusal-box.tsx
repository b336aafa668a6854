import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../words/zh.ts";
import type { RefusalView } from "./case-view.ts";

const w = zh.case;

interface Props {
  readonly refusal: RefusalView;
  readonly phone: string;
  readonly tail: string;
}

/** Why the case was not taken up: reason and fact, rule, where to go with telephone and address, the way back. */
export function RefusalBox({ refusal, phone, tail }: Props) {
  const { organ } = refusal;
  return (
    <section class="box">
      <h2>{w.refused[refusal.outcome]}</h2>
      <dl>
        <dt>{w.refusedReason}</dt>
        <dd>
          {refusal.reason}
          {refusal.fact && <span class="fact">{refusal.fact}</span>}
        </dd>
        <dt>{w.refusedBasis}</dt>
        <dd>{refusal.rule}</dd>
        <dt>{w.refusedWay}</dt>
        <dd>{refusal.wayOn ?? fill(w.refusedAsk[refusal.outcome], { phone })}</dd>
        {organ?.phone && (
          <>
            <dt>{fill(w.refusedPhone, { organ: organ.name })}</dt>
            <dd>
              <a class="number" href={`tel:${organ.phone.replace(/[^\d+]/g, "")}`}>
                {organ.phone}
              </a>
            </dd>
          </>
        )}
        {organ?.address && (
          <>
            <dt>{fill(w.refusedAddress, { organ: organ.name })}</dt>
            <dd>{organ.address}</dd>
          </>
        )}
        <dt>{w.refusedBack}</dt>
        <dd>{fill(w.refusedBackText, { phone, tail })}</dd>
      </dl>
      <p class="meta">{fill(w.refusedBy, { by: refusal.by, date: longDate(refusal.on as PlainDate) })}</p>
    </section>
  );
}
