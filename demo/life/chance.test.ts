import { describe, expect, it } from "vitest";
import { chance } from "./chance.ts";

const draw = (seed: string, n: number) => {
  const luck = chance(seed);
  return Array.from({ length: n }, () => luck.next());
};

describe("chance", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(draw("a", 20)).toEqual(draw("a", 20));
    expect(draw("a", 20)).not.toEqual(draw("b", 20));
  });

  it("spreads evenly from 0 up to 1", () => {
    const drawn = draw("even", 10_000);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const here = drawn.filter((x) => Math.floor(x * 10) === tenth).length;
      expect(here).toBeGreaterThan(850);
      expect(here).toBeLessThan(1150);
    }
  });

  it("follows weights, and chooses nothing where nothing weighs anything", () => {
    const luck = chance("weights");
    const drawn = Array.from({ length: 4000 }, () =>
      luck.weighed([
        ["often", 3],
        ["seldom", 1],
        ["never", 0],
      ] as const),
    );
    expect(drawn.filter((thing) => thing === "often").length).toBeGreaterThan(2800);
    expect(drawn.filter((thing) => thing === "seldom").length).toBeGreaterThan(800);
    expect(drawn).not.toContain("never");
    expect(luck.weighed([["never", 0]])).toBeNull();
    expect(luck.weighed([])).toBeNull();
  });
});
