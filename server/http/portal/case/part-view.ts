import { dayOf, daysBetween, type Instant, type PlainDate } from "../../../../domain/calendar/plain-date.ts";
import { workingDaysAfter } from "../../../../domain/calendar/term.ts";
import { articleOf, dutyRule, replyRules } from "../../../../domain/rules/look-up.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { plainDay } from "../../../../domain/words/dates.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { owedWords } from "../../../../domain/words/petitioner-duty.ts";
import type { PartView, Span } from "../../../../portal/pages/case/case-view.ts";
import { zh } from "../../../../portal/words/zh.ts";
import type { World } from "../../../store/world.ts";
import type { HolderLine } from "../../views/follow/holder-lines.ts";
import { minutesUntil } from "../../views/duty-view.ts";
import { isOverdue } from "../../views/follow/state-words.ts";

const words = zh.case;

interface Known {
  readonly pack: Pack;
  readonly world: World;
  readonly now: Instant;
}

/** A part of the case as the page shows it; what is left is counted in the days of the term itself. */
export function partView(line: HolderLine, { pack, world, now }: Known): PartView {
  const { duty } = line;
  const rule = duty && dutyRule(pack, duty.rule);
  const due = duty?.due ?? null;
  const today = dayOf(now);
  const unit = rule?.limit?.unit === "workingDay" ? "workingDay" : "calendarDay";
  const span = (from: PlainDate, to: PlainDate): Span | null => {
    if (unit === "calendarDay") return { n: daysBetween(from, to), unit };
    const n = workingDaysAfter(world.calendar(now), from, to);
    return typeof n === "number" ? { n, unit } : null;
  };
  const overdue = duty !== null && isOverdue(duty);
  const over = due && overdue && !duty.dueAt ? span(due, today) : null;
  const audited = auditedFirst(pack) && duty !== null && replyRules(pack).some((one) => one.id === duty.rule);
  return {
    title: line.title,
    state: line.state,
    holder: line.holder,
    since: line.since,
    due,
    dueAt: duty?.dueAt ?? null,
    minutes: duty?.dueAt ? minutesUntil(duty.dueAt, now) : null,
    owed: rule ? owedWords(rule, pack) : "",
    thenAudit: audited ? pack.terms.bureau : null,
    left: due && !overdue && !duty?.dueAt ? span(today, due) : null,
    over: over && over.n > 0 ? over : null,
    overdue,
    done: overdue ? doneWords(line, pack) : "",
    extension: line.extension,
    gap: duty?.gap ?? null,
    article: line.explanation ? articleOf(pack, line.explanation.clause) : null,
    explanation: line.explanation,
  };
}

/** What was done about a term that is over: who was urged when, or else that it is on record. */
function doneWords({ pressed, duty }: HolderLine, pack: Pack): string {
  const last = pressed.at(-1);
  if (!last) return duty && dutyRule(pack, duty.rule).breach ? words.nothingDone : "";
  const facts = { n: pressed.length, what: last.what, date: plainDay(last.on, last.on) };
  return fill(pressed.length === 1 ? words.urgedOnce : words.urgedOften, facts);
}

/** Whether an answer waits for its audit before the petitioner gets it. */
function auditedFirst({ settings, notices }: Pack): boolean {
  return settings.auditedBy.value !== null && !notices.some(({ feedback, on }) => feedback && on === "reply.submitted");
}
