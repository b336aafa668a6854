import type { House } from "../../house.ts";
import { noteRight, type Staff } from "../../record/oversight/registry-change.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { lockRegion } from "../../store/office/office-changes.ts";
import { appendOfficeEvent } from "../../store/office/office-events.ts";
import { endSessionOf } from "../../store/office/sessions.ts";
import type { OnceKey } from "../../store/once/once.ts";

/** Ends one of a person's own sessions; false when it is not there, or not theirs. */
export function endOwnSession(
  house: House,
  who: { readonly region: string; readonly personId: string; readonly id: string },
  onceKey: OnceKey | null,
): Promise<boolean> {
  const { region, personId, id } = who;
  const work = async (tx: Tx) => {
    await lockRegion(tx, region);
    if (!(await endSessionOf(tx, region, personId, id))) return false;
    const actor = { personId, orgId: null };
    const data = { session: id, personId };
    await appendOfficeEvent(tx, region, "rights", { type: "ownSessionEnded", at: house.now(), actor, data });
    return true;
  };
  return writeOnce(house, { region, key: onceKey, request: { endOwn: id } }, work, (done) => done);
}

/** Ends a session of somebody else, with a reason; the person is told at the next sign-in. */
export function endSessionFor(
  house: House,
  order: {
    readonly region: string;
    readonly actor: Staff;
    readonly personId: string;
    readonly id: string;
    readonly reason: string;
  },
  onceKey: OnceKey | null,
): Promise<boolean> {
  const { region, actor, personId, id, reason } = order;
  const work = async (tx: Tx) => {
    await lockRegion(tx, region);
    if (!(await endSessionOf(tx, region, personId, id))) return false;
    await noteRight(tx, house, region, actor, "sessionEnded", { id: personId, session: id, reason });
    return true;
  };
  return writeOnce(house, { region, key: onceKey, request: { end: id, personId, reason } }, work, (done) => done);
}
