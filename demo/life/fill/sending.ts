import { addDays, dayOf } from "../../../domain/calendar/plain-date.ts";
import { factOf, isOneOf } from "../../../domain/case/facts.ts";
import { holds } from "../../../domain/case/timeline.ts";
import type { Guard } from "../../../domain/rules/power.ts";
import { areaOf, bodyIn, orgOf } from "../../../domain/office/office.ts";
import type { Org, OrgId } from "../../../domain/office/org.ts";
import type { Classification, Inputs, Target } from "../../../domain/case/input.ts";
import { sayings } from "../words/sayings.ts";
import { bodiesOfKind, type Scene, unitsFor } from "../scene.ts";

/** How the case is sorted, where the regulation sorts cases. */
export function classificationOf({ kase, story, ctx, luck }: Scene): Classification {
  const internal =
    kase.subject !== "ordinary" || story.fate === "internal" || (kase.choice === "nonPublic" && !kase.consentedOn);
  const own = kase.choice === "nonPublic" ? "petitionerChoice" : "differs";
  const reason = kase.subject === "ordinary" ? own : kase.subject;
  return {
    track: internal && ctx.pack.settings.tracks.value ? "internal" : "public",
    internalReason: internal ? reason : null,
    reasonNote: internal && reason === "differs" ? luck.of(sayings.differs) : null,
    subject: kase.subject,
    accused: null,
    complex: story.fate === "complex",
  };
}

/** Ways to send a case on, the likeliest first: straight to a unit, or to the bureau of the unit's area. */
export function dispatches(scene: Scene): readonly Inputs["dispatch"][] {
  const { kase, ctx, luck } = scene;
  const matterId = kase.matters.find((matter) => matter.stage === "unassigned")?.id ?? null;
  const to = (targets: readonly Target[], classification: Classification | null): Inputs["dispatch"] => ({
    classification,
    matters: [
      {
        matterId,
        title: null,
        text: null,
        targets,
        note: luck.yes(0.3) ? luck.of(sayings.dispatches) : null,
        by: setsLastDay(scene) ? addDays(dayOf(ctx.now), 20) : null,
      },
    ],
  });
  const sorted = ctx.pack.settings.tracks.value && kase.track === null ? classificationOf(scene) : null;
  const ways = firstTargets(scene).map((targets) => to(targets, sorted));
  return sorted === null
    ? [...ways, ...ways.slice(0, 1).map((way) => ({ ...way, classification: classificationOf(scene) }))]
    : ways;
}

function guardsOfDispatch({ ctx }: Scene): readonly Guard[] {
  return ctx.pack.powers.filter(({ act }) => act === "dispatch").flatMap(({ guards }) => guards);
}

/** The regulation has the sender name a last day for what is sent in this way. */
function setsLastDay(scene: Scene): boolean {
  return guardsOfDispatch(scene).some(
    (guard) => guard.is === "lastDayGiven" && isOneOf(factOf(scene.kase, guard.when.name, null), guard.when.oneOf),
  );
}

/** On from a bureau to the units of its own area. */
export function dispatchesOn(scene: Scene): readonly Inputs["dispatchOn"][] {
  const { ctx, luck } = scene;
  const area = areaOf(ctx.office, ctx.actor.orgId).id;
  const note = luck.yes(0.3) ? luck.of(sayings.dispatches) : null;
  return unitsHereFor(scene, area)
    .slice(0, 3)
    .map(({ id }) => ({ targets: [{ orgId: id, role: "lead" }], note }));
}

/** Units of an area whose duties the matter falls under. */
export function unitsHereFor(scene: Scene, area: OrgId): readonly Org[] {
  const { topic } = scene.story;
  const here = unitsFor(scene, area);
  return topic.words.length === 0
    ? here
    : here.filter(({ id }) => topic.words.some((word) => scene.duties.get(id)?.includes(word)));
}

function firstTargets(scene: Scene): readonly (readonly Target[])[] {
  const { kase, ctx, story, luck, duties } = scene;
  const lead = (org: Org): readonly Target[] => [{ orgId: org.id, role: "lead" }];
  if (kase.subject !== "ordinary") {
    const kind = kase.subject === "discipline" ? "disciplineBody" : "efficiencyOffice";
    return bodiesOfKind(ctx.office, kind).map(lead);
  }
  const only = guardsOfDispatch(scene).find((guard) => guard.is === "onlyTo" && holds(guard.when, kase, null, ctx));
  if (only?.is === "onlyTo") return bodiesOfKind(ctx.office, only.kind).map(lead);
  const gone = kase.legs.filter((leg) => leg.stage === "recalled").map((leg) => leg.orgId);
  const units = unitsFor(scene, null).filter(({ id }) => !gone.includes(id));
  const there = units.filter(({ id }) => story.topic.words.some((word) => duties.get(id)?.includes(word)));
  const fitting = (there.length > 0 ? there : units).slice(0, 4);
  // What is sent to a wrong unit of the same level comes back.
  const here = areaOf(ctx.office, ctx.actor.orgId).id;
  const wrong = units.filter((unit) => !there.includes(unit) && areaOf(ctx.office, unit.id).id === here);
  const returns = ctx.pack.powers.some(({ act }) => act === "askReturn");
  const astray = returns && story.fate === "returned" && gone.length === 0 && wrong.length > 0;
  const first = units.length > 0 ? luck.of(astray ? wrong.slice(0, 3) : fitting.slice(0, 2)) : null;
  const order = first ? [first, ...fitting.filter(({ id }) => id !== first.id)] : [];
  const joint = story.fate === "joint" ? jointly(order, scene) : [];
  return [...joint, ...order.flatMap((unit) => [...throughBureau(unit, scene), lead(unit)])];
}

/** A second unit of the same level lends a hand. */
function jointly([first, second]: readonly Org[], { ctx }: Scene): readonly (readonly Target[])[] {
  if (!first || !second || orgOf(ctx.office, first.id).level !== second.level) return [];
  return [
    [
      { orgId: first.id, role: "lead" },
      { orgId: second.id, role: "assist" },
    ],
  ];
}

/** Where the unit stands in another area, its own bureau comes first. */
function throughBureau(unit: Org, { ctx }: Scene): readonly (readonly Target[])[] {
  const area = areaOf(ctx.office, unit.id).id;
  if (area === areaOf(ctx.office, ctx.actor.orgId).id) return [];
  const bureau = bodyIn(ctx.office, area, "petitionBureau");
  return bureau ? [[{ orgId: bureau.id, role: "lead" }]] : [];
}
