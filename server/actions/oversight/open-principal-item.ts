import { inOffice } from "../../../domain/office/office.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import { measureOf } from "../../../domain/rules/measure.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { breachById } from "../../store/oversight/breaches.ts";
import { loadWorld } from "../../store/world.ts";
import { type Staff, isOverseen, noteSupervision } from "../../record/oversight/overseer.ts";
import { propose } from "../../record/oversight/propose.ts";

/** Opens an item on a unit's principal leader: the task failed because nobody was named for it (FZ-10-5). */
export async function openPrincipalItem(
  house: House,
  pack: Pack,
  order: {
    readonly region: string;
    readonly actor: Staff;
    readonly orgId: OrgId;
    readonly breaches: readonly string[];
    readonly note: string;
  },
  onceKey: OnceKey | null,
): Promise<{ readonly id: string } | "missing"> {
  const { region, actor, ...request } = order;
  const { orgId } = request;
  const work = async (tx: Tx) => {
    const world = await loadWorld(tx, region, house);
    const rule = measureOf(pack.measures, "registryGap");
    const found = await Promise.all(order.breaches.map((id) => breachById(tx, region, id)));
    const evidence = found.flatMap((breach) =>
      breach && breach.org_id === orgId
        ? [{ caseId: breach.case_id, on: breach.on_day, registryGap: breach.registry_gap }]
        : [],
    );
    const last = evidence
      .map((e) => e.on)
      .sort()
      .at(-1);
    if (!rule || !isOverseen(world, actor, orgId) || last === undefined) return "missing" as const;
    const people = inOffice(world.office, orgId, last as PlainDate, rule.answers).map(({ personId, post }) => ({
      personId,
      post,
    }));
    const id = await propose(tx, house, world, pack, orgId, last as PlainDate, {
      id: `${rule.id}:${house.newId()}`,
      evidence,
      people,
    });
    await noteSupervision(tx, house, region, actor, "principalItemOpened", {
      orgId,
      evidence,
      people,
      note: order.note,
    });
    return { id };
  };
  return writeOnce(house, { region, key: onceKey, request }, work, (outcome) => outcome !== "missing");
}
