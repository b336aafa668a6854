import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import { readNotice } from "../../store/oversight/notices.ts";

/** Confirms that a notice to the own organisation has been read. */
export async function takeNote(
  house: House,
  region: string,
  actor: Extract<Actor, { kind: "staff" }>,
  id: string,
): Promise<boolean> {
  return house.db.transaction().execute((tx) => readNotice(tx, region, actor.orgId, id, actor.personId, house.now()));
}
