import type { Duty } from "../../duty/duty.ts";
import { isOpen } from "../../duty/duty.ts";
import { type OrgId, type PersonId, type Post, posts } from "../../office/org.ts";
import type { Formality } from "../../rules/formality.ts";
import { dutyRule, powersFor } from "../../rules/look-up.ts";
import type { Guard } from "../../rules/power.ts";
import type { Act } from "../../rules/vocabulary.ts";
import type { Case, Leg } from "../case.ts";
import type { Context } from "../context.ts";
import { check } from "../guards/guards.ts";
import { offered } from "../lawful.ts";
import { legOf } from "../legs.ts";
import { noticesOpen } from "../notices.ts";
import { allowedAt } from "../transitions.ts";
import { type Step, towards } from "./towards.ts";

/** The step that a post of the owing organisation can take now towards meeting a duty. */
export interface NextStep extends Step {
  readonly post: Post;
  readonly legId: string | null;
}

type Place = Omit<Context, "actor">;

/** How far back a step that is closed is asked for what comes before it. */
const deepest = 4;

/**
 * Who in the owing organisation can do something about a duty now, and what: for each post the lawful act, or formality
 * of the pack, that meets the duty or comes before the one that does. Empty where all wait for others, or the duty has
 * ended. A post is asked, not a person: whoever may not act for a reason of their own is told so when acting.
 */
export function nextSteps(duty: Duty, kase: Case, place: Place): readonly NextStep[] {
  const { owner } = duty;
  if (owner === null || duty.kind !== "duty" || !isOpen(duty)) return [];
  for (const step of towards(dutyRule(place.pack, duty.rule).end, place.pack)) {
    const found = possible(step, { duty, kase, place, owner }, deepest);
    if (found.length > 0) return ofOwner(found, duty.ownerPost);
  }
  return [];
}

interface Asking {
  readonly duty: Duty;
  readonly kase: Case;
  readonly place: Place;
  readonly owner: OrgId;
}

/** Where the rule names the post that owes it and that post can act, the row is that post's alone. */
function ofOwner(found: readonly NextStep[], post: Post | null): readonly NextStep[] {
  const own = found.filter((step) => step.post === post);
  return own.length > 0 ? own : found;
}

function possible(step: Step, asking: Asking, depth: number): readonly NextStep[] {
  const { duty, kase } = asking;
  const legs: readonly (Leg | null)[] = step.onLeg ? legsOf(duty, kase) : [null];
  const lie = step.act !== "recordDelivery" || lieReady(step, asking);
  const now = lie ? legs.flatMap((leg) => posts.flatMap((post) => free(step, leg, post, asking))) : [];
  if (now.length > 0 || depth === 0) return now;
  const before = lie ? legs.flatMap((leg) => missingBefore(step, leg, asking)) : callingFor(asking);
  for (const earlier of before) {
    const found = possible(earlier, asking, depth - 1);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether one of the notices meant has fallen due and not reached the petitioner: before that there is nothing to tell. */
function lieReady({ notices }: Step, { duty, kase, place }: Asking): boolean {
  return noticesOpen(kase, place.pack, place.office).some(
    ({ notice, legId }) =>
      notices.includes(notice.id) && (duty.legId === null || legId === null || legId === duty.legId),
  );
}

/** The steps that make a notice fall due which the duty names: what comes before telling. */
function callingFor({ duty, place: { pack } }: Asking): readonly Step[] {
  const { end } = dutyRule(pack, duty.rule);
  const named = pack.notices.filter(
    ({ id, feedback }) => end.includes(`told.${id}`) || (feedback && end.includes("feedback.delivered")),
  );
  return towards([...new Set(named.map(({ on }) => on))], pack).filter(({ act }) => act !== "recordDelivery");
}

/** The legs that a step towards a duty may be done on: the duty's own, those of its matter, or all. */
function legsOf({ legId, matterId }: Duty, kase: Case): readonly Leg[] {
  const own = legOf(kase, legId);
  if (own) return [own];
  return kase.legs.filter((leg) => leg.stage !== "recalled" && (matterId === null || leg.matterId === matterId));
}

function free(step: Step, leg: Leg | null, post: Post, { kase, place, owner }: Asking): readonly NextStep[] {
  const actor = { kind: "staff", personId: "nobody" as PersonId, orgId: owner, posts: [post] } as const;
  const offer = offered(step.act, kase, leg, { ...place, actor }, step.formality);
  return offer && offer.closed === null ? [{ ...step, post, legId: leg?.id ?? null }] : [];
}

/** Steps without which this one stays closed: what a guard wants done, stated or decided first. */
function missingBefore(step: Step, leg: Leg | null, { kase, place, owner }: Asking): readonly Step[] {
  const stage = leg?.stage ?? kase.stage;
  const permissions = step.formality ? [step.formality] : powersFor(place.pack, step.act);
  const actor = { kind: "staff", personId: "nobody" as PersonId, orgId: owner, posts: [] } as const;
  const situation = { kase, leg, ctx: { ...place, actor }, asked: null };
  return permissions
    .filter(({ from }) => (from as readonly string[]).includes(stage) && allowedAt(step.act, stage))
    .flatMap(({ guards }) => guards)
    .filter((guard) => check(guard, situation) !== null)
    .flatMap((guard) => asksFor(guard, place.pack.formalities).map(stepOf));
}

function asksFor(guard: Guard, all: readonly Formality[]): readonly Formality[] {
  if (guard.is === "formalityDone") return all.filter(({ id }) => guard.anyOf.includes(id));
  if (guard.is === "namedOnlyAfter") return all.filter(({ id }) => id === guard.formality);
  const names = guard.is === "factGiven" ? guard.names : guard.is === "factIs" ? [guard.name] : [];
  return all.filter(({ fields }) => fields.some(({ name }) => names.includes(name)));
}

function stepOf(formality: Formality): Step {
  const act: Act = formality.on === "case" ? "carryOut" : "carryOutOnLeg";
  return { act, onLeg: formality.on === "leg", formality, notices: [] };
}
