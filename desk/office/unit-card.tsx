import { Alert, Button, Tag } from "antd";
import { useState } from "react";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { rowDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { usePost, useToday } from "../shell/session.ts";
import { registryWords as w } from "../words/office.ts";
import { AppointDialog } from "./appoint-dialog.tsx";
import { type Card, type Holding, reportWords } from "./card.ts";
import { EndDialog } from "./end-dialog.tsx";
import { MembershipDialog } from "./membership-dialog.tsx";

type Doing = { readonly is: "appoint" | "membership" } | { readonly is: "end"; readonly holding: Holding };

/** One organisation: joined or not, its persons of duty with dates, its vacancies. */
export function UnitCard({ card }: { readonly card: Card }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const admin = usePost("administrator");
  const { org } = card;
  const unit = org.kind === "handlingUnit";
  const current = card.holdings.filter((h) => h.current || h.to === null);
  const past = card.holdings.filter((h) => !current.includes(h));
  return (
    <section className="panel stack" aria-label={org.name}>
      <div className="between">
        <div>
          <h2>{org.name}</h2>
          <div className="row second">
            <span>{common.orgKinds[org.kind as keyof typeof common.orgKinds]}</span>
            {unit && <MembershipTag org={org} />}
          </div>
        </div>
        <div className="row">
          {unit && admin && <Button onClick={() => setDoing({ is: "membership" })}>{w.membership}</Button>}
          {card.mayEdit && org.kind !== "area" && (
            <Button type="primary" onClick={() => setDoing({ is: "appoint" })}>
              {w.appoint}
            </Button>
          )}
        </div>
      </div>
      {card.vacancies.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={fill(w.vacancies, {
            posts: card.vacancies.map((v) => common.posts[v.post as keyof typeof common.posts]),
            article: [...new Set(card.vacancies.map((v) => v.article))],
          })}
        />
      )}
      <dl className="facts">
        {org.duties && (
          <>
            <dt>{w.duties}</dt>
            <dd>{org.duties}</dd>
          </>
        )}
        {card.phone && (
          <>
            <dt>{w.phone}</dt>
            <dd className="num">{card.phone}</dd>
          </>
        )}
        {card.address && (
          <>
            <dt>{w.address}</dt>
            <dd>{card.address}</dd>
          </>
        )}
      </dl>
      <Holdings
        rows={current}
        mayEnd={card.mayFill}
        {...(card.mayEdit ? { onEnd: (holding) => setDoing({ is: "end", holding }) } : {})}
      />
      {unit && card.reports.length > 0 && (
        <p className="second">{fill(w.reports, { lines: reportWords(card.reports) })}</p>
      )}
      {past.length > 0 && (
        <details>
          <summary>{fill(w.history, { n: past.length })}</summary>
          <Holdings rows={past} />
        </details>
      )}
      {doing?.is === "appoint" && <AppointDialog card={card} onClose={() => setDoing(null)} />}
      {doing?.is === "end" && <EndDialog card={card} holding={doing.holding} onClose={() => setDoing(null)} />}
      {doing?.is === "membership" && <MembershipDialog card={card} onClose={() => setDoing(null)} />}
    </section>
  );
}

function MembershipTag({ org }: { readonly org: Card["org"] }) {
  if (!org.joined) return <Tag color="#7a4300">{org.leftOn ? fill(w.left, { date: org.leftOn }) : w.notJoined}</Tag>;
  return <span>{fill(w.joined, { date: org.joinedOn ?? "" })}</span>;
}

interface HoldingsProps {
  readonly rows: readonly Holding[];
  readonly mayEnd?: Card["mayFill"];
  readonly onEnd?: (holding: Holding) => void;
}

function Holdings({ rows, mayEnd = [], onEnd }: HoldingsProps) {
  const today = useToday() as PlainDate;
  if (rows.length === 0) return <p className="second">{w.none}</p>;
  return (
    <div className="scroll">
      <table className="plain stacks">
        <thead>
          <tr>
            <th scope="col">{w.post}</th>
            <th scope="col">{w.person}</th>
            <th scope="col">{w.from}</th>
            <th scope="col">{w.to}</th>
            {onEnd && <th scope="col">{w.acts}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{common.posts[row.post]}</td>
              <td>
                {row.person.name} {!row.person.active && <Tag color="#7a4300">{w.deactivated}</Tag>}
                {row.standsInFor && <span className="small">{fill(w.standsIn, { name: row.standsInFor })}</span>}
              </td>
              <td>{rowDate(row.from as PlainDate, today)}</td>
              <td>{row.to ? rowDate(row.to as PlainDate, today) : w.now}</td>
              {onEnd && (
                <td>
                  {mayEnd.includes(row.post) && (
                    <Button onClick={() => onEnd(row)} aria-label={`${w.end} ${row.person.name}`}>
                      {w.end}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
