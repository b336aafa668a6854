import type { Chapter, Requirement, ShownBy } from "./requirement.ts";
import type { Found } from "./titles.ts";

/** A standard as it is judged: which numbers it has, on which level, and how each stands. */
export interface Standard {
  readonly name: string;
  readonly chapters: readonly Chapter[];
  /** Every number that the standard has, by level. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
}

export const states = ["met", "partly", "notMet", "notApplicable"] as const;
export type Counts = Readonly<Record<(typeof states)[number], number>> & { readonly all: number };

export interface Judged {
  readonly name: string;
  readonly counts: Readonly<Record<string, Counts>>;
  /** What is wrong with the table itself, one sentence each; with any of them the command fails. */
  readonly faults: readonly string[];
}

/** Checks that every number has its row with a test or a reason, and that every named test is there and does not fail. */
export function judge(standard: Standard, find: (test: ShownBy) => Found): Judged {
  const rows = standard.chapters.flatMap((chapter) => chapter.rows);
  const byId = Map.groupBy(rows, ({ id }) => id);
  const ids = Object.values(standard.levels).flat();
  const known = new Set(ids);
  const faults = [
    ...ids.filter((id) => !byId.has(id)).map((id) => `${id} has no row.`),
    ...[...byId].filter(([, own]) => own.length > 1).map(([id]) => `${id} stands twice.`),
    ...rows.filter(({ id }) => !known.has(id)).map(({ id }) => `${id} is no number of ${standard.name}.`),
    ...rows.flatMap((own) => faultsOf(own, find)),
  ];
  const counts = Object.fromEntries(
    Object.entries(standard.levels).map(([level, own]) => [
      level,
      countsOf(own.flatMap((id) => byId.get(id)?.slice(0, 1) ?? [])),
    ]),
  );
  return { name: standard.name, counts, faults };
}

function faultsOf({ id, state, tests, reason }: Requirement, find: (test: ShownBy) => Found): readonly string[] {
  const faults: string[] = [];
  if (state === "met" && tests.length === 0) faults.push(`${id} is called met and names no test.`);
  if (state !== "met" && !/^.{15,}[.]$/s.test(reason))
    faults.push(`${id} is ${state} and gives no reason in a sentence.`);
  for (const test of tests) {
    if (test.title.length < 8) faults.push(`${id} names a test by too few words: ${test.file} > ${test.title}`);
    const found = find(test);
    if (found === "absent") faults.push(`${id} names a test that is not there: ${test.file} > ${test.title}`);
    if (found === "failed") faults.push(`${id} names a test that failed: ${test.file} > ${test.title}`);
  }
  return faults;
}

function countsOf(rows: readonly Requirement[]): Counts {
  const of = (state: string) => rows.filter((own) => own.state === state).length;
  return {
    all: rows.length,
    met: of("met"),
    partly: of("partly"),
    notMet: of("notMet"),
    notApplicable: of("notApplicable"),
  };
}
