import type { ReportLine } from "../../../domain/accountability/registry.ts";
import { addDays, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { holdersOf, isSeat } from "../../../domain/office/seats.ts";
import type { OrgId, Post } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { lockRegion } from "../../store/office/office-changes.ts";
import { endHolding, holdingsOf } from "../../store/office/registry.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { loadWorld } from "../../store/world.ts";
import { type Staff, changed, isMember } from "../../record/oversight/registry-change.ts";
import { besides, mayFill, mayKeepRegistry } from "../../record/oversight/registry-rights.ts";

export type RegistryOutcome =
  | { readonly id: string; readonly notices: readonly ReportLine[] }
  | {
      readonly fault: "right.missing" | "registry.lastOfKind" | "registry.datesWrong" | "notFound";
      readonly post?: Post;
    };

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
    await lockRegion(tx, region);
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
    const next = addDays(to, 1);
    const seated = isSeat(post) ? holdersOf(world.office, post, next) : [];
    if (isSeat(post) && !seated.some((id) => id !== ended.person_id)) return { fault: "registry.lastOfKind", post };
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
