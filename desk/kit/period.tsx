import { Button, Input } from "antd";
import { zh } from "../words/zh.ts";

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The month of a day, up to its last day. */
export function monthOf(day: string): Period {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${day.slice(0, 7)}-01`, to: `${day.slice(0, 7)}-${String(last).padStart(2, "0")}` };
}

/** The month before. */
export function monthBefore(period: Period): Period {
  const [year = 0, month = 1] = period.from.split("-").map(Number);
  const before = month === 1 ? `${year - 1}-12-01` : `${year}-${String(month - 1).padStart(2, "0")}-01`;
  return monthOf(before);
}

interface Props {
  readonly value: Period;
  readonly onChange: (period: Period) => void;
}

/** From when to when; both days count. */
export function PeriodInput({ value, onChange }: Props) {
  return (
    <div className="row">
      <label>
        {zh.search.from}{" "}
        <Input
          type="date"
          style={{ width: 150 }}
          value={value.from}
          max={value.to}
          onChange={({ target }) => target.value && onChange({ ...value, from: target.value })}
        />
      </label>
      <label>
        {zh.search.to}{" "}
        <Input
          type="date"
          style={{ width: 150 }}
          value={value.to}
          min={value.from}
          onChange={({ target }) => target.value && onChange({ ...value, to: target.value })}
        />
      </label>
      <Button onClick={() => onChange(monthBefore(value))}>{zh.app.monthBefore}</Button>
    </div>
  );
}
