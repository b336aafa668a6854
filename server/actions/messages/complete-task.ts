import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import type { ActOutcome } from "../../record/perform.ts";
import { writeOnce } from "../../record/write-once.ts";
import { maySee } from "../../store/case/sight.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { recordAttempt, takeMessage } from "../../store/once/outbox.ts";
import { noFact, tell } from "../../record/telling/tell.ts";

/** Words that no gateway took away: somebody may send them from a telephone or mailbox of the house's own. */
const leftLying: readonly string[] = ["notSent", "failed"];

/** What came of a task: the case was told, or why not. */
export type Completed = ActOutcome | "missing" | "attempted" | "howNeeded" | typeof noFact;

/**
 * A person made the call, sent the fax, or sent by hand what no gateway took: the words were read, the case knows. Who
 * sent by hand says how.
 */
export async function completeTask(
  house: House,
  order: {
    readonly region: string;
    readonly id: string;
    readonly actor: Actor;
    readonly reached: boolean;
    readonly note: string;
  },
  onceKey: OnceKey | null,
): Promise<Completed> {
  const { region, actor: _, ...request } = order;
  const work = async (tx: Tx): Promise<Completed> => {
    const message = await takeMessage(tx, house.keys, region, order.id);
    if (!message) return "missing";
    const byHand = leftLying.includes(message.state) && message.recipient_sealed !== null && order.reached;
    if (message.state !== "toDo" && !byHand) return "missing";
    if (order.actor.kind === "staff" && !(await maySee(tx, region, message.case_id, order.actor))) return "missing";
    if (byHand && order.note === "") return "howNeeded";
    const attempt = { at: house.now(), detail: order.note || null };
    if (!order.reached) {
      await recordAttempt(tx, house.keys, region, order.id, { ...attempt, result: "notReached", state: "toDo" });
      return "attempted";
    }
    const outcome = await tell(tx, house, region, message, order.actor, order.note || null);
    if (outcome === noFact || "done" in outcome) {
      await recordAttempt(tx, house.keys, region, order.id, {
        ...attempt,
        result: byHand ? "sentByHand" : "reached",
        state: "delivered",
      });
    }
    return outcome;
  };
  return writeOnce(
    house,
    { region, key: onceKey, request },
    work,
    (outcome) => outcome === "attempted" || outcome === noFact || (typeof outcome === "object" && "done" in outcome),
  );
}
