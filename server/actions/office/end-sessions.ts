import type { House } from "../../house.ts";
import { type Proof, prove } from "../../record/signing/proof.ts";
import { noteRight, type Staff } from "../../record/oversight/registry-change.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { accountOf } from "../../store/office/accounts.ts";
import { lockRegion } from "../../store/office/office-changes.ts";
import { appendOfficeEvent } from "../../store/office/office-events.ts";
import { endSessionOf } from "../../store/office/sessions.ts";
import { type OnceKey, rememberedAnswer } from "../../store/once/once.ts";

export type EndOwnOutcome = "done" | "missing" | Exclude<Proof, "right">;

/** Ends one of a person's own sessions, once they have shown their password again. */
export async function endOwnSession(
  house: House,
  who: { readonly region: string; readonly personId: string; readonly id: string; readonly password: string },
  onceKey: OnceKey | null,
): Promise<EndOwnOutcome> {
  const { region, personId, id, password } = who;
  const account = await accountOf(house.db, region, personId);
  if (!account) return "missing";
  // A repetition has shown the password before; whether it is one is looked at below.
  if (!onceKey || (await rememberedAnswer(house.db, region, onceKey)) === null) {
    const proof = await prove(house, region, account, { password });
    if (proof !== "right") return proof;
  }
  const request = { endOwn: id, shown: house.keys.lookup(`end:${personId}:${password}`).toString("hex") };
  const work = async (tx: Tx) => {
    await lockRegion(tx, region);
    if (!(await endSessionOf(tx, region, personId, id))) return "missing" as const;
    const actor = { personId, orgId: null };
    const data = { session: id, personId };
    await appendOfficeEvent(tx, region, "rights", { type: "ownSessionEnded", at: house.now(), actor, data });
    return "done" as const;
  };
  return writeOnce(house, { region, key: onceKey, request }, work, (outcome) => outcome === "done");
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
