import { zh } from "../../../words/zh.ts";
import { Input, Radio, Tag } from "antd";
import { fill } from "../../../../domain/words/fill.ts";
import { Line } from "../../../kit/dialog.tsx";
import { useOrgs } from "../../../office/org-tree.tsx";

const w = zh.acts;

export interface Part {
  readonly matterId: string | null;
  readonly title: string;
  readonly lead: string | null;
  readonly assistants: readonly string[];
  readonly note: string;
}

export const emptyPart: Part = { matterId: null, title: "", lead: null, assistants: [], note: "" };

interface PartProps {
  readonly part: Part;
  readonly n: number | null;
  readonly active: boolean;
  readonly onActivate: () => void;
  readonly onChange: (part: Partial<Part>) => void;
}

export function PartFields({ part, n, active, onActivate, onChange }: PartProps) {
  const orgs = useOrgs();
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
            <Input
              value={part.title}
              maxLength={60}
              onFocus={onActivate}
              onChange={({ target }) => onChange({ title: target.value })}
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
        <Input value={part.note} maxLength={500} onChange={({ target }) => onChange({ note: target.value })} />
      </Line>
    </fieldset>
  );
}
