import { percentage, type Rate } from "../../domain/accountability/rates.ts";

/** A rate never stands without its fraction: 「92.4%（183/198）」; 「—」 where nothing was counted. */
export function rateText(rate: Rate): string {
  return rate.of === 0 ? percentage(rate) : `${percentage(rate)}（${rate.met}/${rate.of}）`;
}

/** The same in a cell; less than all in time is marked by weight, not by colour alone. */
export function RateCell({ rate }: { readonly rate: Rate }) {
  return <span className={rate.met < rate.of ? "num strong" : "num"}>{rateText(rate)}</span>;
}

interface LinkProps {
  readonly rate: Rate;
  /** What the rate is of, for whoever hears the page. */
  readonly label: string;
  readonly onOpen: () => void;
}

/** A rate that opens the cases it is made of. */
export function RateLink({ rate, label, onOpen }: LinkProps) {
  if (rate.of === 0) return <RateCell rate={rate} />;
  return (
    <button
      type="button"
      className={rate.met < rate.of ? "link num rate strong" : "link num rate"}
      aria-label={`${label} ${rateText(rate)}`}
      onClick={onOpen}
    >
      <span>{percentage(rate)}</span>（
      <span>
        {rate.met}/{rate.of}
      </span>
      ）
    </button>
  );
}
