import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Badge, Button, Popover } from "antd";
import { useState } from "react";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { ErrorBox } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { tellingWords as w } from "../words/own.ts";

/** What has fallen to the person at work, newest first; the number is of what they have not read. */
export function OwnBell() {
  const [open, setOpen] = useState(false);
  const bell = useQuery({
    queryKey: ["bell"],
    queryFn: () => call(routes.telling.bell, {}),
    refetchInterval: 45_000,
  });
  const read = useWrite(routes.telling.readBell, { refresh: ["bell"] });
  const { rows = [], unread = 0 } = bell.data ?? {};
  const list = (
    <div className="bell">
      {rows.length === 0 && <p>{w.none}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/cases/$id" params={{ id: row.caseId }} onClick={() => setOpen(false)}>
              {row.readAt === null ? <strong>{row.text}</strong> : row.text}
            </Link>
            <div className="small num">
              {row.number} · {shortTime(row.createdAt as Instant)}
            </div>
          </li>
        ))}
      </ul>
      <ErrorBox error={bell.error ?? read.error} />
      {unread > 0 && (
        <Button loading={read.isPending} onClick={() => read.mutate({ body: { ids: rows.map(({ id }) => id) } })}>
          {w.read}
        </Button>
      )}
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={w.bell} content={list} open={open} onOpenChange={setOpen}>
      <Badge count={unread} size="small" overflowCount={99} offset={[-4, 4]}>
        <Button aria-expanded={open} aria-label={unread > 0 ? fill(w.unread, { n: unread }) : w.bell}>
          {w.bell}
        </Button>
      </Badge>
    </Popover>
  );
}
