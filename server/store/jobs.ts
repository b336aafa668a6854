import { sql } from "kysely";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import type { Tx } from "./db.ts";

/** What the worker can be woken for. */
export interface JobPayloads {
  deliver: { readonly region: string; readonly message: string };
  sendCode: { readonly region: string; readonly phone: string };
  answerJoined: { readonly region: string; readonly caseId: string };
  tellStaff: { readonly region: string; readonly notice: string };
  sweep: { readonly region: string };
  eraseAgreed: { readonly region: string };
  reckon: { readonly region: string; readonly year: number };
}

/** A message waits in one job at most. */
export function deliveryKey(message: string): string {
  return `deliver:${message}`;
}

/** Wakes the worker, if and only if the transaction commits; not before `due`, where it is given. */
export async function enqueue<T extends keyof JobPayloads>(
  tx: Tx,
  task: T,
  payload: JobPayloads[T],
  key: string | null = null,
  due: Instant | null = null,
): Promise<void> {
  await sql`select enqueue(${task}, ${JSON.stringify(payload)}::json, ${key}, ${due}::timestamptz)`.execute(tx);
}
