import type { Case, Leg } from "../case/case.ts";
import type { Context } from "../case/context.ts";
import { matches } from "../case/permit.ts";
import { holds } from "../case/timeline.ts";
import type { PaperKind } from "../rules/paper.ts";

/** A paper that somebody may make now, of the case or of one leg. */
export interface LawfulPaper {
  readonly kind: PaperKind;
  readonly leg: Leg | null;
}

/** The papers that this actor may make of the case as it stands, in the order of the pack. */
export function lawfulPapers(kase: Case, ctx: Context): readonly LawfulPaper[] {
  return ctx.pack.papers.flatMap((kind) => placesOf(kind, kase).filter(({ leg }) => mayMake(kind, kase, leg, ctx)));
}

function placesOf(kind: PaperKind, kase: Case): readonly LawfulPaper[] {
  if (kind.of === "leg") {
    const legs = kase.legs.filter((leg) =>
      kind.at.length === 0 ? leg.stage !== "recalled" : kind.at.includes(leg.stage),
    );
    return legs.map((leg) => ({ kind, leg }));
  }
  return kind.at.length === 0 || kind.at.includes(kase.stage) ? [{ kind, leg: null }] : [];
}

function mayMake({ by, when }: PaperKind, kase: Case, leg: Leg | null, ctx: Context): boolean {
  const began = leg
    ? ({ moment: "unit.received", at: leg.openedAt, legId: leg.id, matterId: leg.matterId } as const)
    : null;
  if (!when.every((condition) => holds(condition, kase, began, ctx))) return false;
  return by.some((holder) => matches(holder, ctx.actor, kase, leg, ctx));
}

/** Whether the actor holds a post that makes this kind of paper, whatever may be made now: they hand it over. */
export function handsOver(kind: PaperKind, kase: Case, leg: Leg | null, ctx: Context): boolean {
  return kind.by.some((holder) => matches(holder, ctx.actor, kase, leg, ctx));
}
