import { describe, expect, it } from "vitest";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { plainDate } from "../calendar/plain-date.ts";
import { calendarAsOf } from "../calendar/work-calendar.ts";
import { clauseId } from "../rules/clause.ts";
import type { Formality } from "../rules/formality.ts";
import type { Pack, PackId } from "../rules/pack.ts";
import type { Question } from "../rules/petitioner/questions.ts";
import { checkPack } from "./check-pack.ts";

const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));
const check = (pack: Pack, others: readonly Pack[] = []) => checkPack(pack, [pack, ...others], calendar);

describe("a pack is refused", () => {
  it("not at all when it is whole", () => expect(check(fuzhou2007)).toEqual([]));

  it("when a part cites a clause that the regulation does not have", () => {
    const [first, ...rest] = fuzhou2007.duties;
    if (!first) throw new Error("no duty");
    const strange = { ...fuzhou2007, duties: [{ ...first, clause: clauseId("FZ-99") }, ...rest] };
    expect(check(strange)).toContainEqual({ what: "noSuchClause", part: `duty ${first.id}`, clause: "FZ-99" });
  });

  it("when nothing serves a binding clause", () => {
    const clause = {
      id: clauseId("FZ-77"),
      force: "must",
      article: "第七十七条",
      title: "Nothing",
      text: "无",
    } as const;
    const idle = { ...fuzhou2007, clauses: [...fuzhou2007.clauses, clause] };
    expect(check(idle)).toEqual([{ what: "notServed", clause: "FZ-77" }]);
  });

  it("when an entry calls a name that nothing bears", () => {
    const visit: Formality = {
      id: "visit",
      label: "核查",
      on: "leg",
      from: ["handling"],
      clause: clauseId("FZ-7-2"),
      words: "现场核查",
      by: [{ post: "clerk", body: "holder" }],
      guards: [
        { is: "formalityDone", anyOf: ["plan"], clause: clauseId("FZ-7-2") },
        { is: "factIs", name: "found", oneOf: ["yes", "maybe"], clause: clauseId("FZ-7-2") },
        { is: "beforeDue", duty: "answer", clause: clauseId("FZ-7-2") },
        { is: "told", notice: "visited", clause: clauseId("FZ-7-2") },
      ],
      fields: [{ name: "found", label: "属实", kind: "yesNo", required: true }],
      effects: [{ is: "extend", days: "more" }],
      example: { value: null },
    };
    const start = fuzhou2007.duties.map((duty) => (duty.id === "reply" ? { ...duty, start: "done.visits" } : duty));
    const faults = check({ ...fuzhou2007, formalities: [visit], duties: start as Pack["duties"] });
    expect(faults.filter(({ what }) => what === "nobodyBears")).toEqual(
      [
        ["duty reply", "formality", "visits"],
        ["formality visit", "formality", "plan"],
        ["formality visit", "value", "found = maybe"],
        ["formality visit", "duty", "answer"],
        ["formality visit", "notice", "visited"],
        ["formality visit", "field", "more"],
      ].map(([part, names, name]) => ({ what: "nobodyBears", part, names, name })),
    );
  });

  it("when an example fails", () => {
    const duties = fuzhou2007.duties.map((duty) =>
      duty.id === "reply" ? { ...duty, limit: { n: 3, unit: "workingDay" } as const } : duty,
    );
    const failing = check({ ...fuzhou2007, duties }).filter((fault) => fault.what === "exampleFails");
    expect(failing.map((fault) => fault.part)).toContain("duty reply");
  });

  it("when its base is not there", () => {
    expect(check({ ...fuzhou2007, standsOn: "fujian-2000" as PackId })).toEqual([
      { what: "noBase", base: "fujian-2000" },
    ]);
  });

  it.each([
    [null, "overlap", "2020-01-01", "2020-01-01"],
    ["2020-06-30", "overlap", "2020-01-01", "2020-06-30"],
    ["2019-12-01", "gap", "2019-12-02", "2019-12-31"],
  ] as const)("when it ends on %s and the next begins on 2020-01-01: %s", (ends, what, from, to) => {
    const next = { ...fuzhou2007, id: "fuzhou-2020" as PackId, effectiveFrom: plainDate("2020-01-01") };
    const ending = { ...fuzhou2007, effectiveTo: ends === null ? null : plainDate(ends) };
    expect(check(ending, [next])).toEqual([{ what, other: "fuzhou-2020", from, to }]);
  });

  it("and is in order when the next one begins on the day after its end", () => {
    const next = { ...fuzhou2007, id: "fuzhou-2020" as PackId, effectiveFrom: plainDate("2020-01-01") };
    expect(check({ ...fuzhou2007, effectiveTo: plainDate("2019-12-31") }, [next])).toEqual([]);
  });
});

describe("questions about matters of one kind", () => {
  const sound: Question = { name: "lamp", label: "路灯编号", required: true, unclear: true };
  const asking = (...questions: readonly Question[]): Pack => {
    const { kinds } = fuzhou2007.settings;
    const value = kinds.value.map((kind) => (kind.code === "ordinary" ? { ...kind, questions } : kind));
    return { ...fuzhou2007, settings: { ...fuzhou2007.settings, kinds: { ...kinds, value } } };
  };

  it("may be asked when a form can ask them", () =>
    expect(check(asking(sound, { ...sound, name: "dark", choices: ["是", "否"] }))).toEqual([]));

  it.each([
    ["a name no form can bear", { ...sound, name: "路灯" }, "路灯"],
    ["no words", { ...sound, label: " " }, "lamp"],
    ["one choice", { ...sound, choices: ["是"] }, "lamp"],
    ["the same choice twice", { ...sound, choices: ["是", "是"] }, "lamp"],
    ["「不清楚」 among the choices", { ...sound, choices: ["是", "不清楚"] }, "lamp"],
  ])("are refused with %s", (_, question, detail) =>
    expect(check(asking(question))).toEqual([{ what: "badQuestion", part: "setting kinds ordinary", detail }]),
  );

  it("are refused when two bear one name", () =>
    expect(check(asking(sound, sound))).toEqual([
      { what: "badQuestion", part: "setting kinds ordinary", detail: "lamp" },
    ]));
});
