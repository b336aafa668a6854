import type { StepView } from "../../../contract/case/case-row.ts";
import type { StepNamed } from "../../../domain/case/steps/step-key.ts";
import { formalityLabel } from "../../../domain/rules/look-up.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { catalogue } from "../../../domain/words/catalogue.ts";

/** A step in the regulation's words. */
export function stepView({ act, formality, legId }: StepNamed, pack: Pack): StepView {
  const label = formality === null ? catalogue(pack).acts[act] : formalityLabel(pack, formality);
  return { act, formality, legId, label };
}
