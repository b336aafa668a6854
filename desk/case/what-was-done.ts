import type { CaseDetail } from "../../contract/case/case-detail.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { rowDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh } from "../words/zh.ts";

const w = zh.case;

/** What an act has brought about, for the note after it: to whom the case went and by when what has to be done next. */
export function whatWasDone(label: string, before: CaseDetail, after: CaseDetail | undefined): string {
  if (!after) return fill(w.did, { act: label });
  const fresh = after.legs.filter((leg) => leg.role === "lead" && !before.legs.some(({ id }) => id === leg.id));
  const to = fresh.map((leg) => leg.org.name);
  const open = after.duties.filter((duty) => duty.kind === "duty" && duty.state === "open" && duty.due !== null);
  const asked = open.filter((duty) => fresh.length === 0 || fresh.some((leg) => leg.id === duty.legId));
  const next = asked.toSorted((a, b) => (b.due ?? "").localeCompare(a.due ?? ""))[0];
  const day = next?.due ? rowDate(next.due as PlainDate, after.today as PlainDate) : null;
  if (to.length > 0) {
    return day && next
      ? fill(w.sentBefore, { act: label, org: to, date: day, what: next.title })
      : fill(w.sentTo, { act: label, org: to });
  }
  return day && next
    ? fill(w.didNext, { act: label, org: next.owner?.name ?? "", what: next.title, date: day })
    : fill(w.did, { act: label });
}
