import { stepOf } from "../domain/accountability/steps.ts";
import { whatIf } from "../domain/accountability/what-if.ts";
import { dayOf, plainDate } from "../domain/calendar/plain-date.ts";
import { isGap } from "../domain/calendar/work-calendar.ts";
import type { Pack } from "../domain/rules/pack.ts";
import { packInForce } from "../domain/rules/in-force.ts";
import { fill } from "../domain/words/fill.ts";
import { livedReplies } from "../server/record/oversight/lived-replies.ts";
import { loadWorld } from "../server/store/world.ts";
import { failed } from "./exit.ts";
import { inHouse, regionOf } from "./house.ts";
import { dayTermOf } from "./replay-rules.ts";
import { report, say } from "./say.ts";
import type { CliWords } from "./words.ts";

export interface WhatIfOptions {
  readonly region?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
}

/** Judges the stored cases of a region by the reply term of another regulation; nothing is written. */
export async function whatIfStored(pack: Pack, options: WhatIfOptions, words: CliWords): Promise<void> {
  const term = dayTermOf(pack.duties.find((duty) => stepOf(duty) === "reply"));
  if (term === null) throw failed(fill(words.errors.noTerm, { pack: pack.id }));
  await inHouse(async (open) => {
    const { house } = open;
    const region = await regionOf(open, options.region, words);
    const world = await loadWorld(house.db, region, house);
    const now = house.now();
    const inForce = packInForce(house.packs, world.region.jurisdiction, dayOf(now));
    if (!inForce) throw failed(fill(words.errors.noneInForce, { region }));
    const lived = await livedReplies(house.db, region, null, inForce, {
      orgs: [...world.office.orgs.keys()],
      from: plainDate(options.from ?? "1990-01-01"),
      to: plainDate(options.to ?? dayOf(now)),
    });
    const rows = whatIf(lived, term, world.calendar(now), dayOf(now));
    if (isGap(rows)) throw failed(fill(words.errors.gap, { year: rows.gap }));
    const sum = (what: "total" | "late" | "wouldBeLate") => rows.reduce((n, row) => n + row[what], 0);
    const result = {
      pack: inForce.id,
      whatIf: pack.id,
      total: sum("total"),
      late: sum("late"),
      wouldBeLate: sum("wouldBeLate"),
      byUnit: rows.map(({ orgId, ...row }) => ({ org: world.office.orgs.get(orgId)?.shortName ?? orgId, ...row })),
    };
    if (options.json) {
      report(result);
      return;
    }
    say(fill(words.said.whatIf, result));
    for (const row of result.byUnit) say(fill(words.said.whatIfRow, row));
  });
}
