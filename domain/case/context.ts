import { dayOf, type Instant, type PlainDate } from "../calendar/plain-date.ts";
import type { WorkCalendar } from "../calendar/work-calendar.ts";
import type { Office } from "../office/office.ts";
import type { OrgId } from "../office/org.ts";
import type { Pack } from "../rules/pack.ts";
import type { Actor, CaseId } from "./case.ts";

/** How often a unit answered the same person on the same matter in time (FZ-8.5-2). */
export interface RepeatChain {
  readonly timelyReplies: Readonly<Record<OrgId, number>>;
  readonly lastReply: CaseId | null;
}

/** Everything a decision may look at besides the case. The clock is an argument. */
export interface Context {
  readonly now: Instant;
  readonly actor: Actor;
  readonly office: Office;
  readonly pack: Pack;
  readonly calendar: WorkCalendar;
  readonly chain: RepeatChain;
  /** The other case that an order names by its number: found, open, and readable for whoever acts. */
  readonly named?: NamedCase;
}

/** Another case that an order speaks of. */
export interface NamedCase {
  readonly id: CaseId;
  readonly number: string;
}

/** No earlier case of the same person and matter. */
export const noChain: RepeatChain = { timelyReplies: {}, lastReply: null };

export function today(ctx: Context): PlainDate {
  return dayOf(ctx.now);
}
