import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { longDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { type Frame, Page } from "../frame.tsx";
import { PrintButton } from "../print-button.tsx";
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

/** A stage of the way in plain words, with what is owed in it. */
export interface HowStage {
  readonly title: string;
  readonly words: string;
  readonly terms: readonly {
    readonly who: string;
    readonly what: string;
    readonly term: string | null;
    readonly article: string;
  }[];
}

interface HowProps {
  readonly frame: Frame;
  readonly stages: readonly HowStage[];
  readonly steps: readonly HowStep[];
  readonly grounds: readonly { readonly words: string; readonly article: string }[];
  readonly internal: readonly { readonly words: string; readonly article: string }[];
  readonly pack: { readonly title: string; readonly number: string | null; readonly from: string };
}

/** What happens, by whom, within how long; rendered from the regulation in force. */
export function HowPage({ frame, stages, steps, grounds, internal, pack }: HowProps) {
  const w = zh.how;
  return (
    <Page frame={frame} title={w.title}>
      <div class="sheet">
        <h1>{w.title}</h1>
        <p class="meta">
          {fill(w.basis, {
            title: pack.title,
            number: pack.number === null ? "" : fill(w.number, { number: pack.number }),
            date: longDate(pack.from as PlainDate),
          })}
        </p>
        <h2>{w.steps}</h2>
        <Stages stages={stages} />
        {[...steps, ...stages.flatMap(({ terms }) => terms)].some(({ term }) => term === null) && <p>{w.none}</p>}
        <details>
          <summary>{w.law}</summary>
          <Law steps={steps} />
        </details>
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
        <PrintButton />
      </div>
    </Page>
  );
}

/** The way in about six stages; every term comes from the regulation itself. */
function Stages({ stages }: { readonly stages: readonly HowStage[] }) {
  return (
    <ol class="how">
      {stages.map(({ title, words, terms }) => (
        <li>
          <b>{title}</b>
          <br />
          {words}
          {terms.map(({ who, what, term, article }) => (
            <p class="meta">
              {term === null ? fill(zh.how.lineSilent, { who, what }) : fill(zh.how.line, { who, what, term })}
              <Basis article={article} />
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** The article behind a line. Articles have brackets of their own, such as 6.2.1 b）, so none stand around them. */
function Basis({ article }: { readonly article: string }) {
  return <span>{`　${zh.how.article}：${article}`}</span>;
}

/** Every step that the regulation knows, as it stands there. */
function Law({ steps }: { readonly steps: readonly HowStep[] }) {
  const w = zh.how;
  return (
    <ol class="how">
      {steps.map((step) => (
        <li>
          <b>{step.who}</b>
          {step.what}
          <br />
          <span class="meta">
            {step.term !== null && `${w.term}：${step.term}　`}
            {w.article}：{step.article}
            {step.reconstructed && `　${w.reconstructed}`}
          </span>
        </li>
      ))}
    </ol>
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
            {row.words}
            <span class="meta">
              <Basis article={row.article} />
            </span>
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
