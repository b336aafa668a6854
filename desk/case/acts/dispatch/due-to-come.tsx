import { zh } from "../../../words/zh.ts";
import { Alert } from "antd";
import type { PlainDate } from "../../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../../domain/words/dates.ts";
import { fill } from "../../../../domain/words/fill.ts";

const w = zh.acts;

export function DueToCome({
  due,
  term,
  gap,
}: {
  readonly due: string | null;
  readonly term: string;
  readonly gap: number | null;
}) {
  if (gap !== null) return <Alert type="error" title={fill(w.dueGap, { year: gap })} />;
  const text = due ? fill(w.dueToCome, { term, date: longDate(due as PlainDate) }) : fill(w.dueNone, { term });
  return <Alert type="info" title={text} />;
}
