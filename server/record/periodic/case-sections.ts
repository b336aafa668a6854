import type { Pack } from "../../../domain/rules/pack.ts";
import { measureOf } from "../../../domain/rules/measure.ts";
import type { BreachKind } from "../../../domain/rules/vocabulary.ts";
import { fill } from "../../../domain/words/fill.ts";
import { periodicWords as w } from "../../../domain/words/periodic.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { Alike } from "../../store/periodic/gathered.ts";
import type { Gathered } from "./gather.ts";
import { numbersText, type Section, tableSection } from "./section.ts";

type Naming = (org: string) => string;

/** Missed terms by body and kind. */
export function breachSection({ breaches }: Gathered, nameOf: Naming): Section {
  const rows = breaches.map(({ org, name, numbers }) => [
    nameOf(org),
    zh.breachKinds[name as BreachKind],
    `${numbers.length}`,
    numbersText(numbers),
  ]);
  return tableSection("breaches", w.breachHeader, [3, 3, 1, 6], rows);
}

/** Answers that people were not satisfied with, by body. */
export function ratingSection({ numbers }: Gathered, nameOf: Naming): Section {
  const rows = numbers
    .filter(({ name }) => name === "notSatisfied")
    .map((row) => [nameOf(row.org), `${row.numbers.length}`, numbersText(row.numbers)]);
  return tableSection("ratings", w.ratingHeader, [3, 1, 6], rows);
}

/** Cases that were raised again. */
export function repeatSection({ alike }: Gathered): Section {
  const rows = alike.filter(({ by }) => by === "chain").map(alikeRow);
  return tableSection("repeats", w.alikeHeader, [2, 3, 1, 6], rows);
}

/** Matters that many raise, where the regulation asks after them; without a size it is not said what they are. */
export function clusterSections({ alike }: Gathered, pack: Pack): readonly Section[] {
  const measure = measureOf(pack.measures, "clusters");
  if (!measure) return [];
  const { size } = measure;
  const line = size === null ? w.clusterSilent : fill(w.clusterSize, { n: size });
  const rows = alike.filter(({ n }) => n >= (size ?? 2)).map(alikeRow);
  return [tableSection("clusters", w.alikeHeader, [2, 3, 1, 6], rows, [line])];
}

function alikeRow({ by, words, n, numbers }: Alike): readonly string[] {
  return [w.alike[by], words, `${n}`, numbersText(numbers, n)];
}

/** What is to be called back about, and what already was. */
export function callBackSection({ answered }: Gathered, nameOf: Naming): Section {
  const met = answered.filter(({ calledBackOn }) => calledBackOn !== null).length;
  const line = fill(w.cases, { of: answered.length, met, rest: answered.length - met });
  const rows = answered.map(({ number, org, on, calledBackOn }) => [
    number,
    nameOf(org),
    on,
    calledBackOn ?? w.notCalled,
  ]);
  return tableSection("cases", w.caseHeader, [4, 3, 2, 2], rows, [line]);
}
