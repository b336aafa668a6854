import { createHash, randomBytes } from "node:crypto";
import { dayOf, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Post } from "../../../domain/office/org.ts";
import { hashPassword } from "../../gateways/passwords.ts";
import type { House } from "../../house.ts";
import { withAddress } from "../../record/addresses.ts";
import { lockHouseCalendars, vouchForHouseCalendars } from "../../store/office/calendars/calendars.ts";
import { type FoundingOrg, foundRegion } from "../../store/office/founding.ts";
import { appendOfficeEvent, officeEventOf } from "../../store/office/office-events.ts";
import type { RegionSettings } from "../../store/world.ts";

/** A city of one's own, as it is first set up. */
export interface CityToFound {
  readonly region: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly settings: RegionSettings;
  /** The day from which the people hold their posts; null: today. */
  readonly from: PlainDate | null;
  readonly orgs: readonly FoundingOrg[];
  readonly people: readonly {
    readonly login: string;
    readonly name: string;
    readonly posts: readonly { readonly orgId: string; readonly post: Post }[];
  }[];
}

/** Sign-ins with their first passwords: known now and never again. */
export type FirstPasswords = readonly { readonly login: string; readonly password: string }[];

/** Founds a city once. The same again changes nothing; another one under the same name is refused. */
export async function foundCity(
  house: House,
  city: CityToFound,
): Promise<{ readonly founded: FirstPasswords } | "known" | "other"> {
  const digest = createHash("sha256").update(JSON.stringify(city)).digest("hex");
  const passwords = city.people.map(({ login }) => ({ login, password: `${randomBytes(9).toString("base64url")}-A1` }));
  const hashes = await Promise.all(passwords.map(({ password }) => hashPassword(password)));
  const people = city.people.map((person, n) => ({ ...person, passwordHash: hashes[n] ?? "", mustChange: true }));
  return house.db.transaction().execute(async (tx) => {
    await lockHouseCalendars(tx);
    const from = city.from ?? dayOf(house.now());
    const settings = await withAddress(tx, city.region, city.settings);
    if (
      !(await foundRegion(tx, house.newId, {
        ...city,
        settings,
        orgs: parentsFirst(city.orgs),
        people,
        from,
        at: house.now(),
      }))
    ) {
      const founding = await officeEventOf(tx, city.region, "registry", "cityFounded");
      return (founding?.data as { digest?: string } | undefined)?.digest === digest ? "known" : "other";
    }
    await vouchForHouseCalendars(tx, city.region, { sign: house.keys.signRoot, now: house.now });
    await appendOfficeEvent(tx, city.region, "registry", {
      type: "cityFounded",
      at: house.now(),
      actor: { personId: null, orgId: null },
      data: { digest, orgs: city.orgs.length, people: city.people.length },
    });
    return { founded: passwords };
  });
}

function parentsFirst(orgs: readonly FoundingOrg[]): readonly FoundingOrg[] {
  const above = new Map(orgs.map((org) => [org.id, org.parentId]));
  const depth = (id: string | null): number => (id === null ? 0 : 1 + depth(above.get(id) ?? null));
  return orgs.toSorted((a, b) => depth(a.id) - depth(b.id));
}
