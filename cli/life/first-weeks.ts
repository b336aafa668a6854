import { addDays, dayOf } from "../../domain/calendar/plain-date.ts";
import { fill } from "../../domain/words/fill.ts";
import type { OpenHouse } from "../../server/main.ts";
import { regionRows } from "../../server/store/office/regions.ts";
import { takeStock } from "../../server/store/pools.ts";
import { say } from "../say.ts";
import type { CliWords } from "../words.ts";
import { live } from "./live.ts";

/** Long enough before the week for the first terms to have run out. */
const runUp = { days: 21, perDay: 1 } as const;
const week = { days: 7, perDay: 6 } as const;

/** Gives every demo region that was just founded a past: a full week up to now, and three thin ones before it. */
export async function firstWeeks(
  { house, ownerUrl }: OpenHouse,
  stopped: () => boolean,
  words: CliWords,
): Promise<void> {
  for (const { id: region, name, settings } of await regionRows(house.db)) {
    if (settings.demo !== true || stopped()) continue;
    const until = house.now();
    const today = dayOf(until);
    const first = addDays(today, 1 - week.days - runUp.days);
    const stretch = { region, seed: "huiyin", until, stopped };
    const before = await live(house, { ...stretch, ...runUp, from: first });
    const { tally } = await live(house, { ...stretch, ...week, from: addDays(today, 1 - week.days) });
    if (stopped()) return;
    const days = runUp.days + week.days;
    say(fill(words.said.firstWeeks, { name, days, filed: before.tally.filed + tally.filed }));
  }
  await takeStock(ownerUrl);
}
