import { describe, expect, it } from "vitest";
import { packs } from "../../../packs/index.ts";
import { howItWorks } from "./how-it-works.ts";

describe.each(packs.map((pack) => [pack.id, pack] as const))("the way of a case under %s", (_id, pack) => {
  const how = howItWorks(pack);

  it("is told in about six stages, with terms of the regulation's own", () => {
    expect(how.stages.length).toBeGreaterThanOrEqual(5);
    expect(how.stages.length).toBeLessThanOrEqual(7);
    expect(how.stages.some(({ terms }) => terms.length > 0)).toBe(true);
  });

  it("names no term in its own words, and nothing of how the regulation was made into rules", () => {
    const said = how.stages.flatMap(({ title, words, terms }) => [title, words, ...terms.map(({ what }) => what)]);
    expect(how.stages.flatMap(({ terms }) => terms.map(({ who, what }) => who + what)).join()).not.toMatch(/您信访人/);
    for (const words of said) expect(words).not.toMatch(/[0-9]+\s*(?:个工作日|日)|重构|本系统|规范未写|意见没有写/);
  });

  it("says of every reason for refusing where to go, in whole sentences", () => {
    for (const { words } of how.grounds) expect(words).not.toMatch(/向应当|提出提出|重构|本系统的设定|\{/);
  });
});
