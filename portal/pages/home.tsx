import { longDate } from "../../domain/words/dates.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { fill } from "../../domain/words/fill.ts";
import { type Frame, Page } from "../frame.tsx";
import { percentage } from "../../domain/accountability/rates.ts";
import { Reach } from "../reach.tsx";
import { zh } from "../words/zh.ts";
import type { NoticeView } from "./notices.tsx";

export interface AnswerRow {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly answeredOn: string;
  readonly start: string;
}

interface HomeProps {
  readonly frame: Frame;
  readonly service: { readonly received: number; readonly met: number; readonly of: number };
  /** How many of those who rated last month were satisfied; null where the regulation does not have it shown. */
  readonly satisfied: { readonly met: number; readonly of: number } | null;
  readonly latest: readonly AnswerRow[];
  readonly notices: readonly NoticeView[];
}

/** The door: file, follow, look for an answer that is there already. */
export function HomePage({ frame, service, satisfied, latest, notices }: HomeProps) {
  const w = zh.home;
  return (
    <Page frame={frame} title={w.title} showEmergency>
      <h1>{w.title}</h1>
      <div class="doors">
        <a class="button main" href="/submit">
          {w.submit}
        </a>
        <a class="button" href="/follow">
          {w.follow}
        </a>
      </div>
      {frame.publishes && <Search />}
      {service.of > 0 && <p class="meta">{fill(w.service, { ...service, rate: percentage(service) })}</p>}
      {satisfied !== null && satisfied.of > 0 && (
        <p class="meta">{fill(w.satisfied, { ...satisfied, rate: percentage(satisfied) })}</p>
      )}
      {frame.publishes && <Latest rows={latest} />}
      <h2>{w.how}</h2>
      <p>
        <a href="/how">{w.howText}</a>
      </p>
      {notices.length > 0 && (
        <>
          <h2>{zh.notices.title}</h2>
          <ul>
            {notices.slice(0, 3).map(({ title, on }) => (
              <li>
                <a href="/notices">{title}</a> <span class="meta whole">{longDate(on as PlainDate)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Reach frame={frame} />
    </Page>
  );
}

function Search() {
  const w = zh.home;
  return (
    <form method="get" action="/answers" role="search">
      <label class="label" for="q">
        {w.search}
      </label>
      <div class="ask">
        <input id="q" name="q" type="search" />
        <button type="submit">{w.searchButton}</button>
      </div>
    </form>
  );
}

/** The latest answers; only where the regulation publishes any. */
function Latest({ rows }: { readonly rows: readonly AnswerRow[] }) {
  const w = zh.home;
  return (
    <>
      <h2>{w.latest}</h2>
      {rows.length === 0 ? <p>{w.none}</p> : <AnswerList rows={rows} heading="h3" />}
      {rows.length > 0 && (
        <p>
          <a class="button" href="/answers">
            {w.more}
          </a>
        </p>
      )}
    </>
  );
}

/** Published answers: question, unit, date, the beginning of the answer. */
export function AnswerList({
  rows,
  heading: Heading,
}: {
  readonly rows: readonly AnswerRow[];
  /** One step below the heading that the list stands under. */
  readonly heading: "h2" | "h3";
}) {
  return (
    <ul class="list">
      {rows.map((row) => (
        <li>
          <Heading>
            <a href={`/answers/${row.id}`}>{row.title}</a>
          </Heading>
          <p class="meta">
            {fill(zh.answers.answered, { unit: row.unit, date: longDate(row.answeredOn as PlainDate) })}
          </p>
          <p class="meta">{row.start}</p>
        </li>
      ))}
    </ul>
  );
}
