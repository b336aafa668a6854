import { addDays, parsePlainDate, type PlainDate, yearOf } from "../../domain/calendar/plain-date.ts";

/** What a yearly notice fixes: days off and worked weekends with the name of their holiday. */
export interface ReadNotice {
  readonly year: number | null;
  readonly holidays: Readonly<Record<string, string>>;
  readonly makeUpDays: Readonly<Record<string, string>>;
}

const item = /^[一二三四五六七八九十]+[、.．]\s*([^：:]{2,12})[：:](.*)$/;
const titleYear = /(\d{4})年部分节假日安排/;
const stretch =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\s*(?:至|到|—|-|~)\s*(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?/;
const oneDay = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g;

/**
 * Reads the text of the yearly notice as it is printed: 「一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。
 * 1月4日（周日）上班。」. Null when no line of it is such an item. Days of another year are left out.
 */
export function readNotice(text: string, year: number): ReadNotice | null {
  const said = titleYear.exec(text)?.[1];
  const of = said === undefined ? year : Number(said);
  const holidays: Record<string, string> = {};
  const makeUpDays: Record<string, string> = {};
  let items = 0;
  for (const line of text.normalize("NFKC").split("\n")) {
    const found = item.exec(line.trim().replace(/\([^()]*\)/g, ""));
    if (!found) continue;
    const [, name = "", words = ""] = found;
    items += 1;
    for (const sentence of words.split(/[。;；]/)) {
      if (sentence.includes("放假")) for (const day of daysOff(sentence, of)) put(holidays, day, name, of);
      else if (sentence.includes("上班")) for (const day of daysIn(sentence, of)) put(makeUpDays, day, name, of);
    }
  }
  return items === 0 ? null : { year: said === undefined ? null : of, holidays, makeUpDays };
}

function put(days: Record<string, string>, day: PlainDate, name: string, year: number): void {
  if (yearOf(day) === year) days[day] = name;
}

function daysOff(sentence: string, year: number): readonly PlainDate[] {
  const found = stretch.exec(sentence);
  if (!found) return [];
  const [, y1, m1 = "", d1 = "", y2, m2, d2] = found;
  const from = dayOf(y1 ?? year, m1, d1);
  const to =
    d2 === undefined ? from : dayOf(y2 ?? (y1 !== undefined && m2 !== undefined ? year : (y1 ?? year)), m2 ?? m1, d2);
  if (!from || !to || to < from || addDays(from, 40) < to) return [];
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function daysIn(sentence: string, year: number): readonly PlainDate[] {
  let month = "";
  return [...sentence.matchAll(oneDay)].flatMap(([, y, m, d = ""]) => {
    month = m ?? month;
    return dayOf(y ?? year, month, d) ?? [];
  });
}

function dayOf(year: string | number, month: string, day: string): PlainDate | null {
  return parsePlainDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
