import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Select } from "antd";
import { useState } from "react";
import type { Replies } from "../../contract/route.ts";
import { addDays, type PlainDate, weekday } from "../../domain/calendar/plain-date.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { Loaded } from "../kit/states.tsx";
import { usePost, useToday } from "../shell/session.ts";
import { calendarWords as w } from "../words/office.ts";
import { LoadCalendarDialog } from "./load-calendar-dialog.tsx";

type Year = Replies<typeof routes.calendars.years>["years"][number];

/** The working calendars that every date rests on; a year that is missing is said in red, never guessed. */
export function CalendarPage() {
  const today = useToday();
  const admin = usePost("administrator");
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [loading, setLoading] = useState(false);
  const years = useQuery({ queryKey: ["calendars"], queryFn: () => call(routes.calendars.years, {}) });
  const shown = years.data?.years.find((y) => y.year === year);
  return (
    <>
      <div className="between">
        <h1>{w.title}</h1>
        <div className="row">
          <Select
            aria-label={w.loadYear}
            value={year}
            onChange={setYear}
            options={(years.data?.years ?? []).map((y) => ({ value: y.year, label: fill(w.year, { year: y.year }) }))}
          />
          {admin && (
            <Button type="primary" onClick={() => setLoading(true)}>
              {w.load}
            </Button>
          )}
        </div>
      </div>
      <Loaded query={years}>
        {years.data?.missing && <Alert type="error" showIcon title={fill(w.missing, { year: years.data.missing })} />}
        {shown && <YearGrid year={shown} today={today} />}
      </Loaded>
      {loading && years.data && (
        <LoadCalendarDialog
          year={years.data.missing ?? year}
          loaded={years.data.years}
          onClose={() => setLoading(false)}
        />
      )}
    </>
  );
}

function YearGrid({ year, today }: { readonly year: Year; readonly today: string }) {
  return (
    <>
      <p className="second">
        {fill(w.source, { source: sourceWords(year) })}
        {year.own && ` · ${w.own}`}
        {year.effectiveFrom && ` · ${fill(w.effective, { date: year.effectiveFrom })}`}
      </p>
      <p className="legend">
        <b className="off">{w.legend.off}</b> <b className="work">{w.legend.work}</b> <span>{w.legend.weekend}</span>{" "}
        <span>{w.legend.now}</span>
      </p>
      <div className="months">
        {Array.from({ length: 12 }, (_, n) => (
          <Month key={n} year={year} month={n + 1} today={today} />
        ))}
      </div>
    </>
  );
}

/** A year that came with the house was taken from a collection of the notices; the notice is what it rests on. */
function sourceWords({ year, source }: Year): string {
  return source.startsWith("chinese-days") ? fill(w.builtIn, { year }) : source;
}

function Month({ year, month, today }: { readonly year: Year; readonly month: number; readonly today: string }) {
  const first = `${year.year}-${String(month).padStart(2, "0")}-01` as PlainDate;
  const days: PlainDate[] = [];
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1)) days.push(day);
  const cells: (PlainDate | null)[] = [...Array.from({ length: weekday(first) - 1 }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, n) => cells.slice(n * 7, n * 7 + 7));
  return (
    <table className="month">
      <caption>{fill(w.monthName, { n: month })}</caption>
      <thead>
        <tr>
          {w.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {Array.from({ length: 7 }, (_, n) => (
              <Day key={n} day={week[n] ?? null} year={year} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, year, today }: { readonly day: PlainDate | null; readonly year: Year; readonly today: string }) {
  if (day === null) return <td />;
  const holiday = year.holidays[day];
  const makeUp = year.makeUpDays[day];
  const off = holiday !== undefined || (weekday(day) > 5 && makeUp === undefined);
  return (
    <td className={`${off ? "off" : ""} ${day === today ? "now" : ""}`} title={holiday ?? makeUp}>
      {Number(day.slice(8))}
      {holiday !== undefined && <b>{w.off}</b>}
      {makeUp !== undefined && <b className="work">{w.work}</b>}
      {holiday !== undefined && year.holidays[addDays(day, -1)] !== holiday && <small>{holiday.slice(0, 3)}</small>}
    </td>
  );
}
