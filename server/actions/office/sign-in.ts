import { createHash, randomBytes } from "node:crypto";
import { instant } from "../../../domain/calendar/plain-date.ts";
import { checkPassword, hashPassword } from "../../gateways/passwords.ts";
import type { House } from "../../house.ts";
import { holds } from "../../record/signing/proof.ts";
import { addressBlock, type Whence } from "../../record/signing/whence.ts";
import { lockMinutes, missesAllowed, strangersAllowed, type Tried, tryOnce } from "../../record/signing/tries.ts";
import { accountByLogin } from "../../store/office/accounts.ts";
import { knownFrom } from "../../store/office/signing/devices.ts";
import type { Counter } from "../../store/office/signing/tries.ts";
import { logAccess } from "../../store/oversight/access-log.ts";
import { type Opened, openSession, type Shut } from "../../record/signing/open-session.ts";
import { tokenHash } from "../../record/token-hash.ts";

/** So long a browser or address stays known after the last sign-in from it. */
const knownDays = 180;
/** So long the code of the second factor may follow the password. */
const stepMinutes = 5;

export type SignInOutcome =
  | Opened
  | { readonly wrong: { readonly left: number } }
  | { readonly locked: { readonly minutes: number } }
  /** The password was right and the second factor is asked for; its try stays taken until the code is right too. */
  | { readonly codeNeeded: { readonly step: string } }
  | { readonly stepOver: true }
  | { readonly noPost: true }
  | Shut;

interface Asked {
  readonly region: string;
  readonly login: string;
  readonly from: Whence;
}

type Account = NonNullable<Awaited<ReturnType<typeof accountByLogin>>>;

/**
 * Checks account, password and second factor, and opens a session. A try is taken before anything is checked, so that a
 * burst gains nothing; misses are counted by login with browser or address, so that strangers shut nobody out of where
 * they have been before. Never tells which part was wrong.
 */
export async function signIn(
  house: House,
  asked: Asked & { readonly password: string; readonly code: string | null },
): Promise<SignInOutcome> {
  const { region, login } = asked;
  const account = await accountByLogin(house.db, region, plain(login));
  const usable = account !== null && account.disabled_at === null && account.active;
  const tried = await tryOnce(house, region, await countersOf(house, asked, account), async () => {
    // Takes the same time whether or not the account exists.
    const right = await checkPassword(account?.password_hash ?? (await decoy()), asked.password);
    if (!usable || !right) return "wrong";
    if (account.totp_sealed && !asked.code) return "half";
    return (await holds(house, region, account, asked.code ?? "")) ? "right" : "wrong";
  });
  if (tried.was === "wrong" || tried.was === "over") return refuse(house, asked, account, tried);
  if (!account) throw new Error("nobody's password was right");
  if (tried.was === "half") return { codeNeeded: { step: sealStep(house, region, account) } };
  return letIn(house, asked, account);
}

/** The second step: the code, after the password was right. A wrong code is answered as a wrong password is. */
export async function signInWithCode(
  house: House,
  asked: { readonly region: string; readonly step: string; readonly code: string; readonly from: Whence },
): Promise<SignInOutcome> {
  const { region, from } = asked;
  const step = openStep(house, asked.step);
  const account = step && step.region === region ? await accountByLogin(house.db, region, step.login) : null;
  const over = !step || step.until < house.now() || !account || step.of !== passwordMark(account);
  if (over || account.disabled_at !== null || !account.active) return { stepOver: true };
  const who = { region, login: step.login, from };
  const look = async () =>
    (await holds(house, region, account, asked.code)) ? ("right" as const) : ("wrong" as const);
  const tried = await tryOnce(house, region, await countersOf(house, who, account), look);
  if (tried.was === "wrong" || tried.was === "over") return refuse(house, who, account, tried);
  return letIn(house, who, account);
}

/** Opens a session; a right password on an account that is shut is a refusal that the auditor reads of. */
async function letIn(house: House, asked: Asked, account: Account): Promise<SignInOutcome> {
  const opened = await openSession(house, asked.region, account, asked.from);
  if ("shut" in opened) await logRefusal(house, asked, account, opened.shut);
  return opened;
}

/** A login as it is compared. */
function plain(login: string): string {
  return login.trim().toLowerCase();
}

/** A name without an account is counted like any other: the answers never tell which names exist. */
async function countersOf(
  house: House,
  { region, login, from }: Asked,
  account: Account | null,
): Promise<readonly [Counter, ...Counter[]]> {
  const now = house.now();
  const address = addressBlock(from.address);
  const mark = from.mark === null ? null : tokenHash(from.mark);
  const since = instant(new Date(Date.parse(now) - knownDays * 86_400_000).toISOString());
  const known = account ? await knownFrom(house.db, region, account.id, { mark, address }, since) : null;
  const counter = (words: string, allowed: number) => ({
    who: house.keys.lookup(`sign-in:${plain(login)}${words}`),
    accountId: account?.id ?? null,
    allowed,
  });
  if (known === "browser") return [counter(` by ${from.mark}`, missesAllowed)];
  const here = counter(` from ${address}`, missesAllowed);
  return known ? [here] : [here, counter("", strangersAllowed)];
}

interface Step {
  readonly purpose: "signInCode";
  readonly region: string;
  readonly login: string;
  /** Ends the step when the password is changed meanwhile. */
  readonly of: string;
  readonly until: string;
}

function sealStep(house: House, region: string, account: Account): string {
  const until = new Date(Date.parse(house.now()) + stepMinutes * 60_000).toISOString();
  const step: Step = { purpose: "signInCode", region, login: account.login, of: passwordMark(account), until };
  return house.keys.seal("signInStep", JSON.stringify(step)).toString("base64url");
}

function openStep(house: House, sealed: string): Step | null {
  try {
    const step = JSON.parse(house.keys.open("signInStep", Buffer.from(sealed, "base64url"))) as Partial<Step>;
    return step.purpose === "signInCode" ? (step as Step) : null;
  } catch {
    return null;
  }
}

function passwordMark({ password_hash }: Account): string {
  return createHash("sha256").update(password_hash).digest("base64url").slice(0, 16);
}

/** Of a burst against a lock so many lines are kept as tell of it. */
const lockedLines = 20;

async function refuse(
  house: House,
  asked: Asked,
  account: Account | null,
  tried: Extract<Tried, { was: "wrong" | "over" }>,
): Promise<SignInOutcome> {
  if (tried.was === "over") {
    if (tried.over <= lockedLines) await logRefusal(house, asked, account, "locked");
    return { locked: { minutes: tried.minutes } };
  }
  await logRefusal(house, asked, account, "wrong");
  return tried.left === 0 ? { locked: { minutes: lockMinutes } } : { wrong: { left: tried.left } };
}

/**
 * A login that nobody has may be a password typed into the wrong field: of it the log holds two signs and a keyed hash,
 * by which the same one is known again.
 */
async function logRefusal(house: House, { region, login, from }: Asked, account: Account | null, why: string) {
  const typed = plain(login);
  const named = account
    ? { login: account.login }
    : {
        login: `${[...typed].slice(0, 2).join("")}…`,
        hash: house.keys.lookup(`login:${typed}`).subarray(0, 8).toString("hex"),
      };
  await logAccess(house.db, region, {
    id: house.newId(),
    at: house.now(),
    personId: account?.person_id ?? null,
    orgId: null,
    what: "signInRefused",
    caseId: null,
    reason: null,
    detail: { ...named, address: from.address, device: from.device, why },
  });
}

let decoyHash: Promise<string> | null = null;

function decoy(): Promise<string> {
  decoyHash ??= hashPassword(randomBytes(16).toString("hex"));
  return decoyHash;
}
