import { Button } from "antd";
import { useState } from "react";
import type { PeriodicDecision } from "../../contract/periodic.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { longDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { DayInput } from "../kit/day-input.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { type Mark, MarkShape } from "../kit/marks.tsx";
import { useWrite } from "../kit/use-write.ts";
import { useToday } from "../shell/session.ts";
import { periodicWords as w } from "../words/periodic.ts";

interface Props {
  readonly rows: readonly PeriodicDecision[];
  readonly mayDo: boolean;
}

/** What was decided, what is open of it first, and a press that writes down that it was done. */
export function FollowUp({ rows, mayDo }: Props) {
  const [settling, setSettling] = useState<PeriodicDecision | null>(null);
  if (rows.length === 0) return null;
  const open = rows.filter(({ done }) => done === null).toSorted((a, b) => a.until.localeCompare(b.until));
  const sorted = [...open, ...rows.filter(({ done }) => done !== null)];
  return (
    <section className="panel stack" aria-label={w.followUp}>
      <h2>{w.followUp}</h2>
      <div className="scroll">
        <table className="plain stacks">
          <thead>
            <tr>
              {[w.decisionWhat, w.decisionWho, w.decisionUntil, w.decisionState, w.decisionFrom].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.what}</th>
                <td data-label={w.decisionWho}>{row.org}</td>
                <td data-label={w.decisionUntil}>{longDate(row.until as PlainDate)}</td>
                <td data-label={w.decisionState}>
                  <State row={row} />{" "}
                  {mayDo && row.done === null && (
                    <Button
                      size="small"
                      aria-label={fill(w.settleOf, { what: row.what })}
                      onClick={() => setSettling(row)}
                    >
                      {w.settle}
                    </Button>
                  )}
                </td>
                <td data-label={w.decisionFrom}>
                  {row.title} <span className="small">{longDate(row.heldOn as PlainDate)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {settling && <SettleDialog row={settling} onClose={() => setSettling(null)} />}
    </section>
  );
}

function State({ row: { done, until } }: { readonly row: PeriodicDecision }) {
  const today = useToday();
  const mark: Mark = done ? "done" : until < today ? "over" : until === today ? "today" : "fine";
  const words = done
    ? fill(w.decisionDone, { ...done, on: longDate(done.on as PlainDate) })
    : until < today
      ? w.decisionLate
      : w.decisionOpen;
  return (
    <>
      <MarkShape mark={mark} /> {words}
    </>
  );
}

function SettleDialog({ row, onClose }: { readonly row: PeriodicDecision; readonly onClose: () => void }) {
  const today = useToday();
  const [on, setOn] = useState<string>(today);
  const [note, setNote] = useState("");
  const write = useWrite(routes.periodic.settle, {
    refresh: ["periodic", "periodic-material"],
    said: w.settled,
    onDone: onClose,
  });
  return (
    <Dialog
      title={fill(w.settleOf, { what: row.what })}
      button={w.settle}
      onClose={onClose}
      busy={write.isPending}
      error={write.error}
      disabled={note.trim() === "" || [...note].length > 500}
      onSubmit={() => write.mutate({ params: { id: row.id }, body: { on, note: note.trim() } })}
    >
      <Line label={w.settleOn}>
        <DayInput value={on} min={row.heldOn} max={today} onChange={(day) => day && setOn(day)} />
      </Line>
      <Line label={w.settleNote}>
        <Counted value={note} most={500} rows={2} onChange={setNote} />
      </Line>
    </Dialog>
  );
}
