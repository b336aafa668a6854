import type { Org, OrgId, OrgKind } from "../../../domain/office/org.ts";
import type { House } from "../../house.ts";
import { noteRegistry, type Staff } from "../../record/oversight/registry-change.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { addOrg } from "../../store/office/registry.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { loadWorld, touchRegion } from "../../store/world.ts";

export interface NewUnit {
  readonly parentId: OrgId;
  readonly kind: OrgKind;
  readonly name: string;
  readonly shortName: string;
  readonly initials: string;
  readonly duties: string;
  readonly phone: string | null;
  readonly address: string | null;
}

export type UnitOutcome = { readonly id: string } | "right.missing" | "notFound" | "registry.orgTwice";

/** Adds a body to the tree; it takes part once its persons are named and it has joined (FZ-8.1-1, FZ-10-1). */
export async function addUnit(
  house: House,
  order: { readonly region: string; readonly actor: Staff; readonly unit: NewUnit },
  onceKey: OnceKey | null,
): Promise<UnitOutcome> {
  const { region, actor, unit } = order;
  if (!actor.posts.includes("administrator")) return "right.missing";
  const work = async (tx: Tx): Promise<UnitOutcome> => {
    const world = await loadWorld(tx, region, house);
    const parent: Org | undefined = world.office.orgs.get(unit.parentId);
    if (parent?.kind !== "area") return "notFound";
    const { parentId, shortName, ...rest } = unit;
    const row = { region_id: region, id: `u-${house.newId()}`, parent_id: parentId, level: parent.level };
    if (!(await addOrg(tx, { ...rest, ...row, short_name: shortName }))) return "registry.orgTwice";
    await noteRegistry(tx, house, region, actor, "orgAdded", { orgId: row.id, ...unit });
    await touchRegion(tx, region);
    return { id: row.id };
  };
  return writeOnce(house, { region, key: onceKey, request: unit }, work, (outcome) => typeof outcome !== "string");
}
