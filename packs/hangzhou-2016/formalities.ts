import type { Formality } from "../../domain/rules/formality.ts";
import { handlingSteps } from "./formalities-handling.ts";
import { intakeSteps } from "./formalities-intake.ts";
import { reviewSteps } from "./formalities-review.ts";
import { visitSteps } from "./formalities-visit.ts";

/** The steps of its own that the specification knows, in the order of a case's life. */
export const formalities: readonly Formality[] = [...intakeSteps, ...handlingSteps, ...visitSteps, ...reviewSteps];
