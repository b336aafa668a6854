import { describe, expect, it } from "vitest";
import type { Term } from "../../domain/calendar/term.ts";
import { citations } from "../../domain/rules/citations.ts";
import type { Entry } from "../../domain/rules/entry.ts";
import { fuzhou2007 as pack } from "./index.ts";

/** The 68 clauses of the requirement, and how much each binds. */
const must =
  `FZ-2-1 FZ-2-2 FZ-2-3 FZ-3.1 FZ-3.2 FZ-3.3 FZ-3.4 FZ-3.5 FZ-3.6 FZ-3.7 FZ-3.8 FZ-3.9 FZ-4-1 FZ-4-2 FZ-4-3 FZ-4-4
  FZ-5-1 FZ-5-2 FZ-6.1 FZ-6.2 FZ-6.3 FZ-6.4 FZ-6-5 FZ-7-1 FZ-7-2 FZ-7-3 FZ-7-4 FZ-8-0 FZ-8.1-1 FZ-8.1-2 FZ-8.2-1 FZ-8.2-2
  FZ-8.2-3 FZ-8.3-1 FZ-8.3-2 FZ-8.3-3 FZ-8.3-4 FZ-8.3-5 FZ-8.4-1 FZ-8.4-2 FZ-8.4-3 FZ-8.4-4 FZ-8.5-1 FZ-8.6-1 FZ-8.7-1
  FZ-8.7-2 FZ-8.8 FZ-9-1 FZ-9.1 FZ-9.2 FZ-9-3 FZ-10-1 FZ-10-2 FZ-10-3 FZ-10-4 FZ-10-5 FZ-11-1 FZ-11-2 FZ-11.1-1 FZ-11.1-2
  FZ-11.2-1 FZ-11.2-2 FZ-11.3 FZ-13`.split(/\s+/);
const forces: Readonly<Record<string, string>> = {
  ...Object.fromEntries(must.map((id) => [id, "must"])),
  "FZ-8.6-2": "should",
  "FZ-12": "should",
  "FZ-8.5-2": "may",
  "FZ-1": "inform",
};

/** Every number of days in the regulation; what is not here has none. */
const terms: readonly (readonly [string, string, Term])[] = [
  ["hand-over", "FZ-5-2", { n: 0, unit: "sameDay" }],
  ["dispatch", "FZ-7-2", { n: 1, unit: "workingDay" }],
  ["redispatch", "FZ-8.3-2", { n: 1, unit: "workingDay" }],
  ["county-redispatch", "FZ-8.3-2", { n: 1, unit: "workingDay" }],
  ["county-dispatch", "FZ-7-4", { n: 1, unit: "workingDay" }],
  ["view", "FZ-8.1-2", { n: 2, unit: "workingDay" }],
  ["submit", "FZ-8.1-2", { n: 2, unit: "workingDay" }],
  ["unit-return-window", "FZ-8.3-1", { n: 2, unit: "workingDay" }],
  ["county-return-window", "FZ-8.3-4", { n: 1, unit: "workingDay" }],
  ["decide-county-return", "FZ-8.3-5", { n: 1, unit: "workingDay" }],
  ["reply", "FZ-8.2-1", { n: 10, unit: "workingDay" }],
  ["audit", "FZ-8.4-1", { n: 2, unit: "workingDay" }],
  ["rework", "FZ-8.4-2", { n: 3, unit: "workingDay" }],
];

const kinds: Readonly<Record<string, readonly Entry[]>> = {
  ground: pack.grounds,
  power: pack.powers,
  sight: pack.sights,
  duty: pack.duties,
  measure: pack.measures,
  notice: pack.notices,
};

describe("the clauses", () => {
  it("are those of the requirement, each once, and bind as much", () => {
    expect(Object.fromEntries(pack.clauses.map((c) => [c.id, c.force]))).toEqual(forces);
    expect(pack.clauses).toHaveLength(68);
  });

  it("each has its place in the regulation and its words", () => {
    const bare = pack.clauses.filter(
      (c) => !/^第[一二三四五六七八九十]+条/.test(c.article) || c.text.length < 5 || !c.title,
    );
    expect(bare.map((c) => c.id)).toEqual([]);
  });

  it("one that asks for nothing says where note is taken of it", () => {
    expect(pack.clauses.filter((c) => c.force === "inform" && !c.noted).map((c) => c.id)).toEqual([]);
  });
});

describe("the entries", () => {
  it("cite only clauses that exist", () => {
    const known = new Set(pack.clauses.map((c) => c.id));
    expect(
      citations(pack)
        .filter(([clause]) => !known.has(clause))
        .map(([clause, by]) => `${by} cites ${clause}`),
    ).toEqual([]);
  });

  /** FZ-13 is served by the pack's own days (see the tests of article 13). */
  it("serve every clause that binds", () => {
    const served = new Set<string>([...citations(pack).map(([clause]) => clause), "FZ-13"]);
    expect(pack.clauses.filter((c) => c.force !== "inform" && !served.has(c.id)).map((c) => c.id)).toEqual([]);
  });

  it.each(Object.entries(kinds))("%s: no id twice, and plain words for each", (_kind, list) => {
    const ids = list.map((entry) => entry.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(list.filter((entry) => !/\p{Script=Han}/u.test(entry.words)).map((entry) => entry.id)).toEqual([]);
  });

  it("name only duties that exist, and only bodies' own posts that somebody holds in the example office", () => {
    const duties = new Set(pack.duties.map((d) => d.id));
    const asked = pack.powers.flatMap((p) => p.guards.flatMap((g) => (g.is === "windowOpen" ? [g.duty] : [])));
    const around = pack.duties.flatMap((d) => d.inside ?? []);
    expect([...asked, ...around].filter((id) => !duties.has(id))).toEqual([]);
    const held = new Set<string>(pack.exampleOffice.holdings.map((h) => h.post));
    const owners = pack.duties.flatMap((d) => d.ownerPost ?? []);
    expect(owners.filter((post) => !held.has(post))).toEqual([]);
  });
});

describe("the terms", () => {
  it.each(terms)("%s: the number of %s", (rule, clause, term) => {
    expect(pack.duties.find((d) => d.id === rule)).toMatchObject({ clause, limit: term });
  });

  it("no other duty has a number, and none of them pauses", () => {
    const timed = pack.duties.filter((d) => d.limit !== null).map((d) => d.id);
    expect(timed.toSorted()).toEqual(terms.map(([rule]) => rule).toSorted());
    expect(pack.duties.filter((d) => d.pauses.length > 0).map((d) => d.id)).toEqual([]);
  });

  it("what has no number cannot be breached, and a right that lapses is no breach", () => {
    expect(pack.duties.filter((d) => d.breach && (d.limit === null || d.kind === "window")).map((d) => d.id)).toEqual(
      [],
    );
  });
});
