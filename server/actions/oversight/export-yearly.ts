import { percentage } from "../../../domain/accountability/rates.ts";
import { rulesOfStep } from "../../../domain/accountability/steps.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { Actor } from "../../../domain/case/case.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { RateName } from "../../../domain/rules/measure.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";
import { workbook } from "../../gateways/sheets.ts";
import type { House } from "../../house.ts";
import { yearlyRates } from "../../record/oversight/supervision.ts";
import { logAccess } from "../../store/oversight/access-log.ts";
import { yearlyCases } from "../../store/oversight/yearly-cases.ts";
import type { World } from "../../store/world.ts";

const words = zh.sheets;
const names: readonly RateName[] = ["viewedInTime", "repliedInTime", "passedFirstAudit", "satisfied"];

/** The four rates of a year with every case behind them (FZ-12), as a workbook; every export is written down. */
export async function exportYearly(
  house: House,
  world: World,
  pack: Pack,
  actor: Extract<Actor, { kind: "staff" }>,
  { year, purpose }: { readonly year: number; readonly purpose: string },
): Promise<Buffer> {
  const region = world.region.id;
  const now = house.now();
  const { rows } = await yearlyRates(house.db, world, pack, actor.orgId, year, now);
  const cases = await yearlyCases(house.db, region, {
    orgs: rows.map((row) => row.org.id),
    viewRules: rulesOfStep(pack, "view"),
    replyRules: rulesOfStep(pack, "reply"),
    grades: (pack.settings.ratings.value ?? []).filter((r) => r.counts).map((r) => r.code),
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    today: dayOf(now),
  });
  await logAccess(house.db, region, {
    id: house.newId(),
    at: now,
    personId: actor.personId,
    orgId: actor.orgId,
    what: "export",
    caseId: null,
    reason: purpose,
    detail: { what: "yearlyRates", year },
  });
  const columns = names.flatMap((name) =>
    [words.met, words.of, words.rate].map((text) => fill(text, { step: words.rateNames[name] })),
  );
  return workbook([
    {
      name: words.yearly,
      header: [words.unit, ...columns],
      rows: rows.map(({ org, rates }) => [
        org.name,
        ...names.flatMap((name) => [rates[name].met, rates[name].of, percentage(rates[name])]),
      ]),
    },
    {
      name: words.yearlyCases,
      header: [words.unit, words.rateName, words.number, words.since, words.counted],
      rows: cases.map((row) => [
        world.office.orgs.get(row.org as OrgId)?.shortName ?? row.org,
        words.rateNames[row.rate as RateName],
        row.number,
        row.on,
        row.met ? words.isMet : words.isMissed,
      ]),
    },
  ]);
}
