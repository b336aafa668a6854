import type { Act } from "../../rules/vocabulary.ts";
import type { NextStep } from "./next-step.ts";

/** Which act a step is, on what: what a list needs to name it and to open it. */
export interface StepNamed {
  readonly act: Act;
  readonly formality: string | null;
  readonly legId: string | null;
}

/** A step as one word of a row. Acts, formalities and legs never hold a slash. */
export function stepKey({ act, formality, legId }: Pick<NextStep, "act" | "formality" | "legId">): string {
  return `${act}/${formality?.id ?? ""}/${legId ?? ""}`;
}

/** The step that a row names. */
export function stepNamed(key: string): StepNamed {
  const [act = "", formality = "", legId = ""] = key.split("/");
  return { act: act as Act, formality: formality || null, legId: legId || null };
}
