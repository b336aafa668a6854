import type { CaseEvent } from "../case/event.ts";
import { stepNamed } from "../case/steps/step-key.ts";
import { type Duty, isOpen } from "../duty/duty.ts";
import type { OrgId, Post } from "../office/org.ts";
import type { Act } from "../rules/vocabulary.ts";

/**
 * What somebody of the office can be told of: a step that has fallen to them, a request that they decide on, a day that
 * is near or past, and what another body has ordered of their unit, which no wish can silence.
 */
export const tellingKinds = ["assignment", "request", "reminder", "order"] as const;
export type TellingKind = (typeof tellingKinds)[number];

/** By bell on the desk, by short message, by mail. */
export const tellingWays = ["bell", "sms", "email"] as const;
export type TellingWay = (typeof tellingWays)[number];

/** Ways that cannot be switched off: a unit that is urged, inspected or has to do its answer again must learn of it. */
export const fixedWays: Readonly<Record<TellingKind, readonly TellingWay[]>> = {
  assignment: [],
  request: [],
  reminder: [],
  order: ["bell"],
};

/** How a kind is told to whoever has wished nothing. */
export const usualWays: readonly TellingWay[] = ["bell"];

/** By which ways a kind is told: as wished, and by those that nobody may switch off, in the order of `tellingWays`. */
export function waysFor(kind: TellingKind, wished: readonly TellingWay[] | undefined): readonly TellingWay[] {
  const chosen = new Set([...(wished ?? usualWays), ...fixedWays[kind]]);
  return tellingWays.filter((way) => chosen.has(way));
}

/** Something that has fallen to the holders of some posts in a body. `about` names it, so that it is told once. */
export interface ToTell {
  readonly kind: TellingKind;
  readonly about: string;
  readonly orgId: OrgId;
  readonly posts: readonly Post[];
  /** The duty that it speaks of; null where another body has ordered something. */
  readonly duty: Pick<Duty, "id" | "rule" | "due"> | null;
  /** The way of the case through a unit that it is about; null for the case as a whole. */
  readonly legId: string | null;
  /** The body that has ordered it; null for what falls to somebody by the rules. */
  readonly from: OrgId | null;
  /** The step to take, as lists of cases name it (`stepKey`); for orders the formality, null for an answer sent back. */
  readonly step: string | null;
}

/** Acts by which somebody decides on what others have asked or written. */
const deciding: readonly Act[] = [
  "acceptReturn",
  "refuseReturn",
  "acceptBureauReturn",
  "refuseBureauReturn",
  "approveReply",
  "rejectDraft",
  "passAudit",
  "failAudit",
];

/** Who can take which step towards a duty now. */
export interface Owed {
  readonly duty: Duty;
  readonly posts: readonly Post[];
  readonly step: string | null;
}

/** Who could take which step towards a duty when the case was last written. */
export interface OwedBefore {
  readonly dutyId: string;
  readonly posts: readonly string[];
  readonly step: string | null;
  readonly overdue: boolean;
}

/** What has fallen to whom since the case was last written: open duties that nobody could act on, and those now overdue. */
export function newlyOwed(before: readonly OwedBefore[], after: readonly Owed[]): readonly ToTell[] {
  const known = new Map(before.map((owed) => [owed.dutyId, owed]));
  return after.flatMap(({ duty, posts, step }) => {
    if (!isOpen(duty) || duty.owner === null || posts.length === 0) return [];
    const { owner: orgId, id } = duty;
    const old = known.get(id);
    const fresh = posts.filter((post) => !old?.posts.includes(post) || old.step !== step);
    const kind =
      step !== null && deciding.includes(stepNamed(step).act) ? "request" : isDecision(duty) ? "request" : "assignment";
    const about = `${id}/${step ?? ""}`;
    const told: ToTell = { kind, about, orgId, posts: fresh, duty, legId: duty.legId, from: null, step };
    const late: ToTell = { ...told, kind: "reminder", about: `late:${id}`, posts };
    return [
      ...(fresh.length > 0 ? [told] : []),
      ...(duty.overdueSince !== null && old !== undefined && !old.overdue ? [late] : []),
    ];
  });
}

/** Duties by which regulations name a decision on a request: 「decide-extension」. */
function isDecision({ rule }: Duty): boolean {
  return rule.startsWith("decide-");
}

/** What another body has ordered of the unit that has the case: it urges, inspects, or sends the answer back. */
export function ordered(events: readonly CaseEvent[], bodyOf: (legId: string) => OrgId | null): readonly ToTell[] {
  return events.flatMap((event): readonly ToTell[] => {
    if (event.type !== "formalityDone" && event.type !== "reworkOrdered") return [];
    const { legId } = event.data;
    const orgId = legId === null ? null : bodyOf(legId);
    if (legId === null || orgId === null || event.by.kind !== "staff" || event.by.orgId === orgId) return [];
    const formality = event.type === "formalityDone" ? event.data.formality : null;
    return [
      {
        kind: "order",
        about: `${formality ?? "rework"}/${legId}/${event.at}`,
        orgId,
        posts: ["clerk", "leaderInCharge"],
        duty: null,
        legId,
        from: event.by.orgId,
        step: formality,
      },
    ];
  });
}

/** What one person is told of at once, and by which ways. */
export interface Telling {
  readonly one: ToTell;
  readonly ways: readonly TellingWay[];
}

/**
 * What one act brings to one person. An order that also makes a step fall to them is told once: in the words of the
 * order, with the last day of the step, by the ways that they wish for either.
 */
export function tellingsFor(
  all: readonly ToTell[],
  wished: (kind: TellingKind) => readonly TellingWay[] | undefined,
): readonly Telling[] {
  const orders = new Set(all.flatMap(({ kind, legId }) => (kind === "order" ? [legId] : [])));
  const joins = ({ kind, legId }: ToTell) =>
    (kind === "assignment" || kind === "request") && legId !== null && orders.has(legId);
  return all
    .filter((one) => !joins(one))
    .map((one): Telling => {
      const joined = one.kind === "order" ? all.filter((other) => other.legId === one.legId && joins(other)) : [];
      const ways = new Set([one, ...joined].flatMap(({ kind }) => waysFor(kind, wished(kind))));
      const [step] = joined;
      return {
        one: { ...one, duty: one.duty ?? step?.duty ?? null },
        ways: tellingWays.filter((way) => ways.has(way)),
      };
    });
}
