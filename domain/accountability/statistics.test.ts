import { describe, expect, it } from "vitest";
import { percentage } from "./rates.ts";
import { amount, noCounts, rateOf } from "./statistics.ts";
import { type Counts, countNames, figureNames, figures, isShare, namesOf } from "./figures.ts";

const counts = (some: Partial<Counts>): Counts => ({ ...noCounts, ...some });

describe("[FZ-11-1 FZ-12] the on-time rate has an honest denominator", () => {
  it("what lies open past its last day counts against the rate: leaving a late case open cannot raise it", () => {
    const closedLate = counts({ closedInTime: 8, closedLate: 2 });
    const leftLying = counts({ closedInTime: 8, overdueOpen: 2 });
    expect(rateOf(closedLate, "onTime")).toEqual({ met: 8, of: 10 });
    expect(rateOf(leftLying, "onTime")).toEqual(rateOf(closedLate, "onTime"));
  });

  it("a unit that has answered nothing and is late with everything stands at 0, not at nothing", () => {
    expect(percentage(rateOf(counts({ overdueOpen: 3 }), "onTime"))).toBe("0.0%");
  });

  it("what is open and not late yet counts on neither side: nobody is judged before the last day is over", () => {
    expect(rateOf(counts({ closedInTime: 1, open: 40, dispatched: 41 }), "onTime")).toEqual({ met: 1, of: 1 });
  });

  it("where nothing fell due there is no rate, neither 0 nor 100", () => {
    expect(percentage(rateOf(counts({ open: 5 }), "onTime"))).toBe("—");
  });
});

describe("figures", () => {
  it("[FZ-12] participation is measured by who was asked, satisfaction by who answered", () => {
    const asked = counts({ rated: 3, unrated: 7, satisfied: 2, notSatisfied: 1 });
    expect(rateOf(asked, "participation")).toEqual({ met: 3, of: 10 });
    expect(rateOf(asked, "satisfaction")).toEqual({ met: 2, of: 3 });
  });

  it("a refusal is no other outcome: the two are never added up", () => {
    const ended = counts({ refused: 4, otherOutcome: 2 });
    expect([amount(ended, "refused"), amount(ended, "otherOutcome")]).toEqual([4, 2]);
  });

  it("a return that nobody has decided stands among the asked, neither granted nor refused", () => {
    const asked = counts({ returnAccepted: 1, returnRefused: 2, returnPending: 3 });
    expect(amount(asked, "returnsAsked")).toBe(6);
    expect(rateOf(asked, "returnsGranted")).toEqual({ met: 1, of: 6 });
    expect(rateOf(asked, "returnsRefused")).toEqual({ met: 2, of: 6 });
  });

  it("what reached a share and what fell short make the whole, with nothing twice", () => {
    for (const name of figureNames.filter(isShare)) {
      const parts = [...namesOf(name, "met"), ...namesOf(name, "rest")];
      expect(parts.toSorted(), name).toEqual(namesOf(name, "of").toSorted());
    }
  });

  it("everything that is counted is shown in some figure", () => {
    const shown = new Set(Object.values(figures).flatMap(({ met, of }) => [...met, ...(of ?? [])]));
    expect(countNames.filter((name) => !shown.has(name))).toEqual([]);
  });
});
