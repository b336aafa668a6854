import {
  addDays,
  dayOf,
  type Instant,
  instant,
  parsePlainDate,
  type PlainDate,
} from "../../domain/calendar/plain-date.ts";
import { inDigits } from "./spelt-times.ts";

/** When something happened, as an old system wrote it down. */
export interface OldTime {
  readonly at: Instant;
  readonly day: PlainDate;
  /** No time of day was given. */
  readonly dayOnly: boolean;
}

const serialZero = "1899-12-30" as PlainDate;
const serialRange = { from: 20_000, to: 80_000 } as const;
const datePart = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?/;
const closeDate = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;
const weekday = /^[\s,]*\(?(?:周|星期|礼拜)[一二三四五六日天]\)?/;
const timePart =
  /^(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|am|pm)?\s{0,4}(\d{1,2})\s{0,4}[:时点]\s{0,4}(?:(\d{1,2})\s{0,4}[:分]?\s{0,4}(?:(\d{1,2})(?:\.\d{1,9})?\s{0,4}秒?)?)?\s{0,4}(am|pm)?$/i;

/**
 * Reads the shapes that real files hold: `2019/2/28 11:25:05`, with any number of blanks, `2019-4-25`, `20190425`,
 * `2019年2月28日9时10分`, `2019年2月28日 周四 下午2:10`, spreadsheet serial numbers, ISO instants. Without an offset it is
 * the time in China. Null for anything else.
 */
export function readTime(value: unknown): OldTime | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : readTime(value.toISOString().slice(0, 19));
  if (typeof value === "number" && value < serialRange.to) return fromSerial(value);
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = inDigits(
    String(value)
      .normalize("NFKC")
      .replace(/^="(.*)"$/, "$1")
      .trim()
      .replace(/\s+/g, " "),
  );
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text));
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text)) return fromInstant(text);
  const close = closeDate.exec(text);
  if (close) return timeOn(close.slice(1, 4), close[4] === undefined ? null : [close[4], close[5], close[6]], "");
  const date = datePart.exec(text);
  if (!date) return null;
  const rest = text
    .slice(date[0].length)
    .replace(weekday, "")
    .replace(/^[\sT]+/, "");
  if (rest === "") return timeOn(date.slice(1), null, "");
  const time = timePart.exec(rest);
  // A day and an hour with nothing between them can only be told apart by 日 or a blank.
  if (!time || !/[日\sT)]$|[一二三四五六日天]$/.test(text.slice(0, text.length - rest.length))) return null;
  return timeOn(date.slice(1), [time[2], time[3], time[4]], time[1] ?? time[5] ?? "");
}

function timeOn(
  [year = "", month = "", day = ""]: readonly string[],
  time: readonly (string | undefined)[] | null,
  half: string,
): OldTime | null {
  const date = parsePlainDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  if (!date) return null;
  if (!time) return { at: inChina(date, 0), day: date, dayOnly: true };
  const [said = 0, minute = 0, second = 0] = time.map((part) => Number(part ?? 0));
  const hour = hourOf(said, half.toLowerCase());
  // 24:00 is the end of its day.
  if (said === 24 && half === "" && minute === 0 && second === 0) {
    const next = addDays(date, 1);
    return { at: inChina(next, 0), day: next, dayOnly: false };
  }
  const real = hour < 24 && minute < 60 && second < 60;
  return real ? { at: inChina(date, hour * 3600 + minute * 60 + second), day: date, dayOnly: false } : null;
}

/** The hour of 24 for one that is said with its half of the day; 下午 2 is 14, 上午 12 and 凌晨 12 are 0, 中午 12 is 12. */
function hourOf(hour: number, half: string): number {
  if (/下午|傍晚|晚上|pm/.test(half)) return hour < 12 ? hour + 12 : hour;
  if (half === "中午") return hour < 11 ? hour + 12 : hour;
  return hour === 12 && half !== "" ? 0 : hour;
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
