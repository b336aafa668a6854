import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Segmented, Table, Tag } from "antd";
import { useState } from "react";
import type { CaseDetail, CaseRow } from "../../contract/case-detail.ts";
import type { Instant, PlainDate } from "../../domain/calendar/plain-date.ts";
import type { Post } from "../../domain/office/org.ts";
import { shortDate, shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { ErrorBox, Loaded, Nothing } from "../kit/states.tsx";
import { TabBar } from "../kit/tabs.tsx";
import { attemptText } from "../messages/outbox.tsx";
import { zh } from "../words/zh.ts";
import { ReplyWords } from "./reading.tsx";
import { useAct } from "./use-act.ts";

const w = zh.case;
const time = (at: string) => shortTime(at as Instant);

type TabKey = keyof typeof w.tabs;

/** Whoever has to judge a reply sees it first. */
function judges(kase: CaseDetail): boolean {
  return kase.acts.some((act) => act.closed === null && (act.act === "approveReply" || act.act === "passAudit"));
}

/** What happened, the replies, who works together, what was sent, what is related, who looked. */
export function CaseTabs({ kase }: { readonly kase: CaseDetail }) {
  const [tab, setTab] = useState<TabKey>(judges(kase) ? "reply" : "timeline");
  const tabs = (Object.keys(pages) as TabKey[])
    .filter((key) => key !== "related" || kase.sees === "all")
    .map((key) => ({ key, label: w.tabs[key] }));
  const Page = pages[tab];
  return (
    <section className="panel" aria-label={w.tabs[tab]}>
      <TabBar label={w.tabsLabel} tabs={tabs} active={tab} onChange={setTab}>
        <Page kase={kase} />
      </TabBar>
    </section>
  );
}

function Timeline({ kase }: { readonly kase: CaseDetail }) {
  const [audience, setAudience] = useState<"all" | "petitioner">("all");
  const rows = kase.timeline.filter((row) => audience === "all" || row.audience === "petitioner");
  return (
    <>
      <Segmented
        value={audience}
        onChange={(value) => setAudience(value as "all" | "petitioner")}
        options={[
          { value: "all", label: w.all },
          { value: "petitioner", label: w.forPetitioner },
        ]}
      />
      <ul className="steps" style={{ marginTop: 12 }}>
        {rows.map((row) => (
          <li key={row.seq}>
            {row.text}
            <div className="small">
              {time(row.at)} · {row.who}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Replies({ kase }: { readonly kase: CaseDetail }) {
  const legs = kase.legs.filter((leg) => leg.replies.length > 0);
  if (kase.imported) {
    return (
      <div className="stack">
        <p className="second">{fill(w.imported, kase.imported)}</p>
        <p className="read">{kase.imported.answer}</p>
      </div>
    );
  }
  if (legs.length === 0) return <Nothing>{w.noReplies}</Nothing>;
  return (
    <>
      {legs.map((leg) => (
        <div key={leg.id}>
          <h3>{leg.org.name}</h3>
          {leg.replies.toReversed().map((reply) => (
            <div key={reply.version} className="stack" style={{ marginBottom: 16 }}>
              <div className="row">
                <span className="second">
                  {fill(w.version, { n: reply.version, by: reply.by, time: time(reply.at) })}
                </span>
                <Tag>{w.verdicts[reply.verdict]}</Tag>
                {reply.reason && <span>{reply.reason}</span>}
              </div>
              <div className="reply">
                <div className="small">{w.publicReply}</div>
                <ReplyWords kase={kase} reply={reply} />
              </div>
              {reply.internalOpinion && (
                <div className="opinion">
                  <div className="small">{w.internalOpinion}</div>
                  <div className="words">{reply.internalOpinion}</div>
                </div>
              )}
              {reply.advisesWithholding && <p>{fill(w.advised, { reason: reply.adviceReason })}</p>}
            </div>
          ))}
        </div>
      ))}
    </>
  );
}

function Legs({ kase }: { readonly kase: CaseDetail }) {
  return (
    <ul className="steps">
      {kase.legs.map((leg) => (
        <li key={leg.id}>
          <div className="row">
            <b>{leg.org.name}</b>
            <Tag>{leg.role === "lead" ? w.lead : w.assist}</Tag>
            <Tag color="#0a4fa3">{common.legStages[leg.stage]}</Tag>
            {leg.overdue && (
              <Tag color="#b3261e">{common.breachKinds[leg.overdue as keyof typeof common.breachKinds]}</Tag>
            )}
          </div>
          <div className="small">{fill(w.sentBy, { org: leg.sender.name, time: time(leg.openedAt) })}</div>
          {leg.note && <div>{fill(w.note, { note: leg.note })}</div>}
          {leg.responsible.length > 0 && (
            <div className="small">
              {w.responsible}：{leg.responsible.map((r) => `${r.name}（${common.posts[r.post as Post]}）`).join("、")}
            </div>
          )}
          {leg.returnRequest && (
            <div>
              {fill(w.returnAsked, { org: leg.returnRequest.suggested.name, reason: leg.returnRequest.reason })}
            </div>
          )}
          {leg.inputs.map((input) => (
            <div key={`${input.at}${input.asked ?? ""}`}>
              {input.asked
                ? fill(w.asked, {
                    time: time(input.at),
                    by: input.by && shortDate(input.by as PlainDate),
                    text: input.asked,
                  })
                : fill(w.given, { time: time(input.at), text: input.given })}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Messages({ kase }: { readonly kase: CaseDetail }) {
  if (kase.messages.length === 0) return <Nothing>{zh.app.empty}</Nothing>;
  return (
    <ul className="steps">
      {kase.messages.map((m) => (
        <li key={m.id}>
          <div className="row">
            <Tag>{common.channels[m.channel]}</Tag>
            <span>{m.recipient}</span>
            <b>{w.messageStates[m.state as keyof typeof w.messageStates]}</b>
            <span className="small">{time(m.createdAt)}</span>
          </div>
          <div className="words" style={{ fontSize: 14 }}>
            {m.body}
          </div>
          {m.attempts.map((a) => (
            <div key={a.at} className="small">
              {time(a.at)} {attemptText(a)}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Related({ kase }: { readonly kase: CaseDetail }) {
  const query = useQuery({
    queryKey: ["related", kase.id],
    queryFn: () => call(routes.cases.related, { params: { id: kase.id } }),
  });
  const linkAct = kase.acts.find((act) => act.act === "linkRepeat" && act.closed === null);
  const mayLink = linkAct !== undefined && kase.repeats.chain.length === 0;
  const link = useAct("linkRepeat", {
    kase,
    act: linkAct ?? { act: "linkRepeat", legId: null, org: null, closed: null },
    onClose: () => undefined,
  });
  const list = (title: string, rows: readonly CaseRow[]) =>
    rows.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul className="steps">
          {rows.map((row) => (
            <li key={row.id}>
              <Link to="/cases/$id" params={{ id: row.id }}>
                {row.number}
              </Link>{" "}
              {row.title} <span className="small">{common.caseStages[row.stage]}</span>{" "}
              {mayLink && (
                <Button size="small" loading={link.isPending} onClick={() => link.mutate({ previous: row.id })}>
                  {w.link}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </>
    );
  const chain = kase.repeats.chain;
  const nothing = chain.length === 0 && query.data?.samePerson.length === 0 && query.data.similar.length === 0;
  return (
    <Loaded query={query}>
      {chain.length > 0 && (
        <>
          <h3>{fill(w.chain, { n: kase.repeats.timelyReplies })}</h3>
          <ul className="steps">
            {chain.map((row) => (
              <li key={row.id}>
                <Link to="/cases/$id" params={{ id: row.id }}>
                  {row.number}
                </Link>{" "}
                {row.title} <span className="small">{common.caseStages[row.stage]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <ErrorBox error={link.error} />
      {list(w.samePerson, query.data?.samePerson ?? [])}
      {list(w.similar, query.data?.similar ?? [])}
      {nothing && <Nothing>{w.noRelated}</Nothing>}
    </Loaded>
  );
}

function Reads({ kase }: { readonly kase: CaseDetail }) {
  if (kase.reads.length === 0) return <Nothing>{w.noReads}</Nothing>;
  return (
    <Table
      size="small"
      rowKey="at"
      pagination={false}
      dataSource={kase.reads}
      columns={[
        { title: w.readAt, render: (_, row) => time(row.at) },
        { title: w.readBy, render: (_, row) => row.who },
        { title: w.readWhat, render: (_, row) => w.reads[row.what as keyof typeof w.reads] ?? row.what },
        { title: zh.acts.reason, render: (_, row) => row.reason },
      ]}
    />
  );
}

const pages: Readonly<Record<TabKey, (props: { readonly kase: CaseDetail }) => React.ReactNode>> = {
  timeline: Timeline,
  reply: Replies,
  joint: Legs,
  messages: Messages,
  related: Related,
  reads: Reads,
};
