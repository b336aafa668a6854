import { useQuery } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { useState } from "react";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { longDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { Loaded, Nothing } from "../kit/states.tsx";
import { announcingWords as w } from "../words/announcing.ts";
import { WithdrawDialog, WriteDialog } from "./dialogs.tsx";

/** What the office tells everybody: planned, shown, over. */
export function AnnouncementsPage() {
  const [writing, setWriting] = useState(false);
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const list = useQuery({ queryKey: ["announcements"], queryFn: () => call(routes.announcements.list, {}) });
  const { rows = [], mayWrite = false } = list.data ?? {};
  return (
    <>
      <div className="between">
        <h1>{w.title}</h1>
        {mayWrite && (
          <Button type="primary" onClick={() => setWriting(true)}>
            {w.write}
          </Button>
        )}
      </div>
      <p className="second">{w.hint}</p>
      <Loaded query={list}>
        {rows.length === 0 && <Nothing>{w.none}</Nothing>}
        <ul className="list">
          {rows.map((row) => (
            <li key={row.id} className="panel between">
              <div>
                <h2>
                  {row.title} <Tag>{w.states[row.state]}</Tag>
                </h2>
                <p className="words">{row.text}</p>
                <div className="small">
                  {fill(row.until ? w.daysUntil : w.days, {
                    on: longDate(row.on as PlainDate),
                    until: row.until ? longDate(row.until as PlainDate) : "",
                  })}
                </div>
              </div>
              {mayWrite && <Button onClick={() => setWithdrawing(row.id)}>{w.withdraw}</Button>}
            </li>
          ))}
        </ul>
      </Loaded>
      {writing && <WriteDialog onClose={() => setWriting(false)} />}
      {withdrawing !== null && <WithdrawDialog id={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  );
}
