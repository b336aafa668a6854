import { Button } from "antd";
import { fill } from "../../../../domain/words/fill.ts";
import { Counted } from "../../../kit/counted.tsx";
import { DayInput } from "../../../kit/day-input.tsx";
import { useToday } from "../../../shell/session.ts";
import { zh } from "../../../words/zh.ts";

const w = zh.acts;

export interface Promising {
  readonly what: string;
  readonly who: string;
  readonly by: string;
}

interface Props {
  readonly unit: string;
  readonly value: readonly Promising[];
  readonly onChange: (value: readonly Promising[]) => void;
}

/** What will still be done, by whom, until which day: one row for each. */
export function PromisesEditor({ unit, value, onChange }: Props) {
  const today = useToday();
  const set = (n: number, part: Partial<Promising>) =>
    onChange(value.map((row, i) => (i === n ? { ...row, ...part } : row)));
  return (
    <div role="group" aria-label={w.promises}>
      <b>{w.promises}</b> <span className="small">{w.promisesHint}</span>
      {value.map((row, n) => (
        // biome-ignore lint: rows have no id of their own before they are sent
        <div className="row" key={n}>
          <div style={{ flex: 2 }}>
            <Counted
              most={200}
              label={fill(w.promiseWhat, { n: n + 1 })}
              placeholder={fill(w.promiseWhat, { n: n + 1 })}
              value={row.what}
              onChange={(what) => set(n, { what })}
            />
          </div>
          <div style={{ flex: 1 }}>
            <Counted
              most={60}
              label={fill(w.promiseWho, { n: n + 1 })}
              placeholder={fill(w.promiseWho, { n: n + 1 })}
              value={row.who}
              onChange={(who) => set(n, { who })}
            />
          </div>
          <DayInput
            min={today}
            value={row.by}
            clearable
            label={fill(w.promiseBy, { n: n + 1 })}
            onChange={(by) => set(n, { by })}
          />
          <button type="button" className="link" onClick={() => onChange(value.filter((_, i) => i !== n))}>
            {w.removeRow}
          </button>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...value, { what: "", who: unit, by: "" }])}>
          {w.addPromise}
        </Button>
      </div>
    </div>
  );
}

/** The rows that say all three things; an empty row is none. */
export function promised(rows: readonly Promising[]): readonly Promising[] {
  return rows.filter(({ what, who, by }) => what.trim() && who.trim() && by);
}

/** Whether a row is begun and not finished. */
export function halfPromised(rows: readonly Promising[]): boolean {
  return rows.some((row) => row.what.trim() !== "" && promised([row]).length === 0);
}
