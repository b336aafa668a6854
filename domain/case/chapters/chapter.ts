import type { Refusal } from "../../rules/refusal.ts";
import type { Act } from "../../rules/vocabulary.ts";
import type { Case, Leg } from "../case.ts";
import type { Context } from "../context.ts";
import type { Deed } from "../event.ts";
import type { Inputs } from "../input.ts";

/** What came of an order: deeds to be written down, or the reason why not. */
export type Ruling = readonly Deed[] | Refusal;

/** How one act is done once it is permitted. `leg` is there for acts upon a leg. */
export type Decider<A extends Act> = (input: Inputs[A], kase: Case, leg: Leg, ctx: Context) => Ruling;

/** The deciders of one chapter of a case's life. */
export type Chapter<A extends Act> = { readonly [K in A]: Decider<K> };

/** Whether a ruling is a refusal. */
export function isRefusal(ruling: Ruling): ruling is Refusal {
  return "code" in ruling;
}
