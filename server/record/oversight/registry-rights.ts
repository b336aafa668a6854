import { leadersMayFill } from "../../../domain/accountability/registry.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { OrgId, Post } from "../../../domain/office/org.ts";
import type { holdingsOf } from "../../store/office/registry.ts";
import { keepsRights, type Staff } from "./registry-change.ts";

/** Administrator and security officer, or the organisation's own leader in charge, keep its registry. */
export function mayKeepRegistry(actor: Staff, orgId: OrgId): boolean {
  return keepsRights(actor) || (actor.orgId === orgId && actor.posts.includes("leaderInCharge"));
}

/**
 * Who may propose somebody for a post, and end a holding of it: a leader in charge for the posts that a unit names for
 * itself, administrator and security officer for all.
 */
export function mayFill(actor: Staff, orgId: OrgId, post: Post): boolean {
  return mayKeepRegistry(actor, orgId) && (keepsRights(actor) || leadersMayFill(post));
}

/** Who else holds a post on a day, by name. */
export function besides(
  all: Awaited<ReturnType<typeof holdingsOf>>,
  post: Post,
  on: PlainDate,
  except: string | null,
): readonly string[] {
  const there = all.filter((h) => h.id !== except && h.active && h.post === post);
  return there.filter((h) => h.valid_from <= on && (h.valid_to === null || on <= h.valid_to)).map((h) => h.name);
}
