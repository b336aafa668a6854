import { useQuery } from "@tanstack/react-query";
import { Badge, Button, Popover } from "antd";
import type { Replies } from "../../contract/route.ts";
import type { NewsRow } from "../../contract/trust/sessions.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { longTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { changesWords, newsWords as w } from "../words/trust.ts";

type NewsReply = Replies<typeof routes.sessions.news>;

const kinds: Readonly<Record<string, string>> = changesWords.kinds;

/** What others have done to one's account and rights, line by line. */
export function NewsLines({ rows }: { readonly rows: readonly NewsRow[] }) {
  return (
    <>
      {rows.map((row) => (
        <p key={`${row.at} ${row.type}`}>
          {fill(w.by, { time: longTime(row.at as Instant), by: row.by || w.server })}
          {fill(w.rows[row.type] ?? "", { ...row, kind: kinds[row.kind] ?? "" })}
        </p>
      ))}
      <p className="second">{w.alarm}</p>
    </>
  );
}

/** Rings while somebody is at work: others have changed something of their account since they signed in. */
export function NewsBell() {
  const news = useQuery({
    queryKey: ["news"],
    queryFn: () => call(routes.sessions.news, {}),
    refetchInterval: 60_000,
  });
  const rows = news.data?.rows ?? [];
  const away = news.data?.scannerAwaySince ?? null;
  const attacks = news.data?.attacks ?? [];
  return (
    <>
      {attacks.length > 0 && <Attacked rows={attacks} />}
      {away !== null && <ScannerAway since={away as Instant} />}
      {rows.length > 0 && (
        <Popover trigger="click" title={w.title} content={<NewsLines rows={rows} />}>
          <Badge count={rows.length} size="small">
            <Button>{fill(w.bell, { n: rows.length })}</Button>
          </Badge>
        </Popover>
      )}
    </>
  );
}

/** Somebody may be trying to get in: whoever watches over rights and the log is told at once. */
function Attacked({ rows }: { readonly rows: NewsReply["attacks"] }) {
  const lines = (
    <div className="note">
      {rows.map((row) => (
        <p key={row.address}>{fill(w.attackLine, { ...row, time: longTime(row.last as Instant) })}</p>
      ))}
      <p className="second">{w.attackWhy}</p>
    </div>
  );
  return (
    <Popover trigger="click" title={w.attack} content={lines}>
      <Button danger icon={<span aria-hidden="true">■</span>}>
        {w.attack}
      </Button>
    </Popover>
  );
}

/** Files are refused until it answers again, so the administrator is told at once. */
function ScannerAway({ since }: { readonly since: Instant }) {
  const why = <div className="note">{fill(w.scannerAwayWhy, { time: longTime(since) })}</div>;
  return (
    <Popover trigger="click" title={w.scannerAway} content={why}>
      <Button danger icon={<span aria-hidden="true">■</span>}>
        {w.scannerAway}
      </Button>
    </Popover>
  );
}
