import { dayOf, type Instant, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { type Case, type CaseId, unfiled } from "../../domain/case/case.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import type { OrgId } from "../../domain/office/org.ts";
import { packInForce } from "../../domain/rules/in-force.ts";
import type { House } from "../house.ts";
import type { Tx } from "../store/db.ts";
import { loadWorld, type World } from "../store/world.ts";
import type { Filing } from "./filing.ts";

/** What a filing is laid on: the world as it is, the regulation in force when it came, an empty case. */
export interface IntakeDesk {
  readonly now: Instant;
  readonly receivedAt: Instant;
  readonly world: World;
  readonly pack: Pack;
  readonly before: Case;
}

export async function deskFor(
  tx: Tx,
  house: House,
  filing: Filing,
): Promise<IntakeDesk | { readonly noRegulation: PlainDate }> {
  const now = house.now();
  const world = await loadWorld(tx, filing.region, house);
  const receivedAt = filing.receivedAt ?? now;
  const pack = packInForce(house.packs, world.region.jurisdiction, dayOf(receivedAt));
  if (!pack) return { noRegulation: dayOf(receivedAt) };
  return { now, receivedAt, world, pack, before: unfiled(house.newId() as CaseId, pack.id, now) };
}

/** The body of a kind at the top of the region's tree. */
export function bodyOfKind(world: World, kind: "serviceCentre" | "petitionBureau"): OrgId {
  const top = [...world.office.orgs.values()].find((org) => org.parentId === null);
  const body = top && world.office.children.get(top.id)?.find((org) => org.kind === kind);
  if (!body) throw new Error(`region ${world.region.id} has no ${kind}`);
  return body.id;
}
