import { dayOf, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { noteSupervision, type Staff } from "../../record/oversight/overseer.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { decisionsOf, settleDecision } from "../../store/periodic/decisions.ts";

export type SettleOutcome = "done" | "missing" | "dayWrong" | "conflict";

interface Order {
  readonly region: string;
  readonly actor: Staff;
  readonly office: string;
  readonly id: string;
  readonly on: PlainDate;
  readonly note: string;
}

/** Writes down that what a meeting or an inspection decided was done: on which day, and how that is known. */
export async function settle(house: House, order: Order, onceKey: OnceKey | null): Promise<SettleOutcome> {
  const { region, actor, office, id, on, note } = order;
  const work = async (tx: Tx): Promise<SettleOutcome> => {
    const decision = (await decisionsOf(tx, region, office)).find((row) => row.id === id);
    if (!decision) return "missing";
    const now = house.now();
    if (on < decision.held_on || on > dayOf(now)) return "dayWrong";
    if (!(await settleDecision(tx, region, id, { on, note, at: now, by: actor.personId }))) return "conflict";
    await noteSupervision(tx, house, region, actor, "decisionDone", { id, work: decision.work_id, on, note });
    return "done";
  };
  const request = { decisionDone: id, on, note };
  return writeOnce(house, { region, key: onceKey, request }, work, (outcome) => outcome === "done");
}
