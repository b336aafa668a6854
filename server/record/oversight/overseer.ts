import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import { overseen } from "./supervision.ts";
import type { Tx } from "../../store/db.ts";
import { appendOfficeEvent, signedBy } from "../../store/office/office-events.ts";
import type { RowSeal } from "../../store/words/rows/row-places.ts";
import type { World } from "../../store/world.ts";

/** Somebody at work in an office. */
export type Staff = Extract<Actor, { kind: "staff" }>;

/** Whether an organisation stands under this officer's office. */
export function isOverseen(world: World, actor: Staff, orgId: string): boolean {
  return actor.posts.includes("efficiencyOfficer") && overseen(world, actor.orgId).some((org) => org.id === orgId);
}

/** Writes an act of supervision into the log of the office. `seal`: its note speaks of a sealed case. */
export function noteSupervision(
  tx: Tx,
  house: House,
  region: string,
  actor: Staff,
  type: string,
  data: unknown,
  seal: RowSeal | null = null,
): Promise<void> {
  const event = { type, at: house.now(), actor: signedBy(actor), data };
  return appendOfficeEvent(tx, region, "accountability", event, seal);
}
