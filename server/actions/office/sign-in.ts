import { randomBytes } from "node:crypto";
import { type Instant, instant } from "../../../domain/calendar/plain-date.ts";
import type { PersonId } from "../../../domain/office/org.ts";
import { checkPassword, hashPassword } from "../../gateways/passwords.ts";
import { checkSecondFactor } from "../../gateways/second-factor.ts";
import type { House } from "../../house.ts";
import { tokenHash } from "../../record/token-hash.ts";
import {
  accountByLogin,
  countMiss,
  countSignIn,
  countStrangerMiss,
  strangerLockedAt,
  useCodeStep,
} from "../../store/office/accounts.ts";
import { addSession } from "../../store/office/sessions.ts";
import { logAccess } from "../../store/oversight/access-log.ts";
import { loadWorld } from "../../store/world.ts";
import { type Place, placesOf } from "../../record/places.ts";
import { inTransaction } from "../../store/transaction.ts";

const missesAllowed = 5;
const lockMinutes = 30;

export type SignInOutcome =
  | {
      readonly token: string;
      readonly personId: PersonId;
      readonly places: readonly Place[];
      readonly lastSignIn: Instant | null;
      readonly mustEnrol: boolean;
      readonly mustChange: boolean;
    }
  | { readonly wrong: { readonly left: number } }
  | { readonly locked: { readonly minutes: number } }
  | { readonly codeNeeded: true }
  | { readonly noPost: true };

/** Checks account, password and second factor, and opens a session. Never tells which part was wrong. */
export async function signIn(
  house: House,
  attempt: {
    readonly region: string;
    readonly login: string;
    readonly password: string;
    readonly code: string | null;
    readonly from: string;
  },
): Promise<SignInOutcome> {
  const { region } = attempt;
  const now = house.now();
  const login = attempt.login.trim().toLowerCase();
  const account = await accountByLogin(house.db, region, login);
  const usable = account && account.disabled_at === null && account.active;
  // Takes the same time whether or not the account exists.
  const right = await checkPassword(account?.password_hash ?? (await decoy()), attempt.password);
  const locked = await lockedUntil(house, region, login, account, now);
  if (locked > Date.parse(now)) return { locked: { minutes: Math.ceil((locked - Date.parse(now)) / 60_000) } };
  if (!account || !usable || !right) return miss(house, region, login, account ?? null, now);
  if (account.totp_sealed) {
    if (!attempt.code) return { codeNeeded: true };
    const secret = house.keys.open(account.totp_sealed);
    const step = checkSecondFactor(secret, attempt.code, Date.parse(now));
    const fresh = step !== null && (await useCodeStep(house.db, region, account.id, step));
    if (!fresh) return miss(house, region, login, account, now);
  }
  const world = await loadWorld(house.db, region, house);
  const personId = account.person_id as PersonId;
  const places = placesOf(world, personId, now);
  if (places.length === 0) return { noPost: true };
  const token = randomBytes(32).toString("base64url");
  const only = places.length === 1 ? (places[0]?.orgId ?? null) : null;
  await inTransaction(house.db, async (tx) => {
    await countSignIn(tx, region, account.id, now, attempt.from);
    await addSession(tx, region, tokenHash(token), account.id, only, now);
    await logAccess(tx, region, {
      id: house.newId(),
      at: now,
      personId,
      orgId: only,
      what: "signIn",
      caseId: null,
      reason: null,
    });
  });
  return {
    token,
    personId,
    places,
    lastSignIn: account.last_sign_in as Instant | null,
    mustEnrol: world.region.settings.secondFactor === "required" && account.totp_sealed === null,
    mustChange: account.must_change,
  };
}

interface Known {
  readonly id: string;
  readonly person_id: string;
  readonly locked_until: string | null;
}

const lockMillis = lockMinutes * 60_000;

/** A name without an account is locked like any other: the answers never tell which names exist. */
async function lockedUntil(house: House, region: string, login: string, account: Known | null, now: Instant) {
  if (account) return account.locked_until ? Date.parse(account.locked_until) : 0;
  const since = instant(new Date(Date.parse(now) - lockMillis).toISOString());
  const at = await strangerLockedAt(house.db, region, stranger(house, login), missesAllowed, since);
  return at ? Date.parse(at) + lockMillis : 0;
}

function stranger(house: House, login: string): Buffer {
  return house.keys.lookup(`login:${login}`);
}

async function miss(
  house: House,
  region: string,
  login: string,
  account: Known | null,
  now: Instant,
): Promise<SignInOutcome> {
  const until = instant(new Date(Date.parse(now) + lockMillis).toISOString());
  const left = account
    ? await countMiss(house.db, region, account.id, missesAllowed, until)
    : await countStrangerMiss(house.db, region, stranger(house, login), missesAllowed, now);
  await logAccess(house.db, region, {
    id: house.newId(),
    at: now,
    personId: account?.person_id ?? null,
    orgId: null,
    what: "signInRefused",
    caseId: null,
    reason: null,
  });
  return left === 0 ? { locked: { minutes: lockMinutes } } : { wrong: { left } };
}

let decoyHash: Promise<string> | null = null;

function decoy(): Promise<string> {
  decoyHash ??= hashPassword(randomBytes(16).toString("hex"));
  return decoyHash;
}
