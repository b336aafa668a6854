import { percentage, type Rate } from "../../domain/accountability/rates.ts";

/** A rate never stands without its fraction: 「92.4%（183/198）」; 「—」 where nothing was counted. */
export function rateText(rate: Rate): string {
  return rate.of === 0 ? percentage(rate) : `${percentage(rate)}（${rate.met}/${rate.of}）`;
}

/** The same in a cell; less than all in time is marked by weight, not by colour alone. */
export function RateCell({ rate }: { readonly rate: Rate }) {
  return <span className={rate.met < rate.of ? "num strong" : "num"}>{rateText(rate)}</span>;
}
