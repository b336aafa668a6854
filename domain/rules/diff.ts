import type { ClauseId } from "./clause.ts";
import type { Entry } from "./entry.ts";
import type { Pack } from "./pack.ts";

/** The parts of a regulation that are compared, in the order in which they are read. */
export const chapters = [
  "names",
  "grounds",
  "powers",
  "duties",
  "measures",
  "sights",
  "notices",
  "formalities",
  "papers",
  "settings",
] as const;
export type Chapter = (typeof chapters)[number];

/** One rule as one of the packs has it. */
export interface Side {
  readonly id: string;
  readonly clause: ClauseId | null;
  readonly words: string;
  /** What the rule says as data, for telling whether it differs; not for people. */
  readonly value: string;
}

/** A rule that two packs have differently, or that only one of them has. */
export interface Difference {
  readonly chapter: Chapter;
  readonly before: readonly Side[];
  readonly after: readonly Side[];
}

/**
 * What changes from one pack to another: rules of the same kind stand side by side, whatever they are called. Acts are
 * matched by the act, terms by what they run from and end with, everything else by its id; equal rules are left out.
 */
export function differences(before: Pack, after: Pack): readonly Difference[] {
  const [a, b] = [rules(before), rules(after)];
  return chapters.flatMap((chapter) => {
    const keys = [...new Set([...a[chapter].keys(), ...b[chapter].keys()])];
    return keys.flatMap((key): readonly Difference[] => {
      const [was, is] = [a[chapter].get(key) ?? [], b[chapter].get(key) ?? []];
      return same(was, is) ? [] : [{ chapter, before: was, after: is }];
    });
  });
}

type Rules = Readonly<Record<Chapter, ReadonlyMap<string, readonly Side[]>>>;

function rules(pack: Pack): Rules {
  return {
    names: grouped(
      Object.entries(pack.terms).map(([name, words]) => [name, { id: name, clause: null, words, value: words }]),
    ),
    grounds: grouped(pack.grounds.map((ground) => [ground.id, side(ground, ground.reason)])),
    powers: grouped(
      pack.powers.map((power) => [power.act, side(power, [power.by, power.from, power.guards.map(bare)])]),
    ),
    duties: grouped(
      pack.duties.map((duty) => {
        const ends = duty.kind === "duty" ? duty.end.join() : duty.kind;
        const { owner, limit, limits, target, extension, by, pauses, when, breach, onLapse } = duty;
        const terms = [limit, limits, target, extension?.most, by, pauses].map((one) => one ?? null);
        return [`${duty.start}>${ends}`, side(duty, [owner, ...terms, when, breach?.kind ?? null, onLapse ?? null])];
      }),
    ),
    measures: grouped(pack.measures.map((measure) => [measure.is, side(measure, rest(measure))])),
    sights: grouped(pack.sights.map((sight) => [sight.body, side(sight, [sight.posts, sight.sees, sight.when])])),
    formalities: grouped(
      pack.formalities.map((f) => [f.id, side(f, [f.on, f.by, f.from, f.fields, f.effects, f.guards.map(bare)])]),
    ),
    papers: grouped(
      pack.papers.map((p) => [
        p.code ?? p.id,
        side(p, [p.title, p.layout, p.of, p.at, p.by, p.numberWord, p.to, p.parts]),
      ]),
    ),
    notices: grouped(pack.notices.map((notice) => [notice.on, side(notice, [notice.template, notice.when])])),
    settings: grouped(
      Object.entries(pack.settings).map(([name, { clause, words, value }]) => [
        name,
        { id: name, clause, words, value: JSON.stringify(value) },
      ]),
    ),
  };
}

function grouped(sides: readonly (readonly [string, Side])[]): ReadonlyMap<string, readonly Side[]> {
  const groups = Map.groupBy(sides, ([key]) => key);
  return new Map([...groups].map(([key, list]) => [key, list.map(([, one]) => one)]));
}

function side(entry: Entry, value: unknown): Side {
  return { id: entry.id, clause: entry.clause, words: entry.words, value: JSON.stringify(value) };
}

/** A guard without its clause: the same condition under another article is the same rule. */
function bare({ clause: _, ...guard }: { readonly clause: ClauseId }): unknown {
  return guard;
}

function rest({ id: _, clause: __, serves: ___, words: ____, example: _____, ...counting }: Entry): unknown {
  return counting;
}

function same(a: readonly Side[], b: readonly Side[]): boolean {
  const values = (list: readonly Side[]) =>
    list
      .map(({ value }) => value)
      .toSorted()
      .join();
  return values(a) === values(b);
}
