import type { PlainDate } from "../domain/calendar/plain-date.ts";
import type { Level, OrgKind, Post } from "../domain/office/org.ts";
import { inventedName } from "./invented.ts";

/** An organisation of a demo city. */
export interface DemoOrg {
  readonly id: string;
  readonly parentId: string | null;
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

/** A city that a newcomer finds, under the regulation `pack`; it is founded only where that is installed. */
export interface DemoCity {
  readonly region: string;
  readonly name: string;
  readonly pack: string;
  readonly jurisdiction: string;
  readonly orgs: readonly DemoOrg[];
  readonly people: readonly DemoPerson[];
  /** The sign-ins that are printed at the start, by role. */
  readonly signIns: readonly (readonly [role: string, login: string])[];
}

/** The password of every demo account. */
export const demoPassword = "Huiyin-2026";

/** Who works in a body of a kind: the end of the sign-in, and the posts held. */
export type Staffing = Readonly<
  Partial<Record<OrgKind, readonly (readonly [suffix: string, posts: readonly Post[]])[]>>
>;

/** Somebody whom the staffing does not give: sign-in, body, posts. */
export type Extra = readonly [login: string, orgId: string, ...posts: Post[]];

/** The people of a city; `from` sets where the walk through the invented names begins. */
export function peopleOf(
  orgs: readonly DemoOrg[],
  staffing: Staffing,
  extras: readonly Extra[],
  from = 0,
): readonly DemoPerson[] {
  const staff = orgs.flatMap((org) =>
    (staffing[org.kind] ?? []).map(([suffix, posts]) => ({ login: `${org.id}.${suffix}`, orgId: org.id, posts })),
  );
  const all = [...staff, ...extras.map(([login, orgId, ...posts]) => ({ login, orgId, posts }))];
  return all.map(({ login, orgId, posts }, n) => ({
    login,
    name: inventedName(from + n),
    posts: posts.map((post) => ({ orgId, post })),
  }));
}

/** One body as a line of a table. */
export type Row = readonly [
  id: string,
  kind: OrgKind,
  name: string,
  shortName: string,
  initials: string,
  duties: string,
];

/** A node of the tree that groups the bodies of one level. */
export function area(id: string, parentId: string | null, level: Level, name: string, since: PlainDate): DemoOrg {
  return {
    id,
    parentId,
    kind: "area",
    level,
    name,
    shortName: name,
    initials: "",
    duties: "",
    phone: null,
    joinedOn: since,
  };
}

/** A body that works. */
export function body(
  parentId: string,
  level: Level,
  [id, kind, name, shortName, initials, duties]: Row,
  phone: string,
  joinedOn: PlainDate | null,
): DemoOrg {
  return { id, parentId, kind, level, name, shortName, initials, duties, phone, joinedOn };
}
