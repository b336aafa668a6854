import { randomBytes } from "node:crypto";
import type { Actor } from "../../../domain/case/case.ts";
import { hashPassword } from "../../gateways/passwords.ts";
import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { appendOfficeEvent } from "../../store/office/office-events.ts";
import {
  accountOfPerson,
  dropSecondFactor,
  editPerson,
  endSessions,
  giveFirstPassword,
  unlockAccount,
} from "../../store/office/repairs.ts";
import { type OnceKey, OnceKeyReused } from "../../store/once/once.ts";
import { touchRegion } from "../../store/world.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

export interface Repair {
  readonly region: string;
  readonly actor: Staff;
  readonly personId: string;
  readonly what: "unlock" | "password" | "secondFactor";
  /** How the administrator knew that it was the person, and why it was done. */
  readonly check: string;
  readonly reason: string;
}

const eventOf = { unlock: "accountUnlocked", password: "passwordReset", secondFactor: "secondFactorReset" } as const;

/** How long a repeated press is shown the same password again. */
const shownMinutes = 5;

/**
 * Lets somebody in again who cannot sign in: ends a lock, gives a password for one sign-in, or takes a lost second
 * factor off. Who did it and why stands in the log, and the person is told at the next sign-in.
 */
export async function repairAccount(
  house: House,
  repair: Repair,
  onceKey: OnceKey | null,
): Promise<{ readonly password: string | null } | "missing" | "own"> {
  const { region, actor, personId, what, check, reason } = repair;
  if (actor.personId === personId) return "own";
  const account = await accountOfPerson(house.db, region, personId);
  if (!account) return "missing";
  const password = what === "password" ? firstPassword(house, personId, onceKey) : null;
  const hash = password === null ? null : await hashPassword(password);
  const work = async (tx: Tx) => {
    const at = house.now();
    if (what === "unlock") await unlockAccount(tx, region, account.id);
    if (hash !== null) await giveFirstPassword(tx, region, account.id, hash);
    if (what === "secondFactor") await dropSecondFactor(tx, region, account.id);
    if (what !== "unlock") await endSessions(tx, region, account.id);
    await appendOfficeEvent(tx, region, "rights", {
      type: eventOf[what],
      at,
      actor: { personId: actor.personId, orgId: actor.orgId },
      data: { id: personId, check, reason },
    });
    return at;
  };
  const request = { repair: personId, what, check, reason };
  const doneAt = await writeOnce(house, { region, key: onceKey, request }, work, () => true);
  const late = Date.parse(house.now()) - Date.parse(doneAt) > shownMinutes * 60_000;
  if (password !== null && late) throw new OnceKeyReused();
  return { password };
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
    const before = await editPerson(tx, region, personId, { name, phone });
    if (!before) return false;
    await appendOfficeEvent(tx, region, "rights", {
      type: "personEdited",
      at: house.now(),
      actor: { personId: actor.personId, orgId: actor.orgId },
      data: { id: personId, before, after: { name, phone } },
    });
    await touchRegion(tx, region);
    return true;
  };
  return writeOnce(house, { region, key: onceKey, request: { person: personId, name, phone } }, work, (done) => done);
}

const letters = "abcdefghjkmnpqrstuvwxyz";
const digits = "23456789";

/** Three groups that are easy to read out, of four classes of signs: `Kd7m-Xq3p-Tz8w`. */
function firstPassword(house: House, personId: string, key: OnceKey | null): string {
  const bytes = key ? house.keys.lookup(`first-password:${personId} ${key.actor} ${key.key}`) : randomBytes(12);
  const sign = (signs: string, n: number) => signs[(bytes[n] ?? 0) % signs.length] ?? "";
  const group = (n: number) =>
    sign(letters, n).toUpperCase() + sign(letters, n + 1) + sign(digits, n + 2) + sign(letters, n + 3);
  return [0, 4, 8].map(group).join("-");
}
