import { createHash } from "node:crypto";
import { loadWorld } from "../../store/world.ts";
import type { CaseId } from "../../../domain/case/case.ts";
import { type ExplainedRefusal, explainRefusal } from "../../../domain/rules/explain.ts";
import { refuse } from "../../../domain/rules/refusal.ts";
import type { House } from "../../house.ts";
import { attachIn, type FileTrouble } from "../../record/files/attach.ts";
import { lookThrough, type SentFile } from "../../record/files/look-through.ts";
import { type ActOutcome, actIn, packOf } from "../../record/perform.ts";
import { writeOnce } from "../../record/write-once.ts";
import { readCase, readEvents, takeCase } from "../../store/case/load.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";

/** So often one case may be added to: what a person has to say fits, what a programme sends does not. */
export const supplementsAllowed = 10;

export interface Supplemented {
  /** Null when there was nothing to write down: no words, and no file that could be taken. */
  readonly outcome: ActOutcome | null;
  readonly troubles: readonly FileTrouble[];
}

/** Carries an answer out of a transaction that must leave no trace. */
class NothingKept extends Error {
  readonly answer: Supplemented;

  constructor(answer: Supplemented) {
    super("nothing is kept");
    this.answer = answer;
  }
}

/**
 * Takes in what a petitioner adds: the words and every file that can be taken, as one event. A file that cannot be
 * taken does not cost the petitioner the others; a supplement that is refused leaves no file behind.
 */
export async function supplementCase(
  house: House,
  order: {
    readonly region: string;
    readonly caseId: CaseId;
    readonly text: string;
    readonly files: readonly SentFile[];
    /** The petitioner wishes the case to be taken back. */
    readonly withdraws?: true;
  },
  key: OnceKey | null,
): Promise<Supplemented> {
  const { region, caseId, text, files, withdraws } = order;
  const prints = files.map(({ name, bytes }) => [name, createHash("sha256").update(bytes).digest("hex")]);
  const actor = { kind: "petitioner" } as const;
  const looked = await lookThrough(house, { region, caseId, by: actor }, files);
  try {
    return await writeOnce<Supplemented>(
      house,
      { region, key, request: { caseId, text, files: prints } },
      async (tx) => {
        // Counted one after the other, however many are sent at once.
        await takeCase(tx, house.keys, region, caseId);
        const full = await tooMany(tx, house, region, caseId);
        if (full) throw new NothingKept({ outcome: { refused: full }, troubles: [] });
        const place = { caseId, purpose: "petitioner" } as const;
        const troubles = await attachIn(tx, house, region, place, looked, actor);
        const taken = files.length - troubles.length;
        if (!text.trim() && taken === 0) throw new NothingKept({ outcome: null, troubles });
        const command = {
          act: "supplement",
          legId: null,
          input: { text, files: taken, ...(withdraws && { withdraws }) },
        } as const;
        const outcome = await actIn(tx, house, { region, caseId, command, actor, seenVersion: null });
        if (!("done" in outcome)) throw new NothingKept({ outcome, troubles });
        return { outcome, troubles };
      },
      () => true,
    );
  } catch (error) {
    if (error instanceof NothingKept) return error.answer;
    throw error;
  }
}

async function tooMany(tx: Tx, house: House, region: string, caseId: CaseId): Promise<ExplainedRefusal | null> {
  const events = await readEvents(tx, house.keys, region, caseId);
  const so = events.filter((event) => event.type === "supplemented").length;
  const stored = so < supplementsAllowed ? null : await readCase(tx, house.keys, region, caseId);
  if (!stored) return null;
  const pack = packOf(house, stored.kase, await loadWorld(tx, region, house));
  return explainRefusal(refuse("supplement.tooMany", null, { most: supplementsAllowed }), pack);
}
