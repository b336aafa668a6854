import { refuse } from "../../rules/refusal.ts";
import type { Case } from "../case.ts";
import type { Context } from "../context.ts";
import { deed } from "../event.ts";
import { openLegs } from "../legs.ts";
import type { Ruling } from "./chapter.ts";

/** The case is handled with another one: its own legs are taken back, so that no unit works on the same thing twice. */
export function joined(kase: Case, { named }: Context): Ruling {
  if (kase.joinedTo) return refuse("join.isJoined", null);
  if (!named || named.id === kase.id) return refuse("join.noSuchCase", null);
  const roots = openLegs(kase).filter((leg) => leg.parentId === null && leg.role === "lead");
  const back = roots.map((leg) => deed("legRecalled", { legId: leg.id, reason: named.number }));
  return [...back, deed("joined", { to: named.id, number: named.number })];
}
