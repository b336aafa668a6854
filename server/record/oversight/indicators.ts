import type { Rate } from "../../../domain/accountability/rates.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Org } from "../../../domain/office/org.ts";
import { articleOf } from "../../../domain/rules/look-up.ts";
import { type Indicator, measureOf } from "../../../domain/rules/measure.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { Db } from "../../store/db.ts";
import type { Told } from "../../store/case/sight.ts";
import { ratingsByOrg } from "../../store/oversight/efficiency.ts";
import { doneByOrg } from "../../store/oversight/kept.ts";

interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly today: PlainDate;
}

/** What each body is assessed by under the regulation (ZJ-5-2), as fractions; null where the text assesses by nothing. */
export async function indicatorsOf(db: Db, told: Told, pack: Pack, bodies: readonly Org[], period: Period) {
  const rule = measureOf(pack.measures, "indicators");
  if (!rule) return null;
  const orgs = bodies.map((org) => org.id);
  const rules = rule.counted.flatMap((one) => ("duties" in one ? one.duties : []));
  const grades = (pack.settings.ratings.value ?? []).filter((grade) => grade.counts).map((grade) => grade.code);
  const done = await doneByOrg(db, told, { orgs, rules, ...period });
  const rated = await ratingsByOrg(db, told, orgs, grades, period.from, period.to);
  const rateOf = (one: Indicator, org: string): Rate =>
    "duties" in one
      ? sum(done.filter((row) => row.org === org && one.duties.includes(row.rule)))
      : sum(rated.filter((row) => row.org_id === org).map((row) => ({ met: Number(row.met), of: Number(row.of) })));
  return {
    article: articleOf(pack, rule.clause),
    names: rule.counted.map(({ name }) => name),
    rows: bodies.flatMap((org) => {
      const rates = rule.counted.map((one) => rateOf(one, org.id));
      return rates.some((rate) => rate.of > 0) ? [{ org: { id: org.id, name: org.shortName }, rates }] : [];
    }),
  };
}

function sum(rates: readonly Rate[]): Rate {
  return { met: rates.reduce((n, rate) => n + rate.met, 0), of: rates.reduce((n, rate) => n + rate.of, 0) };
}
