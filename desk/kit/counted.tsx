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
  readonly onFocus?: () => void;
}

/** Words of a limited length: what is too long stays as it is, and how much too long is said. */
export function Counted({ value, onChange, most, rows, onFocus }: Props) {
  const over = [...value].length - most;
  const status = over > 0 ? ("error" as const) : ("" as const);
  return (
    <span className="typed" style={{ display: "block" }}>
      {rows ? (
        <Input.TextArea
          autoSize={{ minRows: rows, maxRows: Math.max(rows, 12) }}
          value={value}
          status={status}
          {...(onFocus ? { onFocus } : {})}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <Input
          value={value}
          status={status}
          {...(onFocus ? { onFocus } : {})}
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
