/** One column: its height, how much of it is filled, and what stands below. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly of: number;
  readonly met: number;
}

interface Props {
  readonly title: string;
  /** What a screen reader is told instead of the picture; the table beside it holds every number. */
  readonly summary: string;
  readonly columns: readonly Column[];
}

const height = 180;
const top = 20;
const bottom = top + height + 28;
const step = 56;
const column = 26;
const left = 40;
const namesAtMost = 40;

/** Columns over time: the outline is the whole, the filled part what reached it; the number stands on top. */
export function ColumnChart({ title, summary, columns }: Props) {
  const most = Math.max(1, ...columns.map((c) => c.of));
  const width = left + Math.max(columns.length, 4) * step;
  // So many names find room below; between them the order tells.
  const every = Math.ceil(columns.length / namesAtMost);
  const y = (n: number) => top + height - (n * height) / most;
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <svg role="img" aria-label={summary} viewBox={`0 0 ${width} ${bottom}`} width={width} focusable="false">
        <text className="axis" x={left - 6} y={y(most) + 4} textAnchor="end">
          {most}
        </text>
        <text className="axis" x={left - 6} y={y(0) + 4} textAnchor="end">
          0
        </text>
        <line className="axis" x1={left} x2={width} y1={y(0)} y2={y(0)} />
        {columns.map((c, n) => {
          const x = left + n * step + (step - column) / 2;
          return (
            <g key={c.key}>
              <rect className="track" x={x} y={y(c.of)} width={column} height={y(0) - y(c.of)} />
              <rect className="fill" x={x} y={y(c.met)} width={column} height={y(0) - y(c.met)} />
              {c.of > 0 && (
                <text className="value" x={x + column / 2} y={y(c.of) - 5} textAnchor="middle">
                  {c.met === c.of ? c.of : `${c.met}/${c.of}`}
                </text>
              )}
              {n % every === 0 && (
                <text className="axis" x={x + column / 2} y={y(0) + 18} textAnchor="middle">
                  {c.label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
