import { useQuery } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { useState } from "react";
import type { Replies } from "../../contract/route.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { rowDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { Loaded, Nothing } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { useToday } from "../shell/session.ts";
import { efficiencyWords as w } from "../words/oversight.ts";

type Proposal = Replies<typeof routes.efficiency.proposals>["rows"][number];
type Decision = "decided" | "dismissed";

/** Admonitions that the rules propose; a person decides each. */
export function Proposals() {
  const [deciding, setDeciding] = useState<{ row: Proposal; decision: Decision } | null>(null);
  const list = useQuery({ queryKey: ["proposals"], queryFn: () => call(routes.efficiency.proposals, {}) });
  const rows = list.data?.rows ?? [];
  const today = useToday() as PlainDate;
  return (
    <Loaded query={list}>
      {list.data && rows.length === 0 && <Nothing>{w.noProposals}</Nothing>}
      {rows.map((row) => (
        <section key={row.id} className="panel stack" aria-label={row.org.name}>
          <div className="between">
            <h2>
              {row.org.name} · {common.sanctions[row.sanction as keyof typeof common.sanctions]}{" "}
              <Tag>{w.states[row.state]}</Tag>
            </h2>
            {row.state === "proposed" && (
              <div className="row">
                <Button type="primary" onClick={() => setDeciding({ row, decision: "decided" })}>
                  {w.decide}
                </Button>
                <Button onClick={() => setDeciding({ row, decision: "dismissed" })}>{w.dismiss}</Button>
              </div>
            )}
          </div>
          <p>
            {row.reason} <span className="second">{row.article}</span>
          </p>
          <p className="second">
            {w.days}：{row.days.map((day) => rowDate(day as PlainDate, today)).join("、")}。{w.people}：
            {row.people.map((p) => `${p.name}（${p.post}）`).join("、") || w.gap}
          </p>
          <p className="second">
            {row.ladderPost
              ? fill(w.ladder, { n: row.admonitions, post: row.ladderPost })
              : fill(w.ladderSilent, { n: row.admonitions })}
          </p>
          {row.note && (
            <p>
              {row.decidedBy}：{row.note}
            </p>
          )}
        </section>
      ))}
      {deciding && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </Loaded>
  );
}

interface DecideProps {
  readonly row: Proposal;
  readonly decision: Decision;
  readonly onClose: () => void;
}

function DecideDialog({ row, decision, onClose }: DecideProps) {
  const [note, setNote] = useState("");
  const run = useWrite(routes.efficiency.decideProposal, { refresh: ["proposals"], said: w.decided, onDone: onClose });
  const button = decision === "decided" ? w.decide : w.dismiss;
  return (
    <Dialog
      title={`${button} · ${row.org.name}`}
      button={button}
      danger={decision === "decided"}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({ params: { id: row.id }, body: { decision, note } })}
    >
      <p>{row.reason}</p>
      <Line label={w.reason}>
        <Counted autoFocus most={500} rows={4} value={note} onChange={setNote} />
      </Line>
    </Dialog>
  );
}
