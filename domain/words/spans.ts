import { fill } from "./fill.ts";
import { zh } from "./zh.ts";

/** A span in minutes as people say it: days and hours, hours and minutes, or minutes alone. */
export function spanWords(minutes: number): string {
  const w = zh.spans;
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts =
    days > 0
      ? [
          [days, w.days],
          [hours, w.hours],
        ]
      : [
          [hours, w.hours],
          [rest, w.minutes],
        ];
  const said = parts.flatMap(([n, words]) => ((n as number) > 0 ? [fill(words as string, { n })] : []));
  return said.length > 0 ? said.join("") : fill(w.minutes, { n: 0 });
}
