import { Button } from "antd";
import { DayInput } from "./day-input.tsx";
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
        <DayInput max={value.to} value={value.from} onChange={(day) => day && onChange({ ...value, from: day })} />
      </label>
      <label>
        {zh.search.to}{" "}
        <DayInput min={value.from} value={value.to} onChange={(day) => day && onChange({ ...value, to: day })} />
      </label>
      <Button onClick={() => onChange(monthBefore(value))}>{zh.app.monthBefore}</Button>
    </div>
  );
}
