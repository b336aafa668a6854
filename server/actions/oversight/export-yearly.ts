import type { Actor } from "../../../domain/case/case.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { RateName } from "../../../domain/rules/measure.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";
import { workbook } from "../../gateways/sheets/workbook.ts";
import type { House } from "../../house.ts";
import { yearlyRates } from "../../record/oversight/supervision.ts";
import { casesOfYear } from "../../record/oversight/yearly-cases.ts";
import { logExport } from "../../record/log-export.ts";
import type { Told } from "../../store/case/sight.ts";
import type { World } from "../../store/world.ts";

const words = zh.sheets;
const names: readonly RateName[] = ["viewedInTime", "repliedInTime", "passedFirstAudit", "satisfied"];

/** The four rates of a year with every case behind them (FZ-12), as a workbook; every export is written down. */
export async function exportYearly(
  house: House,
  world: World,
  pack: Pack,
  { actor, told }: { readonly actor: Extract<Actor, { kind: "staff" }>; readonly told: Told },
  { year, purpose }: { readonly year: number; readonly purpose: string },
): Promise<Buffer> {
  const region = world.region.id;
  const now = house.now();
  const { rows } = await yearlyRates(house.db, world, pack, told, year, now);
  const cases = await casesOfYear(house.db, told, pack, { orgs: rows.map((row) => row.org.id), year, now });
  await logExport(house, region, actor, { at: now, purpose, detail: { what: "yearlyRates", year } });
  const columns = names.flatMap((name) =>
    [words.met, words.of, words.rate].map((text) => fill(text, { step: words.rateNames[name] })),
  );
  return workbook([
    {
      name: words.yearly,
      header: [words.unit, words.persons, ...columns],
      rows: rows.map(({ org, persons, rates }) => [
        org.name,
        persons.join("、"),
        ...names.flatMap((name) => [rates[name].met, rates[name].of, { share: rates[name] }]),
      ]),
    },
    {
      name: words.yearlyCases,
      header: [words.unit, words.rateName, words.number, words.since, words.counted],
      rows: cases.map((row) => [
        world.office.orgs.get(row.org as OrgId)?.shortName ?? row.org,
        words.rateNames[row.rate as RateName],
        row.number,
        { day: row.on },
        row.met ? words.isMet : words.isMissed,
      ]),
    },
  ]);
}
