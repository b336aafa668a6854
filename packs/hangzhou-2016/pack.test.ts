import { describe, expect, it } from "vitest";
import { noCounts, rateOf } from "../../domain/accountability/statistics.ts";
import { monthAround, stretchesOf } from "../../domain/accountability/stretches.ts";
import { type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import { calendarAsOf } from "../../domain/calendar/work-calendar.ts";
import { checkPack, ownEntries } from "../../domain/proof/check-pack.ts";
import { failures } from "../../domain/proof/example.ts";
import { citations } from "../../domain/rules/citations.ts";
import { packInForce } from "../../domain/rules/in-force.ts";
import { standing } from "../../domain/rules/layers.ts";
import { measureOf } from "../../domain/rules/measure.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { dutyValue, measureValue } from "../../domain/words/entry-words.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { zhejiang2017 } from "../zhejiang-2017/index.ts";
import { hangzhou2016 } from "./index.ts";

const pack = standing(hangzhou2016, [zhejiang2017]);
const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));

/** The fifty clauses of the requirement that are the city's own, and how much each binds. */
const must = `HZ-0-1 HZ-1 HZ-3.1 HZ-3.2 HZ-3.3 HZ-4.6 HZ-5.1.a HZ-5.1.b HZ-5.1.c HZ-5.1.d HZ-5.1.e HZ-5.1.f HZ-5.2.a
  HZ-5.2.b HZ-5.2.c HZ-6.1-1 HZ-6.1.1 HZ-6.1.2 HZ-6.1.3 HZ-6.2.1.a HZ-6.2.1.b HZ-6.2.1.c HZ-6.2.2-1 HZ-6.2.2-2
  HZ-6.2.3-1 HZ-6.2.3-2 HZ-6.2.3-3 HZ-6.3.1-1 HZ-6.3.1-2 HZ-6.3.1-3 HZ-6.3.2.a-1 HZ-6.3.2.a-2 HZ-6.3.2.a-3
  HZ-6.3.2.b-1 HZ-6.3.2.b-2 HZ-6.3.2.c-1 HZ-6.3.2.c-2 HZ-6.4.1 HZ-6.4.2 HZ-6.4.3-1 HZ-6.4.3-2`.split(/\s+/);
const forces: Readonly<Record<string, string>> = {
  ...Object.fromEntries(must.map((id) => [id, "must"])),
  ...Object.fromEntries(["HZ-2", "HZ-6.1-2", "HZ-7"].map((id) => [id, "should"])),
  ...Object.fromEntries(["HZ-0-2", "HZ-4.1", "HZ-4.2", "HZ-4.3", "HZ-4.4", "HZ-4.5"].map((id) => [id, "inform"])),
};

/** Every number of days that the specification sets; what is not here has none of its own. */
const terms = {
  "acknowledge-superior": { n: 3, unit: "workingDay" },
  "acknowledge-email": { n: 1, unit: "workingDay" },
  "acknowledge-sms": { n: 1, unit: "workingDay" },
  "answer-at-once": { n: 0, unit: "sameDay" },
  reply: { n: 5, unit: "workingDay" },
};

const parts = ownEntries(pack, zhejiang2017);
const own = Object.values(parts).flat();

describe("the clauses", () => {
  it("are the fifty of the requirement, each once, and bind as much", () => {
    expect(Object.fromEntries(hangzhou2016.clauses.map((c) => [c.id, c.force]))).toEqual(forces);
    expect(hangzhou2016.clauses).toHaveLength(50);
  });

  it("one that asks for nothing says where note is taken of it", () => {
    expect(hangzhou2016.clauses.filter((c) => c.force === "inform" && !c.noted)).toEqual([]);
  });
});

describe("the pack", () => {
  it("may be put in force, with the province's beneath it", () => {
    expect(checkPack(pack, [zhejiang2017, pack], calendar)).toEqual([]);
  });

  for (const [kind, entries] of Object.entries(parts)) {
    it.each(entries.map((entry) => [entry.id, entry] as const))(`${kind} %s: its example runs`, (_id, entry) => {
      expect(failures(entry, pack, calendar)).toEqual([]);
    });
  }

  it.each(Object.entries(parts))("%s: no id twice, and plain words for each", (_kind, list) => {
    const ids = list.map((entry) => entry.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(list.filter((entry) => !/\p{Script=Han}/u.test(entry.words)).map((entry) => entry.id)).toEqual([]);
  });

  it("names only duties, formalities, notices and facts that exist", () => {
    const formalities = new Set(pack.formalities.map((f) => f.id));
    const fields = new Set(pack.formalities.flatMap((f) => f.fields.map((field) => field.name)));
    const known = new Set([
      ...pack.duties.map((d) => d.id),
      ...pack.notices.map((n) => n.id),
      ...formalities,
      ...fields,
    ]);
    const guards = [...pack.powers, ...pack.formalities].flatMap((p) => p.guards);
    const named = guards.flatMap((guard): readonly string[] => {
      if (guard.is === "formalityDone") return guard.anyOf;
      if (guard.is === "formalityNotDone" || guard.is === "notWhoDid") return [guard.formality];
      if (guard.is === "namedOnlyAfter") return [guard.formality, guard.name];
      if (guard.is === "told") return [guard.notice];
      if (guard.is === "factGiven") return guard.names;
      if (guard.is === "factIs" || guard.is === "factIsNot") return [guard.name];
      if (guard.is === "overdue") return guard.duties;
      return guard.is === "beforeDue" ? [guard.duty] : [];
    });
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    const moments = pack.duties.flatMap((d) => [d.start, ...d.end, ...d.cancel]);
    const notices = new Set(pack.notices.map((n) => n.id));
    const strange = moments.filter((moment) => {
      const dot = moment.indexOf(".");
      const [kind, id] = [moment.slice(0, dot), moment.slice(dot + 1)];
      return (kind === "done" && !formalities.has(id)) || (kind === "told" && !notices.has(id));
    });
    expect(strange).toEqual([]);
  });

  it("a name of a field means one thing in city and province", () => {
    const kinds = Map.groupBy(
      pack.formalities.flatMap((f) => f.fields),
      (field) => field.name,
    );
    const torn = [...kinds].filter(([, fields]) => new Set(fields.map((f) => `${f.kind}/${f.label}`)).size > 1);
    expect(torn.map(([name]) => name)).toEqual([]);
  });
});

describe("the terms", () => {
  it("are the numbers of the text, and where it names none there is none", () => {
    const timed = parts["duty"]?.filter((rule) => (rule as Pack["duties"][number]).limit !== null) ?? [];
    expect(Object.fromEntries(timed.map((rule) => [rule.id, (rule as Pack["duties"][number]).limit]))).toEqual(terms);
    expect(pack.duties.find((d) => d.id === "reply")?.target).toEqual({ n: 3, unit: "workingDay" });
  });

  it("a right that lapses and a day that is our reading blame nobody", () => {
    const blamed = hangzhou2016.duties.filter((d) => d.breach !== null).map((d) => d.id);
    expect(blamed).toEqual([
      "acknowledge-superior",
      "acknowledge-email",
      "acknowledge-sms",
      "reply",
      "reply-governor",
      "reply-people-daily",
    ]);
  });
});

describe("city on province", () => {
  const served = (id: string) => citations(pack).some(([clause]) => clause === id);

  it("[ZJ-5-3] every clause of both is citable, and every binding one of the province is served in the city", () => {
    expect(pack.clauses.map((c) => c.id)).toEqual([
      ...zhejiang2017.clauses.map((c) => c.id),
      ...hangzhou2016.clauses.map((c) => c.id),
    ]);
    const idle = zhejiang2017.clauses.filter(
      (c) => c.force !== "inform" && !served(c.id) && c.id !== zhejiang2017.inForceBy,
    );
    expect(idle.map((c) => c.id)).toEqual([]);
  });

  it("[ZJ-5-3] what the city says nothing of is the province's: ratings, supervision, call backs, accountability", () => {
    expect(pack.settings.ratings).toBe(zhejiang2017.settings.ratings);
    expect(pack.settings.supervisedBy).toBe(zhejiang2017.settings.supervisedBy);
    expect(pack.settings.tracks.value).toBe(false);
    const inherited = pack.formalities.filter((f) => zhejiang2017.formalities.includes(f)).map((f) => f.id);
    for (const id of ["setOccurrence", "nameResponsible", "recordHandling", "callBack", "verify", "recordIncident"]) {
      expect(inherited).toContain(id);
    }
    expect(own.map((entry) => entry.id)).toContain("setForm");
  });

  it("[HZ-1] it holds for all of Hangzhou from the day of its page, and nowhere else", () => {
    const on = (day: string, where = "hangzhou") =>
      packInForce([pack, zhejiang2017], where, plainDate(day))?.id ?? null;
    expect([on("2016-03-03"), on("2016-03-04"), on("2026-03-02")]).toEqual([null, "hangzhou-2016", "hangzhou-2016"]);
    expect(on("2026-03-02", "zhejiang")).toBe("zhejiang-2017");
  });

  it("[HZ-7] the page of the workflow is drawn from the pack: another limit, other words", () => {
    const rule = pack.duties.find((d) => d.id === "reply") as Pack["duties"][number];
    expect(dutyValue(rule, pack)).toContain("5 个工作日");
    expect(dutyValue(rule, pack)).toContain("一般在3 个工作日内");
    const four = { ...rule, limit: { n: 4, unit: "workingDay" } } as const;
    expect(dutyValue(four, pack)).toContain("4 个工作日");
    expect(dutyValue(four, pack)).not.toContain("5 个工作日");
  });
});

describe("6.3.2 c) and 6.4.3: what is counted", () => {
  const meets = (published: number, finished: number) => {
    const { met, of } = rateOf({ ...noCounts, published, unpublished: finished - published }, "publication");
    return met >= of * (measureOf(pack.measures, "rateTarget")?.atLeast ?? 1);
  };

  it("[HZ-6.3.2.c-2] sixty per cent or more of what was published: thirty of fifty meet it, twenty-nine do not", () => {
    expect(measureOf(pack.measures, "rateTarget")).toMatchObject({ rate: "published", atLeast: 0.6 });
    expect([meets(30, 50), meets(29, 50), meets(50, 50)]).toEqual([true, false, true]);
    const measure = pack.measures.find((m) => m.id === "published-rate") as Pack["measures"][number];
    expect(measureValue(measure)).toBe("公开率不低于60%");
  });

  it("[HZ-6.4.3-1] a report of number and content comes round every month; each case has one category to be counted under", () => {
    const report = hangzhou2016.measures.find((m) => m.is === "periodic");
    expect(report).toMatchObject({ what: "report", months: 1, contents: ["受理数量", "受理内容"] });
    const category = pack.formalities.find((f) => f.id === "recordFacts")?.fields.find((f) => f.name === "acceptance");
    expect(category).toMatchObject({ kind: "choice", required: true });
    const guarded = pack.powers
      .find((p) => p.act === "dispatch")
      ?.guards.some((guard) => guard.is === "factGiven" && guard.names.includes("acceptance"));
    expect(guarded).toBe(true);
  });

  it.each([
    ["2026-02-25", "2026-02"],
    ["2026-02-26", "2026-03"],
    ["2026-03-25", "2026-03"],
    ["2026-03-26", "2026-04"],
    ["2025-12-26", "2026-01"],
    ["2026-01-25", "2026-01"],
  ])("[HZ-6.4.3-2] what was accepted on %s belongs to %s", (day, month) => {
    const start = pack.settings.statisticalMonth.value?.startDay ?? 1;
    expect(monthAround(plainDate(day), start).month).toBe(month);
  });

  it("[HZ-6.4.3-2] the months follow each other without a gap: January 2026 runs from 12-26 to 01-25", () => {
    const start = pack.settings.statisticalMonth.value?.startDay ?? 1;
    const year = { from: "2025-12-26" as PlainDate, to: "2026-03-25" as PlainDate };
    expect(stretchesOf(year, "month", start)?.map((s) => `${s.from}/${s.to}`)).toEqual([
      "2025-12-26/2026-01-25",
      "2026-01-26/2026-02-25",
      "2026-02-26/2026-03-25",
    ]);
  });
});
