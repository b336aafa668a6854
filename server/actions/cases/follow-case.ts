import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { CaseId } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import { codeHash } from "../../record/query-code.ts";
import { codeMatches, countCodeMiss, codeMisses } from "../../store/case/codes.ts";

const missesAllowed = 5;
const windowMinutes = 15;

export type FollowOutcome = { readonly caseId: CaseId } | "mismatch" | { readonly waitMinutes: number };

/** A number as people type it: blanks, hyphens, full-width digits and small letters are all the same. */
export function tidyNumber(text: string): string {
  const plain = text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  const parts = /^([A-Z]+)(\d{8})(\d{6})$/.exec(plain);
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : plain;
}

export function tidyCode(text: string): string {
  return text.normalize("NFKC").replace(/\D/g, "");
}

/**
 * Opens a case to whoever knows its number and query code. Every mismatch is answered alike; after five in a quarter
 * of an hour the same visitor has to wait (HZ-6.4.2, experience brief §2.7).
 */
export async function followCase(
  house: House,
  region: string,
  attempt: { readonly number: string; readonly code: string; readonly visitor: string },
): Promise<FollowOutcome> {
  const now = house.now();
  const who = house.keys.lookup(`visitor:${attempt.visitor}`);
  const since = new Date(Date.parse(now) - windowMinutes * 60_000).toISOString() as Instant;
  const misses = await codeMisses(house.db, region, who, since);
  if (misses && misses.misses >= missesAllowed) {
    const until = Date.parse(misses.window_start) + windowMinutes * 60_000;
    return { waitMinutes: Math.max(1, Math.ceil((until - Date.parse(now)) / 60_000)) };
  }
  const number = tidyNumber(attempt.number);
  const hash = codeHash(house, number, tidyCode(attempt.code));
  const caseId = await codeMatches(house.db, region, number, hash);
  if (caseId) return { caseId };
  await countCodeMiss(house.db, region, who, now, since);
  return "mismatch";
}
