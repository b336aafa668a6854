import type { z } from "zod";
import type { packView as shape } from "../../../contract/rules.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { Entry } from "../../../domain/rules/entry.ts";
import type { Measure } from "../../../domain/rules/measure.ts";
import type { DutyRule, Pack } from "../../../domain/rules/pack.ts";
import { clauseOf } from "../../../domain/rules/look-up.ts";
import type { Power } from "../../../domain/rules/power.ts";
import type { Term } from "../../../domain/calendar/term.ts";
import type { ClauseId } from "../../../domain/rules/clause.ts";
import { fill } from "../../../domain/words/fill.ts";

type View = z.output<typeof shape>;
type EntryView = View["powers"][number];

/** What stands where the regulation names nothing. */
export const silent = zh.terms.silent;

/** A regulation as people read it: plain words, the value, and the article's own text beside it. */
export function packView(pack: Pack): View {
  const entry = (e: Entry, value: string | null): EntryView =>
    view(pack, e.id, e.clause, e.words, value, e.reconstructed === true);
  return {
    id: pack.id,
    title: pack.title,
    documentNumber: pack.documentNumber,
    effectiveFrom: pack.effectiveFrom,
    effectiveTo: pack.effectiveTo,
    standsOn: pack.standsOn,
    provisional: pack.provisional,
    grounds: pack.grounds.map((ground) => ({
      ...entry(ground, null),
      referrals: ground.fields.find((field) => field.name === "referral")?.choices?.map((c) => c.value) ?? [],
    })),
    powers: pack.powers.map((power) => entry(power, powerValue(power))),
    duties: pack.duties.map((rule) => entry(rule, dutyValue(rule))),
    measures: pack.measures.map((measure) => entry(measure, measureValue(measure))),
    others: [
      ...pack.sights.map((sight) => entry(sight, null)),
      ...pack.notices.map((notice) => entry(notice, notice.template)),
      ...Object.entries(pack.settings).map(([id, setting]) =>
        view(
          pack,
          id,
          setting.clause,
          setting.words,
          setting.value === null ? silent : null,
          setting.reconstructed === true,
        ),
      ),
    ],
    clauses: pack.clauses.map(({ id, force, article, title, text }) => ({ id, force, article, title, text })),
  };
}

function view(
  pack: Pack,
  id: string,
  clauseId: ClauseId,
  words: string,
  value: string | null,
  reconstructed: boolean,
): EntryView {
  const clause = clauseOf(pack, clauseId);
  return { id, clause: clause.id, article: clause.article, text: clause.text, words, value, reconstructed };
}

/** A term in words. */
export function termWords(term: Term | null): string {
  if (!term) return silent;
  if (term.unit === "sameDay") return zh.terms.sameDay;
  return fill(term.unit === "workingDay" ? zh.terms.workingDay : zh.terms.calendarDay, { n: term.n });
}

function dutyValue(rule: DutyRule): string {
  return fill(zh.terms.from, { moment: zh.moments[rule.start], term: termWords(rule.limit) });
}

function powerValue(power: Power): string {
  const names = power.by.map((holder) =>
    holder.post === "petitioner"
      ? zh.timeline.petitioner
      : holder.post === "system"
        ? zh.timeline.system
        : zh.posts[holder.post],
  );
  return `${zh.acts[power.act]}：${[...new Set(names)].join("、")}`;
}

function measureValue(measure: Measure): string {
  switch (measure.is) {
    case "firstMiss":
      return fill(zh.measures.first, { sanction: zh.sanctions[measure.leadsTo] });
    case "monthlyCount":
      return fill(zh.measures.monthly, { n: measure.count, sanction: zh.sanctions[measure.leadsTo] });
    case "causeDecides":
      return fill(zh.measures.cause, { sanctions: measure.leadsTo.map((s) => zh.sanctions[s]) });
    case "ladder":
      return measure.steps === null
        ? silent
        : measure.steps.map((s) => fill(zh.measures.ladderStep, { n: s.count, post: zh.posts[s.post] })).join("；");
    case "circularPeriod":
      return measure.period ?? silent;
    case "commendation":
      return measure.weights === null
        ? fill(zh.measures.rates, { rates: measure.rates.map((r) => zh.rates[r]), silent })
        : "";
    case "leadAlone":
      return zh.measures.leadAlone;
    case "registryGap":
      return fill(zh.measures.registryGap, { gap: zh.posts[measure.gap], answers: zh.posts[measure.answers] });
  }
}
