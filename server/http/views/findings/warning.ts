import type { Case } from "../../../../domain/case/case.ts";
import { timesDone } from "../../../../domain/case/facts.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { zh } from "../../../../domain/words/zh.ts";

/** That doing it once more is a finding against the unit, in the words of the rule; null where it is none. */
export function warningOf(formality: string | null, legId: string | null, kase: Case, pack: Pack): string | null {
  const rule = pack.formalities.find(({ id }) => id === formality);
  const finding = rule?.effects.find((effect) => effect.is === "finding");
  if (!rule || finding?.is !== "finding") return null;
  const n = timesDone(kase, rule.id, legId).length + 1;
  if (n < finding.from) return null;
  return fill(zh.findingWarning, { n, act: rule.label, kind: zh.breachKinds[finding.kind], words: rule.words });
}
