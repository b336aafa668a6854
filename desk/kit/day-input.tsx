import { DatePicker } from "antd";
import dayjs from "dayjs";

interface Props {
  /** `2026-03-05`, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** Whether the day may be taken away again. */
  readonly clearable?: boolean;
  readonly label?: string;
}

/** A civil day, typed or picked; written the same way in every browser. */
export function DayInput({ value, onChange, min, max, clearable = false, label }: Props) {
  return (
    <DatePicker
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange(day ? day.format("YYYY-MM-DD") : "")}
      format={{ format: "YYYY-MM-DD", type: "mask" }}
      allowClear={clearable}
      style={{ width: 150 }}
      {...(label ? { "aria-label": label } : {})}
      {...(min ? { minDate: dayjs(min) } : {})}
      {...(max ? { maxDate: dayjs(max) } : {})}
    />
  );
}

interface MomentProps {
  /** `2026-03-05T09:30` in China, or empty for now. */
  readonly value: string;
  readonly onChange: (moment: string) => void;
  readonly placeholder: string;
}

/** A day and a time of day. */
export function MomentInput({ value, onChange, placeholder }: MomentProps) {
  return (
    <DatePicker
      showTime={{ format: "HH:mm" }}
      value={value ? dayjs(value) : null}
      onChange={(moment) => onChange(moment ? moment.format("YYYY-MM-DDTHH:mm") : "")}
      format="YYYY-MM-DD HH:mm"
      placeholder={placeholder}
      maxDate={dayjs()}
      style={{ width: "100%" }}
    />
  );
}
