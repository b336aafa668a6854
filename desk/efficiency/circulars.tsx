import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Modal } from "antd";
import { useState } from "react";
import type { Replies } from "../../contract/route.ts";
import type { Instant, PlainDate } from "../../domain/calendar/plain-date.ts";
import { longTime, shortDate, longRange } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { monthOf, type Period } from "../kit/period.tsx";
import { RateCell, rateText } from "../kit/rate-words.tsx";
import { ErrorBox, Loaded, Nothing } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { usePost, useSession, useToday } from "../shell/session.ts";
import { efficiencyWords as w } from "../words/oversight.ts";
import { periodicWords } from "../words/periodic.ts";
import { zh } from "../words/zh.ts";

type Body = Replies<typeof routes.efficiency.draftCircular>;

/** Circulars that were issued, and the draft of the next one (FZ-11-1, FZ-11-2). */
export function Circulars({ period }: { readonly period: Period }) {
  const officer = usePost("efficiencyOfficer");
  const { knows } = useSession();
  const [drafting, setDrafting] = useState(false);
  const list = useQuery({ queryKey: ["circulars"], queryFn: () => call(routes.efficiency.circulars, {}) });
  const rows = list.data?.rows ?? [];
  return (
    <Loaded query={list}>
      {officer && knows.includes("circulars") && (
        <p>
          {w.issuedFrom} <Link to="/periodic">{periodicWords.title}</Link>
        </p>
      )}
      {officer && !knows.includes("circulars") && (
        <Button type="primary" onClick={() => setDrafting(true)}>
          {w.draft}
        </Button>
      )}
      {list.data && rows.length === 0 && <Nothing>{w.noCirculars}</Nothing>}
      {rows.map((row) => (
        <details key={row.id} className="panel">
          <summary>
            <b>{row.body.title}</b>{" "}
            <span className="small">
              {fill(w.issuedAt, { office: row.office, time: longTime(row.issuedAt as Instant), who: row.issuedBy })}
            </span>
          </summary>
          <CircularText body={row.body} />
        </details>
      ))}
      {drafting && <DraftDialog period={period} onClose={() => setDrafting(false)} />}
    </Loaded>
  );
}

/** The circulars that concern the own unit, for everybody who works there. */
export function CircularsPage() {
  const period = monthOf(useToday());
  return (
    <>
      <h1>{w.tabs.circulars}</h1>
      <Circulars period={period} />
    </>
  );
}

function DraftDialog({ period, onClose }: { readonly period: Period; readonly onClose: () => void }) {
  const draft = useQuery({
    queryKey: ["circular-draft", period],
    queryFn: () => call(routes.efficiency.draftCircular, { query: period }),
  });
  const issue = useWrite(routes.efficiency.issueCircular, {
    refresh: ["circulars"],
    said: w.issued,
    onDone: onClose,
  });
  return (
    <Modal
      open
      width={1100}
      title={draft.data?.title ?? w.draft}
      onCancel={onClose}
      okText={w.issue}
      cancelText={zh.app.cancel}
      confirmLoading={issue.isPending}
      okButtonProps={{ disabled: !draft.data }}
      onOk={() => issue.mutate({ body: period })}
    >
      <Loaded query={draft}>{draft.data && <CircularText body={draft.data} />}</Loaded>
      <p>
        <b>{w.issueAsk}</b>
      </p>
      <ErrorBox error={issue.error} />
    </Modal>
  );
}

/** What every unit that the period names will read. */
export function CircularText({ body }: { readonly body: Body }) {
  const list = (items: readonly { readonly number: string; readonly on: string }[]) =>
    items.length === 0
      ? w.none
      : items.map((item) => `${item.number}（${shortDate(item.on as PlainDate)}）`).join("、");
  return (
    <div className="stack">
      <p className="second">
        {body.basis} · {longRange(body.from as PlainDate, body.to as PlainDate)}
      </p>
      <p className="second">{w.humanOnly}</p>
      <p>{fill(w.totals, { n: body.totals.received, rate: rateText(body.totals.replied) })}</p>
      <div className="scroll">
        <table className="plain stacks">
          <thead>
            <tr>
              {[w.org, w.received, w.viewed, w.replied, w.misses, w.lapsed, w.lateHandling, w.findings].map((title) => (
                <th key={title} scope="col" className="nowrap">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.units.map((unit) => (
              <tr key={unit.org.id}>
                <th scope="row" className="nowrap">
                  {unit.org.name}
                </th>
                <td data-label={w.received} className="num">
                  {unit.received}
                </td>
                <td data-label={w.viewed}>
                  <RateCell rate={unit.viewed} />
                </td>
                <td data-label={w.replied}>
                  <RateCell rate={unit.replied} />
                </td>
                <td data-label={w.misses}>{list(unit.misses)}</td>
                <td data-label={w.lapsed}>{list(unit.lapsed)}</td>
                <td data-label={w.lateHandling}>{list(unit.late)}</td>
                <td data-label={w.findings}>
                  {unit.findings.map((found) => (
                    <p key={`${found.number}/${found.on}/${found.cause}`}>
                      {fill(w.finding, { ...found, on: shortDate(found.on as PlainDate) })}
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
