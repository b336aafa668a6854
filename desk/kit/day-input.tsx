import { DatePicker, Input, Tooltip } from "antd";
import dayjs from "dayjs";
import { useRef, useState } from "react";
import { fill } from "../../domain/words/fill.ts";
import { zh } from "../words/zh.ts";
import { readDay, readMoment } from "./read-day.ts";

const w = zh.input;

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

/** A civil day, typed or picked. What is typed stays as it was typed until it is a day; what is none is said so. */
export function DayInput({ value, onChange, min, max, clearable = false, label }: Props) {
  const wrong = (typed: string) => {
    if (typed.trim() === "") return clearable ? null : w.dayMissing;
    const day = readDay(typed);
    if (day === null) return w.notADay;
    if (min && day < min) return fill(w.notBefore, { day: min });
    return max && day > max ? fill(w.notAfter, { day: max }) : null;
  };
  return (
    <Typed
      value={value}
      read={(typed) => (typed.trim() === "" ? (clearable ? "" : null) : readDay(typed))}
      wrong={wrong}
      onChange={onChange}
      label={label}
      width={150}
      picker={(close) => (
        <DatePicker
          open
          value={readDay(value) ? dayjs(value) : null}
          onChange={(day) => {
            onChange(day ? day.format("YYYY-MM-DD") : "");
            close();
          }}
          onOpenChange={(open) => !open && close()}
          {...(min ? { minDate: dayjs(min) } : {})}
          {...(max ? { maxDate: dayjs(max) } : {})}
        />
      )}
    />
  );
}

interface MomentProps {
  /** `2026-03-05T09:30` in China, or empty for now. */
  readonly value: string;
  readonly onChange: (moment: string) => void;
  readonly placeholder: string;
}

/** A day and a time of day, not later than now. */
export function MomentInput({ value, onChange, placeholder }: MomentProps) {
  const wrong = (typed: string) => {
    if (typed.trim() === "") return null;
    const moment = readMoment(typed);
    if (moment === null) return w.notAMoment;
    return dayjs(moment).isAfter(dayjs()) ? w.notYet : null;
  };
  return (
    <Typed
      value={value.replace("T", " ")}
      read={(typed) => (typed.trim() === "" ? "" : readMoment(typed))}
      wrong={wrong}
      onChange={onChange}
      placeholder={placeholder}
      width="100%"
      picker={(close) => (
        <DatePicker
          open
          showTime={{ format: "HH:mm" }}
          value={value ? dayjs(value) : null}
          onChange={(moment) => onChange(moment ? moment.format("YYYY-MM-DDTHH:mm") : "")}
          onOpenChange={(open) => !open && close()}
          maxDate={dayjs()}
        />
      )}
    />
  );
}

interface TypedProps {
  readonly value: string;
  /** What was typed as it is kept; null for what cannot be read. */
  readonly read: (typed: string) => string | null;
  /** Why what was typed cannot be taken; null where it can. */
  readonly wrong: (typed: string) => string | null;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly label?: string | undefined;
  readonly width: number | string;
  readonly picker: (close: () => void) => React.ReactNode;
}

function Typed({ value, read, wrong, onChange, placeholder, label, width, picker }: TypedProps) {
  const [typing, setTyping] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const entered = useRef(false);
  const shown = typing ?? value;
  const complaint = typing === null || typing === value ? null : wrong(typing);
  const commit = () => {
    if (typing === null) return;
    const kept = read(typing);
    if (kept !== null) onChange(kept);
    if (wrong(typing) === null) setTyping(null);
  };
  return (
    <span className="typed" style={{ width }}>
      <Input
        value={shown}
        placeholder={placeholder ?? w.dayHint}
        status={complaint && !picking ? "error" : ""}
        {...(label ? { "aria-label": label } : {})}
        aria-invalid={complaint !== null}
        onFocus={({ target }) => {
          entered.current = true;
          target.select();
        }}
        onClick={({ currentTarget }) => {
          // The press that brings the focus would put the caret into the middle of the old day.
          if (entered.current) currentTarget.select();
          entered.current = false;
        }}
        onChange={({ target }) => {
          setTyping(target.value);
          const kept = read(target.value);
          if (kept && wrong(target.value) === null) onChange(kept);
        }}
        onBlur={commit}
        onPressEnter={commit}
        suffix={
          <Tooltip title={w.pick}>
            <button
              type="button"
              tabIndex={-1}
              className="link"
              aria-hidden="true"
              onClick={() => setPicking(!picking)}
            >
              <svg viewBox="0 0 10 6" width="10" height="6">
                <path d="M0 0h10L5 6z" fill="currentColor" />
              </svg>
            </button>
          </Tooltip>
        }
      />
      {picking && (
        <span className="picker-below">
          {picker(() => {
            setPicking(false);
            setTyping(null);
          })}
        </span>
      )}
      {complaint && (
        <span className="field-error" role="alert">
          {complaint}
        </span>
      )}
    </span>
  );
}
