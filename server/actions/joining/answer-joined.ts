import type { Command } from "../../../domain/case/input.ts";
import { closedStages } from "../../../domain/rules/vocabulary.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { House } from "../../house.ts";
import { actIn, packOf } from "../../record/perform.ts";
import { releasedReplies, replyText } from "../../record/wording/reply-text.ts";
import { joinedTo } from "../../store/comparing/joined.ts";
import { readCase, readEvents } from "../../store/case/load.ts";
import { loadWorld } from "../../store/world.ts";
import { inTransaction } from "../../store/transaction.ts";

/**
 * Gives the answer of a case to the open ones that are handled together with it, each in a transaction of its own and
 * only once: an answered case is open no more. Where the case ended without an answer they go their own way again.
 */
export async function answerJoinedCases(house: House, region: string, caseId: string): Promise<void> {
  const stored = await readCase(house.db, house.keys, region, caseId);
  if (!stored) return;
  const pack = packOf(house, stored.kase, await loadWorld(house.db, region, house));
  const replies = releasedReplies(await readEvents(house.db, house.keys, region, caseId), pack);
  const text = replies.map(({ reply }) => replyText(reply, pack)).join("\n");
  const ended = closedStages.includes(stored.kase.stage);
  if (text === "" && !ended) return;
  const command = (
    text === ""
      ? order("separate", { separateReason: zh.joining.endedWithoutAnswer })
      : order("answer-joined", { joinedAnswer: text })
  ) satisfies Command<"carryOut">;
  for (const joined of await joinedTo(house.db, region, caseId)) {
    await inTransaction(house.db, (tx) =>
      actIn(tx, house, { region, caseId: joined, command, actor: { kind: "system" }, seenVersion: null }),
    );
  }
}

function order(formality: string, values: Readonly<Record<string, string>>) {
  return { act: "carryOut", legId: null, input: { formality, values } } as const;
}
