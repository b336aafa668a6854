import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { replyWords } from "../../../domain/words/reply.ts";
import { useToday } from "../../shell/session.ts";
import { zh } from "../../words/zh.ts";

const w = zh.case;

interface Props {
  readonly kase: CaseDetail;
  readonly unit: string;
  readonly reply: { readonly text: string; readonly parts: Readonly<Record<string, string>> };
}

/** The reply as the petitioner would find it today, word for word; nothing that only the office reads is in it. */
export function SeenByPetitioner({ kase, unit, reply }: Props) {
  const today = useToday() as PlainDate;
  const parts = kase.forms.replyParts.length > 0 ? reply.parts : {};
  const text = replyWords(kase.forms.replyParts, { text: reply.text, parts });
  const internal = kase.track === "internal";
  return (
    <details className="seen">
      <summary>{w.seen}</summary>
      {text === "" ? (
        <p className="second">{w.seenNothing}</p>
      ) : (
        <>
          <h4>{internal ? w.seenInternal : fill(w.seenTitle, { unit })}</h4>
          <p className="small">{fill(w.seenOn, { date: longDate(today) })}</p>
          <p className="words">{text}</p>
          {internal && <p className="second">{w.seenWithheld}</p>}
        </>
      )}
    </details>
  );
}
