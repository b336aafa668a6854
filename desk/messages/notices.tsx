import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Tag } from "antd";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { ErrorBox, Loaded, Nothing } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { noticesWords as w } from "../words/office.ts";
import { zh } from "../words/zh.ts";

/** What other bodies have reported or copied to the own one. */
export function NoticesPage() {
  const list = useQuery({ queryKey: ["notices"], queryFn: () => call(routes.office.notices, {}) });
  const read = useWrite(routes.office.readNotice, { refresh: ["notices", "counts"] });
  const rows = list.data?.rows ?? [];
  return (
    <>
      <h1>{w.title}</h1>
      <ErrorBox error={read.error} />
      <Loaded query={list}>
        {rows.length === 0 && <Nothing>{w.none}</Nothing>}
        <ul className="list">
          {rows.map((row) => (
            <li key={row.id} className="panel between">
              <div>
                <Tag>{w.as[row.as]}</Tag> {row.text}{" "}
                {row.topic === "circularIssued" && <Link to="/circulars">{zh.nav.circulars}</Link>}
                {row.topic === "messageFailed" && <Link to="/messages">{zh.nav.messages}</Link>}
                {row.topic === "escalated" && <Link to="/escalations">{zh.nav.toEscalations}</Link>}
                <div className="small">
                  {fill(w.from, { org: row.from })} · {shortTime(row.createdAt as Instant)}
                </div>
              </div>
              {row.readAt ? (
                <span className="small">
                  {fill(w.readBy, { who: row.readBy ?? "", time: shortTime(row.readAt as Instant) })}
                </span>
              ) : (
                <Button disabled={read.isPending} onClick={() => read.mutate({ params: { id: row.id } })}>
                  {w.read}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Loaded>
    </>
  );
}
