import { zh } from "../../../words/zh.ts";
import { Radio, Tag } from "antd";
import { fill } from "../../../../domain/words/fill.ts";
import { Counted } from "../../../kit/counted.tsx";
import { DayInput } from "../../../kit/day-input.tsx";
import { useToday } from "../../../shell/session.ts";
import { Line } from "../../../kit/dialog.tsx";
import { useOrgs } from "../../../office/org-tree.tsx";

const w = zh.acts;

export interface Part {
  readonly matterId: string | null;
  readonly title: string;
  readonly lead: string | null;
  readonly assistants: readonly string[];
  readonly note: string;
  /** What of the citizen's words belongs to this part. */
  readonly text: string;
  /** A last day that the sender sets; empty for none. */
  readonly by: string;
}

export const emptyPart: Part = { matterId: null, title: "", lead: null, assistants: [], note: "", text: "", by: "" };

interface PartProps {
  readonly part: Part;
  readonly n: number | null;
  readonly active: boolean;
  readonly takesDay: boolean;
  readonly needsDay: boolean;
  readonly onActivate: () => void;
  readonly onChange: (part: Partial<Part>) => void;
}

export function PartFields({ part, n, active, takesDay, needsDay, onActivate, onChange }: PartProps) {
  const orgs = useOrgs();
  const today = useToday();
  const name = (id: string) => orgs.find((org) => org.id === id)?.shortName ?? id;
  return (
    <fieldset
      className="panel stack"
      style={{ marginBottom: 0, borderColor: active && n !== null ? "#0a4fa3" : undefined }}
    >
      {n !== null && (
        <>
          <Radio checked={active} onChange={onActivate}>
            {fill(w.part, { n })}
          </Radio>
          <Line label={w.partTitle}>
            <Counted most={60} value={part.title} onFocus={onActivate} onChange={(title) => onChange({ title })} />
          </Line>
          <Line label={w.partText}>
            <Counted
              most={5000}
              rows={2}
              value={part.text}
              onFocus={onActivate}
              onChange={(text) => onChange({ text })}
            />
          </Line>
        </>
      )}
      <div>
        {w.leadUnit}：
        {part.lead ? (
          <Tag closable onClose={() => onChange({ lead: null })}>
            {name(part.lead)}
          </Tag>
        ) : (
          <span className="second">{w.pickUnit}</span>
        )}
      </div>
      {part.assistants.length > 0 && (
        <div>
          {w.assistUnits}：
          {part.assistants.map((id) => (
            <Tag key={id} closable onClose={() => onChange({ assistants: part.assistants.filter((a) => a !== id) })}>
              {name(id)}
            </Tag>
          ))}
        </div>
      )}
      <Line label={w.note}>
        <Counted most={500} value={part.note} onChange={(note) => onChange({ note })} />
      </Line>
      {takesDay && (
        <Line label={needsDay ? w.lastDayNeeded : w.lastDay} hint={w.lastDayHint}>
          <DayInput min={today} value={part.by} clearable onChange={(by) => onChange({ by })} />
        </Line>
      )}
    </fieldset>
  );
}
