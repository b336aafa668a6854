import type { PersonId } from "../../../domain/office/org.ts";
import type { House } from "../../house.ts";
import type { Staff } from "../../record/oversight/registry-change.ts";
import { writeOnce } from "../../record/write-once.ts";
import { caseIdOfNumber, readCase } from "../../store/case/load.ts";
import type { Tx } from "../../store/db.ts";
import { enqueue } from "../../store/jobs.ts";
import { appendOfficeEvent, signedBy } from "../../store/office/office-events.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { addToList, changeLines, isHeld, type LineChange, takeLines } from "../../store/retention/appraisal.ts";
import { endedStages } from "../../../domain/rules/vocabulary.ts";

/** Why nothing was done: a code, and the numbers of the cases that stand against it. */
export interface NotDone {
  readonly fault: "retention.state" | "retention.held" | "retention.own" | "retention.open" | "notFound";
  readonly numbers: readonly string[];
}
export type Outcome = { readonly done: true } | NotDone;

interface Order {
  readonly region: string;
  readonly actor: Staff;
  readonly ids: readonly string[];
  readonly reason: string;
}

type Line = Awaited<ReturnType<typeof takeLines>>[number];

/** What one act asks of a line, and what it writes there. */
interface Act {
  readonly type: string;
  readonly from: readonly string[];
  readonly may?: (line: Line) => NotDone["fault"] | null;
  readonly change: LineChange;
}

/** Holds cases back for a reason that the system cannot know (a lawsuit), or lets them go on. */
export function holdBack(house: House, order: Order & { readonly hold: boolean }, key: OnceKey | null) {
  const { hold, reason, actor } = order;
  const held = { held_why: reason, held_by: actor.personId, held_at: house.now() };
  const free = { held_why: null, held_by: null, held_at: null };
  const back = { state: "listed", proposal: null, proposed_by: null, proposed_at: null, reason: null } as const;
  const act: Act = hold
    ? { type: "caseHeld", from: ["listed", "proposed"], change: { ...back, ...held } }
    : { type: "caseReleased", from: ["listed"], change: free };
  return onLines(house, order, act, key);
}

/** Proposes to erase cases, or to keep them longer. Whoever proposes does not decide. */
export function proposeOutcome(
  house: House,
  order: Order & { readonly proposal: "erase" | "keep" },
  key: OnceKey | null,
) {
  const { proposal, reason, actor } = order;
  const change = {
    state: "proposed",
    proposal,
    reason,
    proposed_by: actor.personId,
    proposed_at: house.now(),
  } as const;
  const may = (line: Line) => (proposal === "erase" && isHeld(line) ? "retention.held" : null);
  return onLines(house, order, { type: "outcomeProposed", from: ["listed"], may, change }, key);
}

/** The second person agrees, and the erasing begins; or sends the cases back to the list. */
export function decideOutcome(house: House, order: Order & { readonly agree: boolean }, key: OnceKey | null) {
  const { agree, reason, actor } = order;
  const own = ({ proposed_by: by }: Line) => by === (actor.personId as PersonId);
  const may = (line: Line) =>
    own(line) ? "retention.own" : agree && line.proposal === "erase" && isHeld(line) ? "retention.held" : null;
  const decided = { decided_by: actor.personId, decided_at: house.now(), decision: reason };
  if (!agree) {
    const change = { ...decided, state: "listed", proposal: null, proposed_by: null, proposed_at: null } as const;
    return onLines(house, order, { type: "outcomeDeclined", from: ["proposed"], may, change }, key);
  }
  const type = "outcomeAgreed";
  return onLines(house, order, { type, from: ["proposed"], may, change: decided }, key, async (tx, lines) => {
    for (const [proposal, state] of [
      ["erase", "agreed"],
      ["keep", "kept"],
    ] as const) {
      const ids = lines.filter((line) => line.proposal === proposal).map((line) => line.case_id);
      if (ids.length > 0) await changeLines(tx, order.region, ids, { state });
    }
    await enqueue(tx, "eraseAgreed", { region: order.region });
  });
}

/** Puts a case on the list by hand, where no table speaks of it. */
export function listByHand(
  house: House,
  { region, actor, number, reason }: Omit<Order, "ids"> & { readonly number: string },
  key: OnceKey | null,
): Promise<Outcome> {
  const work = async (tx: Tx): Promise<Outcome> => {
    const id = await caseIdOfNumber(tx, region, number);
    const stored = id && (await readCase(tx, house.keys, region, id));
    if (!stored) return { fault: "notFound", numbers: [number] };
    if (!endedStages.includes(stored.kase.stage)) return { fault: "retention.open", numbers: [number] };
    const line = { caseId: stored.kase.id, code: null, basis: reason, dueOn: null, by: actor.personId };
    if (!(await addToList(tx, region, line, house.now()))) return { fault: "retention.state", numbers: [number] };
    await note(tx, house, region, actor, "caseListed", { numbers: [number], reason });
    return { done: true };
  };
  return writeOnce(house, { region, key, request: { list: number, reason } }, work, (outcome) => "done" in outcome);
}

/** All of the lines or none: a list that was looked at is decided on as it was. */
function onLines(
  house: House,
  { region, actor, ids, reason }: Order,
  { type, from, may, change }: Act,
  key: OnceKey | null,
  then?: (tx: Tx, lines: readonly Line[]) => Promise<void>,
): Promise<Outcome> {
  const work = async (tx: Tx): Promise<Outcome> => {
    const lines = await takeLines(tx, region, ids);
    if (lines.length !== new Set(ids).size) return { fault: "notFound", numbers: [] };
    const numbersOf = (some: readonly Line[]) => some.map(({ number }) => number);
    const other = lines.filter((line) => !from.includes(line.state));
    if (other.length > 0) return { fault: "retention.state", numbers: numbersOf(other) };
    for (const line of lines) {
      const fault = may?.(line) ?? null;
      if (fault) return { fault, numbers: numbersOf(lines.filter((one) => may?.(one) === fault)) };
    }
    await changeLines(tx, region, ids, change);
    await then?.(tx, lines);
    await note(tx, house, region, actor, type, { numbers: numbersOf(lines), reason });
    return { done: true };
  };
  const request = { retention: type, ids, reason, proposal: change.proposal ?? null };
  return writeOnce(house, { region, key, request }, work, (outcome) => "done" in outcome);
}

function note(tx: Tx, house: House, region: string, actor: Staff, type: string, data: object): Promise<void> {
  return appendOfficeEvent(tx, region, "retention", { type, at: house.now(), actor: signedBy(actor), data });
}
