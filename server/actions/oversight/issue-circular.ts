import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import { circularBody, type Period } from "../../record/oversight/supervision.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { addCircular } from "../../store/oversight/proposals.ts";
import { addOrgNotices } from "../../store/oversight/notices.ts";
import { loadWorld } from "../../store/world.ts";
import { type Staff, noteSupervision } from "../../record/oversight/overseer.ts";

/** Issues a circular for a period and puts it before every unit that it covers (FZ-11-1, FZ-11-2). */
export async function issueCircular(
  house: House,
  pack: Pack,
  order: { readonly region: string; readonly actor: Staff; readonly period: Period },
  onceKey: OnceKey | null,
): Promise<{ readonly id: string }> {
  const { region, actor, period } = order;
  const work = async (tx: Tx) => {
    const world = await loadWorld(tx, region, house);
    const now = house.now();
    const body = await circularBody(tx, world, pack, actor.orgId, period, now);
    const id = house.newId();
    await addCircular(tx, {
      region_id: region,
      id,
      office_id: actor.orgId,
      period_from: period.from,
      period_to: period.to,
      body,
      issued_at: now,
      issued_by: actor.personId,
    });
    const office = world.office.orgs.get(actor.orgId)?.shortName ?? "";
    await addOrgNotices(
      tx,
      body.units.map((unit) => ({
        region_id: region,
        id: house.newId(),
        to_org: unit.org.id,
        from_org: actor.orgId,
        as_kind: "report",
        topic: "circularIssued",
        body: JSON.stringify({ office, title: body.title, from: body.from, to: body.to }),
        created_at: now,
      })),
    );
    await noteSupervision(tx, house, region, actor, "circularIssued", { id, ...period });
    return { id };
  };
  return writeOnce(house, { region, key: onceKey, request: { circular: period } }, work, () => true);
}
