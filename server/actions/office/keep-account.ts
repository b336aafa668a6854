import { createHash } from "node:crypto";
import { checkPassword, hashPassword, passwordWeakness } from "../../gateways/passwords.ts";
import { checkSecondFactor, newSecondFactor } from "../../gateways/second-factor.ts";
import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { type OnceKey, OnceKeyReused, rememberedAnswer } from "../../store/once/once.ts";
import { accountByLogin, setPassword, setSecondFactor } from "../../store/office/accounts.ts";
import { appendOfficeEvent } from "../../store/office/office-events.ts";
import { endOtherSessions } from "../../store/office/sessions.ts";

export type PasswordOutcome = "changed" | "wrong" | "tooShort" | "tooPlain" | "same";

/** Changes a person's own password and ends their other sessions. */
export async function changePassword(
  house: House,
  who: { readonly region: string; readonly login: string; readonly personId: string; readonly session: Buffer },
  current: string,
  next: string,
  onceKey: OnceKey | null,
): Promise<PasswordOutcome> {
  // The account before the key: a twin that commits in between is then seen by its key, not by the old password failing.
  const account = await accountByLogin(house.db, who.region, who.login);
  if (onceKey && (await rememberedAnswer(house.db, who.region, onceKey)) === "changed")
    return changedTo(house, who, next);
  if (!account || account.person_id !== who.personId) return "wrong";
  if (!(await checkPassword(account.password_hash, current))) return "wrong";
  if (current === next) return "same";
  const weakness = passwordWeakness(next);
  if (weakness) return weakness;
  const hash = await hashPassword(next);
  const work = async (tx: Tx): Promise<PasswordOutcome> => {
    await setPassword(tx, who.region, account.id, hash);
    await endOtherSessions(tx, who.region, account.id, who.session);
    await appendOfficeEvent(tx, who.region, "rights", {
      type: "passwordChanged",
      at: house.now(),
      actor: { personId: who.personId, orgId: null },
      data: { personId: who.personId },
    });
    return "changed";
  };
  const request = { password: who.personId };
  await writeOnce(house, { region: who.region, key: onceKey, request }, work, () => true);
  return changedTo(house, who, next);
}

/** A repetition is one only if it brings the password that now holds: the key alone knows nothing of it. */
async function changedTo(
  house: House,
  who: { readonly region: string; readonly login: string; readonly personId: string },
  next: string,
): Promise<PasswordOutcome> {
  const account = await accountByLogin(house.db, who.region, who.login);
  const same = account?.person_id === who.personId && (await checkPassword(account.password_hash, next));
  if (!same) throw new OnceKeyReused();
  return "changed";
}

/** Offers a new second factor; it counts once a code from it has been shown. */
export function offerSecondFactor(login: string, issuer: string): { readonly secret: string; readonly uri: string } {
  return newSecondFactor(login, issuer);
}

/** Binds a second factor to a person's account when the code proves that their app holds it. */
export async function bindSecondFactor(
  house: House,
  who: { readonly region: string; readonly accountId: string; readonly personId: string },
  secret: string,
  code: string,
  onceKey: OnceKey | null,
): Promise<boolean> {
  const work = async (tx: Tx) => {
    const now = house.now();
    const step = checkSecondFactor(secret, code, Date.parse(now));
    if (step === null) return false;
    await setSecondFactor(tx, who.region, who.accountId, house.keys.seal(secret), step);
    await appendOfficeEvent(tx, who.region, "rights", {
      type: "secondFactorBound",
      at: now,
      actor: { personId: who.personId, orgId: null },
      data: { personId: who.personId },
    });
    return true;
  };
  const request = { secondFactor: createHash("sha256").update(`${secret} ${code}`).digest("hex") };
  return writeOnce(house, { region: who.region, key: onceKey, request }, work, (bound) => bound);
}
