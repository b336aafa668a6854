import { bodiesAbove } from "../../../domain/office/office.ts";
import type { Org, OrgId } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { World } from "../../store/world.ts";

/** The body that supervises an organisation: of the kind that the regulation names, in its own area or the next above. */
export function supervisorOf(orgId: OrgId, pack: Pack, world: World): Org | null {
  return bodiesAbove(world.office, orgId, pack.settings.supervisedBy.value)[0] ?? null;
}
