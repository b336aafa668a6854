import type { PersonId, OrgId, Org } from "../office/org.ts";
import type { Formality, FormalityField, Values } from "../rules/formality.ts";
import type { Pack } from "../rules/pack.ts";
import { longDate } from "./dates.ts";
import { fill } from "./fill.ts";
import { zh } from "./zh.ts";

/** Where names are looked up. */
export interface Names {
  readonly office: { readonly orgs: ReadonlyMap<OrgId, Org> };
  readonly people: ReadonlyMap<PersonId, string>;
}

/** What was filled in, in words: labels for choices, names for persons and organisations. */
export function valueWords(field: FormalityField, value: Values[string], names: Names): string {
  const all = typeof value === "string" ? [value] : value;
  return all.map((one) => oneWord(field, one, names)).join("、");
}

function oneWord(field: FormalityField, value: string, { office, people }: Names): string {
  switch (field.kind) {
    case "choice":
    case "choices":
      return field.choices?.find((c) => c.value === value)?.label ?? value;
    case "yesNo":
      return value === "yes" ? zh.yes : zh.no;
    case "date":
      return longDate(value as never);
    case "person":
      return people.get(value as PersonId) ?? value;
    case "org":
      return office.orgs.get(value as OrgId)?.shortName ?? value;
    default:
      return value;
  }
}

/** What was filled in for petitioners, with a mark where their own rating says otherwise (HZ-6.3.2.a-3). */
export function besideRating(said: string, otherwise: string | null, pack: Pick<Pack, "settings" | "terms">): string {
  if (otherwise === null) return said;
  const rated = pack.settings.ratings.value?.find(({ code }) => code === otherwise)?.label ?? otherwise;
  return fill(zh.besideRating, { said, rated, petitioner: pack.terms.petitioner });
}

/** Words that end a sentence themselves take no other mark after them. */
const ended = /[。！？]$/u;

/** A formality as the timeline tells it: everything that was filled in, after its name. */
export function formalityWords(formality: Formality, values: Values, names: Names): string {
  const parts = formality.fields.flatMap((field) => {
    const value = values[field.name];
    return value === undefined ? [] : [`${field.label}：${valueWords(field, value, names)}`];
  });
  return parts.length === 0 ? "" : `（${parts.reduce((all, part) => all + (ended.test(all) ? "" : "；") + part)}）`;
}
