import type { NamedPart, Names } from "../rules/names.ts";
import type { Pack } from "../rules/pack.ts";
import { zh } from "./zh.ts";

/** The common catalogue, with whatever of it a regulation may put in its own words. */
export type Catalogue = Pick<typeof zh, Exclude<NamedPart, "followLegs" | "followStates">> & {
  readonly follow: typeof zh.follow;
};

const made = new WeakMap<Names, Catalogue>();

/** The catalogue as a regulation words it: its own word where it has one, the common one else. */
export function catalogue({ names }: Pick<Pack, "names">): Catalogue {
  if (!names) return zh;
  const known = made.get(names);
  if (known) return known;
  const worded = {
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
  };
  made.set(names, worded);
  return worded;
}
