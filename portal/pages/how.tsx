import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { longDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { type Frame, Page } from "../frame.tsx";
import { Reach } from "../reach.tsx";
import { zh } from "../words/zh.ts";

export interface HowStep {
  readonly who: string;
  readonly what: string;
  /** Null where the regulation names no term. */
  readonly term: string | null;
  readonly article: string;
  readonly reconstructed: boolean;
}

interface HowProps {
  readonly frame: Frame;
  readonly steps: readonly HowStep[];
  readonly grounds: readonly { readonly words: string; readonly article: string }[];
  readonly internal: readonly { readonly words: string; readonly article: string }[];
  readonly pack: { readonly title: string; readonly number: string | null; readonly from: string };
}

/** What happens, by whom, within how long; rendered from the regulation in force. */
export function HowPage({ frame, steps, grounds, internal, pack }: HowProps) {
  const w = zh.how;
  return (
    <Page frame={frame} title={w.title}>
      <h1>{w.title}</h1>
      <p class="meta">
        {fill(w.basis, {
          title: pack.title,
          number: pack.number === null ? "" : fill(w.number, { number: pack.number }),
          date: longDate(pack.from as PlainDate),
        })}
      </p>
      <h2>{w.steps}</h2>
      <ol class="how">
        {steps.map((step) => (
          <li>
            <b>{step.who}</b>
            {step.what}
            <br />
            <span class="meta">
              {w.term}：{step.term ?? w.none}　{w.article}：{step.article}
              {step.reconstructed && `　${w.reconstructed}`}
            </span>
          </li>
        ))}
      </ol>
      <Rules title={w.refuse} rows={grounds} />
      <Rules title={w.internal} rows={internal} />
      {frame.emergency.length > 0 && (
        <>
          <h2>{w.emergency}</h2>
          <p>{w.emergencyText}</p>
          <Tels frame={frame} />
        </>
      )}
      <Reach frame={frame} />
    </Page>
  );
}

interface RulesProps {
  readonly title: string;
  readonly rows: readonly { readonly words: string; readonly article: string }[];
}

/** A list under its heading; neither where the regulation has nothing of the kind. */
function Rules({ title, rows }: RulesProps) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ol>
        {rows.map((row) => (
          <li>
            {row.words} <span class="meta">（{row.article}）</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The emergency numbers as buttons that dial. */
export function Tels({ frame }: { readonly frame: Frame }) {
  return (
    <div class="tels">
      {frame.emergency.map(({ number, label }) => (
        <a class="button" href={`tel:${number}`}>
          {number} {label}
        </a>
      ))}
    </div>
  );
}
