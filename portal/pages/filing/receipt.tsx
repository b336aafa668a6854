import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { type Frame, Page } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";

interface ReceiptProps {
  readonly frame: Frame;
  readonly number: string;
  readonly code: string;
  readonly next: {
    readonly owner: string;
    readonly due: string | null;
    readonly article: string;
    /** The year whose calendar is missing, if that is why there is no date. */
    readonly gap: number | null;
  };
  readonly qr: string;
}

const w = zh.receipt;

/** Number, code and what happens next; prints on one page. */
export function ReceiptPage({ frame, number, code, next, qr }: ReceiptProps) {
  return (
    <Page frame={frame} title={w.title}>
      <div class="ok" role="status">
        <h1>{w.title}</h1>
      </div>
      <h2>{w.number}</h2>
      <p class="codes">{number}</p>
      <h2>{w.code}</h2>
      <p class="codes">{grouped(code)}</p>
      <p class="note">{w.once}</p>
      <h2>{w.next}</h2>
      <p>{nextWords(next)}</p>
      <h2>{w.qr}</h2>
      <p>
        <img class="qr" src={qr} alt={w.qr} width="180" height="180" />
      </p>
      <p>{w.qrWarning}</p>
      <p class="noprint">{w.print}</p>
      <p>{fill(frame.hours ? w.helpHours : w.help, { phone: frame.phone, hours: frame.hours })}</p>
      <p class="noprint">
        <a href="/submit">{w.again}</a>
      </p>
      <p class="stamp">{w.stamp}</p>
    </Page>
  );
}

function nextWords(next: ReceiptProps["next"]): string {
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
