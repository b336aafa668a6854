import type { PlainDate } from "../calendar/plain-date.ts";
import type { Holding, Org, OrgId, OrgKind, PersonId, Post } from "./org.ts";

/** A region's organisations and the posts held in them, ready to be asked. */
export interface Office {
  readonly orgs: ReadonlyMap<OrgId, Org>;
  readonly children: ReadonlyMap<OrgId, readonly Org[]>;
  readonly holdings: ReadonlyMap<OrgId, readonly Holding[]>;
}

/** Builds the directory once; it is read many times. */
export function office(orgs: readonly Org[], holdings: readonly Holding[]): Office {
  const children = new Map<OrgId, Org[]>();
  for (const org of orgs) {
    if (org.parentId === null) continue;
    children.set(org.parentId, [...(children.get(org.parentId) ?? []), org]);
  }
  const byOrg = new Map<OrgId, Holding[]>();
  for (const holding of holdings) byOrg.set(holding.orgId, [...(byOrg.get(holding.orgId) ?? []), holding]);
  return { orgs: new Map(orgs.map((org) => [org.id, org])), children, holdings: byOrg };
}

/** An organisation that must exist; throws when the tree does not hold it (a broken reference, not a refusal). */
export function orgOf(office: Office, id: OrgId): Org {
  const org = office.orgs.get(id);
  if (!org) throw new Error(`no such organisation: ${id}`);
  return org;
}

/** The area (city, county) that an organisation belongs to; itself when it is one. */
export function areaOf(office: Office, id: OrgId): Org {
  let org = orgOf(office, id);
  while (org.kind !== "area") {
    if (org.parentId === null) throw new Error(`organisation outside every area: ${id}`);
    org = orgOf(office, org.parentId);
  }
  return org;
}

/** The body of a kind in an area, such as the bureau of 鼓楼区; null when the area has none. */
export function bodyIn(office: Office, areaId: OrgId, kind: OrgKind): Org | null {
  return office.children.get(areaId)?.find((org) => org.kind === kind) ?? null;
}

/** The body of a kind at the same level as `id` (同级信访局, FZ-8.3-1). */
export function peerBody(office: Office, id: OrgId, kind: OrgKind): Org | null {
  return bodyIn(office, areaOf(office, id).id, kind);
}

/** The bodies of a kind in this organisation's area and in every area above it, nearest first. */
export function bodiesAbove(office: Office, id: OrgId, kind: OrgKind): readonly Org[] {
  const found: Org[] = [];
  let area: Org | null = areaOf(office, id);
  while (area) {
    const body = bodyIn(office, area.id, kind);
    if (body) found.push(body);
    area = area.parentId === null ? null : areaOf(office, area.parentId);
  }
  return found;
}

/**
 * The organs one level above a body, the usual one first: its competent superior, and the government of its own level
 * (of the level above for a government). Empty where the region's tree holds neither.
 */
export function organsAbove(office: Office, id: OrgId): readonly OrgId[] {
  const org = orgOf(office, id);
  const superior = org.superiorId !== null && office.orgs.has(org.superiorId) ? [org.superiorId] : [];
  const area = areaOf(office, id);
  const level = org.kind === "governmentOffice" ? area.parentId : area.id;
  const government = level === null ? null : bodyIn(office, level, "governmentOffice");
  return [...new Set([...superior, ...(government ? [government.id] : [])])].filter((above) => above !== id);
}

/** Whether `id` is `top` or stands below it in the tree. */
export function isWithin(office: Office, id: OrgId, top: OrgId): boolean {
  let org = office.orgs.get(id);
  while (org && org.id !== top) org = org.parentId === null ? undefined : office.orgs.get(org.parentId);
  return org !== undefined;
}

/** Whether a unit is in the system on a day (FZ-3.7). */
export function hasJoined(org: Org, on: PlainDate): boolean {
  return org.joinedOn !== null && org.joinedOn <= on && (org.leftOn === null || on <= org.leftOn);
}

/** The postholdings of an organisation that are valid on a day; of one post when it is given. */
export function inOffice(office: Office, id: OrgId, on: PlainDate, post?: Post): readonly Holding[] {
  return (office.holdings.get(id) ?? []).filter(
    (h) => (post === undefined || h.post === post) && h.from <= on && (h.to === null || on <= h.to),
  );
}

/** Whether a person holds a post in an organisation on a day, in person or as a stand-in. */
export function holdsPost(office: Office, person: PersonId, org: OrgId, post: Post, on: PlainDate): boolean {
  return inOffice(office, org, on, post).some((h) => h.personId === person);
}
