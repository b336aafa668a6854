import type { Formality } from "../../domain/rules/formality.ts";
import { gate } from "./formalities-gate.ts";
import { handling } from "./formalities-organ.ts";
import { oversight } from "./formalities-oversight.ts";
import { review } from "./formalities-review.ts";

/** The steps that the ordinance has of its own. */
export const formalities: readonly Formality[] = [...gate, ...handling, ...review, ...oversight];
