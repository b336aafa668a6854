import type { PeriodicWork } from "../../../domain/accountability/periodic.ts";
import { measureOf } from "../../../domain/rules/measure.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { periodicWords as w } from "../../../domain/words/periodic.ts";
import type { Gathered } from "./gather.ts";
import { numbersText, type Section, tableSection } from "./section.ts";

export const praiseLists = ["praise", "criticism"] as const;
export type PraiseList = (typeof praiseLists)[number];

/** A body that is praised or criticised, on one of the grounds of the regulation, with the cases that show it. */
export interface Mention {
  readonly list: PraiseList;
  readonly org: string;
  readonly ground: string;
  readonly numbers: readonly string[];
}

/** The grounds on which a circular praises and criticises; null where the work has no such lists. */
export function groundsOf(pack: Pack, work: PeriodicWork): Readonly<Record<PraiseList, readonly string[]>> | null {
  return work.what === "circular" ? measureOf(pack.measures, "praiseAndCriticism") : null;
}

/** A body that may be mentioned, with its cases of the period. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
  readonly numbers: readonly string[];
}

/** The bodies with cases in the period. */
export function mentionable({ units, numbers, breaches }: Gathered): readonly Mentionable[] {
  return units.flatMap(({ key, name }) => {
    const own = [...numbers, ...breaches].filter(({ org }) => org === key).flatMap((row) => row.numbers);
    return own.length === 0 ? [] : [{ id: key, name, numbers: [...new Set(own)].toSorted() }];
  });
}

/** What is wrong with a mention: a body or ground that is not there, a case that is not its own, or no case at all. */
export function mentionFault(
  mention: Mention,
  grounds: Readonly<Record<PraiseList, readonly string[]>> | null,
  bodies: readonly Mentionable[],
): "unknown" | "noCases" | null {
  const body = bodies.find(({ id }) => id === mention.org);
  if (!grounds?.[mention.list].includes(mention.ground) || !body) return "unknown";
  if (mention.numbers.some((number) => !body.numbers.includes(number))) return "unknown";
  return mention.list === "criticism" && mention.numbers.length === 0 ? "noCases" : null;
}

/** The two lists as parts of the material. */
export function praiseSections(mentions: readonly Mention[], bodies: readonly Mentionable[]): readonly Section[] {
  const name = (org: string) => bodies.find(({ id }) => id === org)?.name ?? org;
  return praiseLists.map((list) => {
    const own = mentions.filter((mention) => mention.list === list);
    const rows = own.map(({ org, ground, numbers }) => [name(org), ground, numbersText(numbers)]);
    return tableSection(list, w.praiseHeader, [2, 2, 5], rows);
  });
}
