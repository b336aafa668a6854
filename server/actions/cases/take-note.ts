import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { readNotice } from "../../store/oversight/notices.ts";

/** Confirms that a notice to the own organisation has been read. */
export async function takeNote(
  house: House,
  region: string,
  actor: Extract<Actor, { kind: "staff" }>,
  id: string,
  onceKey: OnceKey | null,
): Promise<boolean> {
  const work = (tx: Tx) => readNotice(tx, region, actor.orgId, id, actor.personId, house.now());
  return writeOnce(house, { region, key: onceKey, request: { note: id } }, work, (done) => done);
}
