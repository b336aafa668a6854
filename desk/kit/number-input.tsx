import { InputNumber } from "antd";
import { useState } from "react";
import { fill } from "../../domain/words/fill.ts";
import { zh } from "../words/zh.ts";

const w = zh.input;

interface Props {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Numbers out of bounds are not passed on: a list is asked for by every key. */
  readonly live?: boolean;
}

/** A whole number. One that is out of bounds stays as typed and is said to be so; it is never turned into another. */
export function NumberInput({ value, onChange, min, max, live = false }: Props) {
  const [typed, setTyped] = useState(value);
  const shown = live ? typed : value;
  const complaint = outside(shown, min, max);
  return (
    <span className="typed">
      <InputNumber
        value={shown}
        precision={0}
        status={complaint ? "error" : ""}
        aria-invalid={complaint !== null}
        onChange={(given) => {
          const next = given === null ? null : Number(given);
          setTyped(next);
          if (!live || outside(next, min, max) === null) onChange(next);
        }}
      />
      {complaint && (
        <span className="field-error" role="alert">
          {complaint}
        </span>
      )}
    </span>
  );
}

function outside(value: number | null, min: number | undefined, max: number | undefined): string | null {
  if (value === null) return null;
  if (min !== undefined && value < min) return fill(w.atLeast, { n: min, given: value });
  return max !== undefined && value > max ? fill(w.atMost, { n: max, given: value }) : null;
}
