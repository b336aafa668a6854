import { Button, Select } from "antd";
import { useState } from "react";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { longDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { Counted } from "../kit/counted.tsx";
import { DayInput } from "../kit/day-input.tsx";
import { Line } from "../kit/dialog.tsx";
import { periodicWords as w } from "../words/periodic.ts";

/** Who does what, until when. */
export interface DecisionDraft {
  readonly orgId: string;
  readonly what: string;
  readonly until: string;
}

interface Body {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly bodies: readonly Body[];
  readonly heldOn: string;
  readonly value: readonly DecisionDraft[];
  readonly onChange: (value: readonly DecisionDraft[]) => void;
}

const longestWhat = 500;

/** What was decided, one line each; every line is followed up until somebody writes down that it was done. */
export function DecisionsPart({ bodies, heldOn, value, onChange }: Props) {
  const name = (org: string) => bodies.find(({ id }) => id === org)?.name ?? org;
  return (
    <section className="stack" aria-label={w.decisions}>
      <h3>{w.decisions}</h3>
      <p className="small">{w.decisionHint}</p>
      {value.map((decision, at) => (
        <div key={`${at}/${decision.what}`} className="between">
          <span>
            {fill(w.decisionLine, {
              who: name(decision.orgId),
              what: decision.what,
              until: longDate(decision.until as PlainDate),
            })}
          </span>
          <Button size="small" onClick={() => onChange(value.filter((_, i) => i !== at))}>
            {w.remove}
          </Button>
        </div>
      ))}
      <Adding bodies={bodies} heldOn={heldOn} onAdd={(decision) => onChange([...value, decision])} />
    </section>
  );
}

function Adding({
  bodies,
  heldOn,
  onAdd,
}: Omit<Props, "value" | "onChange"> & { readonly onAdd: (d: DecisionDraft) => void }) {
  const [what, setWhat] = useState("");
  const [orgId, setOrgId] = useState<string | null>(null);
  const [until, setUntil] = useState("");
  const length = [...what.trim()].length;
  const ready = orgId !== null && until !== "" && length > 0 && length <= longestWhat;
  const add = () => {
    if (orgId === null) return;
    onAdd({ orgId, what: what.trim(), until });
    setWhat("");
    setOrgId(null);
    setUntil("");
  };
  return (
    <div className="stack">
      <Line label={w.decisionWhat}>
        <Counted value={what} most={longestWhat} onChange={setWhat} />
      </Line>
      <Line label={w.decisionWho}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          value={orgId}
          onChange={setOrgId}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Line>
      <Line label={w.decisionUntil}>
        <DayInput value={until} min={heldOn} onChange={setUntil} />
      </Line>
      <div>
        <Button disabled={!ready} onClick={add}>
          {w.addDecision}
        </Button>
      </div>
    </div>
  );
}
