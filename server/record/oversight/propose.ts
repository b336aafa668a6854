import type { OrgId, PersonId } from "../../../domain/office/org.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Sanction } from "../../../domain/rules/sanction.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { supervisorOf } from "./supervisor.ts";
import type { House } from "../../house.ts";
import type { Tx } from "../../store/db.ts";
import { addProposal } from "../../store/oversight/breaches.ts";
import type { World } from "../../store/world.ts";

/** Puts a sanction of a body before the office that supervises it; gives the proposal's id. */
export async function propose(
  tx: Tx,
  house: House,
  world: World,
  pack: Pack,
  orgId: OrgId,
  on: PlainDate,
  what: {
    /** The measure that leads to it, with what tells one proposal under it from another. */
    readonly id: string;
    readonly sanction?: Sanction;
    readonly evidence: unknown;
    readonly people: readonly { readonly personId: PersonId; readonly post: string }[];
  },
): Promise<string> {
  const office = supervisorOf(orgId, pack, world);
  const id = house.newId();
  await addProposal(tx, {
    region_id: world.region.id,
    id,
    org_id: orgId,
    office_id: office?.id ?? "",
    sanction: what.sanction ?? "admonition",
    measure: what.id,
    on_day: on,
    evidence: what.evidence,
    people: what.people,
    state: "proposed",
  });
  return id;
}
