import { describe, expect, it } from "vitest";
import { addDays, instant, plainDate } from "../../domain/calendar/plain-date.ts";
import { calendarAsOf } from "../../domain/calendar/work-calendar.ts";
import { type CaseId, unfiled } from "../../domain/case/case.ts";
import { noChain } from "../../domain/case/context.ts";
import type { LawfulAct } from "../../domain/case/lawful.ts";
import { office } from "../../domain/office/office.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { packs } from "../../packs/index.ts";
import { demoCities } from "../cities.ts";
import { chance } from "./chance.ts";
import { weightOf } from "./choice.ts";
import { inventedCitizen } from "./citizens.ts";
import { type DeclaredField, fillFields } from "./fill/fields.ts";
import { formalityWeight } from "./formalities.ts";
import { type Scene, unitsFor } from "./scene.ts";
import { storyOf } from "./story.ts";
import { places } from "./words/places.ts";
import { accusations } from "./words/topics/accusations.ts";
import { everyday } from "./words/topics/all.ts";
import { worded } from "./wording.ts";

const now = instant("2026-03-03T10:00:00+08:00");
const [pack] = packs;
const [city] = demoCities;
if (!pack || !city) throw new Error("no pack");

/** The clerk of a unit before a case, with the luck of a seed. */
function scene(seed: string, content = "某处的路灯坏了，请修。"): Scene {
  const since = plainDate("2020-01-01");
  const orgs = city?.orgs.map((org) => ({
    ...org,
    id: org.id as never,
    parentId: org.parentId as never,
    leftOn: null,
  }));
  const holdings = city?.people.flatMap(({ login, posts }) =>
    posts.map(({ orgId, post }) => {
      const held = { personId: login as never, orgId: orgId as never, post };
      return { ...held, from: since, to: null, standsInFor: null };
    }),
  );
  const actor = { kind: "staff", personId: "urban.clerk" as never, orgId: "urban" as never, posts: ["clerk"] } as const;
  const calendar = calendarAsOf(nationalYears, plainDate("2026-03-03"));
  return {
    kase: unfiled("c" as CaseId, (pack as NonNullable<typeof pack>).id, now),
    leg: null,
    ctx: { now, actor, office: office(orgs ?? [], holdings ?? []), pack: pack as never, calendar, chain: noChain },
    story: storyOf(seed, "XX-1", content),
    luck: chance(seed),
    owed: [],
    duties: new Map(city?.orgs.map(({ id, duties }) => [id as never, duties])),
  };
}

const seeds = Array.from({ length: 40 }, (_, n) => `seed ${n}`);

describe("what is invented", () => {
  it("is nobody: telephones of one dead series, addresses that lead nowhere", () => {
    for (const seed of seeds) {
      const citizen = inventedCitizen(chance(seed));
      expect(citizen.phone).toMatch(/^1390000\d{4}$/);
      expect(citizen.email).toMatch(/@example\.test$/);
      expect([...citizen.name].length).toBeGreaterThanOrEqual(3);
    }
  });

  it("reads as a whole: no blank is left open, and every telling is long enough to be filed", () => {
    const questions = [...everyday, ...accusations].flatMap((topic) => topic.questions);
    for (const { tells, found, done } of questions) {
      for (const text of [tells, found, ...done.split("|")]) {
        const said = worded(text, chance(text), plainDate("2026-03-03"));
        expect(said).not.toMatch(/[{}]|×{2}/);
        expect([...said].length, said).toBeGreaterThan(8);
      }
      expect([...tells].length).toBeGreaterThan(20);
    }
    expect(new Set(places).size).toBe(places.length);
  });

  it("can be recognised by its words and goes to a unit that is there for it, in every city", () => {
    for (const topic of everyday) {
      for (const question of topic.questions)
        expect(storyOf("a", "1", worded(question.tells, chance("t"), plainDate("2026-03-03")))).toMatchObject({
          topic,
          question,
        });
      for (const { region, orgs } of demoCities)
        expect(
          orgs.some(({ duties }) => topic.words.some((word) => duties.includes(word))),
          `${region}: ${topic.words.join()}`,
        ).toBe(true);
    }
    expect(unitsFor(scene("a"), null)[0]?.id).toBe("urban");
  });

  it("follows the seed and the number alone", () => {
    const fate = (seed: string, number: string) => storyOf(seed, number, "").fate;
    expect(seeds.map((n) => fate("a", n))).toEqual(seeds.map((n) => fate("a", n)));
    expect(new Set(seeds.map((n) => fate("a", n))).size).toBeGreaterThan(3);
  });
});

describe("declared fields", () => {
  const field = (over: Partial<DeclaredField>): DeclaredField => ({
    name: "f",
    label: "F",
    kind: "text",
    required: true,
    ...over,
  });

  it("are filled as their shapes ask", () => {
    for (const seed of seeds) {
      const value = (over: Partial<DeclaredField>) => fillFields([field(over)], scene(seed))?.["f"];
      expect(value({ kind: "text" })).toMatch(/。$/);
      expect(["a", "b"]).toContain(value({ kind: "choice", choices: [{ value: "a" }, { value: "b" }] }));
      expect([["a"], ["b"]]).toContainEqual(value({ kind: "choices", choices: [{ value: "a" }, { value: "b" }] }));
      expect(value({ kind: "date", when: "sinceFiling" })).toBe("2026-03-03");
      const day = String(value({ kind: "date", when: "coming" }));
      expect(day >= "2026-03-03" && day <= addDays(plainDate("2026-03-03"), 3)).toBe(true);
      const n = Number(value({ kind: "number", least: 2, most: 4 }));
      expect(n >= 2 && n <= 4).toBe(true);
      expect(["yes", "no"]).toContain(value({ kind: "yesNo" }));
      expect(value({ kind: "people", least: 2 })).toHaveLength(2);
      expect(["urban.leader", "urban.principal"]).toContain(value({ kind: "person" }));
      expect(value({ kind: "person", posts: ["leaderInCharge"] })).toBe("urban.leader");
      expect(value({ kind: "org" })).not.toBe("rail");
      expect(value({ kind: "org", mustBeUnjoined: true })).toBe("rail");
    }
  });

  it("that are not required are left out now and then, unless another field asks for them", () => {
    const free = seeds.map((seed) => fillFields([field({ required: false })], scene(seed)));
    expect(free.some((filled) => filled?.["f"] === undefined)).toBe(true);
    expect(free.some((filled) => filled?.["f"] !== undefined)).toBe(true);
    const asked = { field: "why", oneOf: ["other"] };
    const fields = [
      field({ name: "why", kind: "choice", choices: [{ value: "other" }] }),
      field({ required: false, requiredWhen: asked }),
    ];
    expect(seeds.every((seed) => fillFields(fields, scene(seed))?.["f"] !== undefined)).toBe(true);
  });

  it("that cannot be filled here leave the form alone", () => {
    expect(fillFields([field({ kind: "choice", choices: [] })], scene("a"))).toBeNull();
    expect(fillFields([field({ kind: "person", posts: ["governmentLeader"] })], scene("a"))).toBeNull();
  });
});

describe("the regulation's own steps", () => {
  const step = (id: string, guards: readonly object[] = []) => ({ id, fields: [], guards, effects: [] });
  const steps = [
    step("asked"),
    step("free"),
    step("then", [{ is: "formalityDone", anyOf: ["free"] }]),
    step("late", [{ is: "overdue", duties: [] }]),
  ];
  const powers = [{ act: "dispatch", guards: [{ is: "formalityDone", anyOf: ["asked"] }] }];
  const before = scene("a");
  const pack = { ...before.ctx.pack, formalities: steps, powers } as never;
  const here: Scene = { ...before, ctx: { ...before.ctx, pack } };
  const weight = (id: string, over: Partial<Scene> = {}, again = false) =>
    formalityWeight(id, again, { ...here, ...over });

  it("are taken where they are owed or lead on, seldom where they merely may be", () => {
    const owed = [{ moment: "done.free", legId: null }] as const;
    expect(weight("free", { owed })).toBeGreaterThan(weight("asked"));
    expect(weight("asked")).toBeGreaterThan(weight("late"));
    expect(weight("late")).toBeGreaterThan(weight("free"));
    expect(weight("free")).toBeGreaterThan(0);
    expect(weight("unknown")).toBe(0);
  });

  it("follow one another, are seldom repeated, and hardly tried again in vain", () => {
    const done = { moment: "done.free", at: now, legId: null } as never;
    const kase = { ...here.kase, happenings: [done] };
    expect(weight("then", { kase })).toBeGreaterThan(weight("then"));
    expect(weight("free", { kase })).toBeLessThan(weight("free"));
    expect(weight("asked", {}, true)).toBeLessThan(weight("asked"));
  });
});

describe("choice among what is open", () => {
  const what = (over: Partial<LawfulAct>): LawfulAct => ({
    act: "view",
    legId: "l1",
    formality: null,
    closed: null,
    ...over,
  });

  it("never falls on what is closed, or on what no member of staff decides by themselves", () => {
    expect(
      weightOf(what({ closed: { code: "act.noSuchLeg", clause: null, facts: {} } as never }), scene("a"), new Set()),
    ).toBe(0);
    expect(weightOf(what({ act: "recordDelivery", legId: null }), scene("a"), new Set())).toBe(0);
    expect(weightOf(what({}), scene("a"), new Set())).toBeGreaterThan(0);
  });

  it("says a remark once", () => {
    const note = what({ act: "note", legId: null });
    expect(weightOf(note, scene("a"), new Set())).toBeGreaterThan(0);
    expect(weightOf(note, scene("a"), new Set(["note//"]))).toBe(0);
  });

  it("refuses only what is fated to be refused", () => {
    const refuse = what({ act: "refuse", legId: null });
    const weights = seeds.map((seed) => [storyOf(seed, "XX-1", "").fate, weightOf(refuse, scene(seed, ""), new Set())]);
    expect(weights.filter(([fate, weight]) => (fate === "refused") !== Number(weight) > 0)).toEqual([]);
  });
});
