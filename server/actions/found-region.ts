import type { CalendarYear } from "../../domain/calendar/work-calendar.ts";
import type { Post } from "../../domain/office/org.ts";
import { hashPassword } from "../gateways/passwords.ts";
import type { House } from "../house.ts";
import type { RegionSettings } from "../store/world.ts";
import { type FoundingOrg, foundRegion as write, knownCalendar, loadCalendar } from "../store/office/founding.ts";

/** A region with its organisations, people and accounts, as it is first set up. */
export interface Founding {
  readonly region: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly settings: RegionSettings;
  readonly orgs: readonly FoundingOrg[];
  readonly people: readonly {
    readonly login: string;
    readonly name: string;
    readonly posts: readonly { readonly orgId: string; readonly post: Post }[];
  }[];
  readonly password: string;
}

/** Sets a region up, once; false when it is there already. */
export async function foundRegion(house: House, founding: Founding): Promise<boolean> {
  const passwordHash = await hashPassword(founding.password);
  return house.db.transaction().execute((tx) => write(tx, house.newId, { ...founding, passwordHash }));
}

/** Puts the built-in calendars into an empty database. */
export async function loadBuiltInCalendars(house: House, years: readonly CalendarYear[]): Promise<number> {
  return house.db.transaction().execute(async (tx) => {
    if (await knownCalendar(tx)) return 0;
    for (const year of years) await loadCalendar(tx, house.newId(), year, house.now());
    return years.length;
  });
}
