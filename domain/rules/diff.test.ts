import { describe, expect, it } from "vitest";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import { sayDifferences, sideBySide } from "../words/pack-diff.ts";
import { differences } from "./diff.ts";
import type { Pack } from "./pack.ts";

const shorter: Pack = {
  ...fuzhou2007,
  duties: fuzhou2007.duties.map((duty) =>
    duty.id === "reply" ? { ...duty, limit: { n: 5, unit: "workingDay" } } : duty,
  ),
};

describe("comparing two packs", () => {
  it("a pack does not differ from itself", () => expect(differences(fuzhou2007, fuzhou2007)).toEqual([]));

  it("a changed term is one difference, with both sides", () => {
    const [only, ...others] = differences(fuzhou2007, shorter);
    expect(others).toEqual([]);
    expect([only?.before.length, only?.after.length]).toEqual([only?.after.length, only?.before.length]);
    expect(only?.chapter).toBe("duties");
  });

  it("a longer extension is a difference too, and is said", () => {
    const longer: Pack = {
      ...shorter,
      duties: fuzhou2007.duties.map((duty) =>
        duty.id === "reply"
          ? { ...duty, extension: { granted: "term.extended", most: { n: 7, unit: "workingDay" } } }
          : duty,
      ),
    };
    const [chapter, ...others] = sayDifferences(differences(fuzhou2007, longer), fuzhou2007, longer);
    expect(others).toEqual([]);
    expect(chapter?.lines[0]).toMatch(/改为：.*7 个工作日/s);
  });

  it("reads as a sentence with both terms and the article", () => {
    const [chapter] = sayDifferences(differences(fuzhou2007, shorter), fuzhou2007, shorter);
    expect(chapter?.title).toBe("四、期限");
    expect(chapter?.lines[0]).toMatch(/^原为：.*10 个工作日.*第八条（二）.*\n {2}改为：.*5 个工作日/s);
  });

  it("a dropped ground and a new one are said as such", () => {
    const [ground, ...rest] = fuzhou2007.grounds;
    if (!ground) throw new Error("no ground");
    const fewer = { ...fuzhou2007, grounds: rest };
    expect(sayDifferences(differences(fuzhou2007, fewer), fuzhou2007, fewer)[0]?.lines[0]).toMatch(/^不再规定：/);
    expect(sayDifferences(differences(fewer, fuzhou2007), fewer, fuzhou2007)[0]?.lines[0]).toMatch(/^新增：/);
  });

  it("another name for a thing is a change of names", () => {
    const renamed = { ...fuzhou2007, terms: { ...fuzhou2007.terms, handlingUnit: "责任单位" } };
    const [chapter] = sayDifferences(differences(fuzhou2007, renamed), fuzhou2007, renamed);
    expect(chapter?.lines).toEqual(["办理单位：“承办单位”改称“责任单位”"]);
  });
});

it("both sides of a rule stand apart, and a side without it is empty", () => {
  const [chapter] = sideBySide(differences(fuzhou2007, shorter), fuzhou2007, shorter);
  expect(chapter?.rows).toHaveLength(1);
  expect(chapter?.rows[0]?.before).toContain("10 个工作日");
  expect(chapter?.rows[0]?.after).toContain("5 个工作日");
  const fewer: Pack = { ...fuzhou2007, grounds: fuzhou2007.grounds.slice(1) };
  expect(sideBySide(differences(fuzhou2007, fewer), fuzhou2007, fewer)[0]?.rows[0]?.after).toBeNull();
});
