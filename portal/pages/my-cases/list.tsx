import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { type Frame, Page } from "../../frame.tsx";
import { myCasesWords } from "../../words/my-cases.ts";

export interface MyCaseRow {
  readonly id: string;
  readonly number: string;
  /** Null for a case that must not be shown without its query code. */
  readonly title: string | null;
  readonly state: string | null;
  readonly holder: string | null;
  readonly due: PlainDate | null;
  readonly received: PlainDate;
}

interface ListProps {
  readonly frame: Frame;
  readonly phone: string;
  readonly rows: readonly MyCaseRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** The end of the number of a case that was given a new code just now. */
  readonly renewed: string | null;
  readonly bySms: boolean;
}

const w = myCasesWords.list;

/** All cases of the telephone that was checked, newest first. */
export function MyCasesPage({ frame, phone, rows, total, page, pages, renewed, bySms }: ListProps) {
  return (
    <Page frame={frame} title={w.title}>
      <h1>{w.title}</h1>
      {renewed && (
        <div class="ok" role="status">
          <p>{fill(w.sent, { tail: renewed, phone })}</p>
        </div>
      )}
      <p class="meta">{fill(w.of, { phone, n: total })}</p>
      {rows.length === 0 && <p>{w.none}</p>}
      <ul class="list">
        {rows.map((row) => (
          <li>
            <Row frame={frame} row={row} bySms={bySms} />
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <p>
          {page > 1 && <a href={`/my-cases?page=${page - 1}`}>{w.newer}</a>} {fill(w.page, { page, pages })}{" "}
          {page < pages && <a href={`/my-cases?page=${page + 1}`}>{w.earlier}</a>}
        </p>
      )}
      <form method="post" action="/my-cases/leave" class="noprint">
        <input type="hidden" name="_csrf" value={frame.csrf} />
        <button type="submit">{w.leave}</button>
      </form>
    </Page>
  );
}

function Row({ frame, row, bySms }: { readonly frame: Frame; readonly row: MyCaseRow; readonly bySms: boolean }) {
  const number = fill(w.number, { number: row.number });
  const received = fill(w.received, { date: longDate(row.received) });
  if (row.title === null)
    return (
      <>
        <h2>{number}</h2>
        <p>{w.sealed}</p>
        <p class="meta">{received}</p>
        <p>
          <a href="/follow">{w.follow}</a>
        </p>
      </>
    );
  const next = row.due
    ? fill(w.due, { date: longDate(row.due), holder: row.holder ?? "" })
    : row.holder && fill(w.noDue, { holder: row.holder });
  return (
    <>
      <h2>{row.title}</h2>
      <p>
        <b>{row.state}</b>
        {next && ` · ${next}`}
      </p>
      <p class="meta">
        {number} · {received}
      </p>
      <form method="post" action="/my-cases/case" class="doors">
        <input type="hidden" name="_csrf" value={frame.csrf} />
        <input type="hidden" name="id" value={row.id} />
        <button type="submit" name="what" value="open" aria-label={`${w.open} ${number}`}>
          {w.open}
        </button>
        {bySms && (
          <button class="quiet" type="submit" name="what" value="code" aria-label={`${w.newCode} ${number}`}>
            {w.newCode}
          </button>
        )}
      </form>
    </>
  );
}
