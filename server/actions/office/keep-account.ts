import { checkPassword, hashPassword, passwordWeakness } from "../../gateways/passwords.ts";
import { checkSecondFactor, newSecondFactor } from "../../gateways/second-factor.ts";
import type { House } from "../../house.ts";
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
): Promise<PasswordOutcome> {
  const account = await accountByLogin(house.db, who.region, who.login);
  if (!account || account.person_id !== who.personId) return "wrong";
  if (!(await checkPassword(account.password_hash, current))) return "wrong";
  if (current === next) return "same";
  const weakness = passwordWeakness(next);
  if (weakness) return weakness;
  const hash = await hashPassword(next);
  await house.db.transaction().execute(async (tx) => {
    await setPassword(tx, who.region, account.id, hash);
    await endOtherSessions(tx, who.region, account.id, who.session);
    await appendOfficeEvent(tx, who.region, "rights", {
      type: "passwordChanged",
      at: house.now(),
      actor: { personId: who.personId, orgId: null },
      data: { personId: who.personId },
    });
  });
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
): Promise<boolean> {
  const now = house.now();
  const step = checkSecondFactor(secret, code, Date.parse(now));
  if (step === null) return false;
  await house.db.transaction().execute(async (tx) => {
    await setSecondFactor(tx, who.region, who.accountId, house.keys.seal(secret), step);
    await appendOfficeEvent(tx, who.region, "rights", {
      type: "secondFactorBound",
      at: now,
      actor: { personId: who.personId, orgId: null },
      data: { personId: who.personId },
    });
  });
  return true;
}
