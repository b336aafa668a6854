import type { House } from "../../house.ts";
import { noteRight, type Staff } from "../../record/oversight/registry-change.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { lockRegion } from "../../store/office/office-changes.ts";
import { accountOfPerson, editPerson } from "../../store/office/repairs.ts";
import { unlockAccount } from "../../store/office/signing/tries.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { touchRegion } from "../../store/world.ts";

export interface Unlock {
  readonly region: string;
  readonly actor: Staff;
  readonly personId: string;
  /** How it was made sure that it was the person, and why it was done. */
  readonly check: string;
  readonly reason: string;
}

/** Ends the wait of somebody who has missed too often. Who did it and why stands in the log, and the person is told. */
export async function unlock(
  house: House,
  { region, actor, personId, check, reason }: Unlock,
  onceKey: OnceKey | null,
): Promise<"done" | "missing" | "own"> {
  if (actor.personId === personId) return "own";
  const account = await accountOfPerson(house.db, region, personId);
  if (!account) return "missing";
  const work = async (tx: Tx) => {
    await lockRegion(tx, region);
    await unlockAccount(tx, region, account.id);
    await noteRight(tx, house, region, actor, "accountUnlocked", { id: personId, check, reason });
    return "done" as const;
  };
  return writeOnce(house, { region, key: onceKey, request: { unlock: personId, check, reason } }, work, () => true);
}

/** Changes a person's name or telephone; the log keeps what it was. */
export async function changePerson(
  house: House,
  order: {
    readonly region: string;
    readonly actor: Staff;
    readonly personId: string;
    readonly name: string;
    readonly phone: string | null;
  },
  onceKey: OnceKey | null,
): Promise<boolean> {
  const { region, actor, personId, name, phone } = order;
  const work = async (tx: Tx) => {
    await lockRegion(tx, region);
    const before = await editPerson(tx, region, personId, { name, phone });
    if (!before) return false;
    await noteRight(tx, house, region, actor, "personEdited", { id: personId, before, after: { name, phone } });
    await touchRegion(tx, region);
    return true;
  };
  return writeOnce(house, { region, key: onceKey, request: { person: personId, name, phone } }, work, (done) => done);
}
