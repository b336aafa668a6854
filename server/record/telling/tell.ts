import type { Actor } from "../../../domain/case/case.ts";
import type { Command } from "../../../domain/case/input.ts";
import type { Channel } from "../../../domain/rules/vocabulary.ts";
import { isOwnMessage } from "../../../domain/words/own-messages.ts";
import type { House } from "../../house.ts";
import { type ActOutcome, actIn } from "../perform.ts";
import type { Tx } from "../../store/db.ts";

/** What the product tells of itself (a new query code) is no fact of the case; nor is word of a notice that itself goes another way. */
export const noFact = "ownMessage";

/** Tells the case that a notice has reached the petitioner. */
export async function tell(
  tx: Tx,
  house: House,
  region: string,
  message: {
    readonly case_id: string;
    readonly notice: string;
    readonly leg_id: string | null;
    readonly channel: string;
  },
  actor: Actor,
  result: string | null,
): Promise<ActOutcome | typeof noFact> {
  if (isOwnMessage(message.notice) || message.notice.endsWith(".alert")) return noFact;
  const command: Command = {
    act: "recordDelivery",
    legId: null,
    input: { notice: message.notice, legId: message.leg_id, channel: message.channel as Channel, result },
  };
  return actIn(tx, house, { region, caseId: message.case_id, command, actor, seenVersion: null });
}
