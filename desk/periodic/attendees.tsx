import { Checkbox } from "antd";
import type { PeriodicWorkLine } from "../../contract/periodic.ts";
import { fill } from "../../domain/words/fill.ts";
import { Line } from "../kit/dialog.tsx";
import { periodicWords as w } from "../words/periodic.ts";

interface Props {
  readonly work: PeriodicWorkLine;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** The bodies that took part; a kind of which the area has none is said, not asked. */
export function Attendees({ work, value, onChange }: Props) {
  if (work.with.length === 0) return null;
  const bodies = work.with.flatMap((kind) => kind.bodies);
  const absent = work.with.filter((kind) => kind.bodies.length === 0);
  return (
    <>
      <Line label={w.attendees[work.what]}>
        <Checkbox.Group
          value={[...value]}
          onChange={onChange}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Line>
      {absent.map(({ kind }) => (
        <p key={kind} className="small">
          {fill(w.noBody, { kind })}
        </p>
      ))}
    </>
  );
}
