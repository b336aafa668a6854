import { Alert } from "antd";
import type { Instant, PlainDate } from "../../../../domain/calendar/plain-date.ts";
import { endTime, longDate } from "../../../../domain/words/dates.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { zh } from "../../../words/zh.ts";

const w = zh.acts;

interface Props {
  readonly coming: {
    readonly due: string | null;
    readonly dueAt: string | null;
    readonly target: string | null;
    readonly term: string;
    readonly gap: number | null;
  };
  /** A last day that the sender sets. */
  readonly by: string;
}

/** The day that the receiver will have, and the day by which it ought to be done already. */
export function DueToCome({ coming: { due, dueAt, target, term, gap }, by }: Props) {
  if (gap !== null) return <Alert type="error" title={fill(w.dueGap, { year: gap })} />;
  if (by) return <Alert type="info" title={fill(w.dueSet, { date: longDate(by as PlainDate) })} />;
  const text = due
    ? fill(w.dueToCome, { term, date: longDate(due as PlainDate), time: endTime(dueAt as Instant | null) })
    : fill(w.dueNone, { term });
  const aimed = target ? fill(w.dueTarget, { date: longDate(target as PlainDate) }) : "";
  return <Alert type="info" title={text + aimed} />;
}
