import { instant } from "../../../domain/calendar/plain-date.ts";
import type { CaseId } from "../../../domain/case/case.ts";
import { caseNumberIn, codeIn } from "../../../domain/fields/case-number.ts";
import type { House } from "../../house.ts";
import { codeHash } from "../../record/query-code.ts";
import { codeMatches, countCodeMiss, tailMatches } from "../../store/case/codes.ts";

const missesAllowed = 5;
const windowMinutes = 15;

export type FollowOutcome = { readonly caseId: CaseId } | "mismatch" | { readonly waitMinutes: number };

interface Attempt {
  readonly number: string;
  readonly code: string;
  /** The address that it comes from; halls, mobile networks and houses share one. */
  readonly visitor: string;
  /** The mark of the browser, where there is one. */
  readonly browser: string | null;
}

/**
 * Opens a case to whoever knows its number and query code: a right pair always opens. Every mismatch is answered alike;
 * after five in a quarter of an hour there is a wait (HZ-6.4.2). Misses are counted by number and
 * address together, and in one browser whatever the number, so that nobody waits for the slips of others.
 */
export async function followCase(house: House, region: string, attempt: Attempt): Promise<FollowOutcome> {
  const now = house.now();
  const caseId = await matching(house, region, attempt);
  if (caseId) return { caseId };
  const since = instant(new Date(Date.parse(now) - windowMinutes * 60_000).toISOString());
  let last = 0;
  for (const who of countedAs(house, attempt)) {
    const { misses, window_start } = await countCodeMiss(house.db, region, who, now, since);
    if (misses > missesAllowed) last = Math.max(last, Date.parse(window_start) + windowMinutes * 60_000);
  }
  return last > 0 ? { waitMinutes: Math.max(1, Math.ceil((last - Date.parse(now)) / 60_000)) } : "mismatch";
}

async function matching(house: House, region: string, { number, code }: Attempt): Promise<CaseId | null> {
  const typed = caseNumberIn(number);
  if (!typed) return null;
  const hashOf = (whole: string) => codeHash(house, whole, codeIn(code));
  if ("tail" in typed) return tailMatches(house.db, region, typed.tail, hashOf);
  return codeMatches(house.db, region, typed.whole, hashOf(typed.whole));
}

function countedAs({ keys }: House, { number, visitor, browser }: Attempt): readonly Buffer[] {
  const typed = caseNumberIn(number);
  const tried = typed ? ("whole" in typed ? typed.whole : typed.tail).slice(-6) : "";
  const pair = keys.lookup(`visitor:${visitor}:${tried}`);
  return browser ? [pair, keys.lookup(`browser:${visitor}:${browser}`)] : [pair];
}
