import { describe, expect, it } from "vitest";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import { settableDuties, withRegionTerms } from "./region-terms.ts";
import type { Pack } from "./pack.ts";

const [first, second] = fuzhou2007.duties;
const open: Pack = {
  ...fuzhou2007,
  duties: [
    { ...(first as NonNullable<typeof first>), limit: null, settable: true },
    second as NonNullable<typeof second>,
  ],
};
const term = { n: 7, unit: "workingDay" } as const;

describe("terms that a region sets", () => {
  it("takes over the term of a duty that is left open, and of no other", () => {
    const terms = { [first?.id ?? ""]: term, [second?.id ?? ""]: term };
    const whole = withRegionTerms(open, terms);
    expect(whole.duties.map((rule) => rule.limit)).toEqual([term, second?.limit]);
    expect(settableDuties(open)).toEqual([first?.id]);
  });

  it("without terms the regulation stands as it is", () => {
    expect(withRegionTerms(open, undefined)).toBe(open);
  });
});
