import { describe, expect, it } from "vitest";
import { national2022 } from "../../packs/national-2022/index.ts";
import type { Term } from "../calendar/term.ts";
import { standing, type LayeredPack } from "./layers.ts";
import { withRegionTerms } from "./region-terms.ts";

const asked = (value: boolean | null): LayeredPack => ({
  ...national2022,
  settings: {
    ...national2022.settings,
    calendarTermRollsForward: { ...national2022.settings?.calendarTermRollsForward, value } as never,
  },
});
const limits = (pack: LayeredPack) =>
  standing(pack, [pack]).duties.flatMap((rule) => (rule.limit?.unit === "calendarDay" ? [rule.limit] : []));

describe("[N22-22-2] whether a term in calendar days moves off a rest day is said once, in the pack", () => {
  it("every term in calendar days follows the setting, and only those", () => {
    const all: readonly Term[] = limits(asked(true));
    expect(all.length).toBeGreaterThan(5);
    expect(all.every((term) => "rollsForward" in term)).toBe(true);
    const working = standing(asked(true), []).duties.filter((rule) => rule.limit?.unit === "workingDay");
    expect(working.some((rule) => rule.limit && "rollsForward" in rule.limit)).toBe(false);
  });

  it.each([false, null])("with %s no term is moved", (value) => {
    expect(limits(asked(value)).some((term) => "rollsForward" in term)).toBe(false);
  });

  it("a term that a region sets follows it as well", () => {
    const pack = standing(asked(true), []);
    const settable = { ...pack, duties: pack.duties.map((rule) => ({ ...rule, settable: true as const })) };
    const rule = settable.duties[0];
    const set = withRegionTerms(settable, { [rule?.id ?? ""]: { n: 3, unit: "calendarDay" } });
    expect(set.duties[0]?.limit).toEqual({ n: 3, unit: "calendarDay", rollsForward: true });
  });
});
