import { checkPassword, hashPassword, passwordWeakness, type Weakness } from "../../gateways/passwords.ts";
import { checkSecondFactor, newSecondFactor } from "../../gateways/second-factor.ts";
import type { House } from "../../house.ts";
import { ownWords } from "../../record/signing/own-words.ts";
import { type Proof, prove } from "../../record/signing/proof.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { type OnceKey, OnceKeyReused, rememberedAnswer } from "../../store/once/once.ts";
import { accountByLogin, accountOf, bindOffered, offerFactor, setPassword } from "../../store/office/accounts.ts";
import { lockRegion } from "../../store/office/office-changes.ts";
import { appendOfficeEvent } from "../../store/office/office-events.ts";
import { endOtherSessions } from "../../store/office/sessions.ts";
import { oldPasswords, retirePassword } from "../../store/office/signing/old-passwords.ts";
import { revokeTokensOf } from "../../store/office/tokens.ts";
import { loadWorld } from "../../store/world.ts";

/** Who keeps their own account, and in which session. */
export interface Own {
  readonly region: string;
  readonly personId: string;
  readonly session: Buffer;
}

export type PasswordOutcome = "changed" | "wrong" | "same" | "reused" | Weakness | { readonly minutes: number };

/**
 * Changes a person's own password: another than the last five, and none that is soon guessed. Ends their other sessions
 * and, for good, their tokens. Guesses at the present password are counted before it is looked at.
 */
export async function changePassword(
  house: House,
  who: Own & { readonly login: string },
  current: string,
  next: string,
  onceKey: OnceKey | null,
): Promise<PasswordOutcome> {
  const { region, personId } = who;
  // The account before the key: a twin that commits in between is then seen by its key, not by the old password failing.
  const account = await accountByLogin(house.db, region, who.login);
  if (onceKey && (await rememberedAnswer(house.db, region, onceKey)) === "changed") return changedTo(house, who, next);
  const own = await accountOf(house.db, region, personId);
  if (!own) return "wrong";
  const proof = await prove(house, region, own, { password: current });
  if (proof !== "right") return "minutes" in proof ? proof : "wrong";
  if (account?.id !== own.id) return "wrong";
  const weak = await whyNot(house, region, account, current, next);
  if (weak) return weak;
  const hash = await hashPassword(next);
  const work = async (tx: Tx): Promise<"changed" | "wrong"> => {
    const now = house.now();
    await lockRegion(tx, region);
    if (!(await retirePassword(tx, region, account.id, now, own.password_hash))) return "wrong";
    await setPassword(tx, region, account.id, hash, now);
    await endOtherSessions(tx, region, account.id, who.session);
    await revokeTokensOf(tx, region, personId, now);
    const actor = { personId, orgId: null };
    await appendOfficeEvent(tx, region, "rights", { type: "passwordChanged", at: now, actor, data: { personId } });
    return "changed";
  };
  const intention = { region, key: onceKey, request: { password: personId } };
  const done = await writeOnce(house, intention, work, (outcome) => outcome === "changed");
  return done === "changed" ? changedTo(house, who, next) : done;
}

async function whyNot(
  house: House,
  region: string,
  account: NonNullable<Awaited<ReturnType<typeof accountByLogin>>>,
  current: string,
  next: string,
): Promise<"same" | "reused" | Weakness | null> {
  if (current.normalize("NFKC") === next.normalize("NFKC")) return "same";
  const world = await loadWorld(house.db, region, house);
  const weakness = passwordWeakness(
    next,
    ownWords(world, account.login, account.name),
    world.region.settings.passwordClasses,
  );
  if (weakness) return weakness;
  for (const hash of await oldPasswords(house.db, region, account.id)) {
    if (await checkPassword(hash, next)) return "reused";
  }
  return null;
}

/** A repetition is one only if it brings the password that now holds: the key alone knows nothing of it. */
async function changedTo(house: House, who: Own & { readonly login: string }, next: string): Promise<"changed"> {
  const account = await accountByLogin(house.db, who.region, who.login);
  const same = account?.person_id === who.personId && (await checkPassword(account.password_hash, next));
  if (!same) throw new OnceKeyReused();
  return "changed";
}

/** So long an offered second factor waits for its first code. */
const offerMinutes = 15;

/** Makes a new second factor for a person; the server keeps it, and it counts once a code from it has been shown. */
export async function offerSecondFactor(
  house: House,
  who: { readonly region: string; readonly accountId: string },
  login: string,
  issuer: string,
): Promise<{ readonly secret: string; readonly uri: string }> {
  const offer = newSecondFactor(login, issuer);
  await offerFactor(house.db, who.region, who.accountId, house.keys.seal("secondFactor", offer.secret), house.now());
  return offer;
}

export type BindOutcome = "bound" | "noOffer" | "codeWrong" | Exclude<Proof, "right">;

/**
 * Binds the second factor that was offered when a code proves that the person's app holds it. They show their password
 * first and, where another factor is bound, a code of that one: the answer does not tell which of the two was wrong.
 */
export async function bindSecondFactor(
  house: House,
  who: { readonly region: string; readonly accountId: string; readonly personId: string },
  shown: { readonly code: string; readonly password: string; readonly oldCode: string | null },
  onceKey: OnceKey | null,
): Promise<BindOutcome> {
  const { region, personId } = who;
  const mark = house.keys
    .lookup(`second-factor:${shown.code} ${shown.oldCode ?? ""} ${shown.password}`)
    .toString("hex");
  const once = (work: (tx: Tx) => Promise<BindOutcome>) =>
    writeOnce(house, { region, key: onceKey, request: { mark } }, work, (outcome) => outcome === "bound");
  if (onceKey && (await rememberedAnswer(house.db, region, onceKey)) === "bound") return once(async () => "noOffer");
  const account = await accountOf(house.db, region, personId);
  if (!account) return "noOffer";
  const now = house.now();
  const offered = account.totp_offered;
  const late = Date.parse(now) - Date.parse(account.totp_offered_at ?? now) > offerMinutes * 60_000;
  if (!offered || late) return "noOffer";
  const step = checkSecondFactor(house.keys.open("secondFactor", offered), shown.code, Date.parse(now));
  if (step === null) return "codeWrong";
  const proof = await prove(house, region, account, {
    password: shown.password,
    ...(account.totp_sealed ? { code: shown.oldCode } : {}),
  });
  if (proof !== "right") return proof;
  return once(async (tx) => {
    await lockRegion(tx, region);
    if (!(await bindOffered(tx, region, account.id, offered, step))) return "noOffer";
    const actor = { personId, orgId: null };
    await appendOfficeEvent(tx, region, "rights", { type: "secondFactorBound", at: now, actor, data: { personId } });
    return "bound";
  });
}
