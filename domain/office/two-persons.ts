import type { PlainDate } from "../calendar/plain-date.ts";
import type { Office } from "./office.ts";
import type { PersonId, Post } from "./org.ts";
import { holdersOf, type Seat } from "./seats.ts";

/**
 * The changes that nobody makes alone, and for how many hours a proposal waits for the second person. Everything else
 * that concerns people and rights (ending a post, a token, a session or a lock) takes away or gives nothing, and one person does it.
 */
export const changesByTwo = {
  /** A post is given, to whomever. */
  holding: { hours: 168 },
  /** A token that works as somebody else. */
  token: { hours: 72 },
  /** A password for one sign-in takes the place of a person's own. */
  password: { hours: 24 },
  /** A person's second factor is taken off. */
  secondFactor: { hours: 24 },
} as const;
export type ChangeByTwo = keyof typeof changesByTwo;
export const changeKinds = Object.keys(changesByTwo) as readonly ChangeByTwo[];

/**
 * The seat that decides on a proposal: the administrator on what the security officer proposes, the security officer on
 * everything else; the auditor of the log where that seat has nobody but the two persons concerned. Null: nobody can decide.
 */
export function decidingSeat(
  office: Office,
  proposal: { readonly by: PersonId; readonly posts: readonly Post[]; readonly person: PersonId },
  on: PlainDate,
): Seat | null {
  const first: Seat = proposal.posts.includes("securityOfficer") ? "administrator" : "securityOfficer";
  const free = (seat: Seat) => holdersOf(office, seat, on).some((id) => id !== proposal.by && id !== proposal.person);
  return ([first, "logAuditor"] as const).find(free) ?? null;
}

/** Whether a person may decide on a proposal: holds the seat, has not made it, and gains nothing by it. */
export function mayDecide(
  change: { readonly seat: Seat; readonly by: PersonId; readonly person: PersonId },
  actor: { readonly personId: PersonId; readonly posts: readonly Post[] },
): boolean {
  return actor.posts.includes(change.seat) && actor.personId !== change.by && actor.personId !== change.person;
}
