import type { Actor, Case } from "../../../domain/case/case.ts";
import { isSealed, sees, sightOf } from "../../../domain/case/sight.ts";
import type { House } from "../../house.ts";
import { actIn, packOf } from "../../record/perform.ts";
import { readCase, type StoredCase } from "../../store/case/load.ts";
import { logAccess } from "../../store/oversight/access-log.ts";
import { markPartsSeen } from "../../store/parts/seen.ts";
import { loadWorld } from "../../store/world.ts";
import { inTransaction } from "../../store/transaction.ts";

/** A case as a person may see it. */
export interface Opened {
  readonly stored: StoredCase;
  readonly sees: "all" | "timings";
}

/**
 * Opens a case for reading. The first opening by somebody of the unit that it was sent to is its viewing
 * (FZ-8.1-2), unless it does not count as one; opening a sealed case is written down. Null when this person may not know of the case.
 */
export async function openCase(
  house: House,
  region: string,
  caseId: string,
  actor: Extract<Actor, { kind: "staff" }>,
  counts = true,
): Promise<Opened | null> {
  const stored = await readCase(house.db, house.keys, region, caseId);
  if (!stored) return null;
  const world = await loadWorld(house.db, region, house);
  const pack = packOf(house, stored.kase, world);
  const seen = sees(actor, sightOf(stored.kase, pack, world.office));
  if (seen === null) return null;
  if (isSealed(stored.kase, pack)) {
    await logAccess(house.db, region, {
      id: house.newId(),
      at: house.now(),
      personId: actor.personId,
      orgId: actor.orgId,
      via: actor.via,
      what: "openSealed",
      caseId,
      reason: null,
    });
  }
  if (!counts) return { stored, sees: seen };
  const viewed = await viewOwnLegs(house, region, stored.kase, actor);
  await seeParts(house, region, stored.kase, actor);
  return { stored: viewed ? ((await readCase(house.db, house.keys, region, caseId)) ?? stored) : stored, sees: seen };
}

async function viewOwnLegs(house: House, region: string, kase: Case, actor: Extract<Actor, { kind: "staff" }>) {
  const legs = kase.legs.filter((leg) => leg.orgId === actor.orgId && leg.stage === "dispatched");
  for (const leg of legs) {
    const command = { act: "view", legId: leg.id, input: {} } as const;
    await inTransaction(house.db, (tx) =>
      actIn(tx, house, { region, caseId: kase.id, command, actor, seenVersion: null }),
    );
  }
  return legs.length > 0;
}

/** Whoever has sent the case out in parts has seen what they have brought so far. */
async function seeParts(house: House, region: string, kase: Case, actor: Extract<Actor, { kind: "staff" }>) {
  const { id: caseId, version: seq, matters, legs } = kase;
  if (matters.length < 2 || !legs.some((leg) => leg.sender === actor.orgId)) return;
  await markPartsSeen(house.db, region, { caseId, orgId: actor.orgId, seq });
}
