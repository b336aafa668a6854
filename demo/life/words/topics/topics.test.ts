import { describe, expect, it } from "vitest";
import { instant, plainDate } from "../../../../domain/calendar/plain-date.ts";
import { subjects } from "../../../../domain/rules/vocabulary.ts";
import { packs } from "../../../../packs/index.ts";
import { demoCities } from "../../../cities.ts";
import { chance } from "../../chance.ts";
import { replies } from "../../fill/answering.ts";
import { textFor } from "../../fill/texts.ts";
import { toldOf } from "../../fill/telling.ts";
import type { Scene } from "../../scene.ts";
import { storyOf } from "../../story.ts";
import { worded } from "../../wording.ts";
import { comments, gradesAfter } from "../grades.ts";
import { likelyChoice } from "../likely.ts";
import { accusations } from "./accusations.ts";
import { everyday, topicsOf } from "./all.ts";

const now = instant("2026-03-03T10:00:00+08:00");
const today = plainDate("2026-03-03");
const questions = [...everyday, ...accusations].flatMap((topic) =>
  topic.questions.map((question) => ({ topic, question })),
);
const seeds = Array.from({ length: 10 }, (_, n) => `seed ${n}`);

/** The longest piece of a text between its blanks: by it the text is known. */
const mark = (text: string) =>
  text.split(/\{\w+\}|\|/).reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");

/** Somebody of a region before a case that tells this, with the luck of a seed. */
function scene(packId: string, seed: string, tells: string): Scene {
  const pack = packs.find(({ id }) => id === packId);
  const content = worded(tells, chance(seed), today);
  const luck = chance(seed);
  const kase = { complex: false, legs: [], happenings: [] };
  const ctx = { now, pack, office: { orgs: new Map() } };
  return { kase, leg: null, ctx, story: storyOf(seed, "1", content), luck } as unknown as Scene;
}

describe.each(demoCities.map((city) => [city.region, city] as const))("%s", (_, { pack }) => {
  it("answers what was asked, and nothing that was asked elsewhere", () => {
    for (const seed of seeds)
      for (const { question } of questions) {
        const [reply] = replies(scene(pack, seed, question.tells));
        const said = [reply?.text, ...(reply?.claims ?? []).map(({ text }) => text)].join("");
        expect(said).toContain(mark(question.found));
        expect(said).toContain(mark(question.done));
        const others = questions.filter((one) => one.question !== question);
        expect(others.filter((one) => said.includes(mark(one.question.found)))).toEqual([]);
      }
  });

  it("gives every claim its verdict, and promises what remains with a day to come", () => {
    for (const { question } of questions) {
      const [reply] = replies(scene(pack, "a", question.tells));
      const claims = question.claim?.split("\n") ?? [];
      expect(reply?.claims?.map(({ n }) => n)).toEqual(claims.map((_, n) => n + 1));
    }
  });
});

describe("what stands in the fields of a form", () => {
  const here = scene("fuzhou-2007", "a", everyday[0]?.questions[0]?.tells ?? "");

  it("speaks of the case: summary, facts, measures, answer", () => {
    const { summary, found, done } = toldOf(here.story, chance("a"), today);
    expect(textFor("内容摘要", here)).toContain(summary);
    expect(textFor("核实的事实", here)).toBe(found);
    expect(textFor("措施", here)).toBe(done.join(""));
    expect(textFor("答复内容", here)).toContain(found);
    expect(textFor("依据的政策法规", here)).toBe(here.story.topic.policy);
  });

  it("says what fits the grade beside it", () => {
    for (const [grade, said] of Object.entries(comments)) {
      const patterns = said.map((text) => new RegExp(`^${text.replaceAll("{title}", ".+")}$`));
      for (const seed of seeds) {
        const text = textFor("信访人怎么说", { ...here, luck: chance(seed) }, grade);
        expect(
          patterns.some((pattern) => pattern.test(text)),
          text,
        ).toBe(true);
      }
    }
  });
});

describe("grades", () => {
  it("thank nobody who did not satisfy, and blame nobody who did", () => {
    expect(comments.dissatisfied.join()).not.toMatch(/谢|很快|解决了|办好/);
    expect(comments.satisfied.join()).not.toMatch(/没有|老样子|不要/);
    const all = Object.values(comments).flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it("follow the answer: what was granted satisfies oftener than what was not", () => {
    expect(gradesAfter.supported.satisfied).toBeGreaterThan(gradesAfter.supported.dissatisfied);
    expect(gradesAfter.notSupported.dissatisfied).toBeGreaterThan(gradesAfter.notSupported.satisfied);
  });
});

describe("accusations", () => {
  it("are told under their own kind alone, everyday matters never are one", () => {
    for (const subject of subjects)
      for (const topic of topicsOf(subject)) expect(topic.subject, `${subject}: ${topic.id}`).toBe(subject);
  });

  it("are sorted as reports; nothing else is", () => {
    const kinds = ["report", "claim", "suggestion"];
    for (const { topic, question } of questions) {
      const weights = likelyChoice("category", kinds, scene("national-2022", "a", question.tells).story);
      expect(Number(weights?.["report"] ?? 0) > 0, topic.id).toBe(topic.subject === "discipline");
    }
  });
});
