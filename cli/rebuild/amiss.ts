import { stateForm } from "../../domain/case/stored/state-form.ts";
import { fill } from "../../domain/words/fill.ts";
import { StatesNotMade } from "../../server/actions/rebuilding/bring-up.ts";
import { StatesOfEarlierProgram, StatesOfLaterProgram } from "../../server/record/rebuilding/forms.ts";
import type { CliWords } from "../words.ts";
import { rebuildWords } from "./words.ts";

/** Why the states of cases cannot be read by this program, in words; null for every other error. */
export function statesAmiss(error: unknown, { language }: CliWords): string | null {
  const { errors } = rebuildWords(language);
  if (error instanceof StatesOfEarlierProgram) return fill(errors.statesEarlier, { regions: error.regions.join("、") });
  if (error instanceof StatesOfLaterProgram) return fill(errors.statesLater, { form: error.form, known: stateForm });
  if (error instanceof StatesNotMade) return fill(errors.statesNotMade, { n: error.cases, reason: error.reason });
  return null;
}
