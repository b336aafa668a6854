import type { PlainDate } from "../calendar/plain-date.ts";
import type { Office } from "./office.ts";
import type { PersonId, Post } from "./org.ts";

/**
 * The three seats that keep the platform itself (三员, GB/T 22239): the administrator keeps units, people, settings and
 * calendars; the security officer keeps rights, tokens and locks; the auditor of the log reads what all of them did.
 */
export const seats = ["administrator", "securityOfficer", "logAuditor"] as const satisfies readonly Post[];
export type Seat = (typeof seats)[number];

export function isSeat(post: Post): post is Seat {
  return (seats as readonly Post[]).includes(post);
}

/** The seat, other than `seat`, that a person holds on any day between `from` and `to`; null for none. Both ends inclusive. */
export function otherSeat(
  office: Office,
  personId: PersonId,
  seat: Seat,
  from: PlainDate,
  to: PlainDate | null,
): Seat | null {
  for (const holdings of office.holdings.values()) {
    for (const held of holdings) {
      if (held.personId !== personId || held.post === seat || !isSeat(held.post)) continue;
      if ((to === null || held.from <= to) && (held.to === null || held.to >= from)) return held.post;
    }
  }
  return null;
}

/** The seat that nobody but this person sits on; null when the platform goes on without them. */
export function onlyHolderOf(office: Office, personId: PersonId, on: PlainDate): Seat | null {
  const alone = (seat: Seat) => {
    const holders = holdersOf(office, seat, on);
    return holders.includes(personId) && holders.length === 1;
  };
  return seats.find(alone) ?? null;
}

/** Who holds a seat on a day, anywhere in the region. */
export function holdersOf(office: Office, seat: Seat, on: PlainDate): readonly PersonId[] {
  const held = [...office.holdings.values()].flat();
  const now = held.filter((h) => h.post === seat && h.from <= on && (h.to === null || on <= h.to));
  return [...new Set(now.map(({ personId }) => personId))];
}
