import type { CaseEvent } from "../../../../domain/case/event.ts";
import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import type { Formality, Values } from "../../../../domain/rules/formality.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { valueWords } from "../../../../domain/words/formality-words.ts";
import type { World } from "../../../store/world.ts";
import { orgName } from "../duty-view.ts";

/** A decision besides the reply that the petitioner reads as an answer: on a review, on a visit. */
export interface Opinion {
  readonly unit: string;
  readonly title: string;
  readonly text: string;
  readonly at: Instant;
}

/** The decisions of the case that the regulation hands to the petitioner, oldest first. */
export function opinionsOf(events: readonly CaseEvent[], pack: Pack, world: World): readonly Opinion[] {
  return events.flatMap((event) => {
    if (event.type !== "formalityDone") return [];
    const formality = pack.formalities.find((one) => one.id === event.data.formality);
    const opinion = formality?.forPetitioner?.opinion;
    if (!formality || !opinion) return [];
    const unit = event.by.kind === "staff" ? orgName(world, event.by.orgId) : "";
    const said = filledIn(formality, event.data.values, world);
    return [{ unit, title: fill(opinion.title, said), text: fill(opinion.text, said), at: event.at }];
  });
}

/** What was filled in, by the name of the field, in words; a full stop at the end is the sentence's own. */
export function filledIn(formality: Formality, values: Values, world: World): Readonly<Record<string, string>> {
  const words = formality.fields.flatMap((field) => {
    const value = values[field.name];
    return value === undefined ? [] : [[field.name, valueWords(field, value, world).replace(/。$/, "")] as const];
  });
  return Object.fromEntries(words);
}
