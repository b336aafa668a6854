import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { Case } from "../../../domain/case/case.ts";
import { ratedOtherwise } from "../../../domain/case/facts.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { besideRating, valueWords } from "../../../domain/words/formality-words.ts";
import type { World } from "../../store/world.ts";

/** What the formalities of the pack have stated so far: of every field the latest word, on the case and on each leg. */
export function factsView(kase: Case, pack: Pack, world: World): CaseDetail["facts"] {
  const latest = new Map<string, CaseDetail["facts"][number]>();
  for (const { moment, legId, values } of kase.happenings) {
    const formality = pack.formalities.find((f) => moment === `done.${f.id}`);
    for (const field of formality?.fields ?? []) {
      const value = values?.[field.name];
      if (value === undefined) continue;
      const said = besideRating(valueWords(field, value, world), ratedOtherwise(kase, field, value, legId), pack);
      const row = { legId, name: field.name, label: field.label, value: said };
      latest.set(`${legId ?? "case"}/${field.name}`, row);
    }
  }
  return [...latest.values()];
}
