import { isWithin, type Office } from "../office/office.ts";
import type { OrgId, Post } from "../office/org.ts";
import type { Ground, Pack } from "../rules/pack.ts";
import { isOpen } from "../duty/duty.ts";
import { dutyRule } from "../rules/look-up.ts";
import { endedStages, type Moment } from "../rules/vocabulary.ts";
import { bodiesOf } from "./bodies.ts";
import type { Actor, Case } from "./case.ts";
import { dutiesOf, holds } from "./timeline.ts";

/** A post in an organisation that may read a case: all of it, or its steps and times only (FZ-11-1). */
export interface SightRow {
  readonly orgId: OrgId;
  readonly post: Post;
  readonly sees: "all" | "timings";
}

/** Everyone who may read the case as it stands. The unit complained of is never among them (FZ-6.1). */
export function sightOf(kase: Case, pack: Pack, office: Office): readonly SightRow[] {
  const rows = new Map<string, SightRow>();
  for (const sight of pack.sights) {
    if (!sight.when.every((condition) => holds(condition, kase, null, { office, pack }))) continue;
    for (const orgId of bodiesOf(sight.body, kase, null, { office, pack })) {
      if (kase.accused !== null && isWithin(office, orgId, kase.accused)) continue;
      for (const post of sight.posts) {
        const key = `${orgId}/${post}`;
        if (rows.get(key)?.sees !== "all") rows.set(key, { orgId, post, sees: sight.sees });
      }
    }
  }
  return [...rows.values()];
}

/** How much of a case an actor may read; null when nothing, not even that it exists. */
export function sees(actor: Actor, rows: readonly SightRow[]): SightRow["sees"] | null {
  if (actor.kind !== "staff") return null;
  const own = rows.filter((row) => row.orgId === actor.orgId && actor.posts.includes(row.post));
  return own.some((row) => row.sees === "all") ? "all" : (own[0]?.sees ?? null);
}

/** A case that must not be found by its words: a report about officials, or one refused for its content (FZ-3.2, FZ-6.1). */
export function isSealed(kase: Case, pack: Pack): boolean {
  const ground = pack.grounds.find((g) => g.id === kase.ground);
  return kase.subject === "discipline" || (ground !== undefined && seals(ground));
}

/** The refusals of which only some may know, as `pack/ground`. */
export function sealedGrounds(packs: readonly Pack[]): readonly string[] {
  return packs.flatMap((pack) => pack.grounds.filter(seals).map(({ id }) => `${pack.id}/${id}`));
}

function seals(ground: Ground): boolean {
  return ground.readableBy !== undefined || ground.neverPublished === true;
}

/** Whether an organisation still owes a step that reaches the petitioner: telling the answer, calling back. */
export function owesContact(kase: Case, org: OrgId, ctx: Parameters<typeof dutiesOf>[1]): boolean {
  const reaching = stepsThatReach(ctx.pack);
  return dutiesOf(kase, ctx).some(
    (duty) =>
      duty.owner === org &&
      duty.kind === "duty" &&
      isOpen(duty) &&
      dutyRule(ctx.pack, duty.rule).end.some((end) => reaching.includes(end)),
  );
}

function stepsThatReach(pack: Pack): readonly Moment[] {
  const own = pack.formalities.filter((f) => f.reachesPetitioner);
  return ["feedback.delivered", ...own.map((f): Moment => `done.${f.id}`)];
}

/**
 * Who holds a case at the moment, the body that takes it in and feeds back, and whoever still owes the petitioner an
 * answer or a call may see whom it is from (HZ-4.6).
 */
export function mayReveal(
  kase: Case,
  actor: Extract<Actor, { kind: "staff" }>,
  ctx: Parameters<typeof owesContact>[2],
): boolean {
  const over = endedStages.includes(kase.stage);
  const holds = kase.legs.some(
    (leg) =>
      leg.orgId === actor.orgId && leg.stage !== "recalled" && leg.stage !== "passedOn" && leg.stage !== "passed",
  );
  const undispatched = kase.matters.some((matter) => matter.stage === "unassigned");
  const bureau = kase.topBureau === actor.orgId && undispatched && !over;
  const feedsBack = kase.intake === actor.orgId && actor.posts.includes("operator");
  return holds || bureau || feedsBack || owesContact(kase, actor.orgId, ctx);
}
