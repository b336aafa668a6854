import { postsOffered } from "../../../domain/accountability/posts-offered.ts";
import { leadersMayFill, type ReportLine } from "../../../domain/accountability/registry.ts";
import { addDays, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { OrgId, PersonId, Post } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { addHolding, endHolding, holdingsOf } from "../../store/office/registry.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { loadWorld } from "../../store/world.ts";
import { type Staff, changed, nameOf, isMember } from "../../record/oversight/registry-change.ts";

export type RegistryOutcome =
  | { readonly id: string; readonly notices: readonly ReportLine[] }
  | {
      readonly fault:
        | "right.missing"
        | "registry.lastOfKind"
        | "registry.datesWrong"
        | "registry.noSuchPost"
        | "notFound";
      readonly post?: Post;
    };

/** The administrator, or the organisation's own leader in charge, keeps its registry. */
export function mayKeepRegistry(actor: Staff, orgId: OrgId): boolean {
  return actor.posts.includes("administrator") || (actor.orgId === orgId && actor.posts.includes("leaderInCharge"));
}

/** A leader in charge fills the posts that a unit names for itself; the rest are the administrator's. */
export function mayFill(actor: Staff, orgId: OrgId, post: Post): boolean {
  return mayKeepRegistry(actor, orgId) && (actor.posts.includes("administrator") || leadersMayFill(post));
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
  if (!mayFill(order.actor, orgId, post)) return { fault: "right.missing" };
  if (to !== null && to < from) return { fault: "registry.datesWrong" };
  const work = async (tx: Tx): Promise<RegistryOutcome> => {
    const world = await loadWorld(tx, region, house);
    const org = world.office.orgs.get(orgId);
    if (!org || !world.people.has(order.personId)) return { fault: "notFound" };
    if (!postsOffered(org.kind, pack).includes(post)) return { fault: "registry.noSuchPost", post };
    const others = besides(await holdingsOf(tx, region, orgId), post, from, order.replaces);
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
      beside: order.standsInFor === null ? others : [nameOf(world, order.standsInFor)],
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
  onceKey: OnceKey | null,
): Promise<RegistryOutcome> {
  const { region, orgId, to } = order;
  if (!mayKeepRegistry(order.actor, orgId)) return { fault: "right.missing" };
  const work = async (tx: Tx): Promise<RegistryOutcome> => {
    const world = await loadWorld(tx, region, house);
    const all = await holdingsOf(tx, region, orgId);
    const ended = all.find((h) => h.id === order.holding);
    if (!ended) return { fault: "notFound" };
    const post = ended.post as Post;
    if (!mayFill(order.actor, orgId, post)) return { fault: "right.missing", post };
    const required = pack.settings.requiredPosts.value.some((r) => r.post === post);
    const successors = all.filter(
      (h) =>
        h.id !== ended.id &&
        h.active &&
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
      beside: besides(all, post, addDays(to, 1), ended.id),
    };
    return { id: ended.id, notices: await changed(tx, house, world, pack, order.actor, "ended", change) };
  };
  const request = { end: order.holding, orgId, to };
  return writeOnce(house, { region, key: onceKey, request }, work, (outcome) => "id" in outcome);
}

/** Who else holds a post on a day, by name. */
function besides(
  all: Awaited<ReturnType<typeof holdingsOf>>,
  post: Post,
  on: PlainDate,
  except: string | null,
): readonly string[] {
  const there = all.filter((h) => h.id !== except && h.active && h.post === post);
  return there.filter((h) => h.valid_from <= on && (h.valid_to === null || on <= h.valid_to)).map((h) => h.name);
}
