import { Input } from "antd";
import { fill } from "../../domain/words/fill.ts";
import { zh } from "../words/zh.ts";

const w = zh.input;

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How many characters the server takes, a rare character counted as one. */
  readonly most: number;
  /** Several lines; one where it is left out. */
  readonly rows?: number;
  readonly autoFocus?: boolean;
  /** The name of a field that stands without a label of its own. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly onFocus?: () => void;
  readonly onPressEnter?: () => void;
}

/** Words of a limited length: what is too long stays as it is, and how much too long is said. */
export function Counted({ value, onChange, most, rows, label, onPressEnter, ...more }: Props) {
  const over = [...value].length - most;
  const status = over > 0 ? ("error" as const) : ("" as const);
  const field = { value, status, ...more, ...(label === undefined ? {} : { "aria-label": label }) };
  return (
    <span className="typed" style={{ display: "block" }}>
      {rows ? (
        <Input.TextArea
          autoSize={{ minRows: rows, maxRows: Math.max(rows, 12) }}
          {...field}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <Input
          {...field}
          {...(onPressEnter ? { onPressEnter } : {})}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {over > 0 && (
        <span className="field-error" role="alert">
          {fill(w.tooLong, { n: over, most })}
        </span>
      )}
    </span>
  );
}
