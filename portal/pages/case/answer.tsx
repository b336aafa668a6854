import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../words/zh.ts";
import type { AnswerView } from "./case-view.ts";
import { FileList } from "./file-list.tsx";

const w = zh.case;

/** One answer: what it says to each claim, the rest of it, what will be done until when, files, whom to ask. */
export function Answer({ answer }: { readonly answer: AnswerView }) {
  return (
    <section class={answer.replaced ? "replaced" : undefined}>
      <h2>{answer.title}</h2>
      <p class="meta">
        {fill(w.answeredOn, { date: answer.answered })}
        {answer.corrects && ` · ${w.correction}`}
      </p>
      {answer.replaced && <p class="note">{w.earlierText}</p>}
      <div class="box">
        {answer.claims.length > 0 && (
          <ol class="claims">
            {answer.claims.map(({ n, claim, verdict, text }) => (
              <li>
                <p class="meta">{fill(w.claimOf, { n, claim })}</p>
                <p>
                  <b class="verdict">{verdict}</b> <span class="words">{text}</span>
                </p>
              </li>
            ))}
          </ol>
        )}
        {answer.text && <p class="words">{answer.text}</p>}
        {answer.promises.length > 0 && (
          <>
            <h3>{w.promises}</h3>
            <ul>
              {answer.promises.map(({ what, who, by }) => (
                <li>{fill(w.promise, { what, who, date: longDate(by) })}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <FileList files={answer.files} />
      {answer.contact && (
        <p>
          {fill(w.contact, { unit: answer.contact.unit })}
          <a class="number" href={`tel:${answer.contact.phone.replace(/[^\d+]/g, "")}`}>
            {answer.contact.phone}
          </a>
        </p>
      )}
    </section>
  );
}
