import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import type { CaseRow } from "../../contract/case/case-row.ts";
import type { Replies } from "../../contract/route.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { escalationWords as w } from "../words/oversight.ts";

type Addressee = Replies<typeof routes.escalations.list>["addressees"][number];
type Chosen = Pick<CaseRow, "id" | "number" | "title">;

interface Props {
  readonly addressees: readonly Addressee[];
  /** A case that the document starts with. */
  readonly first: string | null;
  readonly onClose: () => void;
}

/** Writes the document: which cases, what they are about, to whom and with a copy to whom. */
export function SendDialog({ addressees, first, onClose }: Props) {
  const [title, setTitle] = useState("");
  const [summary, setSummary] = useState("");
  const [added, setAdded] = useState<readonly Chosen[]>([]);
  const [number, setNumber] = useState("");
  const [unknown, setUnknown] = useState(false);
  const people = addressees.map((a) => ({
    value: `${a.orgId} ${a.personId}`,
    label: `${a.org} ${a.name}（${a.post}）`,
  }));
  const [to, setTo] = useState<string | null>(null);
  const [copyTo, setCopyTo] = useState<string | null>(null);
  const opened = useQuery({
    queryKey: ["case", first],
    queryFn: () => call(routes.cases.open, { params: { id: first ?? "" } }),
    enabled: first !== null,
  });
  const cases = opened.data ? [opened.data, ...added] : added;
  const run = useWrite(routes.escalations.send, {
    refresh: ["escalations", "case", "work"],
    said: (reply) => fill(w.sent, { number: reply.number }),
    onDone: onClose,
  });
  const add = async () => {
    const found = (await call(routes.cases.list, { query: { q: number } })).rows.filter((r) =>
      r.number.endsWith(number),
    );
    setUnknown(found.length === 0);
    if (found.length === 0) return;
    setAdded([...added, ...found.filter((row) => !cases.some((c) => c.id === row.id))]);
    setNumber("");
  };
  const person = (value: string | null) => {
    const [orgId = "", personId = ""] = (value ?? "").split(" ");
    return { orgId, personId };
  };
  return (
    <Dialog
      title={w.sendTitle}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      disabled={!to || !copyTo || cases.length === 0}
      onSubmit={() =>
        run.mutate({
          body: { title, summary, cases: cases.map((c) => c.id), to: person(to), copyTo: person(copyTo) },
        })
      }
    >
      <p className="second">{w.basis}</p>
      <Line label={w.cases}>
        <ul className="steps">
          {cases.map((kase) => (
            <li key={kase.id}>
              <span className="num">{kase.number}</span> {kase.title}
            </li>
          ))}
        </ul>
      </Line>
      <div className="row">
        <Input
          style={{ width: 280 }}
          aria-label={w.casesHint}
          placeholder={w.casesHint}
          value={number}
          status={unknown ? "error" : ""}
          onChange={({ target }) => setNumber(target.value)}
          onPressEnter={() => void add()}
        />
        <Button onClick={() => void add()}>{w.add}</Button>
        {unknown && <span role="alert">{w.notFound}</span>}
      </div>
      <Line label={w.subject}>
        <Counted most={80} value={title} onChange={setTitle} />
      </Line>
      <Line label={w.summary}>
        <Counted most={5000} rows={5} value={summary} onChange={setSummary} />
      </Line>
      <div className="grid2">
        <Line label={w.to}>
          <Select value={to} onChange={setTo} options={people} />
        </Line>
        <Line label={w.copyTo}>
          <Select value={copyTo} onChange={setCopyTo} options={people} />
        </Line>
      </div>
    </Dialog>
  );
}
