import { type Refusal, refuse } from "../rules/refusal.ts";
import type { Formality } from "../rules/formality.ts";
import { type Act, caseActs, legActs } from "../rules/vocabulary.ts";
import { type Case, type CaseId, type Leg, unfiled } from "./case.ts";
import { hindrance } from "./chapters/formalities.ts";
import { openLegs } from "./legs.ts";
import type { Context } from "./context.ts";
import { check } from "./guards/guards.ts";
import { permit } from "./permit.ts";

/** One act that this person could do here: free, or closed for a reason that the screen shows. */
export interface LawfulAct {
  readonly act: Act;
  readonly legId: string | null;
  /** Which one of the pack's formalities, where the act is to carry one out. */
  readonly formality: string | null;
  readonly closed: Refusal | null;
}

/** What may lawfully happen next, for this person on this case. Acts at other stages or posts are not listed. */
export function lawfulActs(kase: Case, ctx: Context): readonly LawfulAct[] {
  const onCase = caseActs.flatMap((act) => option(act, kase, null, ctx));
  const onLegs = kase.legs.flatMap((leg) => legActs.flatMap((act) => option(act, kase, leg, ctx)));
  return [...onLegs, ...onCase, ...lawfulFormalities(kase, ctx)];
}

/** Whether this person may register what came in by another way than the web. */
export function mayRegister(ctx: Context): boolean {
  return !("code" in permit("register", unfiled("none" as CaseId, ctx.pack.id, ctx.now), null, ctx));
}

/** What of it the pack alone knows: the formalities that this person may carry out. */
export function lawfulFormalities(kase: Case, ctx: Context): readonly LawfulAct[] {
  return ctx.pack.formalities.flatMap((formality) =>
    formality.on === "case"
      ? option("carryOut", kase, null, ctx, formality)
      : kase.legs.flatMap((leg) => option("carryOutOnLeg", kase, leg, ctx, formality)),
  );
}

/** One act, or one of the pack's formalities, as this person may do it here; null where it is not theirs at this stage. */
export function offered(
  act: Act,
  kase: Case,
  leg: Leg | null,
  ctx: Context,
  formality: Formality | null = null,
): LawfulAct | null {
  return option(act, kase, leg, ctx, formality)[0] ?? null;
}

function option(
  act: Act,
  kase: Case,
  leg: Leg | null,
  ctx: Context,
  formality: Formality | null = null,
): readonly LawfulAct[] {
  const powers = permit(act, kase, leg, ctx, formality ? [formality] : undefined);
  if ("code" in powers) return [];
  const against = powers.map(
    (power) =>
      power.guards.map((guard) => check(guard, { kase, leg, ctx, asked: null })).find((r) => r !== null) ?? null,
  );
  const free = against.includes(null);
  return [
    {
      act,
      legId: leg?.id ?? null,
      formality: formality?.id ?? null,
      closed: free ? inVain(act, kase, leg, formality) : (against[0] ?? null),
    },
  ];
}

/** What the act would answer whatever it was told; said before somebody fills in a form for nothing. */
function inVain(act: Act, kase: Case, leg: Leg | null, formality: Formality | null): Refusal | null {
  if (formality) return hindrance(formality, kase, leg);
  switch (act) {
    case "refuse":
      return openLegs(kase).length > 0 ? refuse("track.unitAtWork", null) : null;
    case "takeDown":
      return kase.matters.some((m) => m.publication === "published") ? null : refuse("publication.notPublished", null);
    case "giveInput":
      return leg?.role === "assist" ? null : refuse("input.notAnAssistant", null);
    case "askInput":
      return kase.legs.some((l) => l.role === "assist" && l.matterId === leg?.matterId && l.stage !== "recalled")
        ? null
        : refuse("input.notAnAssistant", null);
    default:
      return null;
  }
}
