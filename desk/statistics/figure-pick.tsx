import { Radio, Select } from "antd";
import type { FigureName } from "../../domain/accountability/figures.ts";
import { figureWords } from "../../domain/words/statistics.ts";
import { statisticsWords as w } from "../words/statistics.ts";

/** Numbers or shares: a table holds one kind, so that it fits. */
export type Kind = "volumes" | "shares";

interface Props {
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
  readonly figure: FigureName;
  readonly figures: readonly FigureName[];
  readonly onFigure: (figure: FigureName) => void;
}

/** Which figures the table shows, and which of them the chart. */
export function FigurePick({ kind, onKind, figure, figures, onFigure }: Props) {
  return (
    <div className="row noprint">
      <Radio.Group
        aria-label={w.show}
        optionType="button"
        value={kind}
        onChange={({ target }) => onKind(target.value as Kind)}
        options={[
          { value: "volumes", label: w.volumes },
          { value: "shares", label: w.shares },
        ]}
      />
      <Select<FigureName>
        aria-label={w.figure}
        style={{ minWidth: 160 }}
        value={figure}
        onChange={onFigure}
        options={figures.map((name) => ({ value: name, label: figureWords[name].name }))}
      />
    </div>
  );
}
