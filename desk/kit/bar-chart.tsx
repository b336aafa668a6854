/** One bar: how long it is of the longest, and the value in words beside it. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

interface Props {
  readonly title: string;
  /** What a screen reader is told instead of the picture; the table beside it holds every number. */
  readonly summary: string;
  readonly bars: readonly Bar[];
  /** The value that fills the width. */
  readonly most: number;
}

/** Lying bars, one colour, every value written beside its bar: read the same in grey, in print and without colours. */
export function BarChart({ title, summary, bars, most }: Props) {
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <div role="img" aria-label={summary}>
        {bars.map((bar) => (
          <div className="bar" key={bar.key} aria-hidden="true">
            <span className="label">{bar.label}</span>
            <svg viewBox="0 0 100 12" preserveAspectRatio="none" focusable="false">
              <rect className="track" x="0" y="0" width="100" height="12" />
              <rect className="fill" x="0" y="0" width={most > 0 ? (bar.value * 100) / most : 0} height="12" />
            </svg>
            <span className="num">{bar.text}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}
