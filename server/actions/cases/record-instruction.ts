import type { Actor } from "../../../domain/case/case.ts";
import type { ExplainedRefusal } from "../../../domain/rules/explain.ts";
import type { House } from "../../house.ts";
import { actIn } from "../../record/perform.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { addInstruction, escalationById } from "../../store/oversight/escalations.ts";

/** A case that an instruction could not be written into; no reason where the bureau has it no longer. */
export interface LeftOut {
  readonly id: string;
  readonly number: string;
  readonly refused: ExplainedRefusal | null;
}

export type InstructionOutcome = { readonly leftOut: readonly LeftOut[] } | "missing";

/**
 * Writes the leader's instruction into the document and back onto its cases (FZ-8.8). The leader has spoken whatever
 * became of a case meanwhile: the document keeps every instruction, and says which cases did not take it.
 */
export async function recordInstruction(
  house: House,
  order: {
    readonly region: string;
    readonly actor: Extract<Actor, { kind: "staff" }>;
    readonly id: string;
    readonly text: string;
  },
  onceKey: OnceKey | null,
): Promise<InstructionOutcome> {
  const { region, actor, id, text } = order;
  const work = async (tx: Tx): Promise<InstructionOutcome> => {
    const escalation = await escalationById(tx, house.keys, region, id);
    if (!escalation || escalation.from_org !== actor.orgId || !actor.posts.includes("dispatcher")) return "missing";
    const leftOut: LeftOut[] = [];
    for (const { id: caseId, number } of escalation.cases) {
      const command = { act: "recordInstruction", legId: null, input: { escalationId: id, text } } as const;
      const outcome = await actIn(tx, house, { region, caseId, command, actor, seenVersion: null });
      if (!("done" in outcome))
        leftOut.push({ id: caseId, number, refused: "refused" in outcome ? outcome.refused : null });
    }
    const cases = escalation.cases.map((kase) => kase.id);
    await addInstruction(tx, house.keys, cases, {
      region_id: region,
      escalation_id: id,
      text,
      at: house.now(),
      by: actor.personId,
      left_out: leftOut.map((kase) => kase.id),
    });
    return { leftOut };
  };
  return writeOnce(house, { region, key: onceKey, request: { id, text } }, work, (outcome) => outcome !== "missing");
}
