import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { RegionSettings } from "../../store/world.ts";

/** A password that somebody else gave waits so many days for its first use. */
export const firstPasswordDays = 30;

/** What tells how old an account's password is, and when it was last used. */
export interface Aged {
  readonly must_change: boolean;
  readonly password_since: string | null;
  readonly last_sign_in: string | null;
}

/**
 * `lapsed`: a first password that nobody has used in time. `idle`: nobody has signed in for longer than the region allows.
 * `old`: the password must be changed now. Accounts of which nothing is known are `fresh`.
 */
export type Age = "fresh" | "old" | { readonly shut: "lapsed" | "idle"; readonly days: number };

export function ageOf(account: Aged, { passwordDays, idleAccountDays }: RegionSettings, now: Instant): Age {
  const { must_change: given, password_since: since, last_sign_in: last } = account;
  if (given && isOlder(since, firstPasswordDays, now)) return { shut: "lapsed", days: firstPasswordDays };
  // Whoever got a new password is let in by it, however long they were away.
  const seen = [since, last].filter((at) => at !== null).toSorted(later)[0] ?? null;
  if (idleAccountDays && isOlder(seen, idleAccountDays, now)) return { shut: "idle", days: idleAccountDays };
  return passwordDays && isOlder(since, passwordDays, now) ? "old" : "fresh";
}

function later(a: string, b: string): number {
  return Date.parse(b) - Date.parse(a);
}

function isOlder(at: string | null, days: number, now: Instant): boolean {
  return at !== null && Date.parse(now) - Date.parse(at) > days * 86_400_000;
}
