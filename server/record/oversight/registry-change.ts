import { changeReports, type ReportLine } from "../../../domain/accountability/registry.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Actor } from "../../../domain/case/case.ts";
import { type Office, orgOf } from "../../../domain/office/office.ts";
import { type OrgId, type PersonId, type Post, unitKinds } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import type { Tx } from "../../store/db.ts";
import { appendOfficeEvent, signedBy } from "../../store/office/office-events.ts";
import { addOrgNotices } from "../../store/oversight/notices.ts";
import { touchRegion, type World } from "../../store/world.ts";

/** Posts whose change the regulation wants reported (FZ-10-3, FZ-10-4). */
const reported: readonly Post[] = ["leaderInCharge", "clerk"];

export type Staff = Extract<Actor, { kind: "staff" }>;

interface Change {
  readonly orgId: OrgId;
  readonly post: Post;
  readonly old: string | null;
  readonly next: string | null;
  readonly from: PlainDate;
  readonly standIn: boolean;
  /** Who else holds the post on that day, or whom a stand-in stands in for. */
  readonly beside: readonly string[];
}

/** Writes a change down and tells the bodies that must know it. */
export async function changed(
  tx: Tx,
  house: House,
  world: World,
  pack: Pack,
  actor: Staff,
  type: string,
  change: Change,
): Promise<readonly ReportLine[]> {
  const region = world.region.id;
  await noteRegistry(tx, house, region, actor, type, change);
  await touchRegion(tx, region);
  if (!reported.includes(change.post) || !unitKinds.includes(orgOf(world.office, change.orgId).kind)) return [];
  const lines = changeReports(change.orgId, pack, world.office);
  await addOrgNotices(
    tx,
    lines.map((line) => ({
      region_id: region,
      id: house.newId(),
      to_org: line.to,
      from_org: change.orgId,
      as_kind: line.as,
      topic: "personsChanged",
      body: JSON.stringify(change),
      created_at: house.now(),
    })),
  );
  return lines;
}

export function noteRegistry(
  tx: Tx,
  house: House,
  region: string,
  actor: Staff,
  type: string,
  data: unknown,
): Promise<void> {
  return appendOfficeEvent(tx, region, "registry", {
    type,
    at: house.now(),
    actor: signedBy(actor),
    data,
  });
}

/** Writes an act that concerns rights and accounts into the log of the office. */
export function noteRight(
  tx: Tx,
  house: House,
  region: string,
  actor: Staff,
  type: string,
  data: unknown,
): Promise<void> {
  return appendOfficeEvent(tx, region, "rights", { type, at: house.now(), actor: signedBy(actor), data });
}

/** Administrator and security officer propose tokens for others and resets, each for the other to decide on. */
export function keepsRights(actor: Staff): boolean {
  return actor.posts.includes("administrator") || actor.posts.includes("securityOfficer");
}

export function nameOf(world: World, id: string): string {
  return world.people.get(id as PersonId) ?? "";
}

export function isMember(office: Office, orgId: OrgId): boolean {
  const org = orgOf(office, orgId);
  return unitKinds.includes(org.kind) && org.joinedOn !== null && org.leftOn === null;
}
