import type { TableColumnsType } from "antd";
import type { AppraisalLine } from "../../contract/trust/retention.ts";
import { dayOf, type Instant, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { longDate, shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { retentionWords as w } from "../words/retention.ts";

const received = (line: AppraisalLine) => dayOf(line.receivedAt as Instant);
const kind = ({ subject, stage }: AppraisalLine) => `${common.subjects[subject]}，${common.caseStages[stage]}`;

/** Why a case is held back, by the system and by people. */
function held({ because, heldWhy, state }: AppraisalLine): string {
  if (state === "erased") return "";
  return [...because.map((code) => w.because[code]), ...(heldWhy === null ? [] : [heldWhy])].join("；");
}

function proposed({ proposal, proposedBy, proposedAt, reason }: AppraisalLine): string {
  if (proposal === null || proposedAt === null) return "";
  return fill(w.proposed, {
    what: w.proposals[proposal],
    name: proposedBy,
    time: shortTime(proposedAt as Instant),
    reason,
  });
}

function decided({ decidedBy, decidedAt, decision }: AppraisalLine): string {
  if (decidedAt === null) return "";
  return fill(w.decided, { name: decidedBy, time: shortTime(decidedAt as Instant), reason: decision });
}

export const columns: TableColumnsType<AppraisalLine> = [
  { title: w.number, key: "number", width: 190, render: (_, line) => line.number },
  { title: w.received, key: "received", width: 160, render: (_, line) => longDate(received(line)) },
  { title: w.kind, key: "kind", render: (_, line) => kind(line) },
  { title: w.basis, key: "basis", render: (_, line) => line.basis },
  {
    title: w.due,
    key: "due",
    width: 160,
    render: (_, line) => (line.dueOn === null ? w.noDue : longDate(line.dueOn as PlainDate)),
  },
  { title: w.state, key: "state", width: 320, render: (_, line) => <State line={line} /> },
];

function State({ line }: { readonly line: AppraisalLine }) {
  const why = held(line);
  return (
    <>
      <div>{w.states[line.state]}</div>
      {why && <div>{fill(w.held, { why })}</div>}
      {[proposed(line), decided(line)].filter(Boolean).map((text) => (
        <div key={text} className="small">
          {text}
        </div>
      ))}
    </>
  );
}
