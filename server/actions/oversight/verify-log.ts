import type { House } from "../../house.ts";
import type { LogFault, Tell } from "../../record/trust/fault.ts";
import { Found } from "../../record/trust/found.ts";
import { knownOutside, type Outside } from "../../record/trust/known-outside.ts";
import { verifyActs } from "../../record/trust/verify-acts.ts";
import { verifyCases } from "../../record/trust/verify-cases.ts";
import { verifyDays } from "../../record/trust/verify-days.ts";
import { verifyEvents } from "../../record/trust/verify-events.ts";
import { verifySchema } from "../../record/trust/verify-schema.ts";
import { verifyRows } from "../../record/trust/verify-rows.ts";
import { verifyVouchers } from "../../record/trust/verify-vouchers.ts";
import { sm2Signatures } from "../../record/trust/sm2-signatures.ts";
import { openSnapshot } from "../../store/trust/snapshot.ts";

export type { LogFault } from "../../record/trust/fault.ts";

export interface LogReport {
  readonly region: string;
  readonly events: number;
  readonly streams: number;
  readonly days: number;
  readonly cases: number;
  readonly vouchers: number;
  readonly checkpoints: number;
  readonly cosigned: number;
  /** Signatures under SM2 that are right, of days and heads. */
  readonly sm2Signed: number;
  /** Up to when a signed head covers everything; null without one. */
  readonly coveredUntil: string | null;
  /** Rows from before vouchers existed, and since when there are vouchers for all. */
  readonly notVouched: number;
  readonly vouchedSince: string | null;
  /** Whether the witness was asked, and answered; null where none is set. */
  readonly witness: "agrees" | "silent" | "signedNothing" | "differs" | null;
  readonly faults: readonly LogFault[];
  /** Faults that are not named: of one kind no more than a thousand are. */
  readonly more: number;
}

/**
 * Reads the whole log of a region and everything that it vouches for, and finds what was changed, added, moved or taken
 * away since. What is held at a time does not grow with the log; others go on writing meanwhile.
 */
export async function verifyLog(house: House, region: string, onEvents: (n: number) => void): Promise<LogReport> {
  const known = await knownOutside(house, region);
  const snapshot = await openSnapshot(house.db);
  try {
    return await verifyIn({ ...house, db: snapshot.db }, region, onEvents, known);
  } finally {
    await snapshot.close();
  }
}

/** The same on a database that nobody else writes to; what is known outside was asked before. */
export async function verifyIn(
  house: House,
  region: string,
  onEvents: (n: number) => void,
  outside: Outside,
): Promise<LogReport> {
  const found = new Found();
  const tell: Tell = (one) => found.take(one);
  const { events, streams } = await verifyEvents(house, region, tell, onEvents);
  const sm2 = await sm2Signatures(house, region);
  const otherKey = sm2.keyFault(region);
  if (otherKey) tell(otherKey);
  const days = await verifyDays(house, region, tell, outside.lastDay, sm2);
  const cases = await verifyCases(house, region, tell);
  await verifyActs(house, region, tell);
  await verifySchema(house, tell);
  for (const one of outside.faults) tell(one);
  const tree = await verifyVouchers(house, region, tell, outside.heads, sm2);
  const rows = await verifyRows(house, region);
  for (const one of withoutKnown(rows.faults, found.faults)) tell(one);
  const { faults, more } = found;
  const differs = faults.some(({ what }) => what === "witnessDiffers" || what === "witnessAhead");
  return {
    region,
    events,
    streams,
    days,
    cases,
    ...tree,
    sm2Signed: sm2.right,
    notVouched: rows.notVouched,
    vouchedSince: rows.since,
    witness: outside.witness === "answers" ? (differs ? "differs" : "agrees") : outside.witness,
    faults,
    more,
  };
}

/** Rows of events and days that were named already, by their own chain, are not named twice. */
function withoutKnown(rows: readonly LogFault[], named: readonly LogFault[]): readonly LogFault[] {
  const places = new Set(named.map(({ stream, seq }) => (seq === null ? `day_root/${stream}` : `${stream}/${seq}`)));
  return rows.filter(({ stream }) => !places.has(stream.replace(/^(case|office)_event\//, "")));
}
