import type { NamedPart, Wording } from "../rules/names.ts";
import type { Terms } from "../rules/settings.ts";
import { zh } from "./zh.ts";

/** The common catalogue, with whatever of it a regulation may put in its own words. */
export type Catalogue = Pick<typeof zh, Exclude<NamedPart, "followLegs" | "followStates">> & {
  readonly follow: typeof zh.follow;
  readonly refusals: typeof zh.refusals;
};

/** The words of the common catalogue that every regulation has a term of its own for. */
export const termWords = { 诉求人: "petitioner", 诉求件: "case", 批转: "dispatch" } as const satisfies Record<
  string,
  keyof Terms
>;

const made = new WeakMap<Terms, Catalogue>();

/** The catalogue as a regulation words it: its own word where it has one, the common one else. */
export function catalogue({ names = {}, terms }: Wording): Catalogue {
  const known = made.get(terms);
  if (known) return known;
  const worded: Catalogue = {
    acts: { ...zh.acts, ...names.acts },
    caseStages: { ...zh.caseStages, ...names.caseStages },
    legStages: { ...zh.legStages, ...names.legStages },
    posts: { ...zh.posts, ...names.posts },
    orgKinds: { ...zh.orgKinds, ...names.orgKinds },
    moments: { ...zh.moments, ...names.moments },
    events: { ...zh.events, ...names.events },
    timeline: { ...zh.timeline, ...names.timeline },
    follow: {
      ...zh.follow,
      legs: { ...zh.follow.legs, ...names.followLegs },
      states: { ...zh.follow.states, ...names.followStates },
    },
    refusals: inTerms(zh.refusals, terms),
  };
  made.set(terms, worded);
  return worded;
}

function inTerms<T extends Readonly<Record<string, string>>>(sentences: T, terms: Terms): T {
  const said = (sentence: string) =>
    Object.entries(termWords).reduce((text, [common, term]) => text.replaceAll(common, terms[term]), sentence);
  return Object.fromEntries(Object.entries(sentences).map(([code, sentence]) => [code, said(sentence)])) as T;
}
