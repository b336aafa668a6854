import { changeReports, type ReportLine, vacancies } from "../../../domain/accountability/registry.ts";
import { addDays, dayOf, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { type Actor } from "../../../domain/case/case.ts";
import { type Office, orgOf } from "../../../domain/office/office.ts";
import { type OrgId, type PersonId, type Post, unitKinds } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { appendOfficeEvent } from "../../store/office/office-events.ts";
import { addHolding, endHolding, holdingsOf, setMembership } from "../../store/office/registry.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { addOrgNotices } from "../../store/oversight/notices.ts";
import { loadWorld, touchRegion, type World } from "../../store/world.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

/** Posts whose change the regulation wants reported (FZ-10-3, FZ-10-4). */
const reported: readonly Post[] = ["leaderInCharge", "clerk"];

export type RegistryOutcome =
  | { readonly id: string; readonly notices: readonly ReportLine[] }
  | {
      readonly fault: "right.missing" | "registry.lastOfKind" | "registry.datesWrong" | "notFound";
      readonly post?: Post;
    };

/** The administrator, or the organisation's own leader in charge, keeps its registry. */
export function mayKeepRegistry(actor: Staff, orgId: OrgId): boolean {
  return actor.posts.includes("administrator") || (actor.orgId === orgId && actor.posts.includes("leaderInCharge"));
}

/** Puts a person into a post, in place of another where one is named; the bodies that must know are told. */
export async function appoint(
  house: House,
  pack: Pack,
  order: {
    readonly region: string;
    readonly actor: Staff;
    readonly orgId: OrgId;
    readonly personId: PersonId;
    readonly post: Post;
    readonly from: PlainDate;
    readonly to: PlainDate | null;
    readonly standsInFor: PersonId | null;
    readonly replaces: string | null;
  },
  onceKey: OnceKey | null,
): Promise<RegistryOutcome> {
  const { region, actor: _, ...request } = order;
  const { orgId, post, from, to } = request;
  if (!mayKeepRegistry(order.actor, orgId)) return { fault: "right.missing" };
  if (to !== null && to < from) return { fault: "registry.datesWrong" };
  const work = async (tx: Tx): Promise<RegistryOutcome> => {
    const world = await loadWorld(tx, region, house);
    if (!world.office.orgs.has(orgId) || !world.people.has(order.personId)) return { fault: "notFound" };
    const before = order.replaces ? await endHolding(tx, region, orgId, order.replaces, addDays(from, -1)) : null;
    if (order.replaces && !before) return { fault: "registry.datesWrong" };
    const id = house.newId();
    await addHolding(tx, {
      region_id: region,
      id,
      person_id: order.personId,
      org_id: orgId,
      post,
      valid_from: from,
      valid_to: to,
      stands_in_for: order.standsInFor,
    });
    const change = {
      orgId,
      post,
      old: before ? nameOf(world, before.person_id) : null,
      next: nameOf(world, order.personId),
      from,
      standIn: order.standsInFor !== null,
    };
    return { id, notices: await changed(tx, house, world, pack, order.actor, "appointed", change) };
  };
  return writeOnce(house, { region, key: onceKey, request }, work, (outcome) => "id" in outcome);
}

/** Ends a postholding. The last holder of a post that the regulation requires cannot go without a successor. */
export async function endAppointment(
  house: House,
  pack: Pack,
  order: {
    readonly region: string;
    readonly actor: Staff;
    readonly orgId: OrgId;
    readonly holding: string;
    readonly to: PlainDate;
  },
): Promise<RegistryOutcome> {
  const { region, orgId, to } = order;
  if (!mayKeepRegistry(order.actor, orgId)) return { fault: "right.missing" };
  return house.db.transaction().execute(async (tx) => {
    const world = await loadWorld(tx, region, house);
    const all = await holdingsOf(tx, region, orgId);
    const ended = all.find((h) => h.id === order.holding);
    if (!ended) return { fault: "notFound" };
    const post = ended.post as Post;
    const required = pack.settings.requiredPosts.value.some((r) => r.post === post);
    const successors = all.filter(
      (h) =>
        h.id !== ended.id &&
        h.post === post &&
        (h.valid_to === null || h.valid_to > to) &&
        h.valid_from <= addDays(to, 1),
    );
    if (required && isMember(world.office, orgId) && successors.length === 0)
      return { fault: "registry.lastOfKind", post };
    if (!(await endHolding(tx, region, orgId, ended.id, to))) return { fault: "registry.datesWrong" };
    const change = {
      orgId,
      post,
      old: ended.name,
      next: null,
      from: addDays(to, 1),
      standIn: ended.stands_in_for !== null,
    };
    return { id: ended.id, notices: await changed(tx, house, world, pack, order.actor, "ended", change) };
  });
}

export type MembershipOutcome = "done" | "right.missing" | { readonly missing: readonly Post[] };

/** Takes a unit into the system or out of it; one without the required persons cannot join (FZ-8.1-1, FZ-10-1). */
export async function changeMembership(
  house: House,
  pack: Pack,
  order: {
    readonly region: string;
    readonly actor: Staff;
    readonly orgId: OrgId;
    readonly joinedOn: PlainDate | null;
    readonly leftOn: PlainDate | null;
  },
): Promise<MembershipOutcome> {
  if (!order.actor.posts.includes("administrator")) return "right.missing";
  return house.db.transaction().execute(async (tx) => {
    const world = await loadWorld(tx, order.region, house);
    const org = orgOf(world.office, order.orgId);
    if (order.joinedOn !== null && unitKinds.includes(org.kind)) {
      const on = order.joinedOn > dayOf(house.now()) ? order.joinedOn : dayOf(house.now());
      const missing = vacancies(order.orgId, pack.settings.requiredPosts.value, world.office, on);
      if (missing.length > 0) return { missing: missing.map((m) => m.post) };
    }
    await setMembership(tx, order.region, order.orgId, order.joinedOn, order.leftOn);
    await log(tx, house, order.region, order.actor, "membershipChanged", {
      orgId: order.orgId,
      joinedOn: order.joinedOn,
      leftOn: order.leftOn,
    });
    await touchRegion(tx, order.region);
    return "done";
  });
}

interface Change {
  readonly orgId: OrgId;
  readonly post: Post;
  readonly old: string | null;
  readonly next: string | null;
  readonly from: PlainDate;
  readonly standIn: boolean;
}

/** Writes a change down and tells the bodies that must know it. */
async function changed(
  tx: Tx,
  house: House,
  world: World,
  pack: Pack,
  actor: Staff,
  type: string,
  change: Change,
): Promise<readonly ReportLine[]> {
  const region = world.region.id;
  await log(tx, house, region, actor, type, change);
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

function log(tx: Tx, house: House, region: string, actor: Staff, type: string, data: unknown): Promise<void> {
  return appendOfficeEvent(tx, region, "registry", {
    type,
    at: house.now(),
    actor: { personId: actor.personId, orgId: actor.orgId },
    data,
  });
}

function nameOf(world: World, id: string): string {
  return world.people.get(id as PersonId) ?? "";
}

function isMember(office: Office, orgId: OrgId): boolean {
  const org = orgOf(office, orgId);
  return unitKinds.includes(org.kind) && org.joinedOn !== null && org.leftOn === null;
}
