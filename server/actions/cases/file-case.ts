import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import { fileIn } from "../../record/file-in.ts";
import type { Filing, FilingOutcome } from "../../record/filing.ts";
import { writeOnce } from "../../record/write-once.ts";
import { type OnceKey, OnceKeyReused, rememberedAnswer } from "../../store/once/once.ts";

/**
 * Takes a request in: from a citizen over the web, or through an operator for what came by another way. Whoever lost the
 * answer, changed the words and sent them again is told what was filed, and the second words are not taken for it.
 */
export async function fileCase(
  house: House,
  filing: Filing,
  actor: Actor,
  onceKey: OnceKey | null,
): Promise<FilingOutcome> {
  try {
    const sealed = await writeOnce(
      house,
      { region: filing.region, key: onceKey, request: { ...filing, draft: null } },
      async (tx) =>
        house.keys.seal("answer", JSON.stringify(await fileIn(tx, house, filing, actor))).toString("base64"),
      (answer) => "filed" in open(house, answer),
    );
    return open(house, sealed);
  } catch (error) {
    const before = error instanceof OnceKeyReused && typeof error.reply === "string" ? open(house, error.reply) : null;
    if (before && "filed" in before) return { filedBefore: before.filed };
    throw error;
  }
}

/** What came of a filing with this key before; null when there was none. */
export async function filedBefore(house: House, region: string, onceKey: OnceKey): Promise<FilingOutcome | null> {
  const sealed = await rememberedAnswer(house.db, region, onceKey);
  return typeof sealed === "string" ? open(house, sealed) : null;
}

/** The answer holds the query code, so it is only remembered sealed. */
function open(house: House, sealed: string): FilingOutcome {
  return JSON.parse(house.keys.open("answer", Buffer.from(sealed, "base64"))) as FilingOutcome;
}
