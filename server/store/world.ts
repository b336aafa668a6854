import { dayOf, type Instant, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { type CalendarYear, calendarAsOf, type WorkCalendar } from "../../domain/calendar/work-calendar.ts";
import type { SendingHours } from "../../domain/calendar/sending-hours.ts";
import { type Office, office } from "../../domain/office/office.ts";
import type { Level, Org, OrgId, OrgKind, PersonId, Post } from "../../domain/office/org.ts";
import type { RetentionTable } from "../../domain/case/retention/classes.ts";
import type { Announcement } from "../../domain/telling/announcements.ts";
import type { RegionTerms } from "../../domain/rules/region-terms.ts";
import type { Db, Tx } from "./db.ts";

/** How a region runs: switches that its administrators set. */
export interface RegionSettings {
  /** Ids of switchable notices and grounds that are off. */
  readonly noticesOff?: readonly string[];
  readonly secondFactor?: "required" | "optional";
  /** Days after which a password must be changed, and after which an account that nobody uses is shut; nothing: never. */
  readonly passwordDays?: number;
  readonly idleAccountDays?: number;
  /** Whether passwords need three kinds of signs; `none`: length and being hard to guess are enough. */
  readonly passwordClasses?: "three" | "none";
  /** Telephone, opening hours and address that citizens are told. */
  readonly phone?: string;
  readonly hours?: string;
  readonly address?: string;
  /** Whom staff call who cannot sign in. */
  readonly adminPhone?: string;
  /** Stands in 【】 before each short message, as the carrier has registered it. */
  readonly smsSignature?: string;
  /** A short name of the portal for short messages, without https://; it must lead to the portal. */
  readonly shortSite?: string;
  /** The hours in which messages go out; codes and word of emergencies go out at any hour. */
  readonly messageHours?: SendingHours;
  readonly footer?: readonly string[];
  /** Weights of the yearly commendation and the ladder of leaders, where the region has set them. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly ladder?: readonly { readonly count: number; readonly post: Post }[];
  /** Terms that the regulation leaves to a document of its own, by the id of the duty. */
  readonly terms?: RegionTerms;
  /** What the office tells everybody, newest last or first as it was written. */
  readonly notices?: readonly Announcement[];
  /** Streets and towns below the areas, for picking a place by a few characters or initials. */
  readonly streets?: readonly {
    readonly area: string;
    readonly name: string;
    readonly initials: string;
    /** Where its middle lies, degrees north and east. */
    readonly at?: { readonly lat: number; readonly lon: number };
  }[];
  /** The categories under which cases are counted, as the region names them. */
  readonly categories?: readonly string[];
  /** Matters that others than the region's units are to be asked about. */
  readonly referrals?: readonly Referral[];
  /** How long the organ keeps what, by a table of its own that the archive office approved (C-63). */
  readonly retention?: RetentionTable;
  readonly demo?: boolean;
  /** Names under which the region is reached; one without a dot stands before the name of the house itself. */
  readonly hosts?: readonly string[];
}

/** Somebody outside whom a matter belongs to, known by words of the matter. */
export interface Referral {
  readonly words: readonly string[];
  readonly organ: string;
  readonly phone: string | null;
  readonly route: string | null;
}

export interface Region {
  readonly id: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly settings: RegionSettings;
}

export interface OrgCard {
  readonly initials: string;
  readonly duties: string;
  readonly phone: string | null;
  readonly address: string | null;
}

/** A region's standing facts, loaded once and kept until one of them changes. */
export interface World {
  readonly region: Region;
  readonly version: number;
  readonly office: Office;
  readonly cards: ReadonlyMap<OrgId, OrgCard>;
  readonly people: ReadonlyMap<PersonId, string>;
  readonly calendarVersions: readonly CalendarYear[];
  calendar(at: Instant): WorkCalendar;
}

const kept = new WeakMap<object, Map<string, World>>();

/** The region's standing facts; `keptBy` is whoever may share a copy (the house). */
export async function loadWorld(db: Db | Tx, regionId: string, keptBy: object): Promise<World> {
  const row = await db.selectFrom("region").select("version").where("id", "=", regionId).executeTakeFirst();
  if (!row) throw new Error(`no such region: ${regionId}`);
  const copies = kept.get(keptBy) ?? new Map<string, World>();
  kept.set(keptBy, copies);
  const copy = copies.get(regionId);
  if (copy && copy.version === row.version) return copy;
  const fresh = await readWorld(db, regionId);
  copies.set(regionId, fresh);
  return fresh;
}

/** The copy of a region's standing facts, however old; null where there is none yet. */
export function keptWorld(regionId: string, keptBy: object): World | null {
  return kept.get(keptBy)?.get(regionId) ?? null;
}

async function readWorld(db: Db | Tx, regionId: string): Promise<World> {
  const region = await db.selectFrom("region").selectAll().where("id", "=", regionId).executeTakeFirstOrThrow();
  const orgs = await db.selectFrom("org").selectAll().where("region_id", "=", regionId).orderBy("id").execute();
  const holdings = await db.selectFrom("holding").selectAll().where("region_id", "=", regionId).execute();
  const people = await db.selectFrom("person").select(["id", "name"]).where("region_id", "=", regionId).execute();
  const years = await db
    .selectFrom("calendar_version")
    .selectAll()
    .where((eb) => eb.or([eb("region_id", "is", null), eb("region_id", "=", regionId)]))
    .orderBy("loaded_at")
    .execute();
  const calendarVersions: readonly CalendarYear[] = years.map((y) => ({
    own: y.region_id !== null,
    year: y.year,
    effectiveFrom: y.effective_from as PlainDate | null,
    source: y.source,
    holidays: y.holidays as CalendarYear["holidays"],
    makeUpDays: y.make_up_days as CalendarYear["makeUpDays"],
  }));
  const calendars = new Map<PlainDate, WorkCalendar>();
  return {
    region: {
      id: region.id,
      name: region.name,
      jurisdiction: region.jurisdiction,
      settings: region.settings as RegionSettings,
    },
    version: region.version,
    office: office(
      orgs.map(
        (o): Org => ({
          id: o.id as OrgId,
          parentId: o.parent_id as OrgId | null,
          superiorId: o.superior_id as OrgId | null,
          kind: o.kind as OrgKind,
          level: o.level as Level,
          name: o.name,
          shortName: o.short_name,
          joinedOn: o.joined_on as PlainDate | null,
          leftOn: o.left_on as PlainDate | null,
        }),
      ),
      holdings.map((h) => ({
        personId: h.person_id as PersonId,
        orgId: h.org_id as OrgId,
        post: h.post as Post,
        from: h.valid_from as PlainDate,
        to: h.valid_to as PlainDate | null,
        standsInFor: h.stands_in_for as PersonId | null,
      })),
    ),
    cards: new Map(
      orgs.map((o) => [o.id as OrgId, { initials: o.initials, duties: o.duties, phone: o.phone, address: o.address }]),
    ),
    people: new Map(people.map((p) => [p.id as PersonId, p.name])),
    calendarVersions,
    calendar: (at) => {
      const day = dayOf(at);
      const known = calendars.get(day) ?? calendarAsOf(calendarVersions, day);
      calendars.set(day, known);
      return known;
    },
  };
}

/** Every copy of a region's standing facts is stale from now on. */
export async function touchRegion(tx: Tx, regionId: string): Promise<void> {
  await tx
    .updateTable("region")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", regionId)
    .execute();
}
