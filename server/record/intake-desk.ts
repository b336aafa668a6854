import { dayOf, type Instant, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { type Case, type CaseId, unfiled } from "../../domain/case/case.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import type { OrgId } from "../../domain/office/org.ts";
import { withRegionTerms } from "../../domain/rules/region-terms.ts";
import type { Place } from "../../domain/rules/settings.ts";
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
  const inForce = packInForce(house.packs, world.region.jurisdiction, dayOf(receivedAt));
  if (!inForce) return { noRegulation: dayOf(receivedAt) };
  const pack = withRegionTerms(inForce, world.region.settings.terms);
  return { now, receivedAt, world, pack, before: unfiled(house.newId() as CaseId, pack.id, now) };
}

/** Where the regulation has cases come in, and the body that decides on them, in this region. */
export function placesOf(world: World, pack: Pack): { readonly intake: OrgId; readonly top: OrgId } {
  const { intake, top } = pack.settings.places.value;
  return { intake: bodyAt(world, intake), top: bodyAt(world, top) };
}

/** The body of a kind in the region's first area of a level: the regulation's own seat. */
function bodyAt(world: World, { kind, level }: Place): OrgId {
  const areas = [...world.office.orgs.values()].filter((org) => org.kind === "area" && org.level === level);
  for (const area of areas) {
    const body = world.office.children.get(area.id)?.find((org) => org.kind === kind);
    if (body) return body.id;
  }
  throw new Error(`region ${world.region.id} has no ${kind} at level ${level}`);
}
