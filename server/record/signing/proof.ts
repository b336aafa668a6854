import { checkPassword } from "../../gateways/passwords.ts";
import { checkSecondFactor } from "../../gateways/second-factor.ts";
import type { House } from "../../house.ts";
import { useCodeStep } from "../../store/office/accounts.ts";
import { lockMinutes, missesAllowed, tryOnce } from "./tries.ts";

/** An account whose owner, signed in already, shows once more who they are. */
export interface Proving {
  readonly id: string;
  readonly password_hash: string;
  readonly totp_sealed: Buffer | null;
}

export type Proof = "right" | { readonly left: number } | { readonly minutes: number };

/**
 * Whether somebody who is signed in knows the password of their account, and with `code` given also holds its second
 * factor. Misses are counted before anything is checked, and the answer does not tell which of the two was wrong.
 */
export async function prove(
  house: House,
  region: string,
  account: Proving,
  shown: { readonly password: string; readonly code?: string | null },
): Promise<Proof> {
  const counter = { who: house.keys.lookup(`proof:${account.id}`), accountId: account.id, allowed: missesAllowed };
  const tried = await tryOnce(house, region, [counter], async () => {
    const known = await checkPassword(account.password_hash, shown.password);
    const held = shown.code === undefined || (await holds(house, region, account, shown.code ?? ""));
    return known && held ? "right" : "wrong";
  });
  if (tried.was === "over") return { minutes: tried.minutes };
  if (tried.was !== "wrong") return "right";
  return tried.left === 0 ? { minutes: lockMinutes } : { left: tried.left };
}

/** Whether a code is the one of this half minute and has not been used; it is used up by this. */
export async function holds(house: House, region: string, account: Proving, code: string): Promise<boolean> {
  if (!account.totp_sealed) return true;
  const step = checkSecondFactor(house.keys.open("secondFactor", account.totp_sealed), code, Date.parse(house.now()));
  return step !== null && useCodeStep(house.db, region, account.id, step);
}
