import type { Instant } from "../../../domain/calendar/plain-date.ts";
import { sealedGrounds } from "../../../domain/case/sight.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import type { Tx } from "../../store/db.ts";
import { addOrgNotices } from "../../store/oversight/notices.ts";
import { addCircular } from "../../store/oversight/proposals.ts";
import type { World } from "../../store/world.ts";
import { noteSupervision, type Staff } from "./overseer.ts";
import { circularBody, type Period } from "./supervision.ts";

/** Puts a circular of a period before every unit that it covers, and keeps it as it was (FZ-11-1, FZ-11-2). */
export async function sendCircular(
  tx: Tx,
  house: House,
  world: World,
  pack: Pack,
  { actor, period, now }: { readonly actor: Staff; readonly period: Period; readonly now: Instant },
): Promise<string> {
  const region = world.region.id;
  const body = await circularBody(
    tx,
    world,
    pack,
    { officeId: actor.orgId, sealedGrounds: sealedGrounds(house.packs) },
    period,
    now,
  );
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
  return id;
}
