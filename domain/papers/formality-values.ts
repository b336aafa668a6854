import { parsePlainDate } from "../calendar/plain-date.ts";
import type { CaseEvent, Signature } from "../case/event.ts";
import { ratedOtherwise } from "../case/facts.ts";
import type { OrgId, PersonId } from "../office/org.ts";
import type { FormalityField, Values } from "../rules/formality.ts";
import { besideRating } from "../words/formality-words.ts";
import { paperDate } from "../words/papers.ts";
import { zh } from "../words/zh.ts";
import { type CaseFile, nameOf } from "./file.ts";

/** A formality that was done, as far as papers read it. */
export interface DoneFormality {
  readonly at: CaseEvent["at"];
  readonly by: Signature;
  readonly values: Values;
}

/** Every time that a formality was done on the leg, or on the case as a whole, oldest first. */
export function timesDone(
  events: readonly CaseEvent[],
  formality: string,
  legId: string | null,
): readonly DoneFormality[] {
  return events.flatMap((event): readonly DoneFormality[] => {
    if (event.type !== "formalityDone" || event.data.formality !== formality) return [];
    const elsewhere = legId !== null && event.data.legId !== null && event.data.legId !== legId;
    return elsewhere ? [] : [{ at: event.at, by: event.by, values: event.data.values }];
  });
}

/** What a formality has stated in a field, as people read it; null when it states nothing. */
export function statedWords(done: DoneFormality, formality: string, name: string, file: CaseFile): string | null {
  const value = done.values[name];
  const rule = file.pack.formalities.find((own) => own.id === formality);
  const field = rule?.fields.find((own) => own.name === name) ?? null;
  const list = value === undefined ? [] : typeof value === "string" ? [value] : value;
  const said = list.map((one) => wordsOf(one, field, file)).join("、") || null;
  if (said === null || field === null) return said;
  return besideRating(said, ratedOtherwise(file.kase, field, value, file.leg?.id ?? null), file.pack);
}

/** A choice by its label, a person and an organisation by name, a day as papers are dated; anything else as it is. */
function wordsOf(value: string, field: FormalityField | null, file: CaseFile): string {
  switch (field?.kind) {
    case "choice":
    case "choices":
      return field.choices?.find((choice) => choice.value === value)?.label ?? value;
    case "yesNo":
      return value === "yes" ? zh.yes : zh.no;
    case "person":
      return file.personName(value as PersonId) || value;
    case "org":
      return nameOf(file.office, value as OrgId);
    case "date": {
      const day = parsePlainDate(value);
      return day ? paperDate(day) : value;
    }
    case undefined:
    case "text":
    case "number":
    case "people":
      return value;
  }
}
