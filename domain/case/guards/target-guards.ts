import { areaOf, hasJoined, inOffice, isWithin, peerBody } from "../../office/office.ts";
import { type Org, unitKinds } from "../../office/org.ts";
import type { ClauseId } from "../../rules/clause.ts";
import type { Guard } from "../../rules/power.ts";
import { type Refusal, refuse } from "../../rules/refusal.ts";
import { today } from "../context.ts";
import type { Target } from "../input.ts";
import type { Situation } from "../situation.ts";
import { holds } from "../timeline.ts";

/** The organisations that an act would send to. */
function targetsOf({ asked }: Situation): readonly Target[] {
  return [...(asked?.targets ?? []), ...(asked?.matters ?? []).flatMap((matter) => matter.targets)];
}

function firstRefusal(situation: Situation, test: (org: Org, target: Target) => Refusal | null): Refusal | null {
  for (const target of targetsOf(situation)) {
    const org = situation.ctx.office.orgs.get(target.orgId);
    const refusal = org ? test(org, target) : refuse("dispatch.noTarget", null);
    if (refusal) return refusal;
  }
  return null;
}

/** A unit that is not in the system on the day cannot receive (FZ-3.7). */
export function targetsJoined(clause: ClauseId, situation: Situation): Refusal | null {
  const on = today(situation.ctx);
  return firstRefusal(situation, (org) =>
    hasJoined(org, on) ? null : refuse("dispatch.targetNotJoined", clause, { org: org.id, on }),
  );
}

/** A unit in which a required post is empty on the day cannot receive. */
export function targetsStaffed(clause: ClauseId, situation: Situation): Refusal | null {
  const { pack, office } = situation.ctx;
  return firstRefusal(situation, (org) => {
    const filled = inOffice(office, org.id, today(situation.ctx)).map((holding) => holding.post);
    const empty = pack.settings.requiredPosts.value.find(({ post }) => !filled.includes(post));
    return empty ? refuse("dispatch.postVacant", clause, { org: org.id, needs: empty.post }) : null;
  });
}

/**
 * A bureau sends to units of its own area, or to the bureau of an area below; never past that bureau (FZ-4-2).
 * Assisting units stand beside the lead in the same area.
 */
export function throughCountyBureau(clause: ClauseId, situation: Situation): Refusal | null {
  const { kase, leg, ctx } = situation;
  const sender = leg?.orgId ?? kase.topBureau;
  if (sender === null) return null;
  const home = areaOf(ctx.office, sender);
  return firstRefusal(situation, (org, target) => {
    const area = areaOf(ctx.office, org.id);
    const bureau = org.kind === "petitionBureau";
    if (area.id === home.id)
      return unitKinds.includes(org.kind) ? null : refuse("dispatch.notAUnit", clause, { org: org.id });
    if (!isWithin(ctx.office, area.id, home.id)) return refuse("dispatch.outsideArea", clause, { org: org.id });
    if (bureau && target.role === "lead" && area.parentId === home.id) return null;
    const offered = peerBody(ctx.office, org.id, "petitionBureau");
    return refuse("dispatch.throughCountyBureau", clause, { org: org.id, offered: offered?.id ?? null });
  });
}

/** An organ of the own area or of one below it; of bureaux only those below. */
export function withinArea(clause: ClauseId, situation: Situation): Refusal | null {
  const { kase, leg, ctx } = situation;
  const sender = leg?.orgId ?? kase.topBureau;
  if (sender === null) return null;
  const home = areaOf(ctx.office, sender);
  return firstRefusal(situation, (org) => {
    const area = areaOf(ctx.office, org.id);
    if (!isWithin(ctx.office, area.id, home.id)) return refuse("dispatch.outsideArea", clause, { org: org.id });
    const bureau = org.kind === "petitionBureau" && area.id !== home.id;
    return bureau || unitKinds.includes(org.kind) ? null : refuse("dispatch.notAUnit", clause, { org: org.id });
  });
}

/** While the condition holds, bodies of one kind and no others, not even on the way. */
export function onlyTo(guard: Extract<Guard, { is: "onlyTo" }>, situation: Situation): Refusal | null {
  const { kase, ctx } = situation;
  if (!holds(guard.when, kase, null, ctx)) return null;
  return firstRefusal(situation, (org) =>
    org.kind === guard.kind
      ? null
      : refuse("dispatch.wrongBodyForSubject", guard.clause, {
          org: org.id,
          subject: kase.subject,
          kind: guard.kind,
        }),
  );
}

/** Exactly one lead for each matter, and no unit twice (FZ-8.6-1). */
export function oneLead(clause: ClauseId, { asked }: Situation): Refusal | null {
  const groups = asked?.matters?.map((matter) => matter.targets) ?? [asked?.targets ?? []];
  for (const group of groups) {
    if (group.length === 0) return refuse("dispatch.noTarget", clause);
    const leads = group.filter((target) => target.role === "lead").length;
    const distinct = new Set(group.map((target) => target.orgId)).size === group.length;
    if (leads !== 1 || !distinct) return refuse("dispatch.notOneLead", clause, { leads });
  }
  return null;
}

/** A report of this subject goes to this kind of body only (FZ-6.1, FZ-6.2). */
export function bodyForSubject(guard: Extract<Guard, { is: "bodyForSubject" }>, situation: Situation): Refusal | null {
  const subject = situation.asked?.classification?.subject ?? situation.kase.subject;
  if (subject !== guard.subject) return null;
  return firstRefusal(situation, (org) =>
    org.kind === guard.kind || org.kind === "petitionBureau"
      ? null
      : refuse("dispatch.wrongBodyForSubject", guard.clause, { org: org.id, subject, kind: guard.kind }),
  );
}

/** The unit complained of never gets a report about its own people (FZ-6.1). */
export function notTheAccused(clause: ClauseId, situation: Situation): Refusal | null {
  const accused = situation.asked?.classification?.accused ?? situation.kase.accused;
  if (accused === null) return null;
  const { office } = situation.ctx;
  // Which unit is meant is asked before the act; a preview may name one that is none.
  if (!office.orgs.has(accused)) return refuse("dispatch.noTarget", null);
  return firstRefusal(situation, (org) =>
    isWithin(office, org.id, accused) ? refuse("dispatch.accusedUnit", clause, { org: org.id }) : null,
  );
}

/** A knotty case goes to the leaders of the bureau's own level, not past them (FZ-8.8). */
export function addresseesOfOwnLevel(
  guard: Extract<Guard, { is: "addresseesOfOwnLevel" }>,
  { asked, ctx }: Situation,
): Refusal | null {
  if (ctx.actor.kind !== "staff") return null;
  const own = peerBody(ctx.office, ctx.actor.orgId, guard.kind);
  const wrong = [asked?.to, asked?.copyTo].find((id) => id !== own?.id);
  return wrong === undefined
    ? null
    : refuse("escalation.wrongLevel", guard.clause, { org: wrong, offered: own?.id ?? null });
}
