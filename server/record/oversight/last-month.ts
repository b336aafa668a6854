import { monthAround } from "../../../domain/accountability/stretches.ts";
import { addDays, dayOf, monthOf, plainDate } from "../../../domain/calendar/plain-date.ts";
import { sealedGrounds } from "../../../domain/case/sight.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { replyRules } from "../../../domain/rules/look-up.ts";
import type { House } from "../../house.ts";
import { serviceOf } from "../../store/oversight/service.ts";

type Service = ReturnType<typeof serviceOf>;

const kept = new WeakMap<House, Map<string, { readonly figures: Service; readonly at: number }>>();

/** The home page is everybody's, and counting a large city's month takes a while: so long it is not counted again. */
const staleAfter = 60_000;

/** What the calendar month that is over brought a region, as its home page says it. */
export function lastMonthOf(house: House, region: string, pack: Pack): Service {
  const days = monthAround(addDays(plainDate(`${monthOf(dayOf(house.now()))}-01`), -1), 1);
  const counted = kept.get(house) ?? new Map();
  kept.set(house, counted);
  const known = counted.get(region + days.from);
  if (known && performance.now() - known.at < staleAfter) return known.figures;
  const rules = replyRules(pack).map((rule) => rule.id);
  const grades = (pack.settings.ratings.value ?? []).filter(({ counts }) => counts).map(({ code }) => code);
  const reader = { region, orgId: "", posts: [] };
  const figures = serviceOf(house.db, { reader, sealedGrounds: sealedGrounds(house.packs) }, days, { rules, grades });
  figures.catch(() => counted.delete(region + days.from));
  counted.set(region + days.from, { figures, at: performance.now() });
  return figures;
}
