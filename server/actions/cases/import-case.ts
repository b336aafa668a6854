import type { House } from "../../house.ts";
import { fileIn, importIn } from "../../record/file-in.ts";
import type { Filing, OldAnswer } from "../../record/filing.ts";
import { importedIds } from "../../store/case/imported.ts";

/** A request from another system: with its answer it comes in as history, without one as a case to be handled. */
export interface Import {
  readonly filing: Filing & { readonly source: NonNullable<Filing["source"]> };
  readonly answer: OldAnswer | null;
}

export type ImportOutcome = "imported" | "known" | "refused" | "noRegulation";

/** Takes one request over from another system, whole or not at all, and once for its number there. */
export async function importCase(house: House, { filing, answer }: Import): Promise<ImportOutcome> {
  const outcome = await house.db
    .transaction()
    .execute((tx) =>
      answer ? importIn(tx, house, filing, answer) : fileIn(tx, house, filing, { kind: "petitioner" }),
    );
  if ("filed" in outcome) return "imported";
  if ("known" in outcome) return "known";
  return "refused" in outcome ? "refused" : "noRegulation";
}

/** Which of these numbers of another system are here already. */
export function knownImports(
  house: House,
  region: string,
  source: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  return importedIds(house.db, region, source, ids);
}
