import { Counted } from "../../kit/counted.tsx";
import { Radio } from "antd";
import { useState } from "react";
import { type PaperRow, serviceModes, serviceResults } from "../../../contract/case/papers.ts";
import { dayOf, type Instant } from "../../../domain/calendar/plain-date.ts";
import { fill } from "../../../domain/words/fill.ts";
import { routes } from "../../api.ts";
import { DayInput } from "../../kit/day-input.tsx";
import { Dialog, Line } from "../../kit/dialog.tsx";
import { useWrite } from "../../kit/use-write.ts";
import { paperWords as w } from "../../words/papers.ts";

interface Props {
  readonly caseId: string;
  readonly today: string;
  readonly paper: PaperRow;
  readonly onClose: () => void;
}

/** To whom a paper went, how, on which day, and what came of it. */
export function ServiceDialog({ caseId, today, paper, onClose }: Props) {
  const [said, setSaid] = useState({
    recipient: "",
    mode: "direct" as (typeof serviceModes)[number],
    onDay: today,
    result: "received" as (typeof serviceResults)[number],
    takenBy: "",
    mailNumber: "",
    note: "",
  });
  const set = (change: Partial<typeof said>) => setSaid({ ...said, ...change });
  const serve = useWrite(routes.papers.serve, { refresh: ["papers", "case"], said: w.served, onDone: onClose });
  const given = (text: string) => (text.trim() === "" ? null : text.trim());
  const submit = () =>
    serve.mutate({
      params: { id: caseId, paperId: paper.id },
      body: { ...said, takenBy: given(said.takenBy), mailNumber: given(said.mailNumber), note: given(said.note) },
    });
  return (
    <Dialog
      title={fill(w.serveTitle, { title: paper.number ?? paper.title })}
      button={w.serve}
      onClose={onClose}
      busy={serve.isPending}
      error={serve.error}
      disabled={said.recipient.trim() === "" || said.onDay === ""}
      onSubmit={submit}
    >
      <Line label={w.recipient}>
        <Counted autoFocus most={60} value={said.recipient} onChange={(recipient) => set({ recipient })} />
      </Line>
      <Line label={w.mode}>
        <Radio.Group
          value={said.mode}
          onChange={({ target }) => set({ mode: target.value })}
          options={serviceModes.map((value) => ({ value, label: w.modes[value] }))}
        />
      </Line>
      <Line label={w.day}>
        <DayInput
          value={said.onDay}
          min={dayOf(paper.madeAt as Instant)}
          max={today}
          onChange={(onDay) => set({ onDay })}
        />
      </Line>
      <Line label={w.result}>
        <Radio.Group
          value={said.result}
          onChange={({ target }) => set({ result: target.value })}
          options={serviceResults.map((value) => ({ value, label: w.results[value] }))}
        />
      </Line>
      <Line label={w.takenBy}>
        <Counted most={60} value={said.takenBy} onChange={(typed) => set({ takenBy: typed })} />
      </Line>
      {said.mode === "post" && (
        <Line label={w.mailNumber}>
          <Counted most={40} value={said.mailNumber} onChange={(typed) => set({ mailNumber: typed })} />
        </Line>
      )}
      <Line label={w.note}>
        <Counted most={300} rows={2} value={said.note} onChange={(typed) => set({ note: typed })} />
      </Line>
    </Dialog>
  );
}
