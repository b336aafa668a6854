import { refuse } from "../../rules/refusal.ts";
import type { Case, Leg } from "../case.ts";
import type { Command } from "../input.ts";
import { type Deed, deed } from "../event.ts";
import type { Ruling } from "./chapter.ts";

/** Puts answers on the public list by a decision of its own, where the petitioner has not asked for silence. */
export function published(kase: Case, leg: Leg | null): Ruling {
  if (confidential(kase)) return refuse("publication.confidential", null);
  const ready = kase.matters.filter(
    (m) => (leg === null || m.id === leg.matterId) && (m.stage === "passed" || m.stage === "delivered"),
  );
  if (ready.length === 0) return refuse("publication.notPassed", null);
  return ready.filter((m) => m.publication !== "published").map((m): Deed => deed("published", { matterId: m.id }));
}

/** Whether the case must stay between the petitioner and the offices. */
export function confidential(kase: Case): boolean {
  return kase.track === "internal" || (kase.choice === "nonPublic" && kase.consentedOn === null);
}

/** Publications with what was decided on passages of theirs. */
export function withBarring(deeds: readonly Deed[], { input }: Command): readonly Deed[] {
  const barring = ("barring" in input && input.barring) || [];
  if (barring.length === 0) return deeds;
  return deeds.map((one) => {
    if (one.type !== "published") return one;
    const own = barring.filter(({ matterId }) => matterId === one.data.matterId);
    return deed("published", { ...one.data, barring: own.map(({ matterId: _matter, ...decision }) => decision) });
  });
}
