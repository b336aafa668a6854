import { addDays, type PlainDate, startOfDay } from "../../../domain/calendar/plain-date.ts";
import type { PersonId } from "../../../domain/office/org.ts";
import type { House } from "../../house.ts";
import type { Reader } from "../../store/case/sight.ts";
import { choicesBetween } from "../../store/work/suggestion-choices.ts";
import type { World } from "../../store/world.ts";
import { bodyName } from "./statistics-names.ts";

export interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * The dispatches of these days that went to another unit than the one proposed first, and how many went where they
 * were proposed. Whoever reads only the times of a case is told no reasons.
 */
export async function correctedSuggestions(house: House, world: World, reader: Reader, { from, to }: Days) {
  const all = await choicesBetween(house.db, house.keys, reader, {
    from: startOfDay(from),
    before: startOfDay(addDays(to, 1)),
  });
  const rows = all
    .filter(({ suggested, chosen }) => suggested !== chosen)
    .map((row) => ({
      caseId: row.case_id,
      number: row.number,
      at: row.at,
      by: world.people.get(row.person_id as PersonId) ?? "",
      suggested: bodyName(world, row.suggested),
      suggestedWhy: row.sees_all ? row.suggested_why : "",
      chosen: bodyName(world, row.chosen),
      why: row.sees_all ? row.why : null,
    }));
  return { of: all.length, met: all.length - rows.length, rows };
}
