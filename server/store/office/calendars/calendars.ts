import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import type { CalendarYear } from "../../../../domain/calendar/work-calendar.ts";
import { json, type Tx } from "../../db.ts";
import { lockFor } from "../../lock.ts";
import { rowFaults } from "../../trust/compare.ts";
import { addVoucher, type Voucher } from "../../trust/vouching.ts";

/** Held by who loads a calendar of the house and by who founds a region, so that no region misses one. */
export function lockHouseCalendars(tx: Tx): Promise<void> {
  return lockFor(tx, "calendars of the house");
}

/** No house has more versions of calendar years. */
const versionsAtMost = 10_000;

/** A new region vouches for the calendars of the house as well, in the transaction that founds it. */
export async function vouchForHouseCalendars(tx: Tx, region: string, voucher: Voucher): Promise<void> {
  const rows = await rowFaults(tx, region, versionsAtMost, ["calendar_version"]);
  const lines = rows.map(({ table, key, found }) => [table, key, found ?? ""] as const);
  await addVoucher(tx, region, lines, voucher);
}

/** Years that have a calendar of the house. */
export async function knownYears(tx: Tx): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectFrom("calendar_version")
    .select("year")
    .where("region_id", "is", null)
    .distinct()
    .execute();
  return new Set(rows.map((row) => row.year));
}

/** Adds a version of a calendar year: a region's own, or the house's. */
export async function loadCalendar(
  tx: Tx,
  id: string,
  year: CalendarYear,
  at: Instant,
  region: string | null = null,
): Promise<void> {
  await tx
    .insertInto("calendar_version")
    .values({
      id,
      region_id: region,
      year: year.year,
      effective_from: year.effectiveFrom,
      source: year.source,
      holidays: json(year.holidays),
      make_up_days: json(year.makeUpDays),
      loaded_at: at,
    })
    .execute();
}
