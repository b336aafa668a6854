import { dayOf } from "../../domain/calendar/plain-date.ts";
import type { House } from "../../server/house.ts";
import { casesByStage, overdueNow } from "../../server/store/case/under-way.ts";
import type { Lived } from "./live.ts";
import { total } from "./tally.ts";

/** What a region has come to, in figures. */
export async function summaryOf(house: House, region: string, { from, days, tally }: Lived) {
  const overdue = await overdueNow(house.db, region, dayOf(house.now()));
  return {
    region,
    from,
    days,
    filed: tally.filed,
    acts: total(tally.acts),
    byAct: tally.acts,
    refused: total(tally.refused),
    byRefusal: tally.refused,
    cases: await casesByStage(house.db, region),
    overdue: overdue.open,
    breaches: overdue.ever,
  };
}

export type Summary = Awaited<ReturnType<typeof summaryOf>>;
