import { type Chance, chance } from "./chance.ts";
import { places } from "./words/places.ts";
import { aboutWhat } from "./words/topics/all.ts";
import type { Question, Topic } from "./words/topics/topic.ts";

/** What is to become of a case, as far as chance has a say. */
export type Fate =
  | "plain"
  | "refused"
  | "returned"
  | "reworked"
  | "joint"
  | "complex"
  | "internal"
  | "knotty"
  | "supplemented";

/** A case as its telling goes: nothing of it is stored, everything follows from the seed and the case's number. */
export interface Story {
  readonly topic: Topic;
  readonly question: Question;
  /** Where it happened, if that is one of the places that are told of. */
  readonly place: string | null;
  readonly fate: Fate;
  /** How likely somebody turns to the case when they could. */
  readonly pace: number;
  /** Chance of this case alone, for what does not happen at a moment. */
  readonly luck: Chance;
}

const fates: readonly (readonly [Fate, number])[] = [
  ["plain", 50],
  ["reworked", 12],
  ["returned", 9],
  ["complex", 7],
  ["refused", 6],
  ["supplemented", 6],
  ["joint", 5],
  ["internal", 1],
  ["knotty", 3],
];

const paces: readonly (readonly [number, number])[] = [
  [0.95, 58],
  [0.6, 28],
  [0.25, 10],
  [0.04, 4],
];

export function storyOf(seed: string, number: string, content: string): Story {
  const luck = chance(`${seed}/${number}`);
  const fate = luck.weighed(fates) ?? "plain";
  const pace = luck.weighed(paces) ?? 0.6;
  const place = places.find((name) => content.includes(name)) ?? null;
  return { ...aboutWhat(content), place, fate, pace, luck };
}
