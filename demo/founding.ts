import type { RegionTerms } from "../domain/rules/region-terms.ts";
import type { PlainDate } from "../domain/calendar/plain-date.ts";
import type { Level, OrgKind, Post } from "../domain/office/org.ts";

/** An organisation of a demo city. */
export interface DemoOrg {
  readonly id: string;
  readonly parentId: string | null;
  /** The competent body one level above. */
  readonly superiorId?: string;
  readonly kind: OrgKind;
  readonly level: Level;
  readonly name: string;
  readonly shortName: string;
  readonly initials: string;
  readonly duties: string;
  readonly phone: string | null;
  readonly joinedOn: PlainDate | null;
}

/** A person of a demo city with the posts held; `login` opens the desk. All of them are invented. */
export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly posts: readonly { readonly orgId: string; readonly post: Post }[];
}

/** What a demo city tells everybody about its office: settings of a region, all of them invented. */
export interface DemoOffice {
  readonly phone: string;
  readonly hours: string;
  readonly address: string;
  readonly adminPhone: string;
  readonly smsSignature: string;
  readonly shortSite: string;
  readonly footer: readonly string[];
  /** Terms that the regulation leaves to the region: until when an answer can be rated. */
  readonly terms?: RegionTerms;
  readonly notices: readonly { readonly title: string; readonly on: string; readonly text: string }[];
}

/** A city that a newcomer finds, under the regulation `pack`; it is founded only where that is installed. */
export interface DemoCity {
  readonly region: string;
  readonly name: string;
  readonly pack: string;
  readonly jurisdiction: string;
  readonly settings: DemoOffice;
  readonly orgs: readonly DemoOrg[];
  readonly people: readonly DemoPerson[];
  /** The sign-ins that are printed at the start, by role. */
  readonly signIns: readonly (readonly [role: string, login: string])[];
}

/** The password of every demo account. */
export const demoPassword = "Huiyin-2026";
