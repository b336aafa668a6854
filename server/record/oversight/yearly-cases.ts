import { rulesOfStep } from "../../../domain/accountability/steps.ts";
import { dayOf, type Instant } from "../../../domain/calendar/plain-date.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { Db } from "../../store/db.ts";
import type { Told } from "../../store/case/sight.ts";
import { yearlyCases } from "../../store/oversight/yearly-cases.ts";

/** Every case that counts in the rates of a year (FZ-12), with the rate and the body that it counts for. */
export function casesOfYear(
  db: Db,
  told: Told,
  pack: Pack,
  { orgs, year, now }: { readonly orgs: readonly string[]; readonly year: number; readonly now: Instant },
) {
  return yearlyCases(db, told, {
    orgs,
    viewRules: rulesOfStep(pack, "view"),
    replyRules: rulesOfStep(pack, "reply"),
    grades: (pack.settings.ratings.value ?? []).filter((grade) => grade.counts).map((grade) => grade.code),
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    today: dayOf(now),
  });
}
