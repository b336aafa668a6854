import type { Formality } from "../../domain/rules/formality.ts";
import { beforeAssignment } from "./formalities-before.ts";
import { afterwards } from "./formalities-after.ts";
import { underway } from "./formalities-underway.ts";

/** What the measures demand of their own, from the collection of a message to the call back of its author. */
export const formalities: readonly Formality[] = [...beforeAssignment, ...underway, ...afterwards];
