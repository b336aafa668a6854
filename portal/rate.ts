import { perMille, type Rate } from "../domain/accountability/rates.ts";

/** 「92.4%」; 「—」 when nothing was counted. */
export function percentage(rate: Rate): string {
  const value = perMille(rate);
  return value === null ? "—" : `${(value / 10).toFixed(1)}%`;
}
