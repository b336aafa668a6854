import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { type Frame, Page } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";

const w = zh.receipt;

/** What comes next, who does it and by when. */
export interface NextStep {
  readonly owner: string;
  readonly due: string | null;
  readonly article: string;
  /** The year whose calendar is missing, if that is why there is no date. */
  readonly gap: number | null;
}

interface ReceiptProps {
  readonly frame: Frame;
  readonly number: string;
  readonly code: string;
  readonly next: NextStep;
  /** Address that opens the case without typing. */
  readonly door: string;
  readonly qr: string;
  /** Address of the same receipt as a picture. */
  readonly picture: string;
}

/** Number, code and what happens next in the first screen; prints on one page. */
export function ReceiptPage({ frame, number, code, next, door, qr, picture }: ReceiptProps) {
  return (
    <Page frame={frame} title={w.title} script>
      <div class="ok" role="status">
        <h1>{w.title}</h1>
      </div>
      <dl class="given">
        <dt>{w.number}</dt>
        <dd class="codes">{number}</dd>
        <dt>{w.code}</dt>
        <dd class="codes">{grouped(code)}</dd>
        <dt>{w.next}</dt>
        <dd class="next">{nextWords(next)}</dd>
      </dl>
      <p class="note">{w.once}</p>
      <h2>{w.qr}</h2>
      <p>
        <img class="qr" src={qr} alt={w.qr} width="180" height="180" />
      </p>
      <p>{w.qrWarning}</p>
      <div class="noprint keep">
        <button type="button" data-print hidden>
          {w.print}
        </button>
        <noscript>
          <p>{w.printSelf}</p>
        </noscript>
        <details>
          <summary>{w.picture}</summary>
          <p>
            {w.pictureText}{" "}
            <a href={picture} download={`${number}.png`}>
              {w.pictureLoad}
            </a>
          </p>
          <img class="picture" src={picture} alt={w.pictureAlt} loading="lazy" width="360" height="560" />
        </details>
        <p>
          <a href={door}>{w.open}</a>
        </p>
      </div>
      <p>{fill(frame.hours ? w.helpHours : w.help, { phone: frame.phone, hours: frame.hours })}</p>
      <p class="noprint">
        <a href="/submit">{w.again}</a>
      </p>
      <p class="stamp">{w.stamp}</p>
    </Page>
  );
}

/** What happens next, in one sentence. */
export function nextWords(next: NextStep): string {
  if (next.due)
    return fill(w.nextText, { owner: next.owner, due: longDate(next.due as PlainDate), article: next.article });
  return next.gap
    ? fill(w.nextUnknown, { owner: next.owner, year: next.gap })
    : fill(w.nextSilent, { owner: next.owner });
}

/** 4827059316 → 4827 059 316: spoken and copied in groups. */
export function grouped(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4, 7)} ${code.slice(7)}`;
}

/** Reload or Back: the case is there, its code is not shown again. */
export function AlreadyPage({ frame, tail }: { readonly frame: Frame; readonly tail: string }) {
  return (
    <Page frame={frame} title={w.already}>
      <h1>{w.already}</h1>
      <p>{fill(w.alreadyText, { tail, phone: frame.phone })}</p>
      <p>
        <a class="button main" href="/follow">
          {w.follow}
        </a>
      </p>
      <p>
        <a href="/submit">{w.again}</a>
      </p>
    </Page>
  );
}
