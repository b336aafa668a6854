import { randomBytes } from "node:crypto";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { PersonId } from "../../../domain/office/org.ts";
import type { House } from "../../house.ts";
import { type Place, placesOf } from "../places.ts";
import { type Age, type Aged, ageOf } from "./ageing.ts";
import { newMark } from "./mark.ts";
import { addressBlock, type Whence } from "./whence.ts";
import { tokenHash } from "../token-hash.ts";
import { countPassword, countSignIn } from "../../store/office/accounts.ts";
import { addSession } from "../../store/office/sessions.ts";
import { knowDevice } from "../../store/office/signing/devices.ts";
import { logAccess } from "../../store/oversight/access-log.ts";
import { loadWorld } from "../../store/world.ts";

/** A session that has been opened. */
export interface Opened {
  readonly token: string;
  /** Marks the browser as known to the account from now on. */
  readonly mark: string;
  readonly personId: PersonId;
  readonly places: readonly Place[];
  readonly lastSignIn: Instant | null;
  readonly hasSecondFactor: boolean;
  readonly mustChange: boolean;
}

/** An account whose secrets were right, and which is shut until a new password is given. */
export type Shut = Extract<Age, object>;

/** Opens a session for an account whose secrets have been checked. */
export async function openSession(
  house: House,
  region: string,
  account: {
    readonly id: string;
    readonly person_id: string;
    readonly login: string;
    readonly password_hash: string;
    readonly totp_sealed: Buffer | null;
  } & Aged,
  from: Whence,
): Promise<Opened | { readonly noPost: true } | { readonly stepOver: true } | Shut> {
  const now = house.now();
  const world = await loadWorld(house.db, region, house);
  const personId = account.person_id as PersonId;
  const places = placesOf(world, personId, now);
  if (places.length === 0) return { noPost: true };
  const { settings } = world.region;
  const age = ageOf(account, settings, now);
  if (typeof age === "object") return age;
  const uncounted = settings.passwordDays !== undefined && account.password_since === null;
  const token = randomBytes(32).toString("base64url");
  const mark = from.mark ?? newMark(house);
  const only = places.length === 1 ? (places[0]?.orgId ?? null) : null;
  const known = { mark: tokenHash(mark), address: addressBlock(from.address) };
  const opened = await house.db.transaction().execute(async (tx) => {
    // Somebody may have reset the password while it was looked at: what it opened is shut already.
    if (!(await countSignIn(tx, region, account, now, from.address))) return false;
    if (age === "old" || uncounted) await countPassword(tx, region, account.id, now, age === "old");
    await knowDevice(tx, region, account.id, known, now);
    await addSession(tx, region, { tokenHash: tokenHash(token), accountId: account.id, orgId: only, from }, now);
    await logAccess(tx, region, {
      id: house.newId(),
      at: now,
      personId,
      orgId: only,
      what: "signIn",
      caseId: null,
      reason: null,
      detail: { login: account.login, address: from.address, device: from.device },
    });
    return true;
  });
  if (!opened) return { stepOver: true };
  return {
    token,
    mark,
    personId,
    places,
    lastSignIn: account.last_sign_in as Instant | null,
    hasSecondFactor: account.totp_sealed !== null,
    mustChange: account.must_change || age === "old",
  };
}
