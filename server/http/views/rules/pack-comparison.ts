import type { PackComparison } from "../../../../contract/rules.ts";
import { differences } from "../../../../domain/rules/diff.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { sideBySide } from "../../../../domain/words/pack-diff.ts";
import { missing } from "../../fault.ts";

/** A regulation as a list of them has it. */
export function packLine({ id, title, documentNumber, effectiveFrom }: Pack) {
  return { id, title, documentNumber, effectiveFrom };
}

/** Two regulations side by side: what is different, what only the later has, what only the earlier had. */
export function comparison(
  packs: readonly Pack[],
  asked: { readonly before: string; readonly after: string },
): PackComparison {
  const before = packs.find(({ id }) => id === asked.before);
  const after = packs.find(({ id }) => id === asked.after);
  if (!before || !after) throw missing();
  const chapters = sideBySide(differences(before, after), before, after).map(({ chapter, title, rows }) => ({
    id: chapter,
    title,
    rows: rows.map((row) => ({ is: kindOf(row), ...row })),
  }));
  const all = chapters.flatMap(({ rows }) => rows);
  const n = (kind: ReturnType<typeof kindOf>) => all.filter(({ is }) => is === kind).length;
  return {
    before: packLine(before),
    after: packLine(after),
    chapters,
    counts: { changed: n("changed"), added: n("added"), dropped: n("dropped") },
  };
}

function kindOf({ before, after }: { readonly before: string | null; readonly after: string | null }) {
  if (before === null) return "added" as const;
  return after === null ? ("dropped" as const) : ("changed" as const);
}
