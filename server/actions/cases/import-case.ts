import type { House } from "../../house.ts";
import { contentHash, fileIn, importIn } from "../../record/file-in.ts";
import type { Filing, OldAnswer } from "../../record/filing.ts";
import { importedBefore } from "../../store/case/imported.ts";

/** A request from another system: with its answer it comes in as history, without one as a case to be handled. */
export interface Import {
  readonly filing: Filing & { readonly source: NonNullable<Filing["source"]> };
  readonly answer: OldAnswer | null;
}

export type ImportOutcome =
  | { readonly is: "imported" | "known" | "refused" | "noRegulation" }
  /** The database would not have these words. */
  | { readonly is: "notStored"; readonly detail: string };

/** Takes one request over from another system, whole or not at all, and once for its number there. */
export async function importCase(house: House, { filing, answer }: Import): Promise<ImportOutcome> {
  try {
    const outcome = await house.db
      .transaction()
      .execute((tx) =>
        answer ? importIn(tx, house, filing, answer) : fileIn(tx, house, filing, { kind: "petitioner" }),
      );
    if ("filed" in outcome) return { is: "imported" };
    if ("known" in outcome) return { is: "known" };
    return { is: "refused" in outcome ? "refused" : "noRegulation" };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && /^(22|23|54)/.test(String(error.code)))) throw error;
    return { is: "notStored", detail: error.message };
  }
}

/** How a number of another system stands to what is here. */
export type Known = { readonly is: "same" | "otherWords" | "otherAnswer"; readonly number: string };

/** Which of these are here already, and whether they say now what they said then. */
export async function knownImports(
  house: House,
  region: string,
  source: string,
  entries: readonly { readonly id: string; readonly content: string; readonly answer: string | null }[],
): Promise<ReadonlyMap<string, Known>> {
  const ids = entries.map((entry) => entry.id);
  const before = await importedBefore(house.db, house.keys, region, source, ids);
  const known = entries.flatMap((entry) => {
    const was = before.get(entry.id);
    if (!was) return [];
    const same = was.contentHash === contentHash(entry);
    const sameAnswer = entry.answer === null || entry.answer === was.answer;
    const is = same ? (sameAnswer ? "same" : "otherAnswer") : "otherWords";
    return [[entry.id, { is, number: was.number }] as const];
  });
  return new Map(known);
}
