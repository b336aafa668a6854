import type { Pack } from "../../rules/pack.ts";
import type { Case } from "../case.ts";
import { type Deed, deed } from "../event.ts";
import { confidential } from "./published.ts";

/**
 * What becomes of an answer that has just passed: everything is published but what is internal, and what unit and
 * bureau both hold unfit (FZ-9.1, FZ-9.2, FZ-9-3); where publication is an act of its own, nothing yet.
 */
export function publication(
  input: { readonly withhold: boolean; readonly reason: string | null },
  matterId: string,
  kase: Case,
  { settings }: Pack,
): readonly Deed[] {
  const petitioners = !settings.tracks.value && confidential(kase);
  if (petitioners) return [deed("withheld", { matterId, why: "petitioner", reason: null })];
  if (settings.publication.value !== "onPass") return [];
  if (kase.track === "internal") return [deed("withheld", { matterId, why: "internal", reason: null })];
  if (input.withhold) return [deed("withheld", { matterId, why: "advised", reason: input.reason })];
  return [deed("published", { matterId })];
}
