import type { Term } from "../calendar/term.ts";
import type { DutyRule, Pack } from "./pack.ts";

/** Terms that a region has set where its regulation leaves them to another document, by the id of the duty. */
export type RegionTerms = Readonly<Record<string, Term>>;

const made = new WeakMap<RegionTerms, Map<Pack, Pack>>();

/** The regulation as it binds in a region that has set the terms left open; other terms cannot be set. */
export function withRegionTerms(pack: Pack, terms: RegionTerms | undefined): Pack {
  if (!terms) return pack;
  const packs = made.get(terms) ?? new Map<Pack, Pack>();
  made.set(terms, packs);
  const known = packs.get(pack);
  if (known) return known;
  const duties = pack.duties.map((rule) => {
    const term = terms[rule.id];
    return rule.settable ? withRows(term ? { ...rule, limit: counted(term, pack.settings) } : rule, terms, pack) : rule;
  });
  const whole = { ...pack, duties };
  packs.set(pack, whole);
  return whole;
}

/** A row of a table is set under the id of the duty and the value, `reply/urgent`; values that the table lacks are added. */
function withRows(rule: DutyRule, terms: RegionTerms, { settings }: Pack): DutyRule {
  if (!rule.limits) return rule;
  const own = Object.entries(terms).flatMap(([key, term]) =>
    key.startsWith(`${rule.id}/`) ? [[key.slice(rule.id.length + 1), counted(term, settings)] as const] : [],
  );
  return { ...rule, limits: { ...rule.limits, of: { ...rule.limits.of, ...Object.fromEntries(own) } } };
}

/** The duties whose term the region is to set. */
export function settableDuties(pack: Pack): readonly string[] {
  return pack.duties.filter((rule) => rule.settable).map((rule) => rule.id);
}

/** The term as a pack with this setting counts it: one in calendar days says itself whether it is moved off a rest day. */
export function counted<T extends Term>(term: T, { calendarTermRollsForward }: Pack["settings"]): T {
  const inDays = term.unit === "calendarDay" || term.unit === "month";
  return inDays && calendarTermRollsForward.value === true ? { ...term, rollsForward: true } : term;
}

/** The pack with its setting `calendarTermRollsForward` written into every term, so that whoever counts one follows it. */
export function rolling(pack: Pack): Pack {
  if (pack.settings.calendarTermRollsForward.value !== true) return pack;
  return { ...pack, duties: pack.duties.map((rule) => withTerms(rule, pack.settings)) };
}

function mapped(of: Readonly<Record<string, Term>>, settings: Pack["settings"]): Readonly<Record<string, Term>> {
  return Object.fromEntries(Object.entries(of).map(([value, term]) => [value, counted(term, settings)]));
}

function mostOf(most: NonNullable<DutyRule["extension"]>["most"], settings: Pack["settings"]) {
  return most.n === null ? most : counted(most, settings);
}

function withTerms(rule: DutyRule, settings: Pack["settings"]): DutyRule {
  return {
    ...rule,
    limit: rule.limit && counted(rule.limit, settings),
    ...(rule.limits ? { limits: { ...rule.limits, of: mapped(rule.limits.of, settings) } } : {}),
    ...(rule.target ? { target: counted(rule.target, settings) } : {}),
    ...(rule.extension ? { extension: { ...rule.extension, most: mostOf(rule.extension.most, settings) } } : {}),
  };
}
