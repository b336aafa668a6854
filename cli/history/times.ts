import {
  addDays,
  dayOf,
  type Instant,
  instant,
  parsePlainDate,
  type PlainDate,
} from "../../domain/calendar/plain-date.ts";

/** When something happened, as an old system wrote it down. */
export interface OldTime {
  readonly at: Instant;
  readonly day: PlainDate;
  /** No time of day was given. */
  readonly dayOnly: boolean;
}

const serialZero = "1899-12-30" as PlainDate;
const serialRange = { from: 20_000, to: 80_000 } as const;
const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT]+(\d{1,2})[:时](\d{1,2})分?(?::?(\d{1,2})(?:\.\d+)?秒?)?)?$/;

/**
 * Reads the shapes that real files hold: `2019/2/28 11:25:05`, with any number of blanks, `2019-4-25`, `2019年2月28日`,
 * spreadsheet serial numbers, ISO instants. Without an offset it is the time in China. Null for anything else.
 */
export function readTime(value: unknown): OldTime | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : readTime(value.toISOString().slice(0, 19));
  if (typeof value === "number") return fromSerial(value);
  if (typeof value !== "string") return null;
  const text = value.normalize("NFKC").trim().replace(/\s+/g, " ");
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text));
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text)) return fromInstant(text);
  const match = written.exec(text);
  if (!match) return null;
  const [, year, month = "", day = "", hour, minute, second] = match;
  const date = parsePlainDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  if (!date) return null;
  if (hour === undefined) return { at: inChina(date, 0), day: date, dayOnly: true };
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0);
  const real = Number(hour) < 24 && Number(minute) < 60 && Number(second ?? 0) < 60;
  return real ? { at: inChina(date, seconds), day: date, dayOnly: false } : null;
}

function fromSerial(serial: number): OldTime | null {
  if (!(serial >= serialRange.from && serial < serialRange.to)) return null;
  const whole = Math.floor(serial);
  const seconds = Math.round((serial - whole) * 86_400);
  const day = addDays(serialZero, whole);
  return { at: inChina(day, seconds), day: seconds === 86_400 ? addDays(day, 1) : day, dayOnly: seconds === 0 };
}

function fromInstant(text: string): OldTime | null {
  const millis = Date.parse(text);
  if (Number.isNaN(millis)) return null;
  const at = instant(new Date(millis).toISOString());
  return { at, day: dayOf(at), dayOnly: false };
}

function inChina(day: PlainDate, seconds: number): Instant {
  return instant(new Date(Date.parse(`${day}T00:00:00+08:00`) + seconds * 1000).toISOString());
}
