import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { LawfulAct } from "../../../domain/case/lawful.ts";
import type { Formality } from "../../../domain/rules/formality.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { Refusal } from "../../../domain/rules/refusal.ts";
import { catalogue } from "../../../domain/words/catalogue.ts";
import type { Post } from "../../../domain/office/org.ts";

/**
 * The formality that a closed act waits for, followed to one that is free: what this person can press now, or whose
 * step it is. Null where it is closed for another reason than a missing step.
 */
export function firstStep(
  closed: Refusal,
  legId: string | null,
  acts: readonly LawfulAct[],
  pack: Pack,
  seen: readonly string[] = [],
): CaseDetail["acts"][number]["first"] {
  const awaited = awaitedBy(closed, pack);
  if (!awaited || seen.includes(awaited.id)) return null;
  const own = acts.filter((act) => act.formality === awaited.id && (act.legId === null || act.legId === legId));
  const free = own.find((act) => act.closed === null);
  const before = own.find((act) => act.closed !== null)?.closed;
  const further = !free && before ? firstStep(before, legId, acts, pack, [...seen, awaited.id]) : null;
  if (further) return further;
  return {
    label: awaited.label,
    formality: awaited.id,
    legId: free?.legId ?? null,
    mine: free !== undefined,
    by: whose(awaited, pack),
  };
}

/** Refusals name steps and fields by their labels. */
function awaitedBy({ code, facts }: Refusal, pack: Pack): Formality | undefined {
  if (!["formality.notDone", "fact.missing", "dispatch.namedUnit"].includes(code)) return undefined;
  const { formality, formalities, names } = facts;
  const labels = [formality, ...(Array.isArray(formalities) ? formalities : [formalities])];
  const named = pack.formalities.find(({ label }) => labels.includes(label));
  if (named || !Array.isArray(names)) return named;
  return pack.formalities.find(({ fields }) => fields.some((field) => names.includes(field.label)));
}

/** The posts that may carry a formality out, in the regulation's words. */
export function whose({ by }: Formality, pack: Pack): string {
  const { posts } = catalogue(pack);
  return [...new Set(by.map(({ post }) => posts[post as Post] ?? ""))].filter(Boolean).join("、");
}
