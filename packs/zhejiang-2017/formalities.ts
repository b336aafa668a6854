import type { Formality } from "../../domain/rules/formality.ts";
import { accountability } from "./formalities-accountability.ts";
import { callBacks } from "./formalities-call-backs.ts";
import { firstHandling } from "./formalities-first-handling.ts";

/** The steps of its own that the guiding opinions know, in the order of a case's life. */
export const formalities: readonly Formality[] = [...firstHandling, ...callBacks, ...accountability];
