import type { PeriodicWork } from "../../../domain/accountability/periodic.ts";
import { targetsOf } from "../../../domain/accountability/targets.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { periodicWords as w } from "../../../domain/words/periodic.ts";
import { breachSection, callBackSection, clusterSections, ratingSection, repeatSection } from "./case-sections.ts";
import { earlierSections } from "./decisions/decisions.ts";
import { categorySection, overallSection, unitSection } from "./figure-sections.ts";
import type { Gathered } from "./gather.ts";
import { groundsOf, type Mention, mentionable, praiseSections } from "./praise.ts";
import type { Section } from "./section.ts";
import { targetLines } from "./targets.ts";

/** The material of a period, part by part: what the regulation names first, then the figures it rests on. */
export function materialOf(
  work: PeriodicWork,
  pack: Pack,
  gathered: Gathered,
  nameOf: (org: string) => string,
  mentions: readonly Mention[],
): readonly Section[] {
  const contents = work.contents.map((heading, i) => contentSection(`content.${i}`, heading, gathered));
  if (work.what === "callBacks") return [callBackSection(gathered, nameOf), ...contents];
  return [
    overallSection(gathered, targetLines(gathered.whole, targetsOf(pack))),
    ...contents,
    ...earlierSections(gathered.earlier, gathered, nameOf),
    unitSection(gathered),
    breachSection(gathered, nameOf),
    ...(gathered.asksRatings ? [ratingSection(gathered, nameOf)] : []),
    // Where nothing is put into a category, a line of what has none says nothing.
    ...(gathered.categories.some(({ key }) => key !== "") ? [categorySection(gathered)] : []),
    repeatSection(gathered),
    ...clusterSections(gathered, pack),
    ...(groundsOf(pack, work) ? praiseSections(mentions, mentionable(gathered)) : []),
  ];
}

/** One of the contents in the regulation's own words; figures stand below it where it names a kind of cases. */
function contentSection(key: string, heading: string, { contents }: Gathered): Section {
  const figures = contents.get(heading);
  if (!figures) return { key, heading, lines: [], table: null };
  const row = [heading, `${figures.n}`, `${figures.open}`, `${figures.late}`];
  return { key, heading, lines: [], table: { header: w.contentHeader, widths: [4, 2, 2, 2], rows: [row] } };
}
