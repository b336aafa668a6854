/** A day as people type it: `2026-12-15`, `2026/12/5`, `2026.12.05`, `20261215`, `2026年12月5日`, full-width digits. */
export function readDay(typed: string): string | null {
  const text = typed.normalize("NFKC").trim();
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})\s*[-/.\u5e74]\s*(\d{1,2})\s*[-/.\u6708]\s*(\d{1,2})\s*\u65e5?$/.exec(text);
  if (!parts) return null;
  const [, year = "", month = "", day = ""] = parts;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** A day with a time of day: `2026-12-15 09:30`; a day alone is its beginning. */
export function readMoment(typed: string): string | null {
  const [date = "", time = "00:00", more] = typed
    .normalize("NFKC")
    .trim()
    .split(/[\sT]+/);
  const day = readDay(date);
  const clock = /^(\d{1,2})[:\uff1a](\d{2})$/.exec(time);
  if (day === null || !clock || more !== undefined) return null;
  const [, hour = "", minute = ""] = clock;
  return Number(hour) > 23 || Number(minute) > 59 ? null : `${day}T${hour.padStart(2, "0")}:${minute}`;
}
