import { dayOf, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { CalendarYear } from "../../../domain/calendar/work-calendar.ts";
import type { Post } from "../../../domain/office/org.ts";
import { hashPassword } from "../../gateways/passwords.ts";
import type { House } from "../../house.ts";
import { withAddress } from "../../record/addresses.ts";
import { forgetRegions } from "../../record/regions.ts";
import { enqueue } from "../../store/jobs.ts";
import { regionIds } from "../../store/office/regions.ts";
import { type RegionSettings, touchRegion } from "../../store/world.ts";
import {
  knownYears,
  loadCalendar,
  lockHouseCalendars,
  vouchForHouseCalendars,
} from "../../store/office/calendars/calendars.ts";
import { type FoundingOrg, foundRegion as write } from "../../store/office/founding.ts";
import { appendOfficeEvent } from "../../store/office/office-events.ts";

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
  const people = founding.people.map((person) => ({ ...person, passwordHash, mustChange: false }));
  const joined = founding.orgs.flatMap(({ joinedOn }) => (joinedOn ?? []) as PlainDate[]);
  const from = joined.toSorted()[0] ?? dayOf(house.now());
  const fresh = await house.db.transaction().execute(async (tx) => {
    await lockHouseCalendars(tx);
    const settings = await withAddress(tx, founding.region, founding.settings);
    if (!(await write(tx, house.newId, { ...founding, settings, people, from, at: house.now() }))) return false;
    await vouchForHouseCalendars(tx, founding.region, { sign: house.keys.signRoot, now: house.now });
    return true;
  });
  forgetRegions(house);
  return fresh;
}

/** Loads the built-in calendars of years that have none yet; one that a city has loaded itself is left alone. */
export async function loadBuiltInCalendars(house: House, years: readonly CalendarYear[]): Promise<number> {
  return house.db.transaction().execute(async (tx) => {
    await lockHouseCalendars(tx);
    const known = await knownYears(tx);
    const fresh = years.filter((year) => !known.has(year.year));
    for (const year of fresh) await loadCalendar(tx, house.newId(), year, house.now());
    const data = { years: fresh.map(({ year, source }) => ({ year, source })) };
    const actor = { personId: null, orgId: null };
    const first = fresh.map((year) => year.year).sort((a, b) => a - b)[0];
    if (first === undefined) return 0;
    for (const region of await regionIds(tx)) {
      await appendOfficeEvent(tx, region, "calendar", { type: "calendarBuiltIn", at: house.now(), actor, data });
      await touchRegion(tx, region);
      await enqueue(tx, "reckon", { region, year: first });
    }
    return fresh.length;
  });
}
