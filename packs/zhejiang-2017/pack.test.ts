import { describe, expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { calendarAsOf } from "../../domain/calendar/work-calendar.ts";
import { checkPack } from "../../domain/proof/check-pack.ts";
import { citations } from "../../domain/rules/citations.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { zhejiang2017 as pack } from "./index.ts";

/** The 32 clauses of the requirement, and how much each binds. */
const must =
  `ZJ-1-1 ZJ-1-2 ZJ-2-1 ZJ-2-2 ZJ-2-3 ZJ-3-1 ZJ-3.1-1 ZJ-3.1-2 ZJ-3.2-1 ZJ-3.2-2 ZJ-4.1-1 ZJ-4.1-2 ZJ-4.2-1 ZJ-4.2-2
  ZJ-4.2-3 ZJ-4.2-4 ZJ-4.2-5 ZJ-4.3-1 ZJ-4.3-2 ZJ-4.3-3 ZJ-4.4-1 ZJ-4.4-2 ZJ-4.4-3 ZJ-4.4-4 ZJ-4.4-5 ZJ-4.4-7 ZJ-5-1
  ZJ-5-2 ZJ-5-4`.split(/\s+/);
const forces: Readonly<Record<string, string>> = {
  ...Object.fromEntries(must.map((id) => [id, "must"])),
  "ZJ-1-3": "should",
  "ZJ-4.4-6": "may",
  "ZJ-5-3": "inform",
};

const entries = [
  ...pack.grounds,
  ...pack.powers,
  ...pack.sights,
  ...pack.duties,
  ...pack.measures,
  ...pack.notices,
  ...pack.formalities,
  ...pack.papers,
];

it("may be put in force", () => {
  expect(checkPack(pack, [pack], calendarAsOf(nationalYears, plainDate("2026-11-21")))).toEqual([]);
});

describe("the clauses", () => {
  it("are those of the requirement, each once, and bind as much", () => {
    expect(Object.fromEntries(pack.clauses.map((c) => [c.id, c.force]))).toEqual(forces);
    expect(pack.clauses).toHaveLength(32);
  });

  it("each has its place in the opinions and its words", () => {
    expect(pack.clauses.filter((c) => !/^[一二三四五]/.test(c.article) || c.text.length < 5 || !c.title)).toEqual([]);
    expect(pack.clauses.filter((c) => c.force === "inform" && !c.noted)).toEqual([]);
  });

  it("are each served by an entry, a guard or a setting, and none that is not there is cited", () => {
    const cited = new Set(citations(pack).map(([clause]) => clause));
    expect(pack.clauses.filter((c) => c.force !== "inform" && !cited.has(c.id)).map((c) => c.id)).toEqual([]);
    expect([...cited].filter((id) => !(id in forces))).toEqual([]);
  });
});

describe("the entries", () => {
  it("have no id twice within their kind, and plain words each", () => {
    for (const list of [pack.powers, pack.duties, pack.formalities, pack.notices, pack.sights, pack.measures]) {
      const ids = list.map((entry) => entry.id);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    }
    expect(entries.filter((e) => !/^[^,;:()?!]*$/.test(e.words) || !/\p{Script=Han}/u.test(e.words))).toEqual([]);
  });

  it("say where a step is ours and not the text's", () => {
    const ours = entries.filter((entry) => /是本系统的设定|为重构/.test(entry.words) && !entry.reconstructed);
    expect(ours.map((entry) => entry.id)).toEqual([]);
  });

  it("a field's name means one thing throughout: where it stands twice, its choices are the same", () => {
    const fields = pack.formalities.flatMap((f) => f.fields);
    const apart = fields.filter((field) =>
      fields.some((other) => other.name === field.name && JSON.stringify(other) !== JSON.stringify(field)),
    );
    expect(apart.map((field) => field.name)).toEqual([]);
  });
});

describe("the terms", () => {
  it("one has a number: seven calendar days from the incident; where the text says 及时 there is none", () => {
    const timed = pack.duties.filter((d) => d.limit !== null || d.target || d.extension || d.pauses.length > 0);
    expect(timed.map((d) => [d.id, d.clause, d.limit, d.countFrom])).toEqual([
      ["propose", "ZJ-4.4-2", { n: 7, unit: "calendarDay" }, "incidentOn"],
    ]);
  });

  it("what has no number cannot be breached", () => {
    expect(pack.duties.filter((d) => d.breach).map((d) => d.id)).toEqual(["propose"]);
  });
});
