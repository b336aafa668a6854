import { addDays, parsePlainDate, type PlainDate } from "../../domain/calendar/plain-date.ts";

/** Days by date with the name of the holiday, or the first line that cannot be read. */
export type ReadLines = { readonly days: Readonly<Record<string, string>> } | { readonly badLine: number };

const lineShape = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:至|~|—|-)\s*(\d{4}-\d{2}-\d{2}))?\s+(\S.*)$/;
const longest = 40;

/** The same lines from days that are loaded: a stretch of one holiday is one line. */
export function writeCalendarLines(days: Readonly<Record<string, string>>): string {
  const stretches: { from: PlainDate; to: PlainDate; name: string }[] = [];
  for (const [day, name] of Object.entries(days).toSorted(([a], [b]) => a.localeCompare(b))) {
    const last = stretches.at(-1);
    if (last?.name === name && addDays(last.to, 1) === day) last.to = day as PlainDate;
    else stretches.push({ from: day as PlainDate, to: day as PlainDate, name });
  }
  return stretches.map(({ from, to, name }) => `${from === to ? from : `${from} 至 ${to}`} ${name}`).join("\n");
}

/** Reads what people type: one line a stretch of days, `2027-01-01 至 2027-01-03 元旦`, or a single day. */
export function readCalendarLines(text: string): ReadLines {
  const days: Record<string, string> = {};
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const match = lineShape.exec(line.trim());
    const from = match?.[1] ? parsePlainDate(match[1]) : null;
    const to = match?.[2] ? parsePlainDate(match[2]) : from;
    if (!match || !from || !to || to < from || addDays(from, longest) < to) return { badLine: index + 1 };
    for (let day: PlainDate = from; day <= to; day = addDays(day, 1)) days[day] = match[3] ?? "";
  }
  return { days };
}
