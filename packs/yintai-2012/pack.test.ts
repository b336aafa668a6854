import { describe, expect, it } from "vitest";
import type { Term } from "../../domain/calendar/term.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { calendarAsOf } from "../../domain/calendar/work-calendar.ts";
import { checkPack, ownEntries } from "../../domain/proof/check-pack.ts";
import { allowedAt } from "../../domain/case/transitions.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { yintai2012 as pack } from "./index.ts";

/** The 41 clauses of the requirement, and how much each binds. */
const must =
  `YT-2 YT-3.1.1 YT-3.1.2 YT-3.1.3 YT-3.1.4 YT-3.2.1 YT-3.2.2 YT-3.2.3 YT-3.2.4 YT-3.2.5 YT-3.2.6 YT-4.1 YT-4.2-1 YT-4.2-2
  YT-4.3 YT-4.4-1 YT-4.4-2 YT-4.5-1 YT-4.5-2 YT-4.6-1 YT-4.6-2 YT-4.6-3 YT-4.7-1 YT-4.7-2 YT-4.8-1 YT-4.8-2 YT-4.9 YT-4.10
  YT-5.1 YT-5.2-1 YT-5.2-2 YT-5.4 YT-5.5 YT-5.6-1 YT-5.6-2 YT-7`.split(/\s+/);
const forces: Readonly<Record<string, string>> = {
  ...Object.fromEntries(must.map((id) => [id, "must"])),
  "YT-1": "should",
  "YT-5.3": "should",
  "YT-3.2.7": "may",
  "YT-0-1": "inform",
  "YT-6": "inform",
};

const days = (n: number): Term => ({ n, unit: "workingDay" });

/** Every number of days in the measures; what is not here has none. */
const terms: readonly (readonly [string, string, Term])[] = [
  ["reply-simple", "YT-4.5-1", days(2)],
  ["report-complex", "YT-4.5-2", days(3)],
];

const steps = new Set(pack.formalities.map((f) => f.id));
const rules = new Set(pack.duties.map((d) => d.id));

describe("the clauses", () => {
  it("are those of the requirement, each once, and bind as much", () => {
    expect(Object.fromEntries(pack.clauses.map((c) => [c.id, c.force]))).toEqual(forces);
    expect(pack.clauses).toHaveLength(41);
  });

  it("each has its place in the measures and its words; one that asks for nothing says where note is taken of it", () => {
    const bare = pack.clauses.filter((c) => !/^(第[一二三四五六七]条|引言)/.test(c.article) || c.text.length < 5);
    expect(bare.map((c) => c.id)).toEqual([]);
    expect(pack.clauses.filter((c) => c.force === "inform" && !c.noted).map((c) => c.id)).toEqual([]);
  });
});

describe("the entries", () => {
  it("cite only clauses that exist, serve all that bind, and their examples run", () => {
    const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));
    expect(checkPack(pack, [pack], calendar)).toEqual([]);
  });

  it("have an id of their own, and plain words", () => {
    for (const [kind, list] of Object.entries(ownEntries(pack, undefined))) {
      const ids = list.map((entry) => entry.id);
      expect(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        kind,
      ).toEqual([]);
      expect(list.filter((entry) => !/\p{Script=Han}/u.test(entry.words)).map((entry) => entry.id)).toEqual([]);
    }
  });

  it("name only steps, duties and fields that there are", () => {
    const fields = new Set(pack.formalities.flatMap((f) => f.fields.map((field) => field.name)));
    const guards = [...pack.powers, ...pack.formalities].flatMap((p) => p.guards);
    const unknown = guards.flatMap((guard) => {
      switch (guard.is) {
        case "formalityDone":
          return guard.anyOf.filter((id) => !steps.has(id));
        case "formalityNotDone":
        case "notWhoDid":
          return steps.has(guard.formality) ? [] : [guard.formality];
        case "beforeDue":
          return rules.has(guard.duty) ? [] : [guard.duty];
        case "factGiven":
          return guard.names.filter((name) => !fields.has(name));
        case "factIs":
        case "factIsNot":
          return fields.has(guard.name) ? [] : [guard.name];
        default:
          return [];
      }
    });
    const moments = [
      ...pack.duties.flatMap((d) => [d.start, ...d.end, ...d.cancel, d.excusedBy ?? d.start]),
      ...pack.notices.map((n) => n.on),
    ];
    const steppedOn = moments.filter((m) => m.startsWith("done.")).map((m) => m.slice("done.".length));
    const byFields = pack.duties.flatMap((d) => d.byField ?? []);
    expect([
      ...unknown,
      ...steppedOn.filter((id) => !steps.has(id)),
      ...byFields.filter((f) => !fields.has(f)),
    ]).toEqual([]);
  });

  it("open no act at a stage that the table of transitions does not know", () => {
    const strange = [
      ...pack.powers.flatMap((p) => p.from.filter((at) => !allowedAt(p.act, at)).map((at) => `${p.id} at ${at}`)),
      ...pack.formalities.flatMap((f) =>
        f.from
          .filter((at) => !allowedAt(f.on === "case" ? "carryOut" : "carryOutOnLeg", at))
          .map((at) => `${f.id} at ${at}`),
      ),
    ];
    expect(strange).toEqual([]);
  });

  it("name posts that somebody holds in the example office", () => {
    const held = new Set<string>(pack.exampleOffice.holdings.map((h) => h.post));
    expect(pack.duties.flatMap((d) => d.ownerPost ?? []).filter((post) => !held.has(post))).toEqual([]);
  });
});

describe("the terms", () => {
  it.each(terms)("%s: the number of %s", (rule, clause, term) => {
    expect(pack.duties.find((d) => d.id === rule)).toMatchObject({ clause, limit: term });
  });

  it("no other duty has a number, none pauses, and none can be made longer", () => {
    const timed = pack.duties.filter((d) => d.limit !== null).map((d) => d.id);
    expect(timed.toSorted()).toEqual(terms.map(([rule]) => rule).toSorted());
    expect(pack.duties.filter((d) => d.pauses.length > 0 || d.extension !== undefined).map((d) => d.id)).toEqual([]);
  });

  it("what has no day at all cannot be breached", () => {
    const breached = pack.duties.filter((d) => d.breach && d.limit === null && d.byField === undefined);
    expect(breached.map((d) => d.id)).toEqual([]);
  });
});
