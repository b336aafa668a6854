import { zh } from "./zh.ts";
import type { Measure } from "../rules/measure.ts";
import { momentWords } from "./moment-words.ts";
import type { DutyRule, Pack } from "../rules/pack.ts";
import type { Formality } from "../rules/formality.ts";
import type { Holder, Power } from "../rules/power.ts";
import type { ServiceHours, Shift } from "../calendar/clock.ts";
import type { Term } from "../calendar/term.ts";
import { catalogue } from "./catalogue.ts";
import type { Wording } from "../rules/names.ts";
import { fill } from "./fill.ts";

/** What stands where the regulation names nothing. */
export const silent = zh.terms.silent;

/** A term in words. */
export function termWords(term: TermTold | null): string {
  if (!term) return silent;
  const { within, shift } = term;
  const bare = fill(lengthWords(term), { n: term.n });
  const timed = within ? fill(zh.terms.within[within.days], { term: bare, from: within.from, to: within.to }) : bare;
  if (!shift) return timed;
  const { outside, to } = shift;
  return fill(zh.terms.shift[to.days], { term: timed, from: outside.from, to: outside.to, time: to.time });
}

function lengthWords({ unit, rollsForward }: TermTold): string {
  const w = zh.terms;
  if (unit === "calendarDay") return rollsForward ? w.rollsForward : w.calendarDay;
  if (unit === "month") return rollsForward ? w.monthRolls : w.month;
  return w[unit];
}

/** A term as it crosses the wire. */
interface TermTold {
  readonly n: number;
  readonly unit: Term["unit"];
  readonly rollsForward?: boolean | undefined;
  readonly within?: ServiceHours | undefined;
  readonly shift?: Shift | undefined;
}

/** A span in minutes as people say it: days and hours, hours and minutes, or minutes alone. */
export function spanWords(minutes: number): string {
  const w = zh.spans;
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts =
    days > 0
      ? [
          [days, w.days],
          [hours, w.hours],
        ]
      : [
          [hours, w.hours],
          [rest, w.minutes],
        ];
  const said = parts.flatMap(([n, words]) => ((n as number) > 0 ? [fill(words as string, { n })] : []));
  return said.length > 0 ? said.join("") : fill(w.minutes, { n: 0 });
}

/** From what a duty runs, and for how long. */
export function dutyValue(
  rule: DutyRule,
  pack: Pick<Pack, "duties" | "formalities" | "notices" | "names" | "terms">,
): string {
  const facts = { moment: momentWords(rule.start, pack), term: termWords(rule.limit) };
  const rows = Object.entries(rule.limits?.of ?? {}).map(([value, term]) =>
    fill(zh.terms.row, { value: choiceLabel(pack, rule.limits?.by ?? "", value), term: termWords(term) }),
  );
  const parts = [
    fill(zh.terms.from, rows.length > 0 && !rule.limit ? { ...facts, term: rows.join("，") } : facts),
    ...(rule.limit ? rows : []),
    ...(rule.target ? [fill(zh.terms.target, { term: termWords(rule.target) })] : []),
    ...(rule.extension ? [extensionWords(rule.extension)] : []),
    ...(rule.settable ? [zh.terms.settable] : []),
  ];
  return parts.join("；");
}

/** How much longer a term may become. */
export function extensionWords({ most }: NonNullable<DutyRule["extension"]>): string {
  return most.n === null ? zh.terms.extensionOpen : fill(zh.terms.extension, { term: termWords(most) });
}

/** How a form of the regulation calls a value of one of its fields. */
function choiceLabel({ formalities }: Pick<Pack, "formalities">, name: string, value: string): string {
  const fields = formalities.flatMap(({ fields }) => fields.filter((field) => field.name === name));
  const choices = fields.flatMap(({ choices = [] }) => choices);
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

/** Which act, and who may do it. */
export function powerValue(power: Power, pack: Wording): string {
  return `${catalogue(pack).acts[power.act]}：${holders(power.by, pack)}`;
}

/** A step of the regulation's own: what it is called, who does it, and what is written down. */
export function formalityValue(formality: Formality, pack: Wording): string {
  const fields = formality.fields.map((field) => field.label).join("、");
  return `${formality.label}：${holders(formality.by, pack)}${fields === "" ? "" : `（${fields}）`}`;
}

function holders(by: readonly Holder[], pack: Wording): string {
  const words = catalogue(pack);
  const names = by.map((holder) =>
    holder.post === "petitioner"
      ? words.timeline.petitioner
      : holder.post === "system"
        ? words.timeline.system
        : words.posts[holder.post],
  );
  return [...new Set(names)].join("、");
}

/** What is counted, and what follows. */
export function measureValue(measure: Measure): string {
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
    case "rateTarget":
      return fill(zh.measures.rateTarget, { percent: Math.round(measure.atLeast * 100) });
    case "periodic":
      return fill(zh.measures.periodic, {
        what: zh.measures.what[measure.what],
        every: measure.months === null ? silent : fill(zh.measures.months, { n: measure.months }),
      });
    case "indicators":
      return measure.counted.map(({ name }) => name).join("、");
    case "clusters":
      return measure.size === null ? silent : fill(zh.measures.clusters, { n: measure.size });
    case "sources":
      return zh.measures.sources;
    case "praiseAndCriticism":
      return fill(zh.measures.praise, { praise: measure.praise, criticism: measure.criticism });
    case "consequences":
      return fill(zh.measures.consequences, { causes: measure.causes, consequences: measure.consequences });
    case "registryGap":
      return fill(zh.measures.registryGap, { gap: zh.posts[measure.gap], answers: zh.posts[measure.answers] });
  }
}
